"""The export dialog by mouse and keyboard: ticks, what is held back, files written and read back, Stop, files that are there."""

import re
import threading

import pypdfium2
import pytest
import shiboken6
from docx import Document
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices, QFontMetricsF
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.export_dialog import ExportDialog
from briefing_app.desktop.dialogs.export_layout import NAME_WIDTH
from briefing_app.desktop.last_export import last_export
from briefing_app.desktop.models.export_model import AUDIENCE, FIRST, PAGES, ExportModel, State
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.export_cells import shown_name
from briefing_app.desktop.widgets.inline_message import InlineMessage
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.briefing import Copy
from briefing_app.domain.dates import PartialDate
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench import editing
from briefing_app.workbench.exporting import FILES, Exporter
from briefing_app.workbench.orders import Arrangement, Format
from briefing_app.workbench.print_files import print_paths
from tests.desktop.held_back import GARBLED, with_garbled_words


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture(scope="module")
def processes():
    made = Exporter()
    yield made
    made.close()


@pytest.fixture
def exporter(processes):
    """Return worker processes that are warm and have nothing to do; starting some takes a second a test."""
    yield processes
    processes.stop()
    processes.look(None, [])
    pause = threading.Event()
    while processes.busy:
        processes.news()
        pause.wait(0.01)


@pytest.fixture
def dialog(qtbot, workspace, window, tmp_path, exporter):
    made = ExportDialog(workspace, window, exporter)
    made.choose_folder(tmp_path / "out")
    made.open()
    yield made
    if shiboken6.isValid(made):
        made.done(0)
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))


def known(qtbot, dialog):
    """Wait until every copy was looked at."""
    qtbot.waitUntil(lambda: not dialog.exporter.busy)


def ended(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.table.running and not dialog.running)


def only(dialog, audience, *files):
    """Tick these files of one audience and no other."""
    for row, line in enumerate(dialog.table.lines):
        for place, file in enumerate(FILES):
            wanted = line.id == audience and file in files
            value = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
            dialog.table.setData(dialog.table.index(row, FIRST + place), value, Qt.ItemDataRole.CheckStateRole)


def cell(dialog, row, column):
    view = dialog.layout_.table
    return view.visualRect(view.model().index(row, column)).center()


def messages(dialog):
    return [each.accessibleName() for each in dialog.findChildren(InlineMessage) if each.objectName()]


def message(dialog, name):
    return next(each for each in dialog.findChildren(InlineMessage) if each.objectName() == name)


def test_all_files_are_ticked_at_first_and_the_button_says_how_many(dialog):
    assert dialog.layout_.start.text() == "Export 35 files"
    assert dialog.layout_.list_count.text() == "35 files"


def test_a_click_in_a_cell_takes_its_tick_away_and_a_click_on_a_head_those_of_all(qtbot, dialog):
    viewport = dialog.layout_.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(dialog, 1, FIRST))
    assert dialog.layout_.start.text() == "Export 34 files"
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell(dialog, 1, FIRST))
    assert dialog.layout_.start.text() == "Export 35 files"
    header = dialog.layout_.header
    middle = header.sectionViewportPosition(PAGES - 1) + header.sectionSize(PAGES - 1) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center().__class__(middle, 40))
    assert dialog.layout_.start.text() == "Export 28 files"


