"""A brand's mark from its SVG or picture file: shapes drawn as paths, so that no font enters a document with it."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.utils import ImageReader

from briefing_app.domain.brand import Brand


@dataclass(frozen=True, slots=True, eq=False)
class Logo:
    """A mark that can be drawn: the drawing of an SVG, or the bytes of a picture; ``width`` for one unit of height."""

    width: float
    drawing: Any = None
    picture: bytes = b""


def load_logo(brand: Brand) -> Logo | None:
    """Return a brand's mark, or None for one that is missing or cannot be drawn."""
    path = Path(brand.folder) / brand.logo.file
    try:
        return _loaded(path, path.read_bytes()) if brand.logo.file else None
    except OSError:
        return None


@lru_cache(maxsize=8)
def _loaded(path: Path, data: bytes) -> Logo | None:
    try:
        return _from_svg(path) if path.suffix.lower() == ".svg" else _from_picture(data)
    except Exception:  # noqa: BLE001 - svglib raises whatever a broken file leads it to; the mark is then left out and reported
        return None


def _from_svg(path: Path) -> Logo | None:
    from briefing_app.export.pdf.vector import load_svg  # noqa: PLC0415 - brings all of reportlab's graphics

    drawing = load_svg(path)
    return Logo(drawing.width / drawing.height, drawing=drawing) if drawing else None


def _from_picture(data: bytes) -> Logo | None:
    from briefing_app.export.imaging import stamp  # noqa: PLC0415 - Pillow, which few brands need

    made = stamp(data)
    return Logo(made.proportion, picture=made.png) if made else None


def draw_logo(canvas: Any, logo: Logo, x: float, y: float, height: float) -> None:
    """Draw a mark ``height`` points high with its lower left corner at x, y (from the page's lower left)."""
    canvas.saveState()
    if logo.drawing is None:
        canvas.drawImage(ImageReader(io.BytesIO(logo.picture)), x, y, logo.width * height, height, mask="auto")
    else:
        from briefing_app.export.pdf.vector import draw_shapes  # noqa: PLC0415 - as above

        canvas.translate(x, y)
        canvas.scale(height / logo.drawing.height, height / logo.drawing.height)
        draw_shapes(canvas, logo.drawing)
    canvas.restoreState()
