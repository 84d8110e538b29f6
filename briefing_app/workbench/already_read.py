"""Telling whether the library has a file already, as the readers of today would read it."""

from pathlib import Path

from briefing_app.files import read_whole
from briefing_app.library.originals import fingerprint
from briefing_app.library.store import Library
from briefing_app.reading.html.reader import READER as HTML_READER
from briefing_app.reading.limits import LIMITS
from briefing_app.reading.pdf.reader import READER as PDF_READER
from briefing_app.reading.text import READER as TEXT_READER
from briefing_app.reading.word.reader import READER as WORD_READER
from briefing_app.workbench.arriving import Imported, held_already


def known(library: Library, path: Path) -> Imported | None:
    """Return what becomes of a file that the library has, read by the readers of today: nothing. None for any other file.

    It need not be read for that, so the same folder again, or the rest of one, takes a moment.
    """
    if not path.is_file() or path.stat().st_size > LIMITS.file:
        return None
    return held_already(library, path, fingerprint(read_whole(path)), READERS)


READERS = frozenset({TEXT_READER, PDF_READER, HTML_READER, WORD_READER})
"""The readers of today, by name and version: what another one read is read anew."""
