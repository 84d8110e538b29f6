"""The thin layer over the tagged canvas: every operator that shows text or paints anything is written here, and whose it is."""

import io
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from briefing_app.export.pdf.geometry import Geometry
from briefing_app.export.pdf.logo import Logo, draw_logo
from briefing_app.export.pdf.marks import Box, Dot, Hatching, Image, LogoMark, Mark, Rule, TextMark, Unseen
from briefing_app.export.pdf.strokes import Strokes, draw_strokes
from briefing_app.export.pdf.tagging.canvas import ARTIFACT, TaggedCanvas
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.typescale import BLACK
from briefing_app.export.pdf.words import Fragment

HATCH_STEP = 6.0
HATCH_LINE = 2.2


class Drawing:
    """Draws marks on the pages of one canvas. ``pictures`` are by SHA-256 and known to open.

    ``describe`` says in words where a target leads. ``notes`` are the numbers of the notes there are; with ``notes_at_foot`` each
    is read right behind the block that calls it first.
    """

    def __init__(
        self, canvas: TaggedCanvas, geometry: Geometry, pictures: Mapping[str, bytes], logo: Logo | None,
        describe: Callable[[str], str], notes: Iterable[int] = (), *, notes_at_foot: bool = True,
    ) -> None:  # fmt: skip
        self._canvas: Any = canvas
        self._within = canvas.within
        self._describe = describe
        self._notes = frozenset(notes)
        self._notes_at_foot = notes_at_foot
        self._reached: set[str] = set()
        self._geometry = geometry
        self._pictures = pictures
        self._logo = logo

    def turn_to(self, geometry: Geometry) -> None:
        """Take up a page, which may stand further from one edge than from the other."""
        self._geometry = geometry

    def draw(self, mark: Mark, artifact: str = ARTIFACT, *, read: bool = True) -> None:
        """Draw a mark whose y is measured from the page's top; one that is not to be read, or has no tag, is an artifact."""
        tag: Element | None = getattr(mark, "tag", None) if read else None
        if tag is None:
            self._canvas.tell(None, artifact)
            if isinstance(mark, TextMark):
                self._text(mark, None)
                return
        elif not isinstance(mark, TextMark | Unseen):
            self._canvas.tell(tag)
        if tag is not None or not isinstance(mark, Unseen):
            _DRAWN[type(mark)](self, mark)

    def _x(self, x: float) -> float:
        return self._geometry.left + x

    def _y(self, y: float) -> float:
        return self._geometry.height - y

    def text(self, mark: TextMark) -> None:
        """Show a line's fragments in order, each where it was set, with the kerning that was measured."""
        self._text(mark, mark.tag)

    def _text(self, mark: TextMark, tag: Element | None) -> None:
        y = self._y(mark.y + mark.baseline)
        operators: list[str] = []
        if tag is not None and tag.parent is not None and tag.parent.kind == "Note":
            self._reach(tag.parent.name, y + mark.leading)
        for x, fragment in mark.line.fragments:
            if not fragment.text:
                continue
            left = self._x(mark.x + x)
            if tag is not None:
                whose = self._whose(fragment, tag)
                if not self._canvas.told(whose):
                    self._show(operators)
                    operators = []
                    self._canvas.tell(whose)
                if whose is not tag:
                    self._led(fragment, whose, left, y)
            operators.append(f"{_colour(fragment.colour)} rg 1 0 0 1 {_number(left)} {_number(y + fragment.rise)} Tm")
            operators += self._shown(fragment)
        self._show(operators)

    def _reach(self, name: str, top: float) -> None:
        """Make the place of a note one that a link can lead to."""
        if name not in self._reached:
            self._reached.add(name)
            self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=top, zoom=0)

    def _show(self, operators: list[str]) -> None:
        if operators:
            self._canvas._code.append(f"BT {' '.join(operators)} ET")  # noqa: SLF001 - reportlab has no public way to show kerned text

    def _paint(self, operators: str) -> None:
        """Paint with a state of its own: a rule or a box is one short line of operators, and a page has hundreds."""
        self._canvas._code.append(f"q {operators} Q")  # noqa: SLF001 - as above

    def _whose(self, fragment: Fragment, tag: Element) -> Element:
        """Return the element a fragment is read as: the mark's own, or one inside it for a call, a link or another language."""
        if fragment.note in self._notes:
            return self._within(tag, target=f"#note-{fragment.note}", call=str(fragment.note))
        if fragment.target or fragment.language:
            return self._within(tag, language=fragment.language or "", target=fragment.target or "")
        return tag

    def _led(self, fragment: Fragment, whose: Element, left: float, y: float) -> None:
        """Lay a link over what leads somewhere."""
        called = fragment.note in self._notes
        target = f"#note-{fragment.note}" if called else fragment.target
        if target:
            below, above = y + fragment.rise - 0.25 * fragment.size, y + fragment.rise + 0.8 * fragment.size
            self._canvas.link(whose, (left, below, left + fragment.width, above), target, self._describe(target))
        if fragment.note is not None:
            self._reserve(fragment.note, whose)

    def _reserve(self, note: int, near: Element) -> None:
        """Keep a place for a note behind the block that calls it, where notes are read there."""
        if note in self._notes and self._notes_at_foot:
            self._canvas.reserve(f"note-{note}", "Note", near=near)

    def _shown(self, fragment: Fragment) -> list[str]:
        font, document = fragment.face.font, self._canvas._doc  # noqa: SLF001 - subsets are counted in the document
        operators: list[str] = []
        place = 0
        for subset, codes in font.splitString(fragment.text, document):
            name = font.getSubsetInternalName(subset, document)
            operators.append(f"{name} {_number(fragment.size)} Tf [{_kerned(fragment, place, codes)}] TJ")
            place += len(codes)
        return operators

    def rule(self, mark: Rule) -> None:
        """Stroke a straight line."""
        dash = f" [{_number(mark.dash[0])} {_number(mark.dash[1])}] 0 d" if mark.dash else ""
        x, y = self._x(mark.x), self._y(mark.y)
        across, down = (0.0, mark.length) if mark.upright else (mark.length, 0.0)
        line = f"{_number(x)} {_number(y)} m {_number(x + across)} {_number(y - down)} l S"
        self._paint(f"{_colour(mark.colour)} RG {_number(mark.thickness)} w{dash} {line}")

    def box(self, mark: Box) -> None:
        """Fill or outline a rectangle."""
        edges = (self._x(mark.x), self._y(mark.y + mark.height), mark.width, mark.height)
        colour, shape = _colour(mark.colour), f"{' '.join(map(_number, edges))} re"
        self._paint(f"{colour} rg {shape} f" if mark.outline is None else f"{colour} RG {_number(mark.outline)} w {shape} S")

    def dot(self, mark: Dot) -> None:
        """Fill or outline a circle."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(mark.colour))
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.setLineWidth(mark.outline or 0)
        canvas.circle(
            self._x(mark.x), self._y(mark.y), mark.radius, stroke=int(mark.outline is not None), fill=int(mark.outline is None)
        )
        canvas.restoreState()

    def hatching(self, mark: Hatching) -> None:
        """Fill a rectangle with diagonals."""
        canvas = self._canvas
        canvas.saveState()
        x, y = self._x(mark.x), self._y(mark.y + mark.height)
        path = canvas.beginPath()
        path.rect(x, y, mark.width, mark.height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(HexColor(BLACK))
        canvas.setLineWidth(HATCH_LINE)
        offset = -mark.height
        while offset < mark.width + mark.height:
            canvas.line(x + offset, y, x + offset + mark.height, y + mark.height)
            offset += HATCH_STEP
        canvas.restoreState()

    def image(self, mark: Image) -> None:
        """Draw a picture, its bytes as they are where the file format can hold them."""
        picture = ImageReader(io.BytesIO(self._pictures[mark.media]))
        x, y = self._x(mark.x), self._y(mark.y + mark.height)
        self._canvas.drawImage(picture, x, y, mark.width, mark.height, mask="auto")
        if mark.tag:
            self._canvas.enclose(mark.tag, (x, y, x + mark.width, y + mark.height))

    def logo(self, mark: LogoMark) -> None:
        """Draw the brand's mark."""
        if self._logo:
            x, y = self._x(mark.x), self._y(mark.y + mark.height)
            draw_logo(self._canvas, self._logo, x, y, mark.height)
            if mark.tag:
                self._canvas.enclose(mark.tag, (x, y, x + self._logo.width * mark.height, y + mark.height))

    def unseen(self, mark: Unseen) -> None:
        """Give what is read and not drawn its place."""
        if mark.tag.spoken:
            self._canvas.say(mark.tag)
        else:
            self._canvas.place(mark.tag)
        for note in mark.notes:
            self._reserve(note, mark.tag)

    def strokes(self, mark: Strokes) -> None:
        """Draw a cover's curves."""
        draw_strokes(self._canvas, mark, self._x(mark.x), self._y(mark.y))


_DRAWN: dict[type, Callable[[Drawing, Any], None]] = {
    TextMark: Drawing.text,
    Rule: Drawing.rule,
    Box: Drawing.box,
    Dot: Drawing.dot,
    Hatching: Drawing.hatching,
    Image: Drawing.image,
    LogoMark: Drawing.logo,
    Unseen: Drawing.unseen,
    Strokes: Drawing.strokes,
}


def _kerned(fragment: Fragment, place: int, codes: bytes) -> str:
    """Return the operand of TJ (ISO 32000-1, 9.4.3): codes, with shifts where the pen moves other than by the glyph's width."""
    digits, end, whole = codes.hex(), place + len(codes), len(fragment.text)
    parts: list[str] = []
    start = 0
    for behind, shift in fragment.shifts:
        # What the pen does behind the last character moves nothing.
        if place < behind <= end and behind < whole:
            at = 2 * (behind - place)
            parts.append(f"<{digits[start:at]}>{_number(shift)}")
            start = at
    if start < len(digits):
        parts.append(f"<{digits[start:]}>")
    return "".join(parts)


@lru_cache(maxsize=256)
def _colour(colour: str) -> str:
    return " ".join(_number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))


@lru_cache(maxsize=20_000)
def _number(value: float) -> str:
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
