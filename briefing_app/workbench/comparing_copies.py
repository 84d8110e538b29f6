"""What cleaner copies offer the damaged excerpts of one document, and where the words of two passages differ."""

from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from briefing_app.domain.span import Span
from briefing_app.library.likening import documents_like, reading_marks
from briefing_app.library.store import Library, open_library
from briefing_app.workbench.cleaner_copies import CleanerCopy, cleaner_copies


def offers(library: Library, document: str) -> tuple[CleanerCopy, ...]:
    """Return what all copies of a document offer its damaged excerpts, one for each that has one, in the order of the text.

    Of several copies the one most like the document comes first. Nothing for a document that is gone.
    """
    try:
        source = library.document(document)
    except KeyError:
        return ()
    found: dict[str, CleanerCopy] = {}
    for other in documents_like(library, reading_marks(library.reading(source.reading)), but={document}):
        for offer in cleaner_copies(library, document, other.document.id):
            found.setdefault(offer.excerpt.id, offer)
    return tuple(sorted(found.values(), key=lambda offer: offer.excerpt.span))


def offers_in(path: Path, document: str) -> tuple[CleanerCopy, ...]:
    """Do the same for a library by its file, as another process does it: long papers take their time to be compared."""
    with open_library(path) as library:
        return offers(library, document)


def differences(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where two passages differ, in whole words: in the first, and in the second."""
    ours, theirs = _words(before), _words(after)
    matcher = SequenceMatcher(None, [each.of(before) for each in ours], [each.of(after) for each in theirs], autojunk=False)
    changed = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    return (
        tuple(_joined(ours, low, high) for _, low, high, _, _ in changed if low < high),
        tuple(_joined(theirs, low, high) for _, _, _, low, high in changed if low < high),
    )


def _words(text: str) -> list[Span]:
    edges = [0, *(at for at in range(1, len(text)) if text[at].isspace() != text[at - 1].isspace()), len(text)]
    return [Span(start, end) for start, end in pairwise(edges) if start < end and not text[start].isspace()]


def _joined(words: list[Span], low: int, high: int) -> Span:
    return Span(words[low].start, words[high - 1].end)
