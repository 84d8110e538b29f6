"""The window as a whole: its actions, its files, what is asked before work would be lost, how it folds, and how bugs are told."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QMessageBox, QToolButton

from briefing_app.desktop.actions import entries
from briefing_app.desktop.arrangement import Arrangement
from briefing_app.desktop.crash import Crashes
from briefing_app.desktop.dialogs.bug import BugDialog
from briefing_app.desktop.dialogs.clearing import ClearingDialog
from briefing_app.desktop.dialogs.keys import KeysDialog
from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.pack_room import Folding
from briefing_app.desktop.recents import recent_packs, recents_file
from briefing_app.desktop.shell import Shell
from briefing_app.desktop.widgets.start_rows import PackRow, TemplateCard
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import ByAudience, cleared
from briefing_app.errors import FileNotRead
from briefing_app.library.store import open_library
from briefing_app.paths import data_folder, resource
from briefing_app.workbench import editing
from briefing_app.workbench.packfiles import open_pack
from briefing_app.workbench.readable import SUFFIXES_READ
from briefing_app.workbench.reading_jobs import sample_documents
from briefing_app.workbench.session import Session
from tests.builders import pack


@pytest.fixture
def shell(app, library, words):
    made = Shell(library, words)
    yield made
    made.close()


@pytest.fixture
def pack_file(library, tmp_path):
    return Session(library, pack()).save(tmp_path / "summit.briefpack")


def top(kind):
    """Return the dialog of a kind that stands open; there is one."""
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


def edit(shell, text="Act now."):
    shell.room.workspace.do(lambda held: editing.write_front(held, "bottom_line", text))


def press(question, words, key):
    (button,) = [each for each in question.buttons() if each.text() == words.say(key)]
    button.click()


# actions


def test_no_two_actions_answer_to_the_same_key():
    keys = Counter(QKeySequence(key).toString() for entry in entries() for key in entry.keys)
    assert "" not in keys
    assert [key for key, number in keys.items() if number > 1] == []


def test_every_key_readme_tells_does_what_it_says(words):
    readme = (resource().parent / "README.md").read_text("utf-8")
    told = dict(
        re.findall(r"^\| `([^`]+)` \| (.+?) \|$", readme.partition("| key | what it does |")[2].partition("\n\n")[0], re.MULTILINE)
    )
    assert told == {entry.keys[0]: words.say(f"window.action.{entry.id}").rstrip("…") for entry in entries() if entry.keys[0:1]}


def test_without_a_pack_what_is_about_a_pack_cannot_be_asked_for(shell):
    asked = {name for name in ("save", "export", "print", "undo", "clear", "next-audience") if shell.actions[name].isEnabled()}
    assert asked == set()
    assert shell.actions["new"].isEnabled()


def test_undo_and_redo_say_what_they_would_do(shell, pack_file):
    shell.open(pack_file)
    shell.desk.finish()
    assert not shell.actions["undo"].isEnabled()
    edit(shell)
    assert shell.actions["undo"].text() == "Undo front matter"
    shell.actions["undo"].trigger()
    assert not shell.actions["undo"].isEnabled()
    assert shell.actions["redo"].text() == "Redo front matter"


def test_buttons_of_the_top_row_keep_their_icons_whatever_their_actions_are_called_now(shell, pack_file):
    shell.open(pack_file)
    shell.desk.finish()
    shell.show_room()
    edit(shell)
    shell.actions["undo"].trigger()
    acting = {shell.actions[identifier] for identifier in ("undo", "redo", "print")}
    buttons = [each for each in shell.window.findChildren(QToolButton) if each.defaultAction() in acting]
    assert len(buttons) == 3
    assert not any(each.icon().isNull() for each in buttons)


def test_audience_and_copy_are_turned_by_actions(shell, pack_file):
    shell.open(pack_file)
    shell.desk.finish()
    workspace = shell.room.workspace
    first = workspace.audience
    shell.actions["next-audience"].trigger()
    assert workspace.audience != first
    shell.actions["previous-audience"].trigger()
    assert workspace.audience == first
    shell.actions["copy-internal"].trigger()
    assert workspace.copy is Copy.INTERNAL
    assert shell.actions["copy-internal"].isChecked()


def test_the_keyboard_page_lists_every_key(shell, words):
    shell.actions["keys"].trigger()
    dialog = top(KeysDialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {
        QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) for entry in entries() if entry.keys
    } <= shown
    dialog.accept()


def test_clearing_asks_who_and_clears_the_pack_as_it_stands(shell, pack_file):
    shell.open(pack_file)
    shell.desk.finish()
    shell.actions["clear"].trigger()
    dialog = top(ClearingDialog)
    assert not dialog.clear.isEnabled()
    dialog.who.setText("Rosa Quintero")
    dialog.clear.click()
    assert cleared(shell.room.workspace.pack)
    assert shell.room.workspace.pack.clearance.who == "Rosa Quintero"


# files


def test_the_title_bar_says_which_pack_and_whether_it_is_saved(shell, pack_file):
    shell.open(pack_file)
    shell.desk.finish()
    assert "What leaders can do" in shell.window.windowTitle()
    assert not shell.window.isWindowModified()
    edit(shell)
    assert shell.window.isWindowModified()
    shell.actions["save"].trigger()
    assert not shell.window.isWindowModified()
    assert open_pack(pack_file)[0].bottom_line.text == "Act now."


def test_a_pack_that_was_never_saved_is_asked_for_its_place(shell, library, tmp_path):
    shell.desk.show(Session(library, pack()))
    shell.desk.finish()
    shell.actions["save"].trigger()
    dialog = top(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "new.briefpack"))
    dialog.close()
    assert open_pack(tmp_path / "new.briefpack")[0] == shell.room.workspace.pack
    assert [recent.path for recent in recent_packs()] == [str(tmp_path / "new.briefpack")]


def test_a_file_that_is_no_pack_is_told_in_place(shell, tmp_path):
    wrong = tmp_path / "wrong.briefpack"
    wrong.write_bytes(b"no pack")
    shell.open(wrong)
    message = shell.telling.standing("refused")
    assert "wrong.briefpack" in message.sentence.text()
    assert shell.start.tray.told("refused") is message
    assert shell.room is None


def test_recent_packs_are_remembered_newest_first_and_forgotten_when_gone(shell, library, tmp_path):
    for name in ("one", "two"):
        shell.desk.show(Session(library, pack(id=name), path=Session(library, pack(id=name)).save(tmp_path / f"{name}.briefpack")))
        shell.desk.finish()
    assert [recent.path for recent in recent_packs()] == [str(tmp_path / "two.briefpack"), str(tmp_path / "one.briefpack")]
    (tmp_path / "two.briefpack").unlink()
    assert [recent.path for recent in recent_packs()] == [str(tmp_path / "one.briefpack")]


def test_a_spoilt_list_of_recent_packs_costs_the_list_and_nothing_else(shell):
    recents_file().parent.mkdir(parents=True)
    recents_file().write_bytes(b"{")
    shell.show_start()
    assert recent_packs() == ()


# leaving


def test_a_window_with_nothing_unsaved_closes_at_once(shell, pack_file, qtbot):
    shell.begin(pack_file)
    shell.desk.finish()
    shell.window.close()
    assert not shell.window.isVisible()


@pytest.mark.parametrize(("answer", "left", "kept"), [("save", True, True), ("discard", True, False), ("stay", False, False)])
def test_closing_with_unsaved_work_asks_first(shell, pack_file, words, answer, left, kept):
    shell.begin(pack_file)
    shell.desk.finish()
    edit(shell)
    shell.window.close()
    assert shell.window.isVisible()
    press(top(QMessageBox), words, f"window.unsaved.{answer}")
    assert shell.window.isVisible() is not left
    assert (open_pack(pack_file)[0].bottom_line.text == "Act now.") is kept


def test_opening_another_pack_asks_about_the_first(shell, pack_file, library, words, tmp_path):
    other = Session(library, pack(id="other")).save(tmp_path / "other.briefpack")
    shell.open(pack_file)
    shell.desk.finish()
    edit(shell)
    shell.open(other)
    shell.desk.finish()
    assert shell.room.workspace.pack.id == "pack"
    press(top(QMessageBox), words, "window.unsaved.discard")
    assert shell.room.workspace.pack.id == "other"


# the start page


def test_a_first_start_brings_the_samples_in_and_says_what_they_hold(app, words, tmp_path, qtbot):
    with open_library(tmp_path / "new.briefinglibrary") as empty:
        shell = Shell(empty, words)
        shell.begin()
        qtbot.waitUntil(lambda: len(empty.documents()) == len(sample_documents()))
        qtbot.waitUntil(lambda: not shell.documents.bringing.busy)
        assert any(label.text() == "Sample library" for label in shell.start.findChildren(QLabel))
        assert shell.telling.standing("import") is None
        shell.close()


def test_the_sample_pack_opens_and_asks_nothing_when_left_untouched(shell, qtbot):
    shell.begin()
    qtbot.waitUntil(lambda: bool(shell.start.findChildren(PackRow)))
    row = next(each for each in shell.start.findChildren(PackRow) if each.accessibleName().startswith("The sample pack"))
    row.click()
    qtbot.waitUntil(lambda: shell.room is not None)
    assert len(shell.room.workspace.pack.audiences) == 7
    shell.window.close()
    assert not shell.window.isVisible()


def test_a_pack_begins_from_a_template_filled_with_what_fits(shell, qtbot):
    shell.begin()
    qtbot.waitUntil(lambda: bool(shell.start.findChildren(TemplateCard)))
    shell.start.findChild(TemplateCard).click()
    dialog = top(NewPackDialog)
    assert not dialog.begin.isEnabled()
    dialog.event_name.setText("Leaders’ Summit")
    dialog.audiences["canada"].click()
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.begin.click()
    qtbot.waitUntil(lambda: shell.room is not None)
    made = shell.room.workspace.pack
    assert [audience.id for audience in made.audiences] == ["canada"]
    assert (made.title.text, made.language) == ("Leaders’ Summit", "fr")
    assert made.excerpts


def dropped(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    return event, data


def test_documents_dropped_on_the_window_come_into_the_library(shell, tmp_path, qtbot, library):
    paper = tmp_path / "paper.txt"
    paper.write_text("# A paper\n\nDonors should fund shelters for several years.\n", "utf-8")
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    event, _data = dropped(paper, broken)
    shell.window.dropEvent(event)
    qtbot.waitUntil(lambda: not shell.documents.bringing.busy)
    assert "paper.txt" in {document.name for document in library.documents()}
    assert shell.telling.standing("import").sentence.text() == "1 document is in the library."
    assert "broken.txt" in shell.telling.standing("fault-0").sentence.text()


def test_a_pack_dropped_on_the_window_is_opened(shell, pack_file):
    event, _data = dropped(pack_file)
    shell.window.dropEvent(event)
    shell.desk.finish()
    assert shell.room.workspace.session.path == pack_file


# what is remembered


def closed(shell):
    """Close a window as leaving the app does."""
    shell.window.leave()
    shell.close()


def test_the_next_window_stands_where_the_last_one_did(app, library, words):
    shell = Shell(library, words)
    shell.begin()
    shell.window.setGeometry(40, 30, 1111, 703)
    closed(shell)
    after = Shell(library, words)
    assert (after.window.geometry().top(), after.window.geometry().height()) == (30, 703)  # the width is more than this screen has
    after.window.showMaximized()
    closed(after)
    third = Shell(library, words)
    third.begin()
    assert third.window.isMaximized()
    third.close()


def test_panes_are_as_wide_and_as_folded_as_they_were_left(app, library, words, pack_file, qtbot):
    shell = Shell(library, words)
    shell.begin(pack_file)
    shell.desk.finish()
    qtbot.waitUntil(shell.room.layout.isVisible)
    shell.room.layout.splitter.setSizes([410, 620, 410])
    shell.actions["preview"].trigger()
    shell.actions["problems"].trigger()
    closed(shell)
    after = Shell(library, words)
    after.window.resize(1440, 900)
    after.begin(pack_file)
    after.desk.finish()
    qtbot.waitUntil(after.room.layout.isVisible)
    assert abs(after.room.library.width() - 410) <= 2
    assert not after.room.layout.shown("preview")
    assert after.room.problems.closed
    assert not after.actions["preview"].isChecked()
    assert not after.actions["problems"].isChecked()
    after.actions["preview"].trigger()
    assert abs(after.room.preview.width() - 410) <= 2
    after.close()


def test_a_strip_that_closed_for_want_of_height_is_not_remembered_as_closed(app, library, words, pack_file, qtbot):
    shell = Shell(library, words)
    shell.begin(pack_file)
    shell.desk.finish()
    qtbot.waitUntil(shell.room.layout.isVisible)
    shell.window.resize(1440, 700)
    assert shell.room.problems.closed
    closed(shell)
    after = Shell(library, words)
    after.window.resize(1440, 900)
    after.begin(pack_file)
    after.desk.finish()
    assert not after.room.problems.closed
    after.close()


@pytest.mark.parametrize(
    "held",
    [
        b"\0\xff nothing",
        b"[window]\ngeometry=@ByteArray(spoilt)\n[panes]\nlibrary=99999999999\npreview=-4\nfolded=outline x\nlast=moon\n",
    ],
)
def test_a_memory_that_will_not_do_hurts_nobody(app, library, words, pack_file, held):
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "window.ini").write_bytes(held)
    shell = Shell(library, words)
    assert shell.memory.arrangement() == Arrangement()
    shell.begin(pack_file)
    shell.desk.finish()
    assert shell.window.width() >= 960
    shell.close()


def test_a_window_from_a_screen_that_is_gone_comes_into_sight(app, library, words):
    shell = Shell(library, words)
    shell.begin()
    shell.window.move(90_000, 90_000)
    closed(shell)
    after = Shell(library, words)
    after.begin()
    assert after.window.screen().availableGeometry().intersects(after.window.geometry())
    after.close()


# layout


@pytest.mark.parametrize(
    ("folding", "width", "shown"),
    [
        (Folding(), 1440, (True, True)),
        (Folding(), 1100, (True, False)),
        (Folding().turned("preview", shown=True), 1100, (False, True)),
        (Folding().turned("library", shown=False), 1100, (False, True)),
        (Folding().turned("library", shown=False), 1440, (False, True)),
        (Folding().turned("preview", shown=False), 1440, (True, False)),
    ],
)
def test_what_does_not_fit_beside_the_pack_folds(folding, width, shown):
    assert folding.fitting(width) == shown


def test_a_narrow_window_keeps_the_pack_and_brings_panes_back_by_key(shell, pack_file, qtbot):
    shell.begin(pack_file)
    shell.desk.finish()
    shell.window.resize(960, 600)
    layout = shell.room.layout
    qtbot.waitUntil(layout.isVisible)
    assert not layout.shown("preview")
    assert shell.room.problems.closed
    shell.actions["preview"].trigger()
    assert layout.shown("preview")
    assert not layout.shown("library")
    shell.actions["find"].trigger()
    assert layout.shown("library")
    assert shell.room.outline.width() >= 480


def test_f6_goes_round_the_panes(shell, pack_file, qtbot):
    shell.begin(pack_file)
    shell.desk.finish()
    room = shell.room
    qtbot.waitUntil(lambda: bool(room.workspace.findings))  # without any, the foot takes no keyboard
    met = []
    for _ in range(4):
        shell.actions["next-pane"].trigger()
        within = shell.window.focusWidget()
        met.append(next(name for name in ("library", "outline", "preview", "problems") if getattr(room, name).isAncestorOf(within)))
    assert met == ["preview", "problems", "library", "outline"]


def test_del_in_the_library_removes_nothing_from_the_pack(shell, pack_file, qtbot):
    shell.begin(pack_file)
    shell.desk.finish()
    room = shell.room
    room.workspace.select_placement("p-r1")
    room.library.list.setFocus()
    qtbot.keyClick(room.library.list, Qt.Key.Key_Delete)
    assert any(placement.id == "p-r1" for _, placement in room.workspace.pack.placements())
    room.outline.view.setFocus()
    qtbot.keyClick(room.outline.view, Qt.Key.Key_Delete)
    assert not any(placement.id == "p-r1" for _, placement in room.workspace.pack.placements())


# bugs


@pytest.fixture
def crashes(words, monkeypatch):
    made = Crashes(words)
    made.install()
    yield made
    made.uninstall()


def test_a_bug_is_told_in_a_dialog_once_the_work_is_kept_and_the_app_goes_on(crashes, words, capsys):
    kept = []
    crashes.keep_by(lambda: kept.append("the work"))
    crashes.caught(ZeroDivisionError, ZeroDivisionError("unexpected"), None)
    dialog = top(BugDialog)
    assert kept == ["the work"]
    assert "ZeroDivisionError: unexpected" in dialog.report.toPlainText()
    assert "Qt" in dialog.report.toPlainText()
    dialog.copy.click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    dialog.go_on.click()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_keeps_the_work_may_fail_and_the_bug_is_told_all_the_same(crashes, capsys):
    def broken():
        raise OSError("disk full")

    crashes.keep_by(broken)
    crashes.caught(ValueError, ValueError("unexpected"), None)
    top(BugDialog).go_on.click()
    assert "unexpected" in capsys.readouterr().err


def test_a_cause_somebody_can_remove_is_no_bug(crashes, qtbot):
    fault = FileNotRead("file-missing", path="gone.txt")
    with qtbot.waitSignal(crashes.refused) as told:
        crashes.caught(FileNotRead, fault, None)
    assert told.args == [fault]


def test_a_bug_that_comes_again_while_it_is_told_opens_no_second_dialog(crashes, capsys):
    for _ in range(3):
        crashes.caught(ValueError, ValueError("again"), None)
    top(BugDialog).go_on.click()
    assert capsys.readouterr().err.count("again") == 3


def test_messages_leave_by_their_cross(shell, qtbot):
    shell.refuse(FileNotRead("file-missing", path="gone.txt"))
    message = shell.telling.standing("refused")
    message.closed.emit()
    qtbot.waitUntil(lambda: shell.telling.standing("refused") is None)
    assert shell.start.tray.isHidden()


def test_documents_are_offered_by_every_ending_that_is_read(shell, tmp_path):
    shell.filing.choose_documents(lambda _paths: None)
    dialog = top(QFileDialog)
    first, everything = dialog.nameFilters()
    for ending in SUFFIXES_READ:
        assert f"*.{ending}" in first
        assert f"*.{ending.upper()}" in first
    assert everything.endswith("(*)")
    dialog.close()


# what goes wrong


@pytest.mark.parametrize(("answer", "kept"), [("changed-elsewhere.over", "second"), ("unsaved.stay", "first")])
def test_two_windows_on_one_pack_do_not_overwrite_each_other_unasked(shell, library, words, pack_file, answer, kept):
    shell.begin(pack_file)
    shell.desk.finish()
    other = Shell(library, words)
    other.begin(pack_file)
    other.desk.finish()
    edit(shell, "first")
    shell.actions["save"].trigger()
    edit(other, "second")
    other.actions["save"].trigger()
    assert open_pack(pack_file)[0].bottom_line.text == "first"
    press(top(QMessageBox), words, f"window.{answer}")
    assert open_pack(pack_file)[0].bottom_line.text == kept
    edit(other, "third")
    if kept == "second":
        other.actions["save"].trigger()
        assert open_pack(pack_file)[0].bottom_line.text == "third"
    other.close()


def test_recent_packs_with_long_names_leave_the_menu_narrow_and_their_ampersands_seen(shell, library, tmp_path):
    shell.begin()
    title = "Asks & answers " * 40
    session = Session(library, pack(title=ByAudience(title)))
    shell.desk.show(Session(library, session.pack, path=session.save(tmp_path / "long.briefpack")))
    shell.desk.finish()
    menu = QMenu()
    shell._fill_recent(menu)
    assert menu.sizeHint().width() < 600
    assert menu.actions()[0].text().startswith("Asks && answers")


@pytest.mark.parametrize("kept", [0, 10, 0.5, 0.99])
def test_a_pack_that_is_cut_off_is_told_and_nothing_is_shown(shell, pack_file, kept):
    data = pack_file.read_bytes()
    pack_file.write_bytes(data[: int(len(data) * kept) if isinstance(kept, float) else kept])
    shell.begin(pack_file)
    shell.desk.finish()
    assert shell.telling.standing("refused")
    assert shell.room is None


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_leaving_while_the_room_is_being_made_leaves_no_pane_behind(app, library, words, parts):
    shell = Shell(library, words)
    shell.begin()
    shell.desk.show(Session(library, pack(), saved=True))
    for _ in range(parts):
        shell.desk._turns._go_on()
    assert loose_panes()
    closed(shell)
    assert not loose_panes()


@pytest.mark.parametrize("parts", [1, 2, 3, 4, 5])
def test_leaving_while_the_sources_room_is_being_made_leaves_no_pane_behind(app, library, words, parts):
    shell = Shell(library, words)
    shell.begin()
    shell.door.show()
    for _ in range(parts):
        shell.door._turns._go_on()
    assert loose_panes()
    closed(shell)
    assert not loose_panes()


def loose_panes():
    """Return the panes nobody owns, once Qt has deleted what it was asked to; Python's collector is no help to them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [each for each in QApplication.topLevelWidgets() if each.parentWidget() is None and not isinstance(each, MainWindow)]


def test_of_two_packs_opened_at_once_the_later_is_shown(shell, library, pack_file, tmp_path):
    other = Session(library, pack(id="other")).save(tmp_path / "other.briefpack")
    shell.begin()
    shell.open(pack_file)
    shell.open(other)
    shell.desk.finish()
    assert shell.room.workspace.session.path == other
