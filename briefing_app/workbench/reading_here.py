"""A file read here and now, by whoever asks, and what is in it found: what the process that reads does for each file."""

from pathlib import Path

from briefing_app.domain.excerpt import new_id
from briefing_app.domain.source import SourceDocument
from briefing_app.extraction.entry import extract
from briefing_app.library.likening import reading_marks
from briefing_app.library.store import Library
from briefing_app.reading.entry import read_file
from briefing_app.reading.limits import LIMITS
from briefing_app.workbench.arriving import Found, Imported, keep_found
from briefing_app.workbench.limited import next_stage


def find(path: Path, password: str | None = None) -> Found:
    """Read a file here and now, and find what is in it; FileNotRead when it cannot be read.

    What it may take is for the process it runs in to limit; that is told when the file is read.
    """
    read = read_file(path, password=password)
    next_stage(LIMITS.looking_through)
    document = SourceDocument(new_id(), read.name, read.reading.file, read.reading.id, read.card)
    as_of = document.card.date.value if document.card.date else None
    excerpts = extract(read.reading, document.id, as_of)
    return Found(document, read.reading, read.data, excerpts, read.form, read.misnamed, reading_marks(read.reading))


def import_one(library: Library, path: Path) -> Imported:
    """Bring one file in, read here and now; FileNotRead when it cannot be read. The same bytes again change nothing."""
    return keep_found(library, path, find(path))