def test_ticks_are_reached_and_changed_by_key(qtbot, dialog):
    table = dialog.layout_.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.currentIndex().row() == 1
    assert dialog.layout_.start.text() == "Export 34 files"
    assert (
        dialog.table.data(table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        == "Delegation of Canada, Hand-over, Word, left out"
    )


def test_a_dialog_has_processes_of_its_own_and_lets_them_go(qtbot, workspace, window):
    dialog = ExportDialog(workspace, window)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    with pytest.raises(RuntimeError):
        dialog.exporter.list_brands()


def test_nothing_ticked_cannot_be_exported_and_the_button_says_why(dialog):
    only(dialog, "nobody")
    assert not dialog.layout_.start.isEnabled()
    assert dialog.layout_.start.toolTip() == "Nothing is ticked"


def test_files_are_written_and_can_be_read_back(qtbot, dialog, workspace, watchdog):
    only(dialog, "canada", *FILES[:2])
    watchdog.watch()
    qtbot.mouseClick(dialog.layout_.start, Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    with watchdog.aside():
        pdf, word = sorted(dialog.folder.iterdir(), key=lambda path: path.suffix, reverse=True)
        document = pypdfium2.PdfDocument(pdf)
        first = document[0].get_textpage().get_text_bounded()
        document.close()
        assert "Delegation of Canada" in first
        assert any("Canada" in paragraph.text for paragraph in Document(str(word)).paragraphs)
    assert dialog.layout_.sentence.text() == "2 files written."
    assert dialog.layout_.line.text() == "Each was opened again and searched."
    assert dialog.layout_.show_folder.isEnabled()
    assert [row.state for row in dialog.files.rows] == [State.WRITTEN] * 2
    assert all(row.size == row.order.path.stat().st_size for row in dialog.files.rows)


def test_the_pages_are_told_once_copies_were_looked_at(qtbot, dialog):
    known(qtbot, dialog)
    told = [dialog.table.index(row, PAGES).data() for row in range(7)]
    assert all(re.fullmatch(r"[34] pages", each) for each in told)


def test_an_audience_held_back_is_told_with_the_reason_and_the_others_are_written(
    qtbot, workspace, library, window, tmp_path, exporter
):
    workspace.do(lambda pack: with_garbled_words(library, pack, "canada"))
    dialog = ExportDialog(workspace, window, exporter)
    dialog.choose_folder(tmp_path / "out")
    dialog.open()
    known(qtbot, dialog)
    row = next(place for place, line in enumerate(dialog.table.lines) if line.id == "canada")
    index = dialog.table.index(row, FIRST)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "held back"
    assert not dialog.table.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert messages(dialog)[0].startswith("Canada is held back: hand-over. ")
    assert dialog.layout_.start.text() == "Export 33 files"
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(message(dialog, "told-0").action, Qt.MouseButton.LeftButton)
    assert (workspace.audience, workspace.copy, workspace.placement) == ("canada", Copy.HAND_OVER, GARBLED)


def test_stop_keeps_what_is_written_and_begins_no_other(qtbot, dialog):
    dialog.start()
    qtbot.waitUntil(lambda: dialog.files.counted(State.WRITTEN) > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    ended(qtbot, dialog)
    written = dialog.files.counted(State.WRITTEN)
    assert 0 < written < 35
    assert dialog.files.counted(State.STOPPED) == 35 - written
    assert len(list(dialog.folder.iterdir())) == written
    assert dialog.layout_.sentence.text().startswith("Stopped. ")


def test_files_that_are_there_are_replaced_only_when_that_was_said(qtbot, dialog):
    only(dialog, "mexico", FILES[0])
    (order,) = dialog.table.orders(dialog.folder)
    order.path.parent.mkdir()
    order.path.write_bytes(b"somebody's")
    qtbot.mouseClick(dialog.layout_.start, Qt.MouseButton.LeftButton)
    assert not dialog.table.running
    assert message(dialog, "question").sentence.text() == "1 of these files is in the folder already."
    assert order.path.read_bytes() == b"somebody's"
    qtbot.mouseClick(message(dialog, "question").action, Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    assert order.path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_will_not_do_is_told_in_place(qtbot, dialog, tmp_path):
    (tmp_path / "a file").write_text("in the way")
    dialog.choose_folder(tmp_path / "a file")
    only(dialog, "mexico", FILES[0])
    dialog.start()
    ended(qtbot, dialog)
    assert dialog.files.counted(State.FAILED) == 1
    assert dialog.layout_.sentence.text() == "0 files written. 1 could not be written."
    assert not dialog.layout_.show_folder.isEnabled()
    assert message(dialog, "fault-0").sentence.text()


def test_the_folder_and_the_ticks_are_there_the_next_time(qtbot, dialog, workspace, window, exporter):
    only(dialog, "mexico", FILES[0])
    dialog.start()
    ended(qtbot, dialog)
    assert last_export().folder == str(dialog.folder)
    again = ExportDialog(workspace, window, exporter)
    assert again.folder == dialog.folder
    assert again.layout_.start.text() == "Export 7 files"
    again.done(0)


def test_the_folder_is_shown_by_the_system(qtbot, dialog):
    class Browser(QObject):
        shown = None

        @Slot("QUrl")
        def show(self, url):
            self.shown = url.toLocalFile()

    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "show")
    dialog.show_folder()
    QDesktopServices.unsetUrlHandler("file")
    assert browser.shown == str(dialog.folder)


def test_numbers_are_fixed_once_a_cleared_pack_was_handed_over(qtbot, dialog, workspace):
    workspace.do(lambda pack: editing.clear(pack, "A director", PartialDate(2023, 1, 15)))
    only(dialog, "canada", FILES[0])
    dialog.start()
    ended(qtbot, dialog)
    assert list(workspace.pack.numbers) == ["canada"]
    assert workspace.undo()
    assert not workspace.pack.numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_an_audience_is_cut_short_in_the_narrowest_table(app, sample_session, language):
    model = ExportModel(Workspace(sample_session, Words(language)), [])
    type_ = QFontMetricsF(theme_of().font("strong"))
    shown = [shown_name(model.index(row, AUDIENCE), NAME_WIDTH - 8) for row in range(model.rowCount())]
    assert all(type_.horizontalAdvance(name) <= NAME_WIDTH - 8 for name in shown)
    assert shown != [shown_name(model.index(row, AUDIENCE), 600) for row in range(model.rowCount())]
    assert model.index(0, AUDIENCE).data(Qt.ItemDataRole.ToolTipRole) == shown_name(model.index(0, AUDIENCE), 600)


def choose(dialog, arrangement):
    menu = dialog.layout_.printer.choice.menu()
    next(action for action in menu.actions() if action.data() == arrangement).trigger()


def test_a_file_for_the_printer_has_so_many_of_each_copy(qtbot, dialog):
    known(qtbot, dialog)
    only(dialog, "unhcr", (Copy.HAND_OVER, Format.PDF))
    choose(dialog, Arrangement.COLLATED)
    counts = dialog.layout_.printer.copies
    assert counts["unhcr"].isVisible()
    counts["unhcr"].setValue(3)
    dialog.start()
    ended(qtbot, dialog)
    (printed,) = dialog.folder.glob("*-print.pdf")
    (copy,) = set(dialog.folder.glob("*.pdf")) - {printed}
    with pypdfium2.PdfDocument(copy) as one, pypdfium2.PdfDocument(printed) as all_:
        assert len(all_) >= 3 * len(one)
    assert dialog.layout_.sentence.text().endswith("1 print file.")


def test_two_pages_stand_on_a_sheet_of_each_file_for_the_printer(qtbot, dialog):
    known(qtbot, dialog)
    only(dialog, "unhcr", (Copy.HAND_OVER, Format.PDF))
    choose(dialog, Arrangement.TWO_UP)
    assert not dialog.layout_.printer.copies["unhcr"].isVisible()
    dialog.start()
    ended(qtbot, dialog)
    (printed,) = dialog.folder.glob("*-print.pdf")
    (copy,) = set(dialog.folder.glob("*.pdf")) - {printed}
    with pypdfium2.PdfDocument(copy) as one, pypdfium2.PdfDocument(printed) as sheets:
        assert len(sheets) == (len(one) + 1) // 2
        width, height = sheets.get_page_size(0)
    assert width > height


def test_a_print_file_that_is_there_is_asked_about_too(qtbot, dialog, workspace):
    known(qtbot, dialog)
    only(dialog, "unhcr", (Copy.HAND_OVER, Format.PDF))
    choose(dialog, Arrangement.COLLATED)
    there = print_paths(workspace.pack, dialog.table.orders(dialog.folder), Arrangement.COLLATED)[0]
    there.parent.mkdir(parents=True)
    there.write_bytes(b"mine")
    dialog.start()
    assert message(dialog, "question").accessibleName()
    assert there.read_bytes() == b"mine"
    dialog.replace()
    ended(qtbot, dialog)
    assert there.read_bytes().startswith(b"%PDF")


def test_without_pages_to_hand_over_nothing_is_made_for_the_printer_and_the_choice_says_why(qtbot, dialog):
    known(qtbot, dialog)
    choose(dialog, Arrangement.COLLATED)
    only(dialog, "unhcr", (Copy.HAND_OVER, Format.DOCX))
    printer = dialog.layout_.printer
    assert not printer.choice.isEnabled()
    assert "none is ticked" in printer.choice.toolTip()
    assert printer.arrangement is None
