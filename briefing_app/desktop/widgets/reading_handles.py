"""The handles at the edges of the passage that is chosen in a document: drawn over the words, taken hold of, dragged by words."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from briefing_app.desktop.theme import Theme
from briefing_app.domain.span import Span

_REACH = 9
"""Pixels round a handle in which it is taken hold of."""
_DOT = 3.5


class Edge(Enum):
    """An end of the chosen passage."""

    START = "start"
    END = "end"


class Handles:
    """Where they stand is asked anew each time: ``places`` returns the line at each edge, nothing while there is no passage."""

    def __init__(self, places: Callable[[], Mapping[Edge, QRectF]]) -> None:
        self._places = places
        self.held: Edge | None = None
        """The handle that is being dragged."""

    def at(self, point: QPointF) -> Edge | None:
        """Return the handle near a point."""
        near = {
            edge: abs(point.x() - rect.left())
            for edge, rect in self._places().items()
            if rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point)
        }
        return min(near, key=lambda edge: near[edge], default=None)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw a line and a dot at each edge: the dot above the words at the start, below them at the end."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent"))
        for edge, rect in self._places().items():
            # At the very edge of the paper they stand within it: neither is cut.
            line, dot = max(rect.left(), 1.0), max(rect.left(), _DOT + 1)
            painter.drawLine(QPointF(line, rect.top()), QPointF(line, rect.bottom()))
            painter.drawEllipse(QPointF(dot, rect.top() - 1 if edge is Edge.START else rect.bottom() + 1), _DOT, _DOT)


def moved(chosen: Span, edge: Edge, place: int) -> Span | None:
    """Return the passage with an edge at another place; None where nothing would be left of it."""
    start, end = (place, chosen.end) if edge is Edge.START else (chosen.start, place)
    return Span(start, end) if start < end else None
