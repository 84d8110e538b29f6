"""What window and worker say to each other about pages: a pack on its way, pages as pictures, what is wrong in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing_app.domain.finding import Finding
from briefing_app.domain.layout import LayoutReport, PageMap
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading

Box = tuple[float, float, float, float]
"""In points from the page's top left: x, y, width, height."""


class Forgotten(LookupError):
    """The worker does not have what it is asked about: it was started anew, or has drawn something else since."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A pack on its way to the worker, without the readings and pictures that are there already."""

    pack: Pack
    needed: tuple[str, ...]
    """Identifiers of all its readings, in order."""
    readings: tuple[Reading, ...]
    pictures: tuple[str, ...]
    """SHA-256 of all its pictures."""
    media: Mapping[str, bytes]


class Sent:
    """What the worker is known to have, so that it need not be sent again."""

    def __init__(self) -> None:
        self._readings: frozenset[str] = frozenset()
        self._media: frozenset[str] = frozenset()

    def parcel(self, pack: Pack, media: Mapping[str, bytes]) -> Parcel:
        """Return a pack packed up with what the worker lacks."""
        return Parcel(
            replace(pack, readings=()),
            tuple(reading.id for reading in pack.readings),
            tuple(reading for reading in pack.readings if reading.id not in self._readings),
            tuple(media),
            {digest: data for digest, data in media.items() if digest not in self._media},
        )

    def arrived(self, parcel: Parcel) -> None:
        """Note that a parcel was opened: the worker keeps what the last one needed."""
        self._readings = frozenset(parcel.needed)
        self._media = frozenset(parcel.pictures)

    def forgotten(self) -> None:
        """Note that the worker has nothing any more."""
        self._readings = self._media = frozenset()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: 24 bits a pixel, red first, rows of ``stride`` bytes; ``page`` from 1, ``scale`` pixels a point."""

    key: str
    page: int
    scale: float
    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Original:
    """A source's own file with pages, opened: ``key`` is its fingerprint, ``sizes`` are in points, a page each."""

    key: str
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """One copy laid out. ``key`` names the document for ``rendered`` and ``judged``; ``sizes`` are in points, a page each."""

    key: str
    pdf: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]
    page_map: PageMap
    report: LayoutReport
    first: PageImage | None
    """The page that is looked at, if one was asked for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be mended in a copy, and the boxes of damaged words by page, as in a page map."""

    key: str
    findings: tuple[Finding, ...]
    damaged: Mapping[int, tuple[Box, ...]]
