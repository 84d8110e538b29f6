"""Documents brought in and the sample pack made, by one process that reads for the window."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.bringing_in import BringingIn
from briefing_app.desktop.tasks import Tasks
from briefing_app.errors import BriefingError
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.reading_jobs import reading_worker, sample_pack

_SAMPLE = "sample"


class Documents(QObject):
    """The reading process and what it is asked for; the process starts with the first job."""

    sample_made = Signal(object)
    """The sample pack and its media."""
    refused = Signal(object)
    """A ``BriefingError``."""

    def __init__(self, library: OpenLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = reading_worker()
        self._tasks = Tasks(self._worker, self)
        self._tasks.done.connect(lambda _name, made: self.sample_made.emit(made))
        self._tasks.failed.connect(lambda _name, fault: self._failed(fault))
        self.bringing = BringingIn(library, self._worker, self)
        self.bringing.failed.connect(self._failed)

    def bring_in(self, paths: Iterable[Path], password: str | None = None) -> None:
        """Bring files and folders into the library; the password is tried on those that are locked."""
        self.bringing.bring(paths, password)

    def make_sample(self) -> None:
        """Have the sample pack made."""
        self._tasks.latest(_SAMPLE, sample_pack, wait=0)

    def close(self) -> None:
        """End the reading process."""
        self.bringing.close()
        self._tasks.close()
        self._worker.close()

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, BriefingError):
            raise fault
        self.refused.emit(fault)
