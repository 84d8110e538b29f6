"""Print as the menu has it: the very pages that are shown, once they are those of the pack as it is and nothing stops them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.page_maker import PageMaker
from briefing_app.desktop.printing import PrintJob
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.finding import Severity
from briefing_app.errors import EditRefused, ExportRefused
from briefing_app.workbench.pages import Preview


class PrintAsking(QObject):
    """Waits for the pages and for what is to be mended in them, then opens the system's dialog."""

    def __init__(self, workspace: Workspace, maker: PageMaker, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._pages: Preview | None = None
        self._judged = False
        self._asked = False
        maker.begun.connect(self._begun)
        maker.laid_out.connect(self._laid_out)
        workspace.findings_found.connect(self._found)
        maker.emptied.connect(self._emptied)
        maker.failed.connect(self._emptied)

    def ask(self) -> None:
        """Print the copy shown, as soon as its pages are there."""
        self._asked = True
        self._go()

    def _begun(self) -> None:
        self._pages, self._judged = None, False

    def _laid_out(self, pages: Preview) -> None:
        self._pages = pages

    def _found(self) -> None:
        self._judged = self._pages is not None
        self._go()

    def _go(self) -> None:
        if not self._asked or self._pages is None or not self._judged:
            return
        self._asked = False
        workspace = self._workspace
        if any(finding.severity is Severity.BLOCKS for finding in workspace.findings):
            workspace.refuse(ExportRefused("print-held-back"))
            return
        job = PrintJob(self._pages.pdf, workspace.pack.title.of(workspace.audience), self._window)
        job.failed.connect(workspace.refuse)
        job.ask()

    def _emptied(self) -> None:
        self._begun()
        if self._asked:
            self._asked = False
            self._workspace.refuse(EditRefused("nothing-to-print"))
