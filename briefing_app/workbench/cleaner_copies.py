"""Mending damaged excerpts from a cleaner copy of their document: which pairs there are, what stands where, and accepting it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from briefing_app.domain.alignment import Alignment
from briefing_app.domain.excerpt import Attribution, Excerpt, Provenance, Standing
from briefing_app.domain.fidelity.cuts import starts_sentence
from briefing_app.domain.harm import HURTS
from briefing_app.domain.reading import DamageKind, Locator, Reading, locate, shown
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span, stripped
from briefing_app.errors import EditRefused
from briefing_app.library.likening import documents_like, reading_marks
from briefing_app.library.merging import Born, Held
from briefing_app.library.store import Library, Removed
from briefing_app.workbench.session import Session


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a person compares it: its words, and where it is in which document."""

    document: SourceDocument
    words: str
    place: Locator


@dataclass(frozen=True, slots=True)
class CleanerCopy:
    """A damaged excerpt beside the passage of a cleaner copy that can take its place. ``mended`` is the excerpt if it does."""

    excerpt: Excerpt
    damaged: Passage
    clean: Passage
    mended: Excerpt


@dataclass(frozen=True, slots=True)
class Pair:
    """A document with damaged excerpts and a cleaner copy of it, with how many of them it could mend."""

    damaged: SourceDocument
    clean: SourceDocument
    passages: int


def pairs(library: Library) -> tuple[Pair, ...]:
    """Return all pairs of a damaged document and a cleaner copy that has something to offer, those with most first."""
    found: list[Pair] = []
    for document in library.documents():
        if any(_is_hurt(each) for each in library.excerpts(document.id)):
            found += _pairs_of(library, document)
    return tuple(sorted(found, key=lambda pair: -pair.passages))


def _pairs_of(library: Library, document: SourceDocument) -> Iterator[Pair]:
    marks = reading_marks(library.reading(document.reading))
    for other in documents_like(library, marks, but={document.id}):
        offered = cleaner_copies(library, document.id, other.document.id)
        if offered:
            yield Pair(document, other.document, len(offered))


def cleaner_copies(library: Library, damaged: str, clean: str) -> tuple[CleanerCopy, ...]:
    """Return what a cleaner copy offers for a document's damaged excerpts, in the order of the text; see ``accept``.

    An excerpt is offered nothing where its passage cannot be found for sure, or is damaged in the copy too.
    """
    source, copy = library.document(damaged), library.document(clean)
    hurt = [each for each in library.excerpts(damaged) if _is_hurt(each) and each.reading == source.reading]
    if not hurt:
        return ()
    reading, cleaner = library.reading(source.reading), library.reading(copy.reading)
    alignment = Alignment(reading, cleaner)
    return tuple(offer for each in hurt if (offer := _offer(alignment, each, (source, reading), (copy, cleaner))))


def accept(session: Session, offered: Iterable[CleanerCopy]) -> int:
    """Mend excerpts from cleaner copies as one step that can be undone, and return how many; they carry both provenances.

    They then stand in the copy's document, confirmed, in place of what was suggested there for the same words. EditRefused when
    one of them is gone or was changed since it was offered.
    """
    wanted = {each.excerpt.id: each for each in offered}
    if not wanted:
        return 0
    library = session.library
    try:
        now = {identifier: library.excerpt(identifier) for identifier in wanted}
        stale = any(now[identifier] != each.excerpt for identifier, each in wanted.items())
        identifiers = dict.fromkeys(name for each in wanted.values() for name in (each.excerpt.document, each.mended.document))
        wholes = [library.whole(identifier) for identifier in identifiers]
    except KeyError as error:
        raise EditRefused("excerpt-gone") from error
    if stale:
        raise EditRefused("step-stale")
    session.do_documents("mend-from-copy", {whole.document.id: _mended(whole, wanted.values()) for whole in wholes})
    return len(wanted)


def _mended(whole: Removed, accepted: Collection[CleanerCopy]) -> Removed:
    leaving = {each.excerpt.id for each in accepted}
    coming = [each.mended for each in accepted if each.mended.document == whole.document.id]
    taken = {(each.kind, each.span) for each in coming}
    stays = [
        held
        for held in whole.excerpts
        if held.excerpt.id not in leaving
        and not (held.excerpt.standing is Standing.SUGGESTED and (held.excerpt.kind, held.excerpt.span) in taken)
    ]
    kept = {held.excerpt.id for held in stays}
    arrived = (Held(each, Born(each.kind, each.span)) for each in coming)
    return replace(whole, excerpts=(*stays, *arrived), queued=tuple(each for each in whole.queued if each in kept))


def _is_hurt(excerpt: Excerpt) -> bool:
    return excerpt.standing is not Standing.REJECTED and any(kind in HURTS for kind in excerpt.damage)


_Side = tuple[SourceDocument, Reading]


def _offer(alignment: Alignment, excerpt: Excerpt, damaged: _Side, clean: _Side) -> CleanerCopy | None:
    (source, reading), (copy, cleaner) = damaged, clean
    span = alignment.clean_span(excerpt.span)
    if span is None:
        return None
    span = stripped(cleaner.text, _whole_sentences(cleaner, span, excerpt.damage))
    harm = tuple(kind for kind in cleaner.damage_kinds_in(span) if kind in HURTS)
    if harm or not len(span):
        return None
    mended = replace(
        excerpt,
        document=copy.id,
        reading=cleaner.id,
        span=span,
        attribution=_attribution(excerpt.attribution, alignment),
        addressees=tuple(replace(each, span=alignment.clean_span(each.span) if each.span else None) for each in excerpt.addressees),
        turn=None,
        damage=cleaner.damage_kinds_in(span),
        standing=excerpt.standing if excerpt.standing is Standing.EDITED else Standing.CONFIRMED,
        mended_from=excerpt.mended_from or Provenance(source.id, reading.id, excerpt.span),
    )
    before = Passage(source, shown(reading, excerpt.span), locate(reading, excerpt.span))
    after = Passage(copy, shown(cleaner, span), locate(cleaner, span))
    return CleanerCopy(excerpt, before, after, mended)


def _attribution(said: Attribution | None, alignment: Alignment) -> Attribution | None:
    if said is None:
        return None
    return replace(said, spans=tuple(place for each in said.spans if (place := alignment.clean_span(each))))


def _whole_sentences(reading: Reading, span: Span, damage: Collection[DamageKind]) -> Span:
    """Return a passage grown to the sentence it is a part of, at the side where the damaged one was cut off."""
    block = reading.block_at(span.start)
    low = block.span.start if block else 0
    last = reading.block_at(span.end - 1)
    high = last.span.end if last else len(reading.text)
    start, end = span.start, span.end
    if DamageKind.CUT_AT_START in damage:
        while start > low and not (reading.text[start - 1].isspace() and starts_sentence(reading.text, start, low)):
            start -= 1
    if DamageKind.CUT_AT_END in damage:
        while end < high and not (reading.text[end].isspace() and starts_sentence(reading.text, end + 1, low)):
            end += 1
    return Span(start, end)
