"""What a writer hands back: the file's bytes, what stands where in it, and what its layout found out."""

from dataclasses import dataclass

from briefing_app.domain.layout import LayoutReport, PageMap


@dataclass(frozen=True, slots=True)
class Written:
    """A written DOCX or PDF, not yet on any disk."""

    data: bytes
    page_map: PageMap
    report: LayoutReport
    covered: bool = False
    """Whether it has its cover: it then holds what ``with_cover`` gives."""
