"""What an outline of a pack shows of each section and placement: number, words as printed, for whom, source, grade, damage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.composition.entry import setting_of
from briefing_app.composition.passages import speaker_of
from briefing_app.composition.quoting import Quoted, quoted, worst
from briefing_app.composition.reach import addressee_words, is_ask, placed, reaches
from briefing_app.composition.setting import Setting
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.briefing import Copy
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import RunKind
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import (
    Adapted,
    ByAudience,
    ExcerptPlacement,
    FigurePlacement,
    GeneratedPlacement,
    ImagePlacement,
    NotePlacement,
    Pack,
    Placement,
    Section,
    Translated,
    Verbatim,
)
from briefing_app.domain.reading import DamageKind, Locator, locate
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.domain.template import INTERNAL_ROLES, SectionRole
from briefing_app.workbench.voices import OutlineRun, Voice, voiced


class RowKind(StrEnum):
    """What a placement is to the eye."""

    RECOMMENDATION = "recommendation"
    QUOTE = "quote"
    CONTEXT = "context"
    NOTE = "note"
    HEADING = "heading"
    IMAGE = "image"
    FIGURE = "figure"
    GENERATED = "generated"


class Absence(StrEnum):
    """Why a placement does not reach the audience shown."""

    ASKED_OF_OTHERS = "asked-of-others"
    CHOSEN_FOR_OTHERS = "chosen-for-others"
    CHOSEN_FOR_NOBODY = "chosen-for-nobody"


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """One placement as an outline shows it, for one audience. ``own``: its words are ours, not a source's."""

    id: str
    section: str
    kind: RowKind
    words: tuple[OutlineRun, ...]
    own: bool
    number: str = ""
    addressees: tuple[str, ...] = ()
    speaker: str = ""
    role: str = ""
    source: SourceDocument | None = None
    place: Locator | None = None
    grade: Grade | None = None
    """How far the words are the source's; None where they are ours or there are none."""
    adapted: bool = False
    damage: tuple[DamageKind, ...] = ()
    made: SectionRole | None = None
    """What composition makes there, for a generated placement."""
    absence: Absence | None = None
    only: tuple[str, ...] = ()
    """The audiences chosen for it, by identifier; empty when none were."""
    differs: bool = False
    """Whether the audience shown has words of its own here."""

    @property
    def text(self) -> str:
        """The words without their voices."""
        return "".join(run.text for run in self.words)


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section as an outline shows it."""

    id: str
    role: SectionRole
    title: str
    budget: float | None
    internal: bool
    """Whether it stands on the sheets of internal copies alone."""
    printed: bool
    """Whether the copy shown has it."""
    rows: tuple[PlacementRow, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class FrontRow:
    """One of the pack's own texts (see ``editing.TEXTS``) as an outline shows it."""

    name: str
    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A pack for one audience and copy, before anything is laid out."""

    front: tuple[FrontRow, ...]
    sections: tuple[SectionRow, ...]


FRONT = ("title", "bottom_line")
"""The texts of the pack that an outline shows at its head."""


def outlined(pack: Pack, audience: str, copy: Copy) -> Outline:
    """Return the outline for an audience ("master": all) and copy; KeyError for an audience the pack has not."""
    setting = setting_of(pack, None if audience == MASTER else pack.audience(audience))
    front = tuple(_front(setting, name, getattr(pack, name)) for name in FRONT)
    return Outline(front, tuple(_section(setting, section, copy) for section in pack.sections))


def _front(setting: Setting, name: str, held: ByAudience) -> FrontRow:
    return FrontRow(name, held.of(setting.audience_id), setting.audience_id in held.other)


def _section(setting: Setting, section: Section, copy: Copy) -> SectionRow:
    internal = section.role in INTERNAL_ROLES
    return SectionRow(
        section.id,
        section.role,
        section.title.of(setting.audience_id),
        section.budget,
        internal,
        not internal or copy is Copy.INTERNAL,
        tuple(_row(setting, section, placement) for placement in section.placements),
        setting.audience_id in section.title.other,
    )


def _row(setting: Setting, section: Section, placement: Placement) -> PlacementRow:
    absence = _absence(setting, section, placement)
    only = placement.audiences or ()
    match placement:
        case ExcerptPlacement():
            return _excerpt(setting, section, placement, absence)
        case NotePlacement(id=identifier, text=text, level=level):
            kind = RowKind.HEADING if level else RowKind.NOTE
            return _own(setting, section, identifier, kind, text, absence, only)
        case ImagePlacement(id=identifier, caption=caption):
            return _own(setting, section, identifier, RowKind.IMAGE, caption, absence, only)
        case FigurePlacement(id=identifier, number=number, label=label):
            excerpt = setting.pack.excerpt(placement.excerpt)
            words = (OutlineRun(number, Voice.STRONG), OutlineRun(f" {label.of(setting.audience_id)}"))
            return PlacementRow(
                identifier,
                section.id,
                RowKind.FIGURE,
                words,
                own=True,
                source=setting.pack.document(excerpt.document),
                place=locate(setting.reading_of(excerpt), excerpt.span),
                damage=_damage_beneath(setting, (excerpt,)),
                absence=absence,
                only=only,
                differs=setting.audience_id in label.other,
            )
        case GeneratedPlacement(id=identifier, what=what):
            return PlacementRow(identifier, section.id, RowKind.GENERATED, (), own=True, made=what, absence=absence, only=only)


def _own(
    setting: Setting,
    section: Section,
    identifier: str,
    kind: RowKind,
    text: ByAudience,
    absence: Absence | None,
    only: tuple[str, ...],
) -> PlacementRow:
    words = text.of(setting.audience_id)
    runs = (OutlineRun(words),) if words else ()
    differs = setting.audience_id in text.other
    return PlacementRow(identifier, section.id, kind, runs, own=True, absence=absence, only=only, differs=differs)


def _excerpt(setting: Setting, section: Section, placement: ExcerptPlacement, absence: Absence | None) -> PlacementRow:
    excerpts = placed(setting.pack, placement)
    wording = placement.wording_for(setting.audience_id)
    parts = quoted(setting, excerpts, wording) if isinstance(wording, Verbatim) else ()
    kind = RowKind(excerpts[0].kind.value)
    speaker, role = speaker_of(excerpts) if kind is RowKind.QUOTE else ("", "")
    return PlacementRow(
        placement.id,
        section.id,
        kind,
        tuple(_words(setting, placement, excerpts, parts)),
        own=isinstance(wording, Adapted),
        number=setting.numbers.get(placement.id, "") if is_ask(setting.pack, section, placement) else "",
        addressees=addressee_words(setting.pack, placement) if kind is RowKind.RECOMMENDATION else (),
        speaker=speaker,
        role=role,
        source=setting.pack.document(excerpts[0].document),
        place=locate(setting.reading_of(excerpts[0]), _whole(excerpts)),
        grade=_grade(wording, parts),
        adapted=isinstance(wording, Adapted),
        damage=_printed_damage(setting, parts) if isinstance(wording, Verbatim) else _damage_beneath(setting, excerpts),
        absence=absence,
        only=placement.audiences or (),
        differs=setting.audience_id in placement.wordings,
    )


def _grade(wording: Verbatim | Adapted | Translated, parts: tuple[Quoted, ...]) -> Grade | None:
    match wording:
        case Verbatim():
            return worst(parts)
        case Translated():
            return Grade.TRANSLATED
        case Adapted():
            return None


def _whole(excerpts: tuple[Excerpt, ...]) -> Span:
    together = [excerpt.span for excerpt in excerpts if excerpt.reading == excerpts[0].reading]
    return Span(min(span.start for span in together), max(span.end for span in together))


def _absence(setting: Setting, section: Section, placement: Placement) -> Absence | None:
    if reaches(setting.pack, section, placement, setting.audience):
        return None
    if placement.audiences is None:
        return Absence.ASKED_OF_OTHERS
    return Absence.CHOSEN_FOR_OTHERS if placement.audiences else Absence.CHOSEN_FOR_NOBODY


def _words(
    setting: Setting, placement: ExcerptPlacement, excerpts: tuple[Excerpt, ...], parts: tuple[Quoted, ...]
) -> Iterator[OutlineRun]:
    match placement.wording_for(setting.audience_id):
        case Adapted(lead, rest):
            yield OutlineRun(lead, Voice.STRONG)
            if rest:
                yield OutlineRun(f" {rest}")
        case Translated(language):
            found = [each.words for excerpt in excerpts for each in excerpt.renderings if each.language == language]
            yield OutlineRun(" ".join(found))
        case Verbatim():
            for place, part in enumerate(parts):
                if place:
                    yield OutlineRun(" ")
                for run in part.runs:
                    yield from voiced(setting.reading_of(part.excerpt), run, part.excerpt.span)


def _printed_damage(setting: Setting, parts: tuple[Quoted, ...]) -> tuple[DamageKind, ...]:
    found: list[DamageKind] = []
    for part in parts:
        kept = [run.span for run in part.runs if run.span is not None and run.kind in {RunKind.KEPT, RunKind.CASE}]
        damage = setting.reading_of(part.excerpt).damage
        found += [each.kind for each in damage if any(each.touches(span) for span in kept)]
    return _worth_saying(found)


def _damage_beneath(setting: Setting, excerpts: tuple[Excerpt, ...]) -> tuple[DamageKind, ...]:
    return _worth_saying(each.kind for excerpt in excerpts for each in setting.reading_of(excerpt).damage_in(excerpt.span))


def _worth_saying(kinds: Iterable[DamageKind]) -> tuple[DamageKind, ...]:
    # Links do not print: one that leads nowhere harms no words.
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not DamageKind.DEAD_LINK))


def audience_names(pack: Pack, identifiers: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the names of audiences in a language, in the pack's order."""
    return tuple(in_words(each.name, language) for each in pack.audiences if each.id in identifiers)
