"""Where stacked pages stand: plain geometry, for reading and for the rail of small pages."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

Sizes = tuple[tuple[float, float], ...]
"""Pages in points: width and height of each."""


@dataclass(frozen=True, slots=True)
class Stacking:
    """How pages are stacked, in pixels: the room beside them, above the first, between two; ``numbered``: numbers beneath them."""

    side: float
    top: float
    gap: float
    numbered: bool = False

    def fit(self, sizes: Sizes, width: float) -> float:
        """Return the scale (pixels a point) at which the widest page fills a width."""
        widest = max((size[0] for size in sizes), default=612.0)
        return max(0.05, (width - 2 * self.side) / widest)


# Wider beside than a scroll bar: that one stands in the margin, so pages stay where they are whether it is there or not.
PAGES = Stacking(side=28, top=4, gap=20)
RAIL = Stacking(side=18, top=4, gap=34, numbered=True)


@dataclass(frozen=True, slots=True)
class Spread:
    """Pages laid out: a rectangle each, in pixels from the table's top left, and how large the table is."""

    scale: float
    pages: tuple[QRectF, ...]
    width: float
    height: float

    def anchor(self, y: float) -> tuple[int, float]:
        """Return a height of the table as a page's index and a share of its height; it may lie beyond the page."""
        if not self.pages:
            return 0, 0.0
        index = max((number for number, page in enumerate(self.pages) if page.top() <= y), default=0)
        return index, (y - self.pages[index].top()) / max(1.0, self.pages[index].height())

    def place_of(self, anchor: tuple[int, float]) -> float:
        """Return the height of the table at which an anchor is now."""
        if not self.pages:
            return 0.0
        page = self.pages[min(anchor[0], len(self.pages) - 1)]
        return page.top() + anchor[1] * page.height()


def spread(sizes: Sizes, scale: float, width: float, stacking: Stacking) -> Spread:
    """Lay pages out below each other, each in the middle of the table; positions are whole pixels, so that pictures stay sharp."""
    table = max(width, max((size[0] * scale for size in sizes), default=0.0) + 2 * stacking.side)
    pages: list[QRectF] = []
    top = stacking.top
    for page_width, page_height in sizes:
        left = round((table - page_width * scale) / 2)
        pages.append(QRectF(left, round(top), page_width * scale, page_height * scale))
        top = pages[-1].bottom() + stacking.gap
    return Spread(scale, tuple(pages), table, top if pages else 0.0)
