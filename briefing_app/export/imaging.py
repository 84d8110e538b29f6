"""Pictures made fit for print: upright, in the screen's colours, no finer than paper shows, bare of what cameras note."""

import io
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageCms, ImageOps

from briefing_app.export.photographs import Photograph, Refused, Stamp

DOTS_PER_INCH = 300
"""Finer than this no printer of an office shows a photograph."""
MOST_ACROSS = 30_000
MOST_PIXELS = 120_000_000
"""Larger pictures are refused unopened: they would take half a gigabyte to look at."""
PIXEL = 0.75
"""Points a pixel may take at most: 96 of them an inch."""
_QUALITY = 90


@lru_cache(maxsize=32)
def prepared(data: bytes, widest: float, highest: float) -> Photograph | Refused:
    """Return a picture fit for print in a room of points, or why there is none. The same bytes give the same bytes.

    Colours are brought to sRGB (from CMYK, another profile, sixteen bits a channel); what is transparent shows white paper. A
    JPEG that needs nothing of this keeps its own data, without the segments that tell of place, time and camera.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; their size is looked at before any of them is opened.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                return _prepared(image, data, widest, highest)
    except Image.DecompressionBombError:
        return Refused("image-too-large")
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to; a finding tells of it
        return Refused("image-broken")


_STAMP_DOTS = 800
"""Height above which a logo shows nothing more: it stands less than an inch high."""


@lru_cache(maxsize=8)
def stamp(data: bytes) -> Stamp | None:
    """Return a logo's picture in the screen's colours, what is transparent kept; None for what is no picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                if _has_too_many(image):
                    return None
                image.load()
                shown = _in_screen_colours(ImageOps.exif_transpose(image)).convert("RGBA")
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to; a finding tells of it
        return None
    proportion = shown.width / shown.height
    if shown.height > _STAMP_DOTS:
        shown = shown.resize((max(round(_STAMP_DOTS * proportion), 1), _STAMP_DOTS), Image.Resampling.LANCZOS)
    return Stamp(_written(shown, photograph=False), proportion)


def too_large(data: bytes) -> bool:
    """Tell whether a picture has more pixels than may be opened; False for what is no picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                return _has_too_many(image)
    except Image.DecompressionBombError:
        return True
    except Exception:  # noqa: BLE001 - as above
        return False


def _has_too_many(image: Image.Image) -> bool:
    return max(image.size) > MOST_ACROSS or image.width * image.height > MOST_PIXELS


def _prepared(image: Image.Image, data: bytes, widest: float, highest: float) -> Photograph | Refused:
    across, high = image.size
    if _has_too_many(image):
        return Refused("image-too-large")
    turned = image.getexif().get(_ORIENTATION, 1) in _LYING
    shown = (high, across) if turned else (across, high)
    factor = min(widest / shown[0], highest / shown[1], PIXEL)
    size = shown[0] * factor, shown[1] * factor
    most = max(round(size[0] / 72 * DOTS_PER_INCH), 1), max(round(size[1] / 72 * DOTS_PER_INCH), 1)
    jpeg = image.format == "JPEG"
    if jpeg and shown[0] <= most[0] and _plain(image):
        image.load()
        return Photograph(_bare_jpeg(data), "jpeg", *size)
    if jpeg:
        # The decoder itself can give a half, a quarter or an eighth of a photograph, with as much less to hold.
        image.draft(None, (most[1], most[0]) if turned else most)
    image.load()
    paper = _on_paper(_in_screen_colours(ImageOps.exif_transpose(image)))
    if paper.width > most[0]:
        paper = paper.resize(most, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return Photograph(_written(paper, photograph=jpeg), "jpeg" if jpeg else "png", *size)


_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})
_UPRIGHT = 1


def _plain(image: Image.Image) -> bool:
    """Tell whether a JPEG can go as it is: upright, in shades of grey or the screen's colours."""
    return image.mode in {"L", "RGB"} and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT and _profile(image) is None


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return an image's colour profile, None where it has none or the screen's own."""
    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        return None if "srgb" in ImageCms.getProfileDescription(profile).casefold() else profile
    except (ImageCms.PyCMSError, OSError):
        # A profile that cannot be read says nothing about the colours.
        return None


def _in_screen_colours(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # Sixteen bits: the eight that matter.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"P", "PA", "1"}:
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    profile = _profile(image)
    if profile is None:
        return image
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    colours = image.convert("RGB" if image.mode == "RGBA" else "L") if alpha else image
    try:
        converted = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except ImageCms.PyCMSError:
        # A profile made for colours of another kind than the picture's.
        return image
    if converted is not None and alpha:
        converted.putalpha(alpha)
    return converted or image


def _on_paper(image: Image.Image) -> Image.Image:
    """Return an image without holes: paper shows through them."""
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _written(image: Image.Image, *, photograph: bool) -> bytes:
    image.info = {}
    file = io.BytesIO()
    if photograph:
        image.save(file, "JPEG", quality=_QUALITY)
    else:
        image.save(file, "PNG", compress_level=6)
    return file.getvalue()


_KEPT_SEGMENTS = frozenset({0xE0, 0xEE})
"""Of a JPEG's application segments: JFIF's, and Adobe's, which says how colours are coded."""


def _bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments and application segments (ITU-T T.81, annex B), where camera, place and time are noted."""
    return b"\xff\xd8" + b"".join(_segments(data))


_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker within or behind a scan: neither a stuffed byte nor a restart."""
_SCAN, _END = 0xDA, 0xD9


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that make the image, up to its end: some cameras hide a second picture behind it."""
    place = 2
    while place + 4 <= len(data):
        while data[place : place + 2] == b"\xff\xff":
            place += 1
        marker = data[place + 1]
        if marker == _END:
            break
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _SCAN:
            after = _MARKER.search(data, end)
            end = after.start() if after else len(data)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _KEPT_SEGMENTS:
            yield data[place:end]
        place = end
    yield b"\xff\xd9"
