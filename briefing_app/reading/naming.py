"""What a file's name says it is: told where the content says otherwise, and asked where a folder holds much that is no document."""

from collections.abc import Mapping
from pathlib import PurePath

from briefing_app.reading.formats import FORMATS, TEXT, format_of

SUFFIXES: Mapping[str, str] = {
    "pdf": "PDF",
    "docx": "DOCX",
    "docm": "DOCX",
    "dotx": "DOCX",
    "html": "HTML",
    "htm": "HTML",
    "xhtml": "HTML",
    "mht": "MHTML",
    "mhtml": "MHTML",
    "md": TEXT.label,
    "markdown": TEXT.label,
    "txt": TEXT.label,
    "text": TEXT.label,
    "doc": "DOC",
    "rtf": "RTF",
    "odt": "ODT",
    "xlsx": "XLSX",
    "pptx": "PPTX",
    "epub": "EPUB",
    "png": "PNG",
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "gif": "GIF",
    "svg": "SVG",
}
"""The label of the format that a name's ending stands for. Any other ending says nothing."""

READ = frozenset({TEXT.label, *(form.label for form in FORMATS if form.read)})
"""Labels of the formats there is a reader for."""


def suffix_of(name: str) -> str:
    """Return the ending of a file's name, in small letters and without its dot; empty when there is none."""
    return PurePath(name).suffix.lower().removeprefix(".")


def says_other(name: str, label: str) -> bool:
    """Tell whether a file's name says that it is of another format than that of the label."""
    return SUFFIXES.get(suffix_of(name), label) != label


def left_out(name: str, beginning: bytes) -> str | None:
    """Return the kind of a file that is no document to be read, by its name and first bytes; None for one that is.

    One that is called a document is none to be left out, whatever is in it: its reader says what is wrong. Plain text counts by its
    name alone: a folder's style sheets and scripts are text too.
    """
    form = format_of(beginning)
    suffix = suffix_of(name)
    if SUFFIXES.get(suffix) in READ:
        return None
    if form.read is None:
        return form.label
    return suffix.upper() if form is TEXT and suffix else None
