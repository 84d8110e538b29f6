"""Whether a written PDF tells its structure as composed: headings, bookmarks, quotations, asks, notes, and nothing foreign."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import (
    AskGroup,
    Composed,
    Cover,
    Heading,
    InternalBriefing,
    Part,
    Quotation,
    Run,
    Sheet,
    TitleBand,
    plain,
    shared_part,
)
from briefing_app.errors import ExportRefused
from briefing_app.export.allowed import allowed_texts, comparable, properties
from briefing_app.export.pdf.document import outlined
from briefing_app.export.told import Told, told_of

_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


def refuse_other_structure(document: pdfium.PdfDocument, composed: Composed, brand: Brand, missing: Sequence[str]) -> None:
    """Raise ExportRefused ``written-structure``, naming what is not as composed."""
    if not raw.FPDFCatalog_IsTagged(document):
        raise ExportRefused("written-structure", what="tags")
    told = list(told_of(document))
    briefing = shared_part(composed)
    headings = list(_headings(composed))
    _refuse_unlike("headings", [one.text for one in told if one.kind in _HEADINGS], headings, briefing.endnotes_title, missing)
    bookmarks = [entry.get_title() or "" for entry in document.get_toc()]
    _refuse_unlike("bookmarks", bookmarks, [*map(outlined, _headings(composed, bookmarked=True))], briefing.endnotes_title, missing)
    _refuse_lacking("quotations", told, "BlockQuote", _quoted(composed), missing)
    _refuse_lacking("asks", told, "Lbl", _numbers(composed), missing)
    if {one.name for one in told if one.kind == "Note"} != {f"note-{note.number}" for note in briefing.notes}:
        raise ExportRefused("written-structure", what="notes")
    _refuse_foreign(told, composed, brand)


def _refuse_unlike(what: str, found: list[str], wanted: list[str], endnotes: str, missing: Sequence[str]) -> None:
    """Compare texts that follow one another, wherever they are cut; the endnotes' title may stand at any place among them."""
    whole = "".join(comparable(text, missing) for text in found)
    keys = [comparable(text, missing) for text in wanted]
    title = comparable(endnotes, missing)
    ways = [keys] if not title else [[*keys[:place], title, *keys[place:]] for place in range(len(keys) + 1)] + [keys]
    if all("".join(way) != whole for way in ways):
        raise ExportRefused("written-structure", what=what)


def _refuse_lacking(what: str, told: list[Told], kind: str, wanted: Iterator[str], missing: Sequence[str]) -> None:
    """Look for texts in the elements of a type, in order."""
    whole = "".join(comparable(one.text, missing) for one in told if one.kind == kind)
    place = 0
    for text in wanted:
        key = comparable(text, missing)
        found = whole.find(key, place)
        if found < 0:
            raise ExportRefused("written-structure", what=what)
        place = found + len(key)


def _headings(composed: Composed, *, bookmarked: bool = False) -> Iterator[str]:
    """Yield the headings of a composed document, or those that its bookmarks name: a pack's own title is none of these."""
    sheets = composed.sheets if isinstance(composed, InternalBriefing) else ()
    leaves: tuple[Sheet | Part, ...] = (*sheets, *shared_part(composed).parts)
    for place, one in enumerate(leaves):
        for block in one.blocks:
            match block:
                case TitleBand() | Cover() if not bookmarked or place < len(sheets):
                    yield block.title
                case Heading():
                    yield block.text
                case AskGroup():
                    yield block.title


def _quoted(composed: Composed) -> Iterator[str]:
    for part in shared_part(composed).parts:
        for block in part.blocks:
            if isinstance(block, Quotation):
                # Calls of notes stand between the runs.
                runs: list[Run] = [run for text in block.paragraphs if plain(text).strip() for run in text]
                yield from (run.text for run in runs)
                yield from (block.translation, block.speaker, block.role)


def _numbers(composed: Composed) -> Iterator[str]:
    for part in shared_part(composed).parts:
        for block in part.blocks:
            if isinstance(block, AskGroup):
                yield from (ask.number for ask in block.asks)


def _refuse_foreign(told: list[Told], composed: Composed, brand: Brand) -> None:
    """Refuse what is said of an element without being printed, where the briefing does not say it."""
    said = dict.fromkeys(words for one in told for words in (one.alternative, one.spoken) if words)
    known = {comparable(text) for text in allowed_texts(composed, brand)} if said else set()
    for words in said:
        if comparable(words) not in known:
            raise ExportRefused("written-unexpected-text", text=words[:60], page=0)
    languages = {shared_part(composed).metadata.language, "", *_languages(shared_part(composed))}
    if {one.language for one in told} - languages:
        raise ExportRefused("written-structure", what="languages")


def _languages(value: object) -> Iterator[str]:
    if isinstance(value, Run | Quotation) and value.language:
        yield value.language
    if isinstance(value, tuple):
        for item in value:
            yield from _languages(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _languages(getattr(value, name))


_STANDARD = frozenset(
    {
        "application/pdf", "1", "2", "A", "PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part",
        "Integer", "internal", "PDF/UA version", "x-default", "Resource", "",
    }
)  # fmt: skip
"""What every file says of the standards it keeps."""


def refuse_other_metadata(data: bytes, composed: Composed, brand: Brand) -> None:
    """Raise ExportRefused ``written-property`` where the file's XMP says anything but its properties."""
    start, end = data.find(b"<x:xmpmeta"), data.find(b"</x:xmpmeta>")
    if start < 0 or data.count(b"<x:xmpmeta") != 1:
        raise ExportRefused("written-property", name="XMP", text="")
    packet = ET.fromstring(data[start : end + len("</x:xmpmeta>")])  # noqa: S314 - written by this very process
    known = {comparable(text) for text in properties(composed, brand)} | {comparable(text) for text in _STANDARD}
    date = shared_part(composed).metadata.date
    known.add(comparable(f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T12:00:00Z"))
    for element in packet.iter():
        for value in (element.text or "", element.tail or "", *element.attrib.values()):
            if comparable(value) not in known:
                raise ExportRefused("written-property", name="XMP", text=value[:60])
