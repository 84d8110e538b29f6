"""Work done a part in each turn of the event loop, so that the window answers in between."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

_Pane = TypeVar("_Pane", bound=QWidget)


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
        """Do no more; what was half done is told so, and may clear up."""
        self._turns.stop()
        if isinstance(self._parts, Generator):
            self._parts.close()
        self._parts = None

    def _go_on(self) -> None:
        if self._parts is None:
            return
        for _ in self._parts:
            return
        then = self._then
        self.stop()
        then()


@contextmanager
def loose() -> Iterator[Callable[[_Pane], _Pane]]:
    """Give a call that takes a widget just made and hands it back; the widgets go if the work is left off half done.

    Until a layout takes them nobody owns them.
    """
    made: list[QWidget] = []

    def keep(pane: _Pane) -> _Pane:
        made.append(pane)
        return pane

    try:
        yield keep
    except GeneratorExit:
        for pane in made:
            pane.deleteLater()
        raise


def _nothing() -> None:
    """Follow nothing by nothing."""
