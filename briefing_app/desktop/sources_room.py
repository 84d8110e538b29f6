"""The sources' room: documents, what is read, and what is known of it, side by side; in a narrow window the last gives way."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from briefing_app.desktop.pack_room import column, enter_first
from briefing_app.desktop.widgets.tray import Tray

SOURCES, SOURCES_LEAST = 308, 240
READING_LEAST = 420
INSPECTOR, INSPECTOR_LEAST = 372, 300
WIDE = 1100
"""Under this width the inspector gives way to the words."""


class SourcesRoom(QWidget):
    """Lays out panes that know nothing of each other."""

    def __init__(
        self, sources: QWidget, reading: QWidget, inspector: QWidget, scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self.sources, self.reading, self.inspector = sources, reading, inspector
        self.tray = Tray()
        middle = QWidget()
        middle.setMinimumWidth(round(READING_LEAST * scale))
        column(middle, self.tray, reading, stretched=reading)
        for pane, least in ((sources, SOURCES_LEAST), (inspector, INSPECTOR_LEAST)):
            pane.setMinimumWidth(round(least * scale))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for place, pane in enumerate((sources, middle, inspector)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, 1 if pane is middle else 0)
        column(self, self.splitter, stretched=self.splitter)
        self._laid = False
        self.folded = False
        """Whether a person sent the list of sources away."""

    def turn(self, *, shown: bool) -> None:
        """Show the list of sources or fold it away."""
        self.folded = not shown
        self.sources.setVisible(shown)

    def next_pane(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before."""
        panes = (self.sources, self.reading, self.inspector)
        within = cast("QWidget | None", self.window().focusWidget())
        here = next((place for place, pane in enumerate(panes) if within and (pane is within or pane.isAncestorOf(within))), -step)
        for further in range(1, len(panes) + 1):
            pane = panes[(here + step * further) % len(panes)]
            if pane is self.sources and self.folded:
                self.turn(shown=True)
            if pane.isVisible() and enter_first(pane):
                return

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold what does not fit."""
        super().resizeEvent(event)
        self.inspector.setVisible(self.width() >= WIDE * self._scale)
        if not self._laid and self.width() > 0:
            self._laid = True
            left, right = round(SOURCES * self._scale), round(INSPECTOR * self._scale)
            self.splitter.setSizes([left, max(1, self.width() - left - right), right])
