"""The thin layer over reportlab's canvas: every operator that shows text or paints anything is written here."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefing_app.export.pdf.geometry import Geometry
from briefing_app.export.pdf.logo import Logo, draw_logo
from briefing_app.export.pdf.marks import Box, Dot, Hatching, Image, LogoMark, Mark, Rule, TextMark
from briefing_app.export.pdf.typescale import BLACK
from briefing_app.export.pdf.words import Fragment

HATCH_STEP = 6.0
HATCH_LINE = 2.2
_LEAST_KERN = 0.5
"""Thousandths of the size under which a shift is not worth a number in the file."""


class Drawing:
    """Draws marks on the pages of one canvas. ``pictures`` are by SHA-256 and known to open."""

    def __init__(self, canvas: Canvas, geometry: Geometry, pictures: Mapping[str, bytes], logo: Logo | None) -> None:
        self._canvas: Any = canvas
        self._geometry = geometry
        self._pictures = pictures
        self._logo = logo

    def draw(self, mark: Mark) -> None:
        """Draw a mark whose y is measured from the page's top."""
        _DRAWN[type(mark)](self, mark)

    def _x(self, x: float) -> float:
        return self._geometry.left + x

    def _y(self, y: float) -> float:
        return self._geometry.height - y

    def text(self, mark: TextMark) -> None:
        """Show a line's fragments in order, each where it was set, with the kerning that was measured."""
        y = self._y(mark.y + mark.baseline)
        operators = ["BT"]
        for x, fragment in mark.line.fragments:
            if fragment.text:
                operators.append(
                    f"{_colour(fragment.colour)} rg 1 0 0 1 {_number(self._x(mark.x + x))} {_number(y + fragment.rise)} Tm"
                )
                operators += self._shown(fragment)
        operators.append("ET")
        self._canvas._code.append(" ".join(operators))  # noqa: SLF001 - reportlab has no public way to show kerned text

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
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.setLineWidth(mark.thickness)
        if mark.dash:
            canvas.setDash(*mark.dash)
        x, y = self._x(mark.x), self._y(mark.y)
        canvas.line(x, y, x + (0 if mark.upright else mark.length), y - (mark.length if mark.upright else 0))
        canvas.restoreState()

    def box(self, mark: Box) -> None:
        """Fill or outline a rectangle."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(mark.colour))
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.setLineWidth(mark.outline or 0)
        x, y = self._x(mark.x), self._y(mark.y + mark.height)
        canvas.rect(x, y, mark.width, mark.height, stroke=int(mark.outline is not None), fill=int(mark.outline is None))
        canvas.restoreState()

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
        self._canvas.drawImage(picture, self._x(mark.x), self._y(mark.y + mark.height), mark.width, mark.height, mask="auto")

    def logo(self, mark: LogoMark) -> None:
        """Draw the brand's mark."""
        if self._logo:
            draw_logo(self._canvas, self._logo, self._x(mark.x), self._y(mark.y + mark.height), mark.height)


_DRAWN: dict[type, Callable[[Drawing, Any], None]] = {
    TextMark: Drawing.text,
    Rule: Drawing.rule,
    Box: Drawing.box,
    Dot: Drawing.dot,
    Hatching: Drawing.hatching,
    Image: Drawing.image,
    LogoMark: Drawing.logo,
}


def _kerned(fragment: Fragment, place: int, codes: bytes) -> str:
    """Return the operand of TJ (ISO 32000-1, 9.4.3): codes, with shifts where the pen moves other than by the glyph's width."""
    face = fragment.face
    parts: list[str] = []
    start = 0
    for at in range(len(codes)):
        character = fragment.text[place + at]
        shift = face.printed_width(" " if character == "\u00a0" else character) - fragment.advances[place + at]
        if abs(shift) >= _LEAST_KERN and place + at + 1 < len(fragment.text):
            parts.append(f"<{codes[start : at + 1].hex()}>{_number(shift)}")
            start = at + 1
    if start < len(codes):
        parts.append(f"<{codes[start:].hex()}>")
    return "".join(parts)


def _colour(colour: str) -> str:
    return " ".join(_number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))


def _number(value: float) -> str:
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
