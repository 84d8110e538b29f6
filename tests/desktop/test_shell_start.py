"""Starting: the window where there is a display, one line and the command line where there is none, and one clean end."""

import os
import subprocess
import sys
import textwrap

import pytest

from briefing_app import __main__ as start


@pytest.fixture
def headless():
    """Return an environment without any display."""
    return {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["summit.briefpack"], True),
        (["templates"], False),
        (["export", "summit.briefpack"], False),
        (["--help"], False),
    ],
)
def test_nothing_or_a_pack_asks_for_the_window(arguments, window):
    assert start.wants_window(arguments) is window


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
@pytest.mark.parametrize(
    ("variable", "there"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("QT_QPA_PLATFORM", True), ("HOME", False)]
)
def test_a_display_is_there_when_the_system_names_one(monkeypatch, variable, there):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, ":0")
    assert start.has_display() is there


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
def test_without_a_display_one_line_says_so_and_help_follows(headless):
    ended = subprocess.run([sys.executable, "-m", "briefing_app"], capture_output=True, text=True, env=headless, check=False)
    assert ended.returncode == 0
    assert ended.stderr == "There is no display here to open the window on. These commands work without one.\n"
    assert "export" in ended.stdout


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
def test_without_a_display_a_pack_is_refused_in_one_line(headless):
    command = [sys.executable, "-m", "briefing_app", "summit.briefpack"]
    ended = subprocess.run(command, capture_output=True, text=True, env=headless, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("There is no display here to open summit.briefpack on.")
    assert ended.stderr.count("\n") == 1


RUNS = textwrap.dedent("""
    import multiprocessing, sys
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from briefing_app.desktop import application
    from briefing_app.desktop.crash import Crashes
    from briefing_app.words import words_for
    from briefing_app.workbench.libraries import user_library

    def close_when_read():
        if len(library.documents()) == 2:
            watch.stop()
            (window,) = [each for each in app.topLevelWidgets() if each.isWindow() and each.isVisible()]
            window.close()

    if __name__ == "__main__":
        app = QApplication([])
        library, words = user_library(), words_for("en")
        watch = QTimer(interval=20)
        watch.timeout.connect(close_when_read)
        watch.start()
        code = application.run(library, words, Crashes(words), None)
        library.close()
        sys.exit(code or bool(multiprocessing.active_children()))
""")


def test_a_first_start_ends_clean_with_no_process_left():
    ended = subprocess.run([sys.executable, "-c", RUNS], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert "Traceback" not in ended.stderr
