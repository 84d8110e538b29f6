"""Nothing is lost: what an app had not saved when it was killed is offered by the next one, and goes when nobody needs it."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from briefing_app.desktop.autosave import DELAY_MS, Home
from briefing_app.desktop.dialogs.meeting import open_meeting
from briefing_app.desktop.shell import Shell
from briefing_app.domain.fidelity.edits import Insert
from briefing_app.workbench import editing
from briefing_app.workbench.recovering import copies_in, keep, recovery_folder, restored, snapshot
from briefing_app.workbench.session import Session
from tests.builders import pack

WRITTEN = "Written just before the lights went out"

WINDOW = textwrap.dedent("""
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from briefing_app.desktop import theme
    from briefing_app.desktop.dialogs.wording import open_wording
    from briefing_app.desktop.shell import Shell
    from briefing_app.desktop.widgets.insertion_field import InsertionField
    from briefing_app.words import words_for
    from briefing_app.workbench import editing
    from briefing_app.workbench.libraries import user_library
    from briefing_app.workbench.recovering import copies_in

    def typed(field):
        QTest.keyClicks(field, "Written just before the lights went out")

    def a_field_in_the_outline():
        outline = shell.room.outline
        outline.rows.edit(outline.model.index_of("front:bottom_line"))
        outline.view.editor.fields[0].selectAll()
        typed(outline.view.editor.fields[0])

    def a_quote_being_trimmed():
        outline = shell.room.outline
        outline.rows.edit(outline.model.index_of("placement:p-q1"))
        outline.view.editor.foot.buttons[None].click()
        typed(outline.view.editor.findChild(InsertionField))

    def our_words_in_a_sheet():
        dialog = open_wording(shell.room.workspace, "p-r1", shell.window)
        dialog.lead.selectAll()
        typed(dialog.lead)

    def nothing_but_an_edit():
        workspace = shell.room.workspace
        workspace.do(lambda pack: editing.write_front(pack, "bottom_line", "Written just before the lights went out"))

    def edit():
        shell.desk.finish()
        globals()[sys.argv[2]]()
        looking.start()

    def look():
        if copies_in(shell.desk.home.folder):
            looking.stop()
            print("kept", flush=True)

    if __name__ == "__main__":
        app = QApplication([])
        theme.apply(app)
        looking = QTimer(interval=10)
        looking.timeout.connect(look)
        shell = Shell(user_library(), words_for("en"))
        shell.begin(Path(sys.argv[1]))
        edit()
        app.exec()
""")


@pytest.fixture
def shell(app, library, words):
    made = Shell(library, words)
    yield made
    made.close()


def saved_pack(library, tmp_path):
    session = Session(library, pack())
    return session.save(tmp_path / "summit.briefpack")


def recovery_message(shell):
    return shell.telling.standing("recovery")


def lead_of(kept):
    return editing.placement_of(kept, "p-r1").wording.lead


def inserted_in(kept):
    (stretch,) = editing.placement_of(kept, "p-q1").wording.stretches
    return next(edit.words for edit in stretch.edits if isinstance(edit, Insert))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("doing", "found"),
    [
        ("nothing_but_an_edit", lambda kept: kept.bottom_line.text),
        ("a_field_in_the_outline", lambda kept: kept.bottom_line.text),
        ("a_quote_being_trimmed", inserted_in),
        ("our_words_in_a_sheet", lead_of),
    ],
)
def test_after_a_kill_what_was_being_written_comes_back(shell, library, tmp_path, qtbot, doing, found):
    file = saved_pack(library, tmp_path)
    with subprocess.Popen([sys.executable, "-c", WINDOW, file, doing], stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "kept\n"
        os.kill(window.pid, signal.SIGKILL)
    assert window.returncode == -signal.SIGKILL

    shell.begin()
    qtbot.waitUntil(lambda: recovery_message(shell) is not None)
    message = recovery_message(shell)
    assert "What leaders can do" in message.sentence.text()
    message.action.click()
    shell.desk.finish()

    session = shell.room.workspace.session
    assert found(session.pack) == WRITTEN
    assert session.path == file
    assert session.unsaved
    assert shell.window.isWindowModified()
    assert recovery_message(shell) is None


def left_behind(library, **changes):
    """Leave a copy behind as an app does that was killed: its lock is gone with its process."""
    folder = recovery_folder() / "0123456789abcdef"
    keep(folder, snapshot(Session(library, pack(**changes))))
    return folder


def test_what_is_discarded_is_offered_no_more(shell, library):
    folder = left_behind(library)
    shell.settle()
    recovery_message(shell).findChild(QPushButton, "discard").click()
    assert recovery_message(shell) is None
    assert not folder.exists()


def test_several_copies_are_offered_one_after_the_other(shell, library):
    left_behind(library, id="one")
    left_behind(library, id="two")
    shell.settle()
    for _ in range(2):
        recovery_message(shell).findChild(QPushButton, "discard").click()
    assert recovery_message(shell) is None


def test_what_an_app_that_still_runs_has_not_saved_is_not_offered(shell, library):
    running = Home(recovery_folder())
    keep(running.folder, snapshot(Session(library, pack())))
    shell.settle()
    assert recovery_message(shell) is None
    running.close()


def test_a_copy_that_will_not_do_says_so_and_stays(shell, library):
    folder = left_behind(library)
    copy = next(folder.glob("*/copy.json"))
    copy.write_bytes(b"{")
    shell.settle()
    recovery_message(shell).action.click()
    assert shell.telling.standing("refused") is not None
    assert copy.exists()


def written(shell):
    """Wait for the writer, and return the copies there are of this app's pack."""
    shell.room.autosave.wait()
    return copies_in(shell.desk.home.folder)


