"""Images of a Word file: its image parts, and the signs of the matrix."""

import hashlib
import io
from dataclasses import dataclass, field

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from PIL import Image, ImageDraw

from briefing_app.domain.briefing import Mark

_SIGN_PIXELS = 96


def sign(colour: str, mark: Mark) -> bytes:
    """Return the PNG of a mark in a matrix: a disc, a ring or a dash, in a colour as six digits."""
    large = _SIGN_PIXELS * 4
    image = Image.new("RGBA", (large, large), f"#{colour}00")
    edge = large // 24
    drawing = ImageDraw.Draw(image)
    box = (edge, edge, large - edge, large - edge)
    if mark is Mark.CHOSEN:
        drawing.rectangle((edge, large * 5 // 12, large - edge, large * 7 // 12), fill=f"#{colour}FF")
    else:
        drawing.ellipse(box, fill=f"#{colour}FF" if mark is Mark.NAMED else None, outline=f"#{colour}FF", width=large // 6)
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
