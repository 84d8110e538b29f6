"""Excerpts whose words a new reading or version of their document does not have: where they may stand now, and deciding it."""

from dataclasses import replace
from pathlib import Path

from briefing_app.domain.alignment import Alignment
from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import shown
from briefing_app.domain.span import Span, stripped
from briefing_app.errors import EditRefused
from briefing_app.library.merging import Born, Held
from briefing_app.library.store import Library, open_library
from briefing_app.workbench.session import Session


def needs_place(library: Library, excerpt: Excerpt) -> bool:
    """Tell whether an excerpt awaits a decision: it points to a reading its document no longer has."""
    return excerpt.standing is not Standing.REJECTED and library.document(excerpt.document).reading != excerpt.reading


def likely_place(library: Library, identifier: str) -> Span | None:
    """Return where an excerpt's words, changed, seem to stand in the reading in force; None where nobody can be sure."""
    excerpt = library.excerpt(identifier)
    now = library.reading(library.document(excerpt.document).reading)
    return Alignment(library.reading(excerpt.reading), now).clean_span(excerpt.span)


def likely_place_in(path: Path, identifier: str) -> tuple[str, Span | None]:
    """Do the same for a library by its file, as another process does it, and say of which excerpt."""
    with open_library(path) as library:
        try:
            return identifier, likely_place(library, identifier)
        except KeyError:
            return identifier, None


def put_in_place(session: Session, identifier: str, span: Span) -> None:
    """Have an excerpt stand for a passage of its document's reading in force, as one step; it counts as corrected by hand.

    Who said it and who is asked stay, without the places that said so. EditRefused when it is gone or the passage has no words.
    """
    library = session.library
    excerpt = _there(library, identifier)
    reading = library.reading(library.document(excerpt.document).reading)
    span = stripped(reading.text, span)
    if not shown(reading, span).strip():
        raise EditRefused("passage-empty")
    said = excerpt.attribution
    _decide(
        session,
        "find-place",
        replace(
            excerpt,
            reading=reading.id,
            span=span,
            attribution=said and replace(said, spans=()),
            addressees=tuple(replace(each, span=None) for each in excerpt.addressees),
            turn=None,
            damage=reading.damage_kinds_in(span),
            standing=Standing.EDITED,
        ),
    )


def let_go(session: Session, identifier: str) -> None:
    """Have an excerpt wait no more: its words are not in the document any longer. One step; EditRefused when it is gone."""
    _decide(session, "let-go", replace(_there(session.library, identifier), standing=Standing.REJECTED))


def _there(library: Library, identifier: str) -> Excerpt:
    try:
        return library.excerpt(identifier)
    except KeyError as error:
        raise EditRefused("excerpt-gone") from error


def _decide(session: Session, code: str, decided: Excerpt) -> None:
    # The document whole is the step's subject, for the queue is a part of what undo gives back.
    whole = session.library.whole(decided.document)
    placed = decided.standing is not Standing.REJECTED
    held = []
    for each in whole.excerpts:
        if each.excerpt.id == decided.id:
            held.append(Held(decided, Born(decided.kind, decided.span) if placed else each.born))
        elif not (placed and _same_suggested(each.excerpt, decided)):
            held.append(each)
    waiting = tuple(each for each in whole.queued if each != decided.id)
    session.do_documents(code, {decided.document: replace(whole, excerpts=tuple(held), queued=waiting)})


def _same_suggested(other: Excerpt, decided: Excerpt) -> bool:
    same = (other.reading, other.kind, other.span) == (decided.reading, decided.kind, decided.span)
    return same and other.standing is Standing.SUGGESTED
