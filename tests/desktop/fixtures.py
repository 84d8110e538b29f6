"""What tests of the window start from: an app with its look, a library with the sample documents, the sample pack in a session, a watchdog.

``tests/desktop/conftest.py`` and ``tests/journeys/conftest.py`` take them all. Values over mocks: everything here is the real thing in ``tmp_path``.
"""

import gc
import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.desktop.theme import STYLE, apply, hold_still
from briefing_app.desktop.workspace import Workspace
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.words import Words
from briefing_app.workbench.importing import import_files
from briefing_app.workbench.sample import sample
from briefing_app.workbench.session import Session
from tests.desktop.opened import LONG
from tests.desktop.watchdog import Watchdog

__all__ = [
    "app",
    "imported_documents",
    "library",
    "made_sample",
    "qapp_args",
    "qtbot",
    "sample_session",
    "watchdog",
    "widgets_are_freed",
    "words",
    "workspace",
]


@pytest.fixture(scope="session")
def qapp_args():
    """Return what the application is made with: controls are drawn as the app draws them."""
    return ["briefing-app", *STYLE]


class PatientBot(QtBot):
    """Waits for what comes however long a busy machine takes: seconds decide no test. Who waits goes on as soon as it is there."""

    def waitUntil(self, callback, *, timeout=LONG):  # noqa: N802 - pytest-qt's names
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=LONG, **rest):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **rest)

    def waitExposed(self, widget, *, timeout=LONG):  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=LONG):  # noqa: N802
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """Return pytest-qt's bot with all the patience there is."""
    return PatientBot(request)


@pytest.fixture
def app(qapp):
    """Return the application in its look, light and at 100 %; a test that draws asks for this rather than for ``qapp``."""
    apply(qapp, "light", 1.0)
    hold_still(qapp)
    return qapp


@pytest.fixture
def words():
    """Return the interface's words, in English."""
    return Words("en")


@pytest.fixture(scope="session")
def imported_documents(tmp_path_factory):
    """Return a folder with a library into which the sample documents were read, once for all tests; ``library`` copies it."""
    folder = tmp_path_factory.mktemp("documents")
    with open_library(folder / "library.briefinglibrary") as made:
        assert all(each.fault is None for each in import_files(made, sorted(resource("documents").glob("*.txt"))))
    return folder


@pytest.fixture
def library(imported_documents, tmp_path):
    """Return an open library with the sample documents and their suggested excerpts; each test may change its own."""
    folder = tmp_path / "library"
    shutil.copytree(imported_documents, folder)
    with open_library(folder / "library.briefinglibrary") as opened:
        yield opened


@pytest.fixture(scope="session")
def made_sample():
    """Return the sample pack and its media, made once: packs are values, nobody can change them."""
    return sample()


@pytest.fixture
def sample_session(library, made_sample):
    """Return a session over the sample pack (seven audiences), never saved, with the sample documents in its library."""
    return Session(library, *made_sample)


@pytest.fixture
def workspace(app, sample_session, words):
    """Return a workspace over ``sample_session``; the host's (Mexico's) hand-over copy is shown."""
    made = Workspace(sample_session, words)
    yield made
    made.deleteLater()


@pytest.fixture
def watchdog(app):
    """Return a watchdog; call its ``watch()`` when the window stands. The test fails when our code kept the window from answering."""
    # What other tests left behind is not collected at the window's cost.
    gc.collect()
    gc.freeze()
    made = Watchdog()
    yield made
    made.stop()
    gc.unfreeze()
    assert not made.offences, "\n\n".join(str(gap) for gap in made.offences)


def freed():
    """Carry out the deletions that Qt puts off, and return the windows, dialogs and parentless panes that are still there."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _kept():
        gc.collect()  # takes a while: only for what a circle of references may hold
    return _kept()


def _kept():
    return [widget for widget in QApplication.topLevelWidgets() if widget.parentWidget() is None]


@pytest.fixture(autouse=True)
def widgets_are_freed(request):
    """Fail the test when a widget it made is still there: ``WA_DeleteOnClose``, or ``qtbot.addWidget``.

    What outlives its test outlives its library too, and draws itself in somebody else's test.
    """
    yield
    if QApplication.instance() is not None:
        kept = freed()
        told = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in kept]
        for widget in kept:
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not told, f"still there: {', '.join(told)}"
