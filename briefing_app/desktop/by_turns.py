"""Work done a part in each turn of the event loop, so that the window answers in between."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class ByTurns(QObject):
    """Runs one piece of work at a time; another begins when that has ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[None] | None = None
        self._then: Callable[[], object] = _nothing
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work to do."""
        return self._parts is not None

    def begin(self, parts: Iterator[None], then: Callable[[], object]) -> None:
        """Do the parts of an iterator, and ``then`` right after the last; what was begun before is ended first."""
        self.finish()
        self._parts, self._then = parts, then
        self._turns.start()

    def finish(self) -> None:
        """Do at once what is still to do."""
        while self._parts is not None:
            self._go_on()

    def stop(self) -> None:
        """Do no more."""
        self._turns.stop()
        self._parts = None

    def _go_on(self) -> None:
        if self._parts is None:
            return
        for _ in self._parts:
            return
        then = self._then
        self.stop()
        then()


def _nothing() -> None:
    """Follow nothing by nothing."""
