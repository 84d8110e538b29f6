"""The pages of a source document's own file, as a worker is asked for them. Light, for the window names its functions."""

from pathlib import Path

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.layout import PageMap, Place
from briefing_app.domain.printed import rectangles
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead
from briefing_app.library.store import Library
from briefing_app.reading.limits import LIMITS
from briefing_app.workbench.limited import Ending, LimitedWorker
from briefing_app.workbench.pages import Original, PageImage


def drawing_worker() -> LimitedWorker:
    """Return a worker that draws pages within the limits of reading; it starts with its first job, and is its owner's to close."""
    return LimitedWorker(_given_up, seconds=LIMITS.seconds, memory=LIMITS.memory)


def _given_up(ending: Ending, _arguments: tuple[object, ...], _seconds: float) -> Exception:
    return FileNotRead("reading-no-start" if ending is Ending.NO_START else "pages-given-up", path="")


def opened(path: Path, file: str) -> Original:
    """Open the original of that fingerprint in place of the last one; FileNotRead when it cannot be shown."""
    from briefing_app.workbench.originals_desk import DESK  # noqa: PLC0415 - here and below: the window never loads pdfium

    return DESK.opened(path, file)


def drawn(key: str, page: int, scale: float) -> PageImage:
    """Return a page (from 1) of the original opened last, on white; ``pages.Forgotten`` when it is another by now."""
    from briefing_app.workbench.originals_desk import DESK  # noqa: PLC0415

    return DESK.drawn(key, page, scale)


def has_pages(reading: Reading) -> bool:
    """Tell whether it is known where a document's words stand on its pages."""
    return bool(reading.lines)


def path_of(library: Library, file: str) -> Path:
    """Return where the original of that fingerprint lies."""
    return library.originals.path(file)


def page_map(reading: Reading, excerpts: tuple[Excerpt, ...]) -> PageMap:
    """Return where each excerpt of a reading stands on its pages: a box a line."""
    return {each.id: places_on_pages(reading, each.span) for each in excerpts if each.reading == reading.id}


def places_on_pages(reading: Reading, span: Span) -> tuple[Place, ...]:
    """Return where a passage stands on its pages: a box a line."""
    return tuple(
        Place(rectangle.page, (box.left, box.top, box.right - box.left, box.bottom - box.top))
        for rectangle in rectangles(reading.lines, span)
        for box in (rectangle.box,)
    )
