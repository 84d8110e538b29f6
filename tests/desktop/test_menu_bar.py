"""The letters that open menus are underlined only while they are of use."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from briefing_app.desktop.main_window import MainWindow


@pytest.fixture
def window(app, qtbot, words):
    made = MainWindow(words, lambda _menu: None)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_letters_are_underlined_while_alt_is_down(qtbot, window):
    bar = window.top.menus
    at_rest = bar.grab().toImage()
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    assert bar.letters_shown
    assert bar.grab().toImage() != at_rest
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert bar.letters_shown == bar.hasFocus(), "on some systems Alt alone gives the bar the keyboard"
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    bar.clearFocus()
    assert not bar.letters_shown
    assert bar.grab().toImage() == at_rest


def test_every_menu_keeps_its_letter(window):
    menus = [action.menu() for action in window.top.menus.actions()]
    assert all(isinstance(menu, QMenu) and "&" in menu.title() for menu in menus)
