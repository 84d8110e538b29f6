"""The formats a briefing is written in: for each a writer and the verification that opens the file again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Composed, Copy
from briefing_app.export.written import Written


class Format(StrEnum):
    """File formats."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, and how what was written is verified (raises ExportRefused)."""

    write: Callable[[Composed, Brand, Mapping[str, bytes]], Written]
    verify: Callable[[Written, Composed, Brand], None]


def _pdf() -> Writer:
    from briefing_app.export.pdf.entry import write_pdf  # noqa: PLC0415 - reportlab takes 160 ms to import
    from briefing_app.export.verification import verify_pdf  # noqa: PLC0415

    return Writer(write_pdf, verify_pdf)


def _docx() -> Writer:
    from briefing_app.export.word.entry import write_docx  # noqa: PLC0415 - python-docx takes 130 ms to import
    from briefing_app.export.word.verification import verify_docx  # noqa: PLC0415

    return Writer(write_docx, verify_docx)


_WRITERS: dict[Format, Callable[[], Writer]] = {Format.PDF: _pdf, Format.DOCX: _docx}

COPIES: dict[Format, tuple[Copy, ...]] = {
    Format.PDF: (Copy.HAND_OVER, Copy.INTERNAL),
    Format.DOCX: (Copy.HAND_OVER, Copy.INTERNAL, Copy.WORKING),
}
"""Which copies exist in which format: a working copy is there to be edited, so it is a Word file alone."""


def write(format_: Format, composed: Composed, brand: Brand, media: Mapping[str, bytes]) -> Written:
    """Return the file's bytes, not verified yet."""
    return _WRITERS[format_]().write(composed, brand, media)


def verify(format_: Format, written: Written, composed: Composed, brand: Brand) -> None:
    """Open a written file again and hold it against the allow-list; ExportRefused when that does not hold."""
    _WRITERS[format_]().verify(written, composed, brand)


def load_writer(format_: Format) -> None:
    """Import what a format takes, for whoever can do so before it is needed."""
    _WRITERS[format_]()
