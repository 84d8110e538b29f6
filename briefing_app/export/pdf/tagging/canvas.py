"""A reportlab canvas on which every mark belongs to an element of the document, or is an artifact."""

import io
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from briefing_app.export.pdf.tagging.colour import CONDITION, srgb_profile
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.tagging.fonts import EmbeddedFont
from briefing_app.export.pdf.tagging.metadata import Properties, info, xmp
from briefing_app.export.pdf.tagging.structure import Structure
from briefing_app.export.pdf.tagging.syntax import Written, number_of, reference, text_string
from briefing_app.export.pdf.tagging.tree import Clickable, Content, Node, Tree
from briefing_app.export.pdf.tagging.writing import Writing, write_objects

ARTIFACT = "/Artifact BMC"
PAGINATION = "/Artifact <</Type /Pagination>> BDC"
"""What stands around each page: heads, feet, page numbers."""
_PRINTED = 4
"""The flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)."""


class _Info(PDFObject):
    """The information dictionary, with what the properties say and nothing else."""

    def __init__(self, properties: Properties) -> None:
        self._entries = info(properties)

    def format(self, document: Any) -> bytes:
        del document
        return f"<<{' '.join(f'/{name} {text_string(value)}' for name, value in self._entries.items())}>>".encode()


class _Annotation(PDFObject):
    """A link's rectangle: to an address, or to a destination of the document (ISO 32000-1, 12.5.6.5)."""

    def __init__(self, box: Sequence[float], target: Any, description: str) -> None:
        self._box, self._target, self._description = box, target, description
        self.place = 0
        """Where the way back from it to its element stands among all of those."""

    def format(self, document: Any) -> bytes:
        target = self._target
        uri = isinstance(target, str)
        leads = f"/A <</S /URI /URI {text_string(target)}>>" if uri else f"/Dest {reference(document, target)}"
        edges = " ".join(f"{edge:.2f}" for edge in self._box)
        return (
            f"<</Type /Annot /Subtype /Link /Rect [{edges}] /Border [0 0 0] /F {_PRINTED} {leads}"
            f" /Contents {text_string(self._description)} /StructParent {self.place}>>"
        ).encode("latin-1")


class TaggedCanvas(Canvas):
    """A canvas for a file that is PDF/UA-1 and PDF/A-2a; ``font`` is any one that the document uses.

    The ``tagging`` room's own words say how it is used.
    """

    def __init__(self, file: io.BytesIO, size: tuple[float, float], font: EmbeddedFont, properties: Properties) -> None:
        make: Any = super().__init__  # its stub takes the font's name for a number
        # Without a font of the document's own, an unembedded Helvetica would enter.
        make(file, size, invariant=1, pageCompression=1, initialFontName=font.fontName, lang=properties.language)
        self._document: Any = self._doc  # type: ignore[attr-defined]  # the stub leaves it out
        self._document.info = _Info(properties)
        self._properties = properties
        self._file = file
        self.tree = Tree("")
        self._open: Element | str | None = None
        self._on_page: list[Node] = []
        self._pages: list[list[Node]] = []
        self._links: list[tuple[_Annotation, Node]] = []
        self._code: list[str]
        self._pageNumber: int

    def tell(self, element: Element | None, artifact: str = ARTIFACT) -> None:
        """Say whose all is that is drawn from here on; None: nobody's, an artifact."""
        what = artifact if element is None else element
        if what is self._open:
            return
        self._close()
        if element is None:
            self._code.append(artifact)
        else:
            node = self.tree.node(element)
            number = len(self._on_page)
            self._on_page.append(node)
            node.kids.append(Content(self._pageNumber - 1, number))
            self._code.append(f"/{node.kind} <</MCID {number}>> BDC")
        self._open = what

    def told(self, element: Element) -> bool:
        """Tell whether what is drawn now is already this element's."""
        return self._open is element

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def place(self, element: Element) -> None:
        """Give an element its place with nothing to draw: an empty cell of a table."""
        self.tree.node(element)

    def say(self, element: Element) -> None:
        """Give an element that is spoken, and of which nothing is drawn, its place on this page."""
        self.tell(element)
        self._close()

    def within(self, parent: Element, *, language: str = "", target: str = "", call: str = "") -> Element:
        """Return the element for words inside another: in another language, of a link, or the call of a note."""
        if target:
            outer = self.tree.within(parent, "Reference", ("call", call)) if call else parent
            return self.tree.within(outer, "Link", ("link", target), language)
        if language and language != (self.tree.node(parent).language or self._properties.language):
            return self.tree.within(parent, "Span", ("language", language), language)
        return parent

    def reserve(self, name: str, kind: str, near: Element) -> None:
        """Keep a place for a named element right behind the block that ``near`` stands in."""
        self.tree.reserve(name, kind, near)

    def enclose(self, element: Element, box: tuple[float, float, float, float]) -> None:
        """Say where a figure stands: left, bottom, right, top on its page."""
        self.tree.node(element).box = box

    def link(self, element: Element, box: Sequence[float], target: str, description: str) -> None:
        """Lay a link over a rectangle of this page: to an address, or to a bookmark's key after ``#``."""
        node = self.tree.node(element)
        place = self._bookmarkReference(target[1:]) if target.startswith("#") else target  # type: ignore[attr-defined]  # the stub leaves it out
        annotation = _Annotation(box, place, description)
        name = f"link-{len(self._links) + 1}"
        self._links.append((annotation, node))
        self._addAnnotation(annotation, name)  # type: ignore[attr-defined]  # the stub leaves it out
        node.kids.append(Clickable(self._pageNumber - 1, self._document.refAnnotation(name)))

    def showPage(self) -> None:  # noqa: N802 - reportlab's
        """Close the page; what is open goes on, when it is told again, on the next."""
        self._close()
        super().showPage()
        page = self._document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        # Compressed now: all the pages of a long document would else be held as they are.
        page.Contents = PDFStream(
            PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), zlib.compress(page.stream.encode())
        )
        page.stream = None
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")
        self._pages.append(self._on_page)
        self._on_page = []

    def save(self) -> None:
        """Write the file; the canvas is spent by it."""
        document, catalog = self._document, self._document.Catalog
        for destination in self._destinations.values():  # type: ignore[attr-defined]  # the stub leaves it out
            if destination.fmt is None:
                # Led to, and never reached: such a link leads to the first page.
                destination.fit()
                destination.setPage(document.Reference(document.Pages.pages[0]))
        for place, (annotation, _) in enumerate(self._links):
            annotation.place = len(self._pages) + place
        root = Written()
        catalog.StructTreeRoot = document.Reference(root)
        catalog.MarkInfo = Written("<</Marked true>>")
        self.setViewerPreference("DisplayDocTitle", "true")
        described = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = document.Reference(PDFStream(described, xmp(self._properties)))
        profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), filters=[PDFZCompress])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = Written(
            f"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({CONDITION}) /Info ({CONDITION})"
            f" /DestOutputProfile {reference(document, profile)}>>]"
        )
        writing, apart = Writing(self._file), number_of(document, root)
        first = write_objects(document, self, writing, apart)
        structure = Structure(document, self.tree, self._pages, [node for _, node in self._links], apart, first)
        last = writing.together(structure.objects(), structure.free)
        writing.close(last, number_of(document, catalog), number_of(document, document.info))
