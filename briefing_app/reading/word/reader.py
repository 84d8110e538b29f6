"""The reader of DOCX: the accepted text of a Word file as a Reading, and the card from its text and its properties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.reading.card import completed
from briefing_app.reading.finishing import finished
from briefing_app.reading.limits import LIMITS
from briefing_app.reading.repairs import repairs_of
from briefing_app.reading.sheet import Written
from briefing_app.reading.word.chunks import chunk_of
from briefing_app.reading.word.lists import Lists
from briefing_app.reading.word.properties import card_of_properties
from briefing_app.reading.word.writing import WordWriter
from briefing_app.wordfile.flow import Content, contents
from briefing_app.wordfile.opening import Package, TooMuch
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.pieces import Call, Pieces
from briefing_app.wordfile.styles import StyleSheet

READER = "docx-1"
_KIND = "DOCX"
_MAIN = "word/document.xml"


def read_word(
    data: bytes,
    name: str,
    file: str,
    *,
    password: str | None = None,  # noqa: ARG001 - every reader is called alike; a locked Word file is another kind of file
) -> tuple[Reading, Card]:
    """Read a Word file as accepting all its tracked changes gives it. FileNotRead when it is damaged or without words."""
    try:
        document = _Document.of(Package(data, LIMITS.unpacked))
        written = document.writer().write(document.blocks(), document.note)
    except TooMuch as error:
        raise FileNotRead("file-too-much-text", path=name, limit=LIMITS.characters) from error
    except ValueError as error:
        raise FileNotRead("file-damaged", path=name, kind=_KIND) from error
    except RecursionError as error:
        raise FileNotRead("file-too-nested", path=name) from error
    if not written.text:
        raise FileNotRead("file-without-words", path=name)
    bare = Reading(f"{READER}:{file}", file, READER, written.text)
    reading, card = finished(bare, written.blocks, written.inlines, repairs_of(written.text))
    return reading, completed(card, card_of_properties(document.core))


def refuse_locked(
    data: bytes,  # noqa: ARG001 - every reader is called alike
    name: str,
    file: str,  # noqa: ARG001 - as above
    *,
    password: str | None = None,  # noqa: ARG001 - as above
) -> tuple[Reading, Card]:
    """Say that a Word file is locked with a password: what is in it cannot be read, and Word opens it."""
    raise FileNotRead("file-encrypted", path=name)


@dataclass(slots=True)
class _Document:
    """The parts of a Word file that hold its text, or say how it is laid out."""

    package: Package
    body: Element
    links: Mapping[str, tuple[str, str]]
    styles: StyleSheet
    lists: Lists
    core: Element | None
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    note_links: dict[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> "_Document":
        """Return the parts of a package; ValueError when its body is missing or damaged; any other counts as missing then."""
        of_package = dict(package.related("").values())
        main = of_package.get("officeDocument", _MAIN)
        root = package.root(main)
        body = None if root is None else root.find(qn("w:body"))
        if body is None:
            raise ValueError("no body")
        links = package.related(main)
        parts = {
            kind: target for kind, target in links.values() if kind in {"styles", "numbering", "footnotes", "endnotes", "settings"}
        }
        roots = {kind: package.spare(target) for kind, target in parts.items()}
        core = package.spare(of_package["core-properties"]) if "core-properties" in of_package else None
        made = cls(
            package, body, links, StyleSheet(roots.get("styles")), Lists(roots.get("numbering"), roots.get("settings")), core
        )
        for kind in ("footnote", "endnote"):
            held = roots.get(f"{kind}s")
            if held is not None:
                made.notes[kind] = {note.get(qn("w:id"), ""): note for note in held.iterfind(qn(f"w:{kind}"))}
                made.note_links[kind] = package.related(parts[f"{kind}s"])
        return made

    def writer(self) -> WordWriter:
        """Return a writer for its text."""
        ends = [*self.body.iterfind(f".//{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}"), *self.body.iterfind(qn("w:sectPr"))]
        sections = [frozenset(kind for kind in ("footnote", "endnote") if self.lists.restarts(each, kind)) for each in ends]
        return WordWriter(self.styles, self.lists.is_bullet, self.lists.note_label, sections, self.chunk)

    def chunk(self, identifier: str) -> Written | None:
        """Return what a page or text says that lies in the file to be set into it; None when there is none such."""
        kind, target = self.links.get(identifier, ("", ""))
        data = self.package.spare_bytes(target) if kind == "aFChunk" else None
        return None if data is None else chunk_of(data)

    def blocks(self) -> Sequence[Content]:
        """Return the blocks of its body."""
        return list(contents(self.body, Pieces(self.styles, self.links)))

    def note(self, call: Call) -> Sequence[Content] | None:
        """Return the blocks of a note, None when there is none such."""
        element = self.notes.get(call.kind, {}).get(call.identifier)
        if element is None:
            return None
        return list(contents(element, Pieces(self.styles, self.note_links.get(call.kind, {}))))
