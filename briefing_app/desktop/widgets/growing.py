"""The one motion of the window: a height that grows or shrinks in 120 ms, fast at first; at once where nothing may move."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from briefing_app.desktop.theme import moves

DURATION = 120
"""Milliseconds."""


class Growing(QObject):
    """Moves one height at a time; a new aim starts from where the last one has come."""

    ended = Signal()
    """It arrived; not told where it did so at once."""

    def __init__(self, show: Callable[[int], None], parent: QObject) -> None:
        """Make it; ``show`` is told every height on the way, the last one too."""
        super().__init__(parent)
        self._show = show
        self._motion = QVariantAnimation(self, duration=DURATION)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(lambda height: show(int(height)))
        self._motion.finished.connect(self.ended)

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self._motion.state() is QVariantAnimation.State.Running

    def go(self, start: int, end: int) -> None:
        """Go from a height to another."""
        begin = int(self._motion.currentValue()) if self.moving else start
        self.stop()
        if begin == end or not moves():
            self._show(end)
            return
        self._motion.setStartValue(begin)
        self._motion.setEndValue(end)
        self._motion.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._motion.stop()
