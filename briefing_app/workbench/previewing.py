"""The pages to look at, as a worker is asked for them: the very bytes export would write, drawn, then verified and checked.

This module is light, for the window names its functions; what the worker does stands in ``press``, which the window never loads.
"""

from briefing_app.domain.briefing import Copy
from briefing_app.workbench.pages import Judged, PageImage, Parcel, Preview


def prepare() -> None:
    """Import what laying out takes, so that the first pages do not wait for it."""
    from briefing_app.workbench.press import warm  # noqa: PLC0415 - here and below: a quarter of a second that the window does without

    warm()


def preview(parcel: Parcel, audience: str, copy: Copy, page: int = 1, scale: float = 0) -> Preview:
    """Return a copy laid out, with the picture of one page when ``scale`` says how large: what a person waits for.

    A working copy is a Word file; its pages are set here as the hand-over's are, with its own marking. Forgotten when the
    parcel lacks something; KeyError for an unknown audience; FileNotRead or UsageError for a brand that will not do.
    """
    from briefing_app.workbench.press import PRESS  # noqa: PLC0415

    return PRESS.laid_out(parcel, audience, copy, page, scale)


def rendered(key: str, page: int, scale: float) -> PageImage:
    """Return a page (from 1) of the document laid out last, on white; Forgotten when it is another by now."""
    from briefing_app.workbench.press import PRESS  # noqa: PLC0415

    return PRESS.rendered(key, page, scale)


def judged(key: str) -> Judged:
    """Verify and check the document laid out last, which takes longer than drawing it; Forgotten when it is another by now.

    ExportRefused when the written file does not hold what the briefing says, or more.
    """
    from briefing_app.workbench.press import PRESS  # noqa: PLC0415

    return PRESS.judged(key)
