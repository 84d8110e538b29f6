"""Images of a Word file: photographs without what cameras hide in them, the mark, the signs of the matrix."""

import hashlib
import io
from dataclasses import dataclass, field

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from briefing_app.errors import ExportRefused

_DOTS_PER_INCH = 300
_NATURAL_DOTS = 144
"""Pixels an inch of a picture that is not wide enough for the measure."""
_QUALITY = 90
_MOST_PIXELS = 100_000_000
_SIGN_PIXELS = 96


@dataclass(frozen=True, slots=True)
class Photograph:
    """An image ready to be shown: its bytes, kind (png, jpeg), and its size in points."""

    data: bytes
    kind: str
    width: float
    height: float


def photograph(data: bytes, media: str, widest: float, highest: float) -> Photograph:
    """Return an image fit for print in a room of points: upright, at most 300 dots an inch, without place, date or camera.

    ExportRefused when it is no image, or one so large that reading it would take the computer down.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise ExportRefused("picture-too-large", media=media)
            upright = ImageOps.exif_transpose(image)
            kind = "jpeg" if image.format == "JPEG" else "png"
            has_holes = "A" in upright.getbands() or "transparency" in upright.info
            picture = upright.convert("RGB" if kind == "jpeg" or not has_holes else "RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise ExportRefused("picture-unreadable", media=media) from error
    factor = min(widest / picture.width, highest / picture.height, 72 / _NATURAL_DOTS)
    width, height = picture.width * factor, picture.height * factor
    most = max(round(width / 72 * _DOTS_PER_INCH), 1)
    if picture.width > most:
        picture = picture.resize((most, max(round(picture.height * most / picture.width), 1)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    # A new image, so that nothing of the old file's metadata or colour profile comes along.
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    bare.save(target, kind.upper(), **({"quality": _QUALITY} if kind == "jpeg" else {}))
    return Photograph(target.getvalue(), kind, width, height)


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
