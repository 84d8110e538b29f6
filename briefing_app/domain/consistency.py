"""Whether a pack holds together: all that it names is in it, and all places lie inside what they are places of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing_app.domain.audience import MASTER
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import Edit, tiled
from briefing_app.domain.numbering import is_number
from briefing_app.domain.pack import (
    ByAudience,
    ExcerptPlacement,
    FigurePlacement,
    ImagePlacement,
    NotePlacement,
    Pack,
    Placement,
    Translated,
    Verbatim,
    Wording,
)
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """One thing that does not hold: a code, the identifier of what it is about, and what that names in vain."""

    code: str
    subject: str
    named: str = ""


def inconsistencies(pack: Pack) -> tuple[Inconsistency, ...]:
    """Return all that does not hold in a pack; empty when it stands alone.

    The codes: ``id-twice``; ``document-missing``, ``reading-missing``, ``excerpt-missing``, ``placement-missing``,
    ``group-unknown``, ``audience-unknown``: something is named that the pack has not; ``audience-reserved``; ``span-outside``: a
    place lies outside its text; ``blocks-disordered``; ``placement-empty``; ``turn-mixed``: excerpts placed together are not of
    one turn; ``stretch-foreign``: a stretch is of an excerpt placed elsewhere; ``edits-unfit``: edits do not tile their excerpt;
    ``rendering-missing``: a translation is asked for that there is none of; ``number-unfit``, ``number-twice``.
    """
    return tuple(dict.fromkeys(_found(pack)))


def _found(pack: Pack) -> Iterator[Inconsistency]:
    yield from _identifiers(pack)
    yield from _audiences(pack)
    for reading in pack.readings:
        yield from _reading(reading)
    yield from _documents(pack)
    readings = {reading.id: reading for reading in pack.readings}
    excerpts = {excerpt.id: excerpt for excerpt in pack.excerpts}
    for excerpt in pack.excerpts:
        yield from _excerpt(excerpt, readings)
    known = {MASTER, *(audience.id for audience in pack.audiences)}
    for section in pack.sections:
        yield from _texts(section.id, section.title, known)
    for _, placement in pack.placements():
        yield from _placement(placement, excerpts, readings, known)
    yield from _meetings(pack, excerpts)
    yield from _numbers(pack)


def _identifiers(pack: Pack) -> Iterator[Inconsistency]:
    placements = tuple(placement for _, placement in pack.placements())
    for kind in (pack.documents, pack.readings, pack.excerpts, pack.audiences, pack.naming.groups, pack.sections, placements):
        counted = Counter(held.id for held in kind)
        yield from (Inconsistency("id-twice", identifier) for identifier, count in counted.items() if count > 1)


def _audiences(pack: Pack) -> Iterator[Inconsistency]:
    known = {MASTER, *(audience.id for audience in pack.audiences)}
    for audience in pack.audiences:
        if audience.id == MASTER:
            yield Inconsistency("audience-reserved", audience.id)
        for group in audience.groups:
            if pack.naming.group(group) is None:
                yield Inconsistency("group-unknown", audience.id, group)
    texts = (pack.title, pack.short_title, pack.subtitle, pack.bottom_line)
    for naming in (*(text.other for text in texts), pack.meetings, pack.numbers):
        yield from _strangers(pack.id, naming, known)


def _strangers(subject: str, named: Iterable[str], known: set[str]) -> Iterator[Inconsistency]:
    yield from (Inconsistency("audience-unknown", subject, audience) for audience in named if audience not in known)


def _reading(reading: Reading) -> Iterator[Inconsistency]:
    whole = Span(0, len(reading.text))
    for parts in (reading.blocks, reading.inlines, reading.repairs, reading.damage):
        if not all(whole.holds(part.span) for part in parts):
            yield Inconsistency("span-outside", reading.id)
    reached = 0
    for block in reading.blocks:
        if block.span.start < reached:
            yield Inconsistency("blocks-disordered", reading.id)
        reached = block.span.end


def _documents(pack: Pack) -> Iterator[Inconsistency]:
    readings = {reading.id for reading in pack.readings}
    documents = {document.id for document in pack.documents}
    for document in pack.documents:
        if document.reading not in readings:
            yield Inconsistency("reading-missing", document.id, document.reading)
    for excerpt in pack.excerpts:
        if excerpt.document not in documents:
            yield Inconsistency("document-missing", excerpt.id, excerpt.document)


def _excerpt(excerpt: Excerpt, readings: Mapping[str, Reading]) -> Iterator[Inconsistency]:
    reading = readings.get(excerpt.reading)
    if reading is None:
        yield Inconsistency("reading-missing", excerpt.id, excerpt.reading)
        return
    whole = Span(0, len(reading.text))
    said = excerpt.attribution.spans if excerpt.attribution else ()
    asked = tuple(addressee.span for addressee in excerpt.addressees if addressee.span)
    if not all(whole.holds(span) for span in (excerpt.span, *said, *asked)) or not len(excerpt.span):
        yield Inconsistency("span-outside", excerpt.id)


def _placement(
    placement: Placement, excerpts: Mapping[str, Excerpt], readings: Mapping[str, Reading], known: set[str]
) -> Iterator[Inconsistency]:
    yield from _strangers(placement.id, placement.audiences or (), known)
    match placement:
        case ExcerptPlacement():
            yield from _placed(placement, excerpts, readings, known)
        case FigurePlacement(excerpt=excerpt, label=label):
            yield from _missing(placement.id, (excerpt,), excerpts)
            yield from _texts(placement.id, label, known)
        case NotePlacement(text=text) | ImagePlacement(caption=text):
            yield from _texts(placement.id, text, known)


def _texts(subject: str, text: ByAudience, known: set[str]) -> Iterator[Inconsistency]:
    return _strangers(subject, text.other, known)


def _missing(subject: str, named: Iterable[str], excerpts: Mapping[str, Excerpt]) -> Iterator[Inconsistency]:
    yield from (Inconsistency("excerpt-missing", subject, excerpt) for excerpt in named if excerpt not in excerpts)


def _placed(
    placement: ExcerptPlacement, excerpts: Mapping[str, Excerpt], readings: Mapping[str, Reading], known: set[str]
) -> Iterator[Inconsistency]:
    if not placement.excerpts:
        yield Inconsistency("placement-empty", placement.id)
    yield from _missing(placement.id, placement.excerpts, excerpts)
    yield from _strangers(placement.id, placement.wordings, known)
    held = [excerpts[identifier] for identifier in placement.excerpts if identifier in excerpts]
    turns = {(excerpt.reading, excerpt.turn) for excerpt in held}
    if len(held) > 1 and (len(turns) > 1 or held[0].turn is None):
        yield Inconsistency("turn-mixed", placement.id)
    for wording in (placement.wording, *placement.wordings.values()):
        yield from _wording(placement, wording, held, readings)


def _wording(
    placement: ExcerptPlacement, wording: Wording, held: list[Excerpt], readings: Mapping[str, Reading]
) -> Iterator[Inconsistency]:
    if isinstance(wording, Translated):
        for excerpt in held:
            if all(rendering.language != wording.language for rendering in excerpt.renderings):
                yield Inconsistency("rendering-missing", placement.id, excerpt.id)
    if not isinstance(wording, Verbatim):
        return
    by_id = {excerpt.id: excerpt for excerpt in held}
    for stretch in wording.stretches:
        placed = by_id.get(stretch.excerpt)
        if placed is None:
            yield Inconsistency("stretch-foreign", placement.id, stretch.excerpt)
        elif placed.reading in readings and not _tiles(placed, stretch.edits, readings[placed.reading]):
            yield Inconsistency("edits-unfit", placement.id, stretch.excerpt)


def _tiles(excerpt: Excerpt, edits: Iterable[Edit], reading: Reading) -> bool:
    try:
        tiled(excerpt.span, edits, reading.text)
    except ValueError:
        return False
    return True


def _meetings(pack: Pack, excerpts: Mapping[str, Excerpt]) -> Iterator[Inconsistency]:
    placements = {placement.id for _, placement in pack.placements()}
    for audience, meeting in pack.meetings.items():
        for point in meeting.talking_points:
            if point.ask is not None and point.ask not in placements:
                yield Inconsistency("placement-missing", audience, point.ask)
        grounds = tuple(question.excerpt for question in meeting.questions if question.excerpt is not None)
        yield from _missing(audience, grounds, excerpts)


def _numbers(pack: Pack) -> Iterator[Inconsistency]:
    # A placement that is gone keeps its number for ever, so nothing is said of those.
    for audience, frozen in pack.numbers.items():
        yield from (Inconsistency("number-unfit", audience, number) for number in frozen.values() if not is_number(number))
        counted = Counter(frozen.values())
        yield from (Inconsistency("number-twice", audience, number) for number, count in counted.items() if count > 1)
