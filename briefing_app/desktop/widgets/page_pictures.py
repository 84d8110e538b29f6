"""Pictures of pages as they came from the worker: kept while they are near what is looked at, told apart by layout and scale."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from briefing_app.workbench.pages import PageImage

_KEPT = 24
"""How many are kept at most; the farthest from what is looked at go first."""
_SAME = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A page's picture: of which layout, and how many device pixels a point."""

    key: str
    scale: float
    pixmap: QPixmap

    def sharp(self, scale: float) -> bool:
        """Tell whether it was drawn at a scale."""
        return abs(self.scale - scale) < _SAME

    def near(self, size: QSize) -> QPixmap:
        """Return it for a page of another size, until a sharp one comes: much smaller, its letters become grey, not broken."""
        if self.pixmap.width() < 2 * size.width():
            return self.pixmap
        return self.pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


class PagePictures:
    """One picture a page, from 1."""

    def __init__(self) -> None:
        self._held: dict[int, Picture] = {}

    def __len__(self) -> int:
        return len(self._held)

    def of(self, page: int) -> Picture | None:
        """Return a page's picture, of whichever layout."""
        return self._held.get(page)

    def take(self, image: PageImage, near: int) -> None:
        """Keep a picture; ``near`` is the page that is looked at."""
        made = QImage(image.data, image.width, image.height, image.stride, QImage.Format.Format_RGB888)
        self._held[image.page] = Picture(image.key, image.scale, QPixmap.fromImage(made))
        for page in sorted(self._held, key=lambda page: -abs(page - near))[: max(0, len(self._held) - _KEPT)]:
            del self._held[page]

    def lacks(self, page: int, key: str, scale: float) -> bool:
        """Tell whether there is no picture of a page in this layout at this scale."""
        held = self._held.get(page)
        return held is None or held.key != key or not held.sharp(scale)

    def drop_after(self, page: int) -> None:
        """Drop the pictures of pages after one."""
        self._held = {number: held for number, held in self._held.items() if number <= page}
