"""How much one file may ask for before it is refused: every limit on reading stands here, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on reading one file. Those on time and memory are kept by the process that reads, the others by the reader's entry."""

    seconds: float = 20.0
    """By the clock, from the file's being handed over to its being read."""
    looking_through: float = 120.0
    """Seconds from then on to its being looked through for excerpts."""
    memory: int = 2**30
    """Bytes that the process may hold, libraries and all; kept on Linux alone."""
    file: int = 100 * 2**20
    """Bytes of the file; a report full of photographs has some 60 MB."""
    text: int = 32 * 2**20
    """Bytes of a file that is all text; one of 5,000 pages has 15 MB."""
    unpacked: int = 64 * 2**20
    """Bytes of the parts of a Word file that hold text, unpacked; 5,000 pages with all their formatting have some 50 MB."""
    characters: int = 20_000_000
    """Code points of the reading's text: some 7,000 pages."""
    blocks: int = 500_000
    """Paragraphs, headings, list items and table rows of a reading."""
    plain: int = 48 * 2**10
    """Bytes of a plain text so small that it is read at once, without a process: nothing in it unpacks, and none takes a second."""


LIMITS = Limits()
"""What every file is held to."""
