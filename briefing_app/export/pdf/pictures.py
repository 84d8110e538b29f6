"""Pictures of a briefing: which of them open, how large they are, and their bytes as a PDF can hold them."""

import io
import warnings
from collections.abc import Iterator, Mapping

from PIL import Image, ImageOps

from briefing_app.domain.briefing import Briefing, Picture

_PLAIN_MODES = frozenset({"L", "RGB"})


def readable_pictures(briefing: Briefing, media: Mapping[str, bytes]) -> dict[str, tuple[bytes, tuple[int, int]]]:
    """Return the bytes and the size in pixels of each picture that opens, by SHA-256; the others are left out."""
    found: dict[str, tuple[bytes, tuple[int, int]]] = {}
    for key in dict.fromkeys(_named(briefing)):
        opened = _opened(media.get(key, b""))
        if opened:
            found[key] = opened
    return found


def _named(briefing: Briefing) -> Iterator[str]:
    for part in briefing.parts:
        for block in part.blocks:
            if isinstance(block, Picture):
                yield block.media


def _opened(data: bytes) -> tuple[bytes, tuple[int, int]] | None:
    try:
        with warnings.catch_warnings():
            # A picture so large that Pillow warns of it is still only a picture here: its size was looked at on the way in.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
                turned = ImageOps.exif_transpose(picture)
                if min(turned.size) < 1:
                    return None
                if (
                    picture.format == "JPEG"
                    and picture.mode in _PLAIN_MODES
                    and turned.size == picture.size
                    and not picture.getexif()
                ):
                    return data, turned.size
                return _without_notes(turned, photograph=picture.format == "JPEG"), turned.size
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to; a finding tells of it
        return None


def _without_notes(picture: Image.Image, *, photograph: bool) -> bytes:
    """Return a picture upright, in colours of the screen, without the camera's notes about place and time."""
    transparent = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    kept = picture.convert("RGBA" if transparent else "RGB")
    kept.info = {}
    file = io.BytesIO()
    if photograph:
        kept.save(file, "JPEG", quality=92)
    else:
        kept.save(file, "PNG", compress_level=1)
    return file.getvalue()
