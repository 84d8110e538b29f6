"""What stands at the head of the first page and around every page."""

from collections.abc import Iterable

from briefing_app.composition.setting import Setting, spelled
from briefing_app.domain.audience import in_words
from briefing_app.domain.briefing import (
    AskGroup,
    ContentsEntry,
    Copy,
    Cover,
    Furniture,
    Meta,
    Metadata,
    Panel,
    Part,
    Run,
    TitleBand,
)
from briefing_app.domain.pack import Section, cleared


def audience_words(setting: Setting) -> str:
    """Return how the copy names its audience: "Delegation of Canada"."""
    if setting.audience is None:
        return setting.words.say("print.master")
    return in_words(setting.audience.formal, setting.language)


def date_of(setting: Setting) -> str:
    """Return the date stated in the pack."""
    date = setting.pack.date
    return setting.words.date(date.year, date.month, date.day)


def title_of(setting: Setting) -> str:
    """Return the pack's title for the audience."""
    return setting.own(setting.pack.title.of(setting.audience_id))


def metadata(setting: Setting) -> Metadata:
    """Return what the file's properties say."""
    return Metadata(title_of(setting), f"{setting.pack.event}: {audience_words(setting)}", setting.language, setting.pack.date)


def version_line(setting: Setting) -> str:
    """Return "version 1.2", as it stands within a line."""
    return setting.words.say("print.version", version=setting.pack.version)


def band(setting: Setting, copy: Copy) -> TitleBand:
    """Return the head of the first page."""
    pack = setting.pack
    return TitleBand(pack.kicker, title_of(setting), setting.own(pack.subtitle.of(setting.audience_id)), _meta(setting, copy))


def cover(setting: Setting, copy: Copy, parts: Iterable[Part]) -> Cover:
    """Return the cover of a copy that is long enough for one, with its sections as contents."""
    pack, words = setting.pack, setting.words
    made = {part.section: part for part in parts}
    contents = tuple(
        ContentsEntry(section.id, title, _about(setting, section, made[section.id]))
        for section in pack.sections
        if section.id in made and (title := setting.own(section.title.of(setting.audience_id)))
    )
    subtitle = setting.own(pack.subtitle.of(setting.audience_id))
    return Cover(pack.kicker, title_of(setting), subtitle, _meta(setting, copy), words.say("print.in-this-pack"), contents)


def _about(setting: Setting, section: Section, part: Part) -> str:
    """Return a few words on what a section holds."""
    words = setting.words
    groups = [len(block.asks) for block in part.blocks if isinstance(block, AskGroup)]
    if groups:
        asks = words.count("print.contents.asks", sum(groups), spelled=spelled(words, sum(groups)))
        return words.count("print.contents.groups", len(groups), asks=asks, spelled=spelled(words, len(groups)))
    key = f"print.contents.{section.role.value}"
    return setting.words.say(key) if setting.words.has(key) else ""


def _meta(setting: Setting, copy: Copy) -> tuple[Meta, ...]:
    pack, words = setting.pack, setting.words
    state = words.say(f"print.copy.{copy.value}")
    if not cleared(pack):
        state = words.say("print.draft-of", copy=state)
    meta = (
        Meta(words.say("print.for"), (audience_words(setting),)),
        Meta(words.say("print.event"), (pack.event,)),
        Meta(words.say("print.date"), (date_of(setting),)),
        Meta(words.say("print.version-label"), (pack.version, state)),
    )
    return tuple(entry for entry in meta if any(entry.lines))


def bottom_line(setting: Setting) -> Panel | None:
    """Return the bottom line, if there is one for the audience."""
    text = setting.pack.bottom_line.of(setting.audience_id)
    return Panel(setting.words.say("print.bottom-line"), (Run(setting.own(text)),)) if text else None


def furniture(setting: Setting, copy: Copy) -> Furniture:
    """Return what stands around the text: DRAFT until cleared, the marking, who it is for, page x of y."""
    pack, words = setting.pack, setting.words
    signs = [
        words.say("print.draft") if not cleared(pack) else "",
        words.say("print.working-marking") if copy is Copy.WORKING else "",
        pack.marking,
    ]
    return Furniture(
        running_title=setting.own(pack.short_title.of(setting.audience_id)) or title_of(setting),
        marking=words.say("print.marks-between").join(sign for sign in signs if sign),
        foot=", ".join((audience_words(setting), version_line(setting), date_of(setting))),
        page_of=words.say("print.page-of"),
        internal_marking=words.say("print.internal-marking"),
        sheet=words.say("print.sheet"),
    )
