"""Dialogs as sheets: where they stand, and the window that is dimmed while they do."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.about import AboutDialog
from briefing_app.desktop.dialogs.sheet import MARGIN, Sheet


@pytest.fixture
def window(app, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.setStyleSheet("background: #ffffff")
    made.show()
    return made


def light_of(window):
    return window.grab().toImage().pixelColor(3, 3).lightness()


def test_the_window_is_dark_while_a_sheet_is_open_and_light_again_after(qtbot, window, words):
    before = light_of(window)
    sheet = AboutDialog(words, window)
    sheet.open()
    assert light_of(window) < before - 40
    with qtbot.waitSignal(sheet.destroyed):
        sheet.reject()
    assert light_of(window) == before


def test_a_sheet_stands_in_the_middle_and_stays_there_when_the_window_changes_its_size(window, words):
    sheet = AboutDialog(words, window)
    sheet.open()
    for size in ((900, 700), (1200, 800)):
        window.resize(*size)
        beside = window.mapFromGlobal(sheet.pos()) + QPoint(sheet.width() // 2, sheet.height() // 2) - window.rect().center()
        assert beside.manhattanLength() <= 2
    sheet.reject()


def test_a_sheet_that_can_be_smaller_stays_within_a_small_window(window):
    sheet = Sheet(window)
    sheet.resize(1100, 900)
    sheet.open()
    assert (sheet.width(), sheet.height()) == (900 - 2 * MARGIN, 700 - 2 * MARGIN)
    sheet.reject()


def test_a_sheet_has_round_corners_that_show_what_is_beneath(window, words):
    sheet = AboutDialog(words, window)
    sheet.open()
    picture = sheet.grab().toImage()
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(sheet.width() // 2, 4).alpha() == 255
    sheet.reject()


def test_a_dialog_without_a_window_to_lie_over_has_a_frame_of_its_own(qtbot, app, words):
    dialog = AboutDialog(words)
    dialog.open()
    assert not dialog.windowFlags() & Qt.WindowType.FramelessWindowHint
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
