"""Nothing is lost: what an app had not saved when it was killed is offered by the next one, and goes when nobody needs it."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from PySide6.QtWidgets import QPushButton

from briefing_app.desktop.autosave import Home
from briefing_app.desktop.shell import Shell
from briefing_app.workbench import editing
from briefing_app.workbench.recovering import copies_in, keep, recovery_folder, snapshot
from briefing_app.workbench.session import Session
from tests.builders import pack

WRITTEN = "Written just before the lights went out"

WINDOW = textwrap.dedent("""
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from briefing_app.desktop import theme
    from briefing_app.desktop.shell import Shell
    from briefing_app.words import words_for
    from briefing_app.workbench import editing
    from briefing_app.workbench.libraries import user_library

    def edit():
        shell.desk.finish()
        workspace = shell.room.workspace
        workspace.do(lambda pack: editing.write_front(pack, "bottom_line", sys.argv[2]))
        QTimer.singleShot(1000, lambda: print("a second later", flush=True))

    if __name__ == "__main__":
        app = QApplication([])
        theme.apply(app)
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_after_a_kill_an_edit_a_second_old_comes_back(shell, library, tmp_path, qtbot):
    file = saved_pack(library, tmp_path)
    with subprocess.Popen([sys.executable, "-c", WINDOW, file, WRITTEN], stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "a second later\n"
        os.kill(window.pid, signal.SIGKILL)
    assert window.returncode == -signal.SIGKILL

    shell.begin()
    qtbot.waitUntil(lambda: recovery_message(shell) is not None)
    message = recovery_message(shell)
    assert "What leaders can do" in message.sentence.text()
    message.action.click()
    shell.desk.finish()

    session = shell.room.workspace.session
    assert session.pack.bottom_line.text == WRITTEN
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


def test_a_copy_is_there_within_a_second_of_an_edit_and_goes_with_a_save(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace = shell.room.workspace
    began = time.monotonic()
    workspace.do(lambda held: editing.write_front(held, "bottom_line", WRITTEN))
    qtbot.waitUntil(lambda: bool(copies_in(shell.desk.home.folder)), timeout=2000)
    assert time.monotonic() - began < 1.2
    shell.actions["save"].trigger()
    assert not written(shell)


def type_on(workspace, letters):
    workspace.do(lambda held: editing.write_front(held, "bottom_line", "x" * letters))


def test_typing_on_and_on_does_not_put_the_copy_off(shell, library, tmp_path, qtbot):
    shell.open(saved_pack(library, tmp_path))
    shell.desk.finish()
    workspace = shell.room.workspace
    began = time.monotonic()
    letters = 0
    while not copies_in(shell.desk.home.folder):
        letters += 1
        type_on(workspace, letters)
        qtbot.wait(50)
        assert time.monotonic() - began < 2
    assert letters > 5


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
