"""The pack's room: library, pack and preview side by side, problems along the foot; narrow windows fold panes, the pack never."""

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from briefing_app.desktop.arrangement import Arrangement
from briefing_app.desktop.widgets.tray import Tray

WIDE = 1240
"""Under this width library and preview do not both fit beside the pack."""
LIBRARY, LIBRARY_LEAST = 344, 300
PACK_LEAST = 480
PREVIEW, PREVIEW_LEAST = 512, 360
LOW = 760
"""Under this height the problems close to one line."""


class Rail(Protocol):
    """A preview that can be a narrow rail of pages."""

    def set_rail(self, rail: bool) -> None:
        """Be a rail, or whole."""


class Strip(Protocol):
    """Problems that can close to one line."""

    closed: bool

    def set_closed(self, closed: bool) -> None:
        """Close to one line, or open."""


@dataclass(frozen=True, slots=True)
class Folding:
    """Which panes a person wants to see, and which of the two they asked for last: that one stays when both do not fit."""

    library: bool = True
    preview: bool = True
    last: str = "library"

    def turned(self, pane: str, *, shown: bool) -> "Folding":
        """Return the wish with one pane asked for or sent away."""
        wanted = {"library": self.library, "preview": self.preview, pane: shown}
        other = "preview" if pane == "library" else "library"
        return Folding(wanted["library"], wanted["preview"], pane if shown else other)

    def fitting(self, width: float) -> tuple[bool, bool]:
        """Return whether library and preview are shown in a window of a width, given in pixels at 100 %."""
        if width >= WIDE or not (self.library and self.preview):
            return self.library, self.preview
        return self.last == "library", self.last == "preview"


class PackRoom(QWidget):
    """Lays out panes that know nothing of each other."""

    folding_changed = Signal()

    def __init__(
        self,
        library: QWidget,
        outline: QWidget,
        preview: QWidget,
        problems: QWidget,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self.folding = Folding()
        self.library, self.outline, self.preview, self.problems = library, outline, preview, problems
        self.tray = Tray()
        middle = QWidget()
        middle.setMinimumWidth(round(PACK_LEAST * scale))
        column(middle, self.tray, outline, stretched=outline)
        for pane, least in ((library, LIBRARY_LEAST), (preview, PREVIEW_LEAST)):
            pane.setMinimumWidth(round(least * scale))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for place, pane in enumerate((library, middle, preview)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, 1 if pane is middle else 0)
        column(self, self.splitter, problems, stretched=self.splitter)
        self._before = (True, True)
        self._low = self._close_strip = False
        self._laid = False
        self._widths = {"library": LIBRARY, "preview": PREVIEW}

    def arrange(self, left: Arrangement) -> None:
        """Stand as a person left it; before the room is shown for the first time."""
        for name, width, least in (("library", left.library, LIBRARY_LEAST), ("preview", left.preview, PREVIEW_LEAST)):
            if width is not None:
                self._widths[name] = max(width, least)
        self.folding = Folding("library" not in left.folded, "preview" not in left.folded, left.last)
        self._close_strip = "problems" in left.folded
        if self._close_strip:
            cast("Strip", self.problems).set_closed(True)

    def arrangement(self) -> Arrangement:
        """Return how the room stands, for ``arrange``. A strip that closed for want of height counts as it was before."""
        self._remember(*self._before)
        strip = cast("Strip", self.problems)
        folded = {"library": not self.folding.library, "preview": not self.folding.preview}
        folded["problems"] = self._close_strip if self._low else strip.closed
        return Arrangement(
            self._widths["library"],
            self._widths["preview"],
            frozenset(name for name, away in folded.items() if away),
            self.folding.last,
        )

    def turn(self, pane: str, *, shown: bool) -> None:
        """Show a pane ("library", "preview") or fold it away."""
        self.folding = self.folding.turned(pane, shown=shown)
        self._fold()

    def shown(self, pane: str) -> bool:
        """Tell whether a pane is to be seen."""
        library, preview = self.folding.fitting(self.width() / self._scale)
        return library if pane == "library" else preview

    def next_pane(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before; one that is folded away comes back."""
        panes = (self.library, self.outline, self.preview, self.problems)
        within = cast("QWidget | None", self.window().focusWidget())
        here = next((place for place, pane in enumerate(panes) if within and (pane is within or pane.isAncestorOf(within))), -step)
        for further in range(1, len(panes) + 1):
            if self.enter(panes[(here + step * further) % len(panes)]):
                return

    def enter(self, pane: QWidget) -> bool:
        """Give the keyboard to a pane; tell whether anything in it takes it."""
        name = {self.library: "library", self.preview: "preview"}.get(pane)
        if name and not self.shown(name):
            self.turn(name, shown=True)
        return enter_first(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fold()
        low = self.window().height() < LOW * self._scale
        if low != self._low:
            self._low = low
            strip = cast("Strip", self.problems)
            if low:
                self._close_strip = strip.closed
            strip.set_closed(low or self._close_strip)

    def _fold(self) -> None:
        library, preview = self.shown("library"), self.shown("preview")
        before, self._before = self._before, (library, preview)
        self._remember(*before)
        self.library.setVisible(library)
        cast("Rail", self.preview).set_rail(not preview)
        if before != (library, preview) or not self._laid:
            self._laid = True
            wide = self._widths
            left = round(wide["library"] * self._scale) if library else 0
            room = self.width() - left - round(PACK_LEAST * self._scale)
            right = min(round(wide["preview"] * self._scale), max(round(PREVIEW_LEAST * self._scale), room))
            right = right if preview else self.preview.minimumWidth()
            self.splitter.setSizes([left, max(round(PACK_LEAST * self._scale), self.width() - left - right), right])
        self.folding_changed.emit()

    def _remember(self, library: bool, preview: bool) -> None:
        """Keep the widths a person drew, of the panes that were whole until now."""
        if not self._laid:
            return
        sizes = self.splitter.sizes()
        for name, whole, size in (("library", library, sizes[0]), ("preview", preview, sizes[2])):
            if whole and size:
                self._widths[name] = round(size / self._scale)


def column(parent: QWidget, *widgets: QWidget, stretched: QWidget) -> None:
    """Stand widgets on each other without any space; one takes what room there is."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretched else 0)


def enter_first(pane: QWidget, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> bool:
    """Give the keyboard to the widget a pane names, else to the first within it that takes the Tab key; ``reason``: how it came."""
    inside = [each for each in pane.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()]
    named = pane.focusProxy()
    for each in [*([named] if named else []), *inside]:
        if each.isVisibleTo(pane) and each.isEnabled():
            each.setFocus(reason)
            return True
    return False
