"""Versions of a document: what a file just brought in is to those there, and making it the new version of one, to be undone."""

from briefing_app.domain.source import titled
from briefing_app.errors import EditRefused
from briefing_app.library.revising import take_as_version
from briefing_app.words import Words
from briefing_app.workbench.arriving import Imported
from briefing_app.workbench.session import Session


def kinship_words(imported: Imported, words: Words) -> str:
    """Return in a sentence what a file is to a document that was there; empty when it is nothing to any."""
    if imported.kinship is None or imported.other is None:
        return ""
    return words.say(f"kinship.{imported.kinship.value.replace(' ', '-')}", title=titled(imported.other))


def noted(session: Session, imported: Imported) -> None:
    """Make it a step that a new version took a document's place by itself, so that undo gives the old one back."""
    if imported.was:
        session.did_documents("new-version", {imported.was.document.id: imported.was})


def made_version(session: Session, document: str, of: str) -> int:
    """Make a document the new version of another, as one step; return how many excerpts await a decision for it.

    EditRefused when one of them is gone.
    """
    library = session.library
    try:
        before = {each: library.whole(each) for each in (document, of)}
    except KeyError as error:
        raise EditRefused("document-gone") from error
    added = take_as_version(library, document, of)
    session.did_documents("new-version", before)
    waiting = {excerpt.id for excerpt in library.queue()}
    return sum(identifier in waiting for identifier in added.queued)
