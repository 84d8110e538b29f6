"""Dialogs as sheets: where they stand, and the window that is dimmed while they do."""

import weakref
from itertools import product

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.about import AboutDialog
from briefing_app.desktop.dialogs.sheet import MARGIN, Sheet, rounded


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


@pytest.mark.parametrize("radius", [8.0, 12.0, 15.0, 24.0])
def test_a_rounded_shape_has_the_whole_drawn_edge_and_little_outside_it(app, radius):
    drawn = QImage(90, 70, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(QRectF(drawn.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.end()
    shape = rounded(drawn.rect(), radius)
    inked = {(x, y) for x, y in product(range(90), range(70)) if drawn.pixelColor(x, y).alpha()}
    kept = {(x, y) for x, y in product(range(90), range(70)) if shape.contains(QPoint(x, y))}
    assert inked <= kept
    assert len(kept - inked) < 4 * radius
    assert (0, 0) not in kept


def test_a_sheet_keeps_no_window_alive(app, words):
    alone = QWidget()
    alone.show()
    sheet = AboutDialog(words, alone)
    sheet.open()
    watched = weakref.ref(alone)
    del alone
    assert watched() is None
    assert not shiboken6.isValid(sheet)