def packs_kept(shell):
    return [restored(shell.library, shell.desk.home.folder, copy).pack for copy in copies_in(shell.desk.home.folder)]


def test_a_copy_is_begun_half_a_second_after_an_edit_and_goes_with_a_save(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace, soon = shell.room.workspace, shell.room.autosave._soon
    workspace.do(lambda held: editing.write_front(held, "bottom_line", WRITTEN))
    assert soon.isActive()
    assert soon.interval() == DELAY_MS <= 500
    qtbot.waitUntil(lambda: any(kept.bottom_line.text == WRITTEN for kept in packs_kept(shell)))
    shell.actions["save"].trigger()
    assert not written(shell)


def type_on(workspace, letters):
    workspace.do(lambda held: editing.write_front(held, "bottom_line", "x" * letters))


def test_typing_on_and_on_does_not_put_the_copy_off(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace = shell.room.workspace
    letters = 0
    while not copies_in(shell.desk.home.folder):
        letters += 1
        type_on(workspace, letters)
        qtbot.wait(50)
        assert letters < 4000, "each letter put the copy off"


def test_what_is_being_typed_in_the_meeting_notes_is_in_the_copy_before_the_field_is_left(shell, made_sample, qtbot):
    shell.desk.show_sample(*made_sample)
    shell.desk.finish()
    workspace = shell.room.workspace
    dialog = open_meeting(workspace, shell.window)
    dialog.form.finish()
    for field, written in ((dialog.form.lines["where"], "Room 4"), (dialog.form.points.rows[0].text, "Offer a second visit")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, written)
    dialog.form.private.setFocus()
    qtbot.keyClicks(dialog.form.private, WRITTEN)
    assert WRITTEN not in workspace.pack.meetings["mexico"].private
    qtbot.waitUntil(lambda: any(WRITTEN in kept.meetings["mexico"].private for kept in packs_kept(shell)))
    [kept] = packs_kept(shell)
    assert (kept.meetings["mexico"].where, kept.meetings["mexico"].talking_points[0].text) == ("Room 4", "Offer a second visit")
    dialog.close()
    assert workspace.pack_as_typed is workspace.pack


def test_what_is_being_typed_in_a_row_is_in_the_copy_and_goes_from_it_with_escape(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace, outline = shell.room.workspace, shell.room.outline
    before = workspace.pack
    outline.rows.edit(outline.model.index_of("front:bottom_line"))
    field = outline.view.editor.fields[0]
    field.selectAll()
    qtbot.keyClicks(field, WRITTEN)
    assert workspace.pack is before
    qtbot.waitUntil(lambda: any(kept.bottom_line.text == WRITTEN for kept in packs_kept(shell)))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    shell.room.autosave.write()
    assert not written(shell)
    assert workspace.pack is before


def test_undoing_back_to_what_is_saved_drops_the_copy(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace = shell.room.workspace
    workspace.do(lambda held: editing.write_front(held, "bottom_line", WRITTEN))
    shell.room.autosave.write()
    assert written(shell)
    workspace.undo()
    shell.room.autosave.write()
    assert not written(shell)


def test_a_clean_end_leaves_nothing_behind(app, library, words, tmp_path):
    shell = Shell(library, words)
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    shell.room.workspace.do(lambda held: editing.write_front(held, "bottom_line", WRITTEN))
    shell.room.autosave.write()
    shell.close()
    assert not list(recovery_folder().iterdir())
