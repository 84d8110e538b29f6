"""What the blocks of one Word file are written with: styles, numbering, notes, pictures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Note, SourceLine, Text
from briefing_app.domain.layout import Overrun
from briefing_app.export.word.estimating import text_width
from briefing_app.export.word.geometry import Geometry
from briefing_app.export.word.images import ImageParts
from briefing_app.export.word.looks import LOOK_OF, NUMBERED
from briefing_app.export.word.names import Style
from briefing_app.export.word.styles import StyleIds
from briefing_app.wordfile.elements import paragraph, run
from briefing_app.wordfile.fields import bookmarked, page_of
from briefing_app.wordfile.fields import field as field_of
from briefing_app.wordfile.footnotes import Notes
from briefing_app.wordfile.numbering import Numbers, without_number
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.pictures import inline_picture

Elements = list[Element]

_LABEL_SIZE = 10
_LABEL_GAP = 8
_FINAL_SPACE = frozenset(" \u00a0\u202f\n\t")
_JOINED = frozenset(",.;:!?)]…\u00a0\u202f \n\t")
"""What stands close to the words before it."""


@dataclass(slots=True)
class Desk:
    """The state of one file in the writing."""

    brand: Brand
    page: Geometry
    language: str
    ids: StyleIds
    numbers: Numbers
    notes: Notes
    images: ImageParts
    media: Mapping[str, bytes]
    note_of: Mapping[int, Note]
    main: Part
    """The part that the body stands in."""
    overruns: list[Overrun] = field(default_factory=list)
    """What could not be shown."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Pages of sections and placements, as the same content has them on paper, until Word counts its own."""
    section: str = ""
    """The section whose blocks are being written."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Names of the bookmarks that contents and tables lead to, by section and placement."""
    _anchored: set[str] = field(default_factory=set)
    _called: set[int] = field(default_factory=set)
    _pictures: int = 0

    def paragraph(self, style: Style, *content: Element, number: str = "") -> Element:
        """Return a paragraph in a style; in one of the numbered styles it has ``number``, or none."""
        identifier = self.ids[style]
        if style not in NUMBERED:
            return paragraph(identifier, *content)
        numbered = self.numbers.give(identifier, number) if number else (without_number(),)
        return paragraph(identifier, *content, properties=numbered)

    def say(self, words: str, style: Style | None = None, language: str | None = None) -> Element:
        """Return a run of words, in a character style and another language than the document's where given."""
        return run(words, style=self.ids[style] if style else None, language=tagged(language) if language else None)

    def text(self, text: Text, language: str | None = None, *, strong: bool = False) -> Elements:
        """Return the runs of a composed text; ``language`` is that of runs that name none. Notes are called where they are."""
        made: Elements = []
        for part in text:
            style = Style.STRONG if part.strong or strong else None
            if part.text:
                made.append(self.say(part.text, style, part.language or language))
            if part.note is not None:
                made.append(self._call(part.note))
        return made

    def anchored(self, key: str, content: Elements) -> Elements:
        """Return content with the bookmark of a section or placement around it, if anything leads there; once."""
        if key not in self.anchors or key in self._anchored:
            return content
        self._anchored.add(key)
        return bookmarked(self.anchors[key], len(self._anchored), content)

    def page_field(self, key: str) -> Elements:
        """Return the page of a section or placement as a field that Word can count anew."""
        return field_of(page_of(self.anchors[key]), self.pages.get(key, "")) if key in self.anchors else []

    def _call(self, number: int) -> Element:
        if number in self._called or number not in self.note_of:
            # Called again: the note stands once, its number twice.
            return run(str(number), style=self.notes.styles.call)
        self._called.add(number)
        return self.notes.call(number, self.text(self.note_of[number].text))

    def labelled(self, style: Style, label: str, label_style: Style, content: Iterable[Element]) -> Element:
        """Return a paragraph with a label in the hang column; a label too wide for it stands on a line of its own above."""
        fits = text_width(label, _LABEL_SIZE) <= self.page.hang - _LABEL_GAP
        named = [self.say(label, label_style)] if label else []
        return self.paragraph(style, *named, run("\t" if fits or not label else "\n"), *content)

    def report(self, code: str, where: str) -> None:
        """Tell of something that could not be shown."""
        self.overruns.append(Overrun(code, where, 0, 0))

    def source_line(self, line: SourceLine, style: Style = Style.SOURCE_LINE) -> str:
        """Return the longest form of a source line that fits on one line, its shortest where none does."""
        forms = (line.text, *line.shorter)
        size = LOOK_OF[style].size * self.brand.scale.label
        return next((form for form in forms if text_width(form, size) <= self.page.measure), min(forms, key=len))

    def picture(self, data: bytes, kind: str, size: tuple[float, float], description: str, owner: Part | None = None) -> Element:
        """Return run content that shows an image of a kind (png, jpeg), of a size in points, in the part of its owner."""
        self._pictures += 1
        relationship = (owner or self.main).relate_to(self.images.part(data, kind), RELATIONSHIP_TYPE.IMAGE)
        return inline_picture(relationship, self._pictures, *size, description)


_REGIONS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR"}


def tagged(language: str) -> str:
    """Return a language as Word wants it named: with a region, or its spelling checker does not know it."""
    return _REGIONS.get(language, language)


def space_between(before: str, after: str) -> str:
    """Return the space that stands between two texts: none where either brings its own, or the second begins with a sign."""
    return "" if not before or not after or before[-1] in _FINAL_SPACE or after[0] in _JOINED else " "
