"""How long until there is a usable window: the app's start page against a bare PySide6 window, as whole processes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing_app.library.store import open_library
from briefing_app.paths import DATA_VARIABLE, library_file, resource
from briefing_app.workbench.importing import import_files
from tests.benchmarks.measures import Times, line

REPEATS = 7

USABLE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

def tell_when_usable(app):
    # A window is usable when it stands on the screen and the loop has come round again after that.
    def look():
        if any(window.isExposed() for window in QGuiApplication.topLevelWindows()):
            timer.stop()
            QTimer.singleShot(0, tell)
    def tell():
        print(time.monotonic(), time.process_time(), flush=True)
        app.exit(0)  # not quit(), which a window may refuse
    timer = QTimer(app, interval=0)
    timer.timeout.connect(look)
    timer.start()
"""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
tell_when_usable(app)
app.exec()
"""

OURS = """
from PySide6.QtWidgets import QApplication
execute = QApplication.exec
def until_usable():
    tell_when_usable(QApplication.instance())
    return execute()
QApplication.exec = until_usable
from briefing_app.desktop.application import main
main([])
"""
"""As the app is started; only the loop is told to end as soon as the window can be used."""


def run(code, environment):
    """Start a process and return the seconds until its window is usable: by the clock, and computing."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", USABLE + code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    usable, computed = map(float, done.stdout.split())
    return usable - started, computed


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ[DATA_VARIABLE] = folder
        library_file().parent.mkdir(parents=True, exist_ok=True)
        with open_library(library_file()) as library:
            assert all(each.fault is None for each in import_files(library, sorted(resource("documents").glob("*.txt"))))
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONPYCACHEPREFIX": folder}
        # An installed app comes compiled, as PySide6 does here; the first run of each compiles for all that follow.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        clock, computing = {BARE: Times(), OURS: Times()}, {BARE: Times(), OURS: Times()}
        for repeat in range(REPEATS + 1):
            for code in (BARE, OURS):
                seconds, computed = run(code, environment)
                if repeat:  # the first compiles, and fills the disk's cache
                    clock[code].append(seconds)
                    computing[code].append(computed)
    for name, times in (("by the clock", clock), ("computing", computing)):
        line(f"start: a bare window, {name}", times[BARE])
        line(f"start: the app's start page, {name}", times[OURS])
        line(f"start: times a bare window, {name}", f"{times[OURS].median / times[BARE].median:7.2f}")
