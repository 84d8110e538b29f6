"""Export: which files of which audience, held back or not and why, written by worker processes while the window stays free."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from briefing_app.desktop.dialogs.export_layout import ExportLayout
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.last_export import last_export, remember_export
from briefing_app.desktop.models.export_model import ExportModel, State
from briefing_app.desktop.models.export_told import told_of
from briefing_app.desktop.models.files_model import FilesModel
from briefing_app.desktop.theme import moves, theme_of
from briefing_app.desktop.widgets.choice_button import Choice
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import cleared
from briefing_app.workbench.editing import Edited
from briefing_app.workbench.exporting import Begun, Brands, Exporter, News, Prospect, Run
from briefing_app.workbench.orders import Format, Order, Outcome

if TYPE_CHECKING:
    from briefing_app.workbench.print_files import Printed

NEWS = 30
"""Milliseconds between looks at what the workers have done."""

TURN = 12.0
"""Degrees that the sign of a file being written turns at each."""


class ExportDialog(Sheet):
    """Ticks, then progress, then a clear end; Stop keeps what is done. Gone when closed.

    Another's ``exporter``, warm already, stays its owner's to close.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, exporter: Exporter | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self._workspace = workspace
        self._say, self._count = workspace.words.say, workspace.words.count
        last = last_export()
        self.folder = Path(last.folder)
        self.brand = workspace.pack.brand
        self.table = ExportModel(workspace, [(file.copy, file.format) for file in last.files], self)
        self.files = FilesModel(workspace.words, self._file_name, self)
        self.layout_ = ExportLayout(self, workspace.words, self.table, self.files)
        self.exporter = exporter or Exporter()
        self._owns = exporter is None
        self._outcomes: list[Outcome] = []
        self._stopping = self._overwrite = False
        self._to_print: Iterator[Printed] | None = None
        self._printed: list[Printed] = []
        app = QApplication.instance()
        self._moves = isinstance(app, QApplication) and moves(app)
        self._timer = QTimer(self, interval=NEWS)
        self._timer.timeout.connect(self._hear)
        self._wire()
        self._show_folder()
        self._choose()
        self.exporter.list_brands()
        self._look()

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self.table.running and self._timer.isActive()

    # What a person does

    def start(self) -> None:
        """Write what is ticked; ask first where files would be replaced."""
        orders = self.table.orders(self.folder)
        there = sum(path.exists() for path in (*(order.path for order in orders), *self._print_paths(orders)))
        if there:
            self.layout_.ask_to_replace(self._count("window.export.exist", there), self._count("window.export.replace", there))
        elif orders:
            self._write(orders, overwrite=False)

    def replace(self) -> None:
        """Write what is ticked, over files that are there."""
        self._write(self.table.orders(self.folder), overwrite=True)

    def stop(self) -> None:
        """Begin no other file; what is written is kept."""
        self._stopping = True
        self.exporter.stop()
        self.table.stop()
        self.files.stop()
        self.layout_.stop.setEnabled(False)
        self._tell_progress()

    def choose_folder(self, folder: Path) -> None:
        """Write into another folder."""
        self.folder = folder
        self._show_folder()
        self._choose()

    def choose_brand(self, identifier: str) -> None:
        """Print in another brand, this time."""
        if identifier != self.brand:
            self.brand = identifier
            self.table.forget_prospects()
            self._look()

    def go_to(self, finding: Finding, copy: Copy) -> None:
        """Close, and show where a finding is."""
        self.done(QDialog.DialogCode.Rejected)
        if finding.audience:
            self._workspace.show_audience(finding.audience)
        self._workspace.show_copy(copy)
        if finding.placement:
            self._workspace.select_placement(finding.placement)
        elif finding.section:
            self._workspace.enter_section(finding.section)

    def show_folder(self) -> None:
        """Show the folder in the system's file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def reject(self) -> None:
        """Stop while files are being written, else close; asked twice, close."""
        if self.running and not self._stopping:
            self.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Do as Escape does."""
        if self.running and not self._stopping:
            event.ignore()
            self.stop()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        """Close and let the workers go."""
        self._timer.stop()
        if self._owns:
            self.exporter.close()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Fit to another size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "layout_"):
            self.layout_.fit()

    # What the workers tell

    def _look(self) -> None:
        self._tell_ready()
        self.exporter.look(self._run(), [(line.id, copy) for line in self.table.lines for copy in Copy])
        self._timer.start()

    def _run(self, *, overwrite: bool = False) -> Run:
        return Run(self._workspace.pack, self._workspace.session.media, self.brand, overwrite)

    def _write(self, orders: tuple[Order, ...], *, overwrite: bool) -> None:
        remember_export(self.folder, self.table.columns_ticked())
        self._overwrite = overwrite
        self.table.begin(orders)
        self.files.show_orders(orders)
        self.exporter.write(self._run(overwrite=overwrite), orders)
        self.layout_.show_running(self._count("window.export.count", len(orders)))
        self._timer.start()
        self._tell_progress()

    def _hear(self) -> None:
        told = self.exporter.news()
        for news in told:
            self._take_in(news)
        if self._moves and self.table.running:
            self.layout_.turn(TURN)
        if told:
            self._tell_progress() if self.table.running else self._tell_ready()
        if not self.exporter.busy and not (self.table.running and self._print_one()):
            self._timer.stop()
            if self.table.running:
                self._end()

    def _take_in(self, news: News) -> None:
        match news:
            case Brands(brands):
                self.layout_.brand.offer([Choice(identifier, name) for identifier, name in brands], self.brand)
                self.layout_.brand.setVisible(len(brands) > 1)
            case Prospect():
                self.table.take_in(news)
            case Begun(order):
                self.table.show_state(order, State.WRITING)
                self.layout_.scroll_to(self.files.show_state(order, State.WRITING))
            case Outcome(order):
                self._outcomes.append(news)
                state = State.WRITTEN if news.written else State.FAILED if news.fault else State.HELD
                self.table.show_state(order, state)
                self.files.show_state(order, state, order.path.stat().st_size if news.written else None, news.fault)

    def _end(self) -> None:
        written = self.files.counted(State.WRITTEN)
        title = self._count("window.export.stopped" if self._stopping else "window.export.done", written)
        also = [
            self._count(f"window.export.{key}", number)
            for key, number in (("held-back", self.files.counted(State.HELD)), ("failed", self.files.counted(State.FAILED)))
            if number
        ]
        made = sum(not each.fault for each in self._printed)
        also += [self._count("window.export.printer.made", made)] if made else []
        searched = self._say("window.export.was-searched") if written else ""
        self.layout_.show_end(" ".join([title, *also]), searched, any_written=written > 0)
        unwritten = [each.fault for each in self._outcomes] + [each.fault for each in self._printed]
        faults = {fault.line(self._workspace.words): None for fault in unwritten if fault}
        self.layout_.show_faults(list(faults))
        self._hand_over()

    def _print_paths(self, orders: tuple[Order, ...]) -> tuple[Path, ...]:
        arrangement = self.layout_.printer.arrangement
        if arrangement is None:
            return ()
        from briefing_app.workbench.print_files import print_paths  # noqa: PLC0415 - it loads what reads PDF

        return print_paths(self._workspace.pack, orders, arrangement)

    def _print_one(self) -> bool:
        """Make the next print file of the pages that were written; tell whether there was one to make."""
        arrangement = None if self._stopping else self.layout_.printer.arrangement
        if arrangement is None:
            return False
        if self._to_print is None:
            from briefing_app.workbench.print_files import print_files  # noqa: PLC0415 - as above

            counts = self.layout_.printer.counts
            self._to_print = print_files(self._workspace.pack, self._outcomes, arrangement, counts, overwrite=self._overwrite)
        printed = next(self._to_print, None)
        self._printed += [printed] if printed else []
        return printed is not None

    def _hand_over(self) -> None:
        """Fix the numbers that audiences have now been given."""
        if cleared(self._workspace.pack):
            from briefing_app.workbench.handing_over import handed_over  # noqa: PLC0415 - it loads what composes

            self._workspace.do(lambda pack: Edited(handed_over(pack, self._outcomes), "hand-over"))

    # What is shown

    def _wire(self) -> None:
        layout = self.layout_
        layout.start.clicked.connect(self.start)
        layout.stop.clicked.connect(self.stop)
        layout.cancel.clicked.connect(self.reject)
        layout.show_folder.clicked.connect(self.show_folder)
        layout.change_folder.clicked.connect(self._ask_for_folder)
        layout.replace_asked.connect(self.replace)
        layout.brand.chosen.connect(self.choose_brand)
        layout.go_asked.connect(self.go_to)
        layout.header.sectionClicked.connect(self.table.toggle_column)
        self.table.dataChanged.connect(self._choose)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self._say("window.export.folder.choose"), str(self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.choose_folder(Path(chosen)))
        dialog.open()

    def _choose(self) -> None:
        if self.table.running:
            return
        orders = self.table.orders(self.folder)
        self.files.show_orders(orders)
        self.layout_.printer.offer_for(any_pages=any((each.copy, each.format) == (Copy.HAND_OVER, Format.PDF) for each in orders))
        self.layout_.show_chosen(
            self._count("window.export.count", len(orders)),
            self._count("window.export.start", len(orders)) if orders else self._say("window.export.title"),
            self._say("window.export.none") if not orders else "",
        )

    def _show_folder(self) -> None:
        parts = " › ".join(self.folder.parts[-3:]).removeprefix("/ › ")
        label = self.layout_.folder
        label.setText(QFontMetrics(label.font()).elidedText(parts, Qt.TextElideMode.ElideLeft, theme_of().px(320)))
        label.setToolTip(str(self.folder))

    def _tell_ready(self) -> None:
        known, total = len(self.table.prospects), len(self.table.lines) * len(Copy)
        looking = self._say("window.export.looking", number=known + 1, total=total) if known < total else ""
        self.layout_.show_ready(looking, self._say("window.export.searched"))
        self.layout_.show_told(told_of(self.table, self._workspace.words))

    def _tell_progress(self) -> None:
        total = len(self.files.rows)
        done = self.files.counted(State.WRITTEN, State.HELD, State.FAILED)
        at = min(total, done + 1)
        seconds = self.exporter.seconds_left(done, total)
        if self._stopping:
            sentence = self._say("window.export.stopping")
        elif seconds:
            sentence = self._count("window.export.writing-left", seconds, done=at, total=total)
        else:
            sentence = self._say("window.export.writing", done=at, total=total)
        self.layout_.show_progress(done, total, sentence)

    def _file_name(self, order: Order) -> str:
        return self._say(
            "window.export.file-name",
            audience=self.table.short_name(order.audience),
            copy=self.table.copy_words(order.copy).lower(),
            ending=order.format.value,
        )
