"""Adding what is ours to a pack: notes, headings, key figures out of placed excerpts, pictures with their bytes."""

import dataclasses
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.excerpt import new_id, shown_words
from briefing_app.domain.pack import (
    Adapted,
    ByAudience,
    ExcerptPlacement,
    FigurePlacement,
    ImagePlacement,
    NotePlacement,
    Pack,
    Placement,
    Verbatim,
)
from briefing_app.domain.template import INTERNAL_ROLES
from briefing_app.errors import EditRefused
from briefing_app.files import read_whole
from briefing_app.workbench.editing import Edited, placement_of, put

HEADING_LEVEL = 2
"""The level of a heading within a section."""

PICTURES = ("*.png", "*.jpg", "*.jpeg")
"""Names of the files that can be placed as pictures."""

LARGEST_PICTURE = 20_000_000
"""In bytes; a photograph as a camera writes it, hardly more."""

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def note_added(
    pack: Pack, section: str, index: int, text: str, *, heading: bool = False, identifier: Callable[[], str] = new_id
) -> Edited:
    """Put a note, or a heading of our own, into a section before the placement at ``index``."""
    level = HEADING_LEVEL if heading else 0
    return _added(
        pack, section, index, NotePlacement(identifier(), ByAudience(text), level), "add-heading" if heading else "add-note"
    )


def figure_added(
    pack: Pack, section: str, index: int, excerpt: str, number: str, label: str, *, identifier: Callable[[], str] = new_id
) -> Edited:
    """Put a key figure into a section: a number that stands in an excerpt of the pack; EditRefused when it does not."""
    number = number.strip()
    held = pack.excerpt(excerpt)
    words = shown_words(held, pack.reading(held.reading))
    if not _stands(number, words):
        raise EditRefused("figure-not-there", number=number)
    return _added(pack, section, index, FigurePlacement(identifier(), number, ByAudience(label.strip()), excerpt), "add-figure")


def picture_added(pack: Pack, section: str, index: int, path: Path, *, identifier: Callable[[], str] = new_id) -> Edited:
    """Put a picture from a file into a section; the edit brings its bytes.

    EditRefused for what is no PNG or JPEG, or too large for a briefing; FileNotRead when the file cannot be read.
    """
    data = read_whole(path)
    if not data.startswith(_SIGNATURES):
        raise EditRefused("picture-unknown", path=path.name)
    if len(data) > LARGEST_PICTURE:
        raise EditRefused("picture-too-large", path=path.name, megabytes=LARGEST_PICTURE // 1_000_000)
    if _too_fine(data):
        raise EditRefused("picture-too-many-pixels", path=path.name)
    name = hashlib.sha256(data).hexdigest()
    edited = _added(pack, section, index, ImagePlacement(identifier(), name), "add-picture")
    return dataclasses.replace(edited, media={name: data})


def _too_fine(data: bytes) -> bool:
    from briefing_app.export.imaging import too_large  # noqa: PLC0415 - Pillow, which nothing else of the window needs

    return too_large(data)


@dataclass(frozen=True, slots=True)
class OfferedFigure:
    """A figure that stands in an excerpt, as the source has it, and what it counts where extraction found that."""

    number: str
    counts: str = ""


def figures_in(pack: Pack, excerpt: str) -> tuple[OfferedFigure, ...]:
    """Return the figures in an excerpt's words, each once: those that extraction found with what they count first.

    What is counted is told in the source's words: in another language than the pack's it is left for the officer to write.
    """
    held = pack.excerpt(excerpt)
    reading = pack.reading(held.reading)
    words = shown_words(held, reading)
    ours = reading.language in {None, pack.language}
    told = [OfferedFigure(each.span.of(reading.text), each.counts if ours else "") for each in held.figures]
    offered = {each.number: each for each in reversed(told) if _stands(each.number, words)}
    known = " ".join(offered)
    others = (found.group() for found in _FIGURE.finditer(words) if not _stands(found.group(), known))
    return tuple(dict.fromkeys((*reversed(offered.values()), *map(OfferedFigure, others))))


def _stands(number: str, words: str) -> bool:
    return bool(number) and re.search(rf"(?<!\w){re.escape(number)}(?!\w)", words) is not None


_FIGURE = re.compile(r"(?<!\w)(?:[$€£]\s?)?\d+(?:[.,\u00a0\u202f]\d+)*(?:[\u00a0\u202f]?%)?(?!\w)")


def as_adapted(pack: Pack, placement: str, audience: str) -> Adapted:
    """Return a placed excerpt's words as the start of our own: as they are adapted already, else the source's words."""
    held = placement_of(pack, placement)
    if not isinstance(held, ExcerptPlacement):
        raise KeyError(placement)
    wording = held.wording_for(audience)
    if isinstance(wording, Adapted):
        return wording
    excerpts = [pack.excerpt(identifier) for identifier in held.excerpts]
    return Adapted(" ".join(shown_words(each, pack.reading(each.reading)) for each in excerpts))


SOURCE_WORDS = Verbatim()
"""The wording that takes an excerpt back to its source's own words, whole."""


def _added(pack: Pack, section: str, index: int, placement: Placement, code: str) -> Edited:
    held = next((each for each in pack.sections if each.id == section), None)
    if held is None:
        raise EditRefused("section-gone")
    if held.role in INTERNAL_ROLES:
        raise EditRefused("section-made-of-notes", section=held.title.text)
    return dataclasses.replace(put(pack, section, index, [placement]), code=code)
