"""Footnotes and endnotes: the part that holds them, and the calls in the text, which python-docx lacks.

Word numbers notes itself, in the order of their calls; a note that is to have another number carries it as a mark of its own.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.package import Package

from briefing_app.wordfile.elements import paragraph, run, w
from briefing_app.wordfile.order import Element


class Kind(StrEnum):
    """Where notes stand; the value begins the names of Word's elements."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class NoteStyles:
    """Ids of the styles that notes are set in: their text, the call in the text, the number before the note."""

    text: str
    call: str
    number: str


@dataclass(slots=True)
class Notes:
    """The notes of one document, in the order they are called."""

    kind: Kind
    styles: NoteStyles
    _notes: list[Element] = field(default_factory=list)
    _counted: int = 0

    def call(self, number: int, content: list[Element]) -> Element:
        """Add a note with these runs and return the run that calls it; it prints ``number`` whatever its place."""
        identifier = len(self._notes) + 1
        own_mark = number != self._counted + 1
        self._counted += not own_mark
        mark: Element | str = str(number) if own_mark else w(f"{self.kind}Ref")
        body = paragraph(self.styles.text, run(mark, "\t", style=self.styles.number), *content)
        self._notes.append(w(self.kind, body, id=identifier))
        reference = w(f"{self.kind}Reference", id=identifier)
        if own_mark:
            reference = w(f"{self.kind}Reference", customMarkFollows="1", id=identifier)
            return run(reference, str(number), style=self.styles.call)
        return run(reference, style=self.styles.call)

    def part(self, package: Package) -> tuple[XmlPart, str]:
        """Return the part that holds the notes and the type of its relationship with the document."""
        separators = [
            w(self.kind, paragraph(self.styles.text, run(w(tag))), type=tag, id=place)
            for place, tag in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        root = w(f"{self.kind}s", *separators, *self._notes)
        content_type, relationship = _PARTS[self.kind]
        return XmlPart(PackURI(f"/word/{self.kind}s.xml"), content_type, root, package), relationship

    def settings(self) -> Element:
        """Return what the settings part says of notes: how they are numbered, which are the separators."""
        # Word would number endnotes i, ii, iii.
        return w(f"{self.kind}Pr", w("numFmt", val="decimal"), *(w(self.kind, id=place) for place in (-1, 0)))

    def __bool__(self) -> bool:
        return bool(self._notes)


_PARTS = {
    Kind.FOOTNOTE: (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    Kind.ENDNOTE: (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}
