"""The one way from a pack to a briefing."""

from collections.abc import Iterator

from briefing_app.composition.annex import annex, documents_of
from briefing_app.composition.asks import ask_groups
from briefing_app.composition.front import band, bottom_line, cover, furniture, metadata
from briefing_app.composition.matrix import matrix
from briefing_app.composition.passages import passages
from briefing_app.composition.reach import is_ask, printed_order, reaches
from briefing_app.composition.setting import NoteBook, Setting
from briefing_app.composition.sheets import sheets
from briefing_app.domain.audience import MASTER, Audience, Paper
from briefing_app.domain.briefing import (
    Block,
    Briefing,
    Composed,
    Copy,
    Heading,
    InternalBriefing,
    Part,
    Quotation,
    WorkingBriefing,
)
from briefing_app.domain.citation import numbered_sources
from briefing_app.domain.languages import language_tag
from briefing_app.domain.numbering import numbered
from briefing_app.domain.pack import Pack, Placement, Section
from briefing_app.domain.template import INTERNAL_ROLES, CitationForm, SectionRole
from briefing_app.words import LANGUAGES, words_for

_MILLIMETRE = 72 / 25.4


def compose(pack: Pack, audience_id: str, copy: Copy) -> Composed:
    """Return the composed document of one audience ("master": all) and copy; KeyError for an audience the pack has not.

    The same pack, audience and copy give an equal value, always. What is private is composed for internal copies alone.
    """
    audience = None if audience_id == MASTER else pack.audience(audience_id)
    setting = setting_of(pack, audience)
    reached = tuple(placement for section, placement in pack.placements() if reaches(pack, section, placement, audience))
    shared = _briefing(setting, copy, reached)
    if copy is Copy.INTERNAL:
        return InternalBriefing(shared, sheets(setting, reached))
    return WorkingBriefing(shared) if copy is Copy.WORKING else shared


def ask_numbers(pack: Pack, audience_id: str) -> dict[str, str]:
    """Return the numbers an audience's copy gives its asks, by placement: what a hand-over freezes."""
    audience = None if audience_id == MASTER else pack.audience(audience_id)
    return numbered([placement.id for placement, _ in printed_order(pack, audience)], pack.numbers.get(audience_id, {}))


def setting_of(pack: Pack, audience: Audience | None) -> Setting:
    """Return what every part of one audience's copies needs to know; None: the master."""
    language = language_tag(audience.language if audience else pack.language) or LANGUAGES[0]
    numbers = ask_numbers(pack, audience.id if audience else MASTER)
    setting = Setting(pack, audience, words_for(language), language, numbers, {})
    cited = [
        pack.document(identifier)
        for section, placement in pack.placements()
        if reaches(pack, section, placement, audience)
        for identifier in documents_of(setting, placement)
    ]
    return Setting(pack, audience, setting.words, language, numbers, {s.document.id: s for s in numbered_sources(cited)})


def _briefing(setting: Setting, copy: Copy, reached: tuple[Placement, ...]) -> Briefing:
    pack = setting.pack
    book = NoteBook()
    parts: list[Part] = []
    front: list[Block] = [band(setting, copy)]
    line = bottom_line(setting)
    front += [line] if line else []
    for section in pack.sections:
        if section.role in INTERNAL_ROLES:
            continue
        blocks = tuple(_section(setting, book, section, reached, parts))
        if not blocks:
            continue
        # The first section follows the title without a heading of its own: the bottom line leads into it.
        title = setting.own(section.title.of(setting.audience_id))
        heading = (Heading(1, title),) if parts and title else ()
        parts.append(
            Part(section.id, (*([] if parts else front), *heading, *blocks), section.new_page and bool(parts), section.budget)
        )
    if not parts:
        parts.append(Part("", tuple(front)))
    endnotes = setting.words.say("print.notes") if pack.citation is CitationForm.ENDNOTE and book.notes else ""
    paper = setting.audience.paper if setting.audience else Paper.A4
    return Briefing(
        metadata(setting), paper, furniture(setting, copy), tuple(parts), tuple(book.notes), endnotes, pack.pages,
        cover=cover(setting, copy, parts), always_covered=pack.cover, binding=pack.binding * _MILLIMETRE,
    )  # fmt: skip


def _section(
    setting: Setting, book: NoteBook, section: Section, reached: tuple[Placement, ...], parts: list[Part]
) -> Iterator[Block]:
    mine = tuple(placement for placement in section.placements if placement in reached)
    match section.role:
        case SectionRole.ASKS:
            others = tuple(placement for placement in mine if not is_ask(setting.pack, section, placement))
            yield from passages(setting, book, others)
            yield from ask_groups(setting, section)
        case SectionRole.SOURCES:
            yield from passages(setting, book, mine)
            quotations = [block for part in parts for block in part.blocks if isinstance(block, Quotation)]
            yield from annex(setting, reached, quotations)
        case SectionRole.MATRIX:
            yield from passages(setting, book, mine)
            yield from matrix(setting)
        case _:
            yield from passages(setting, book, mine)
