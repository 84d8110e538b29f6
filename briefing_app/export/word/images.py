"""Images of a Word file: photographs without what cameras hide in them, the mark, the signs of the matrix."""

import hashlib
import io
import warnings
from dataclasses import dataclass, field

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from PIL import Image, ImageDraw, ImageOps

_DOTS_PER_INCH = 300
_PIXEL = 0.75
"""Points a pixel may take at most: 96 of them an inch."""
_QUALITY = 90
_SIGN_PIXELS = 96


@dataclass(frozen=True, slots=True)
class Photograph:
    """An image ready to be shown: its bytes, kind (png, jpeg), and its size in points."""

    data: bytes
    kind: str
    width: float
    height: float


def photograph(data: bytes, widest: float, highest: float) -> Photograph | None:
    """Return an image fit for print in a room of points: upright, at most 300 dots an inch, without place, date or camera.

    None when it is no image that can be read.
    """
    opened = _opened(data)
    if opened is None:
        return None
    picture, photo = opened
    factor = min(widest / picture.width, highest / picture.height, _PIXEL)
    most = max(round(picture.width * factor / 72 * _DOTS_PER_INCH), 1)
    size = picture.width * factor, picture.height * factor
    if picture.width > most:
        picture = picture.resize((most, max(round(picture.height * most / picture.width), 1)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    picture.save(target, "JPEG" if photo else "PNG", quality=_QUALITY)
    return Photograph(target.getvalue(), "jpeg" if photo else "png", *size)


def _opened(data: bytes) -> tuple[Image.Image, bool] | None:
    """Return an image upright and bare of all its file said besides, and whether it is a photograph."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of large images; their size was looked at on the way in.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                image.load()
                upright = ImageOps.exif_transpose(image)
                photo = image.format == "JPEG"
                has_holes = "A" in upright.getbands() or "transparency" in upright.info
                bare = upright.convert("RGBA" if has_holes and not photo else "RGB")
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to; the layout report tells of it
        return None
    bare.info = {}
    return bare, photo


def sign(colour: str, *, filled: bool) -> bytes:
    """Return the PNG of a disc or a ring, in a colour as six digits."""
    large = _SIGN_PIXELS * 4
    image = Image.new("RGBA", (large, large), f"#{colour}00")
    edge = large // 24
    drawing = ImageDraw.Draw(image)
    box = (edge, edge, large - edge, large - edge)
    drawing.ellipse(box, fill=f"#{colour}FF" if filled else None, outline=f"#{colour}FF", width=large // 6)
    target = io.BytesIO()
    image.resize((_SIGN_PIXELS, _SIGN_PIXELS), Image.Resampling.BOX).save(target, "PNG")
    return target.getvalue()


@dataclass(slots=True)
class ImageParts:
    """The image parts of one file, each image once, named by their place."""

    package: Package
    _parts: dict[str, Part] = field(default_factory=dict)

    def part(self, data: bytes, kind: str) -> Part:
        """Return the part that holds an image of a kind: png or jpeg."""
        key = hashlib.sha256(data).hexdigest()
        if key not in self._parts:
            name = PackURI(f"/word/media/image{len(self._parts) + 1}.{kind}")
            self._parts[key] = Part(name, f"image/{kind}", data, self.package)
        return self._parts[key]
