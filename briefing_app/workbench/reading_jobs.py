"""What is handed to the process that reads: light to import, each job imports what it takes where it is done."""

import gc
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.errors import BriefingError, FileNotRead, FileNotWritten
from briefing_app.paths import resource
from briefing_app.reading.limits import LIMITS
from briefing_app.workbench.limited import Ending, LimitedWorker

if TYPE_CHECKING:  # what the jobs send back is loaded when it comes
    from briefing_app.domain.pack import Pack
    from briefing_app.workbench.arriving import Found


def reading_worker() -> LimitedWorker:
    """Return a worker that reads files within the limits; it starts with its first job, and is its owner's to close."""
    return LimitedWorker(_fault, seconds=LIMITS.seconds, memory=LIMITS.memory, prepare=_prepared)


def found_in(path: Path, password: str | None = None) -> "Found":
    """Read a file and find what is in it; FileNotRead when it cannot be read, for a fault of the reader's own too.

    A password is for a locked file alone; nothing keeps it.
    """
    from briefing_app.workbench.reading_here import find  # noqa: PLC0415 - a tenth of a second that the window does without

    try:
        return find(path, password)
    except (BriefingError, MemoryError):
        raise
    except Exception as bug:
        # One odd file must not end the reading of all others, so a bug is told as that file's, with where to look.
        where = traceback.extract_tb(bug.__traceback__)[-1]
        what = f"{type(bug).__name__}, {Path(where.filename).name}:{where.lineno}"
        raise FileNotRead("reader-failed", path=path, what=what) from bug


def sample_documents() -> tuple[Path, ...]:
    """Return the sample documents, in the order of their names; no job, it only looks."""
    return tuple(sorted(resource("documents").glob("*.txt")))


def sample_pack() -> "tuple[Pack, Mapping[str, bytes]]":
    """Return the sample pack and its media."""
    from briefing_app.workbench.sample import sample  # noqa: PLC0415 - as above

    return sample()


_CODES: Mapping[Ending, str] = {
    Ending.TOO_LONG: "reading-too-long",
    Ending.TOO_LARGE: "reading-too-large",
    Ending.CRASHED: "reading-crashed",
    Ending.NO_START: "reading-no-start",
}


def _fault(ending: Ending, arguments: tuple[object, ...], seconds: float) -> Exception:
    if not arguments or not isinstance(arguments[0], Path):
        return FileNotWritten("worker-died")
    parameters = {"seconds": round(seconds), "limit": LIMITS.memory // 2**20}
    return FileNotRead(_CODES[ending], path=arguments[0], **parameters)


def _prepared() -> None:
    import briefing_app.workbench.reading_here  # noqa: F401, PLC0415 - the readers, once for all files

    # A page is hundreds of thousands of small objects that all stay until it is read: looking for rings among them again and
    # again took a third of the time.
    gc.freeze()
    gc.set_threshold(*_SELDOM)


_SELDOM = (50_000, 20, 100)
