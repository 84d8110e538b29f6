"""How the export dialog is laid out: the table and what is held back, the files, and along the foot progress and buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing_app.desktop.models.export_model import AUDIENCE, FIRST, PAGES, ExportModel
from briefing_app.desktop.models.export_told import Told
from briefing_app.desktop.models.files_model import FilesModel
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.choice_button import ChoiceButton
from briefing_app.desktop.widgets.export_cells import FILE_ROW, HEAD, ROW, CellDelegate, CopyHeader, FileDelegate
from briefing_app.desktop.widgets.icon_picture import IconPicture
from briefing_app.desktop.widgets.inline_message import InlineMessage, Weight
from briefing_app.desktop.widgets.printer_choice import PrinterChoice
from briefing_app.words import Words
from briefing_app.workbench.exporting import FILES

USUAL, LEAST = QSize(1090, 690), QSize(900, 552)
FILE_WIDTH, ALONE_WIDTH, PAGES_WIDTH, NAME_WIDTH = 56, 74, 72, 170
TOLD = 2
"""So many audiences held back, or faults, are told one by one; the rest are counted."""


def _label(kind: str, tone: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label


class ExportLayout(QObject):
    """The dialog's widgets by name, and the looks they have at its start, while it runs and at its end."""

    replace_asked = Signal()
    go_asked = Signal(object, object)
    """A ``Finding`` and the ``Copy`` it is in: show where it is."""

    def __init__(self, dialog: QDialog, words: Words, table: ExportModel, files: FilesModel) -> None:
        super().__init__(dialog)
        self._words = words
        say = words.say
        dialog.setWindowTitle(say("window.export.title"))
        self._dialog = dialog
        self.folder = _label("body", "ink2")
        self.change_folder = push_button(say("window.export.folder.change"), "link")
        self.brand = ChoiceButton(say("window.export.brand"))
        self.brand.hide()
        self.header = CopyHeader(table)
        self.cells = CellDelegate()
        self.table = self._table(table)
        self.rows = FileDelegate()
        self.list = self._list(files)
        self.list_title, self.list_count = _label("strong", "ink"), _label("small", "ink3")
        self.printer = PrinterChoice(words, [(line.id, line.short) for line in table.lines])
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands above it keeps its place
        self.progress.setSizePolicy(policy)
        self.progress.setAccessibleName(say("window.export.progress"))
        self.sentence, self.line = _label("strong", "ink"), _label("small", "ink3")
        self.cancel = push_button(say("window.export.cancel"))
        self.stop = push_button(say("window.export.stop"))
        self.show_folder = push_button(say("window.export.show-folder"))
        self.start = push_button("", "primary")
        self.start.setDefault(True)
        self._messages = QVBoxLayout()
        self._told: Sequence[Told] = ()
        self._build()
        self.fit()
        self.table.setFocus()
        for button in (self.stop, self.show_folder):
            button.hide()

    def fit(self) -> None:
        """Take the sizes of the theme in force."""
        theme = theme_of()
        self._dialog.setMinimumSize(LEAST * theme.scale)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        widths = [ALONE_WIDTH if sum(copy is other for other, _ in FILES) == 1 else FILE_WIDTH for copy, _ in FILES]
        for column, width in enumerate(widths, FIRST):
            self.header.resizeSection(column, theme.px(width))
        self.header.resizeSection(PAGES, theme.px(PAGES_WIDTH))
        self.header.setSectionResizeMode(AUDIENCE, QHeaderView.ResizeMode.Stretch)
        self.header.setMinimumSectionSize(theme.px(FILE_WIDTH))
        self.header.setFixedHeight(theme.px(HEAD))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.table.setMinimumWidth(theme.px(NAME_WIDTH + sum(widths) + PAGES_WIDTH))
        self.table.setMinimumHeight(theme.px(HEAD + 3 * ROW))
        self.table.setMaximumHeight(theme.px(HEAD) + self.table.model().rowCount() * theme.px(ROW) + 2)
        self.list.setMinimumWidth(theme.px(200))
        self.progress.setFixedHeight(theme.px(5))
        self._dialog.resize(USUAL * theme.scale)

    # Looks

    def show_chosen(self, count: str, start: str, why_not: str) -> None:
        """Show how many files are ticked."""
        self.list_title.setText(self._words.say("window.export.list.chosen"))
        self.list_count.setText(count)
        self.start.setText(start)
        self.start.setEnabled(not why_not)
        self.start.setToolTip(why_not)
        self._drop("question")

    def show_ready(self, sentence: str, line: str) -> None:
        """Show that copies are still being looked at, or what export does."""
        self.progress.setVisible(bool(sentence))
        self.progress.setRange(0, 0)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.line.setText(line)

    def show_running(self, count: str) -> None:
        """Show that files are being written: nothing can be ticked or chosen any more."""
        self.list_title.setText(self._words.say("window.export.list.writing"))
        self.list_count.setText(count)
        self._drop("question")
        for button in (self.cancel, self.start, self.change_folder):
            button.hide()
        self.brand.setEnabled(False)
        self.printer.setEnabled(False)
        shown: tuple[QWidget, ...] = (self.stop, self.show_folder, self.progress, self.sentence)
        for widget in shown:
            widget.show()
        self.show_folder.setEnabled(False)
        self.stop.setFocus()

    def show_progress(self, done: int, total: int, sentence: str) -> None:
        """Show how far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.sentence.setText(sentence)

    def show_end(self, sentence: str, line: str, *, any_written: bool) -> None:
        """Show what was written; the folder is the one thing left to see."""
        self.list_title.setText(self._words.say("window.export.list.done"))
        self.sentence.setText(sentence)
        self.line.setText(line)
        self.progress.hide()
        self.stop.hide()
        self.cancel.setText(self._words.say("window.export.close"))
        self.cancel.show()
        self.show_folder.setEnabled(any_written)
        self.show_folder.setProperty("kind", "primary")
        self.show_folder.style().unpolish(self.show_folder)
        self.show_folder.style().polish(self.show_folder)
        (self.show_folder if any_written else self.cancel).setFocus()

    def ask_to_replace(self, sentence: str, action: str) -> None:
        """Ask, in place, whether files may be replaced."""
        message = self._message("question", sentence, action, "warn")
        message.action_asked.connect(self.replace_asked)
        message.action.setFocus()

    def show_told(self, told: Sequence[Told]) -> None:
        """Show who is held back and why, and that something is worth mending."""
        if told == self._told:
            return
        self._told = told
        say = self._words.say
        blocked = [each for each in told if each.blocks]
        for place in range(TOLD + 2):
            self._drop(f"told-{place}")
        for place, each in enumerate(blocked[:TOLD]):
            self._tell(f"told-{place}", each, say("window.export.go"))
        if len(blocked) > TOLD:
            self._message(f"told-{TOLD}", say("window.export.held-more", number=len(blocked) - TOLD), "", "block")
        for each in [each for each in told if not each.blocks][:1]:
            self._tell(f"told-{TOLD + 1}", each, say("window.export.see"))

    def show_faults(self, faults: list[str]) -> None:
        """Show why files could not be written."""
        for place, sentence in enumerate(faults[:TOLD]):
            self._message(f"fault-{place}", sentence, "", "block")

    def turn(self, degrees: float) -> None:
        """Turn the sign of files being written a little further."""
        for delegate, view in ((self.cells, self.table), (self.rows, self.list)):
            delegate.angle = (delegate.angle + degrees) % 360
            view.viewport().update()

    def scroll_to(self, row: int) -> None:
        """Keep the file at hand in sight."""
        self.list.scrollTo(self.list.model().index(row, 0))

    # Making

    def _tell(self, name: str, told: Told, action: str) -> None:
        self._drop(name)
        message = InlineMessage(
            told.sentence,
            action if told.finding else "",
            severity="block" if told.blocks else "warn",
            about=told.who,
            marks=told.marks,
            quiet=not told.blocks,
        )
        self._add(message, name)
        message.action_asked.connect(lambda: self.go_asked.emit(told.finding, told.copy))

    def _message(self, name: str, sentence: str, action: str, severity: Weight) -> InlineMessage:
        self._drop(name)
        message = InlineMessage(sentence, action, severity=severity)
        self._add(message, name)
        return message

    def _add(self, message: InlineMessage, name: str) -> None:
        message.setObjectName(name)
        self._messages.addWidget(message)

    def _drop(self, name: str) -> None:
        for shown in self._dialog.findChildren(InlineMessage, name):
            shown.setObjectName("")
            shown.hide()
            shown.deleteLater()

    def _table(self, model: ExportModel) -> QTableView:
        view = QTableView()
        view.setObjectName("export-table")
        view.setAccessibleName(self._words.say("window.export.table"))
        view.setModel(model)
        view.setHorizontalHeader(self.header)
        view.setItemDelegate(self.cells)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.setCurrentIndex(model.index(0, FIRST))
        return view

    def _list(self, model: FilesModel) -> QListView:
        view = QListView()
        view.setObjectName("export-files")
        view.setAccessibleName(self._words.say("window.export.files"))
        view.setModel(model)
        view.setItemDelegate(self.rows)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setMinimumHeight(theme_of().px(3 * FILE_ROW))
        return view

    def _build(self) -> None:
        theme = theme_of()
        whole = QVBoxLayout(self._dialog)
        whole.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        whole.setSpacing(theme.px(12))
        whole.addLayout(self._head())
        body = QHBoxLayout()
        body.setSpacing(theme.px(32))
        left = QVBoxLayout()
        left.setSpacing(theme.px(12))
        left.addWidget(self.table, 1)
        self._messages.setSpacing(theme.px(8))
        left.addLayout(self._messages)
        left.addStretch(0)
        left.addWidget(self.printer)
        body.addLayout(left, 2)
        body.addLayout(self._right(), 1)
        whole.addLayout(body, 1)
        whole.addWidget(self.progress)
        whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        theme = theme_of()
        title = _label("title", "ink")
        title.setText(self._words.say("window.export.title"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.brand)
        row.addSpacing(theme.px(16))
        row.addWidget(IconPicture("folder", "ink3", 18))
        row.addWidget(self.folder)
        self.change_folder.setProperty("edge", "right")
        row.addWidget(self.change_folder)
        return row

    def _right(self) -> QVBoxLayout:
        theme = theme_of()
        head = QHBoxLayout()
        head.addWidget(self.list_title)
        head.addStretch(1)
        head.addWidget(self.list_count)
        rule = QWidget()
        rule.setFixedHeight(1)
        rule.setProperty("ground", "well")
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(rule)
        column.addWidget(self.list, 1)
        return column

    def _foot(self) -> QHBoxLayout:
        theme = theme_of()
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.sentence)
        told.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addLayout(told, 1)
        for button in (self.stop, self.cancel, self.show_folder, self.start):
            row.addWidget(button)
        return row
