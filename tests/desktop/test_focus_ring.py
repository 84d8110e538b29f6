"""The ring round the button that the keyboard is on."""

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop import theme as themes
from briefing_app.desktop.widgets.focus_ring import _Ring


@pytest.fixture
def row(app, qtbot):
    themes.apply(app, "light")
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    for name in ("One", "Two"):
        layout.addWidget(QPushButton(name))
    layout.addWidget(QLineEdit())
    window.resize(400, 80)
    with qtbot.waitActive(window):
        window.show()
    return window


def rings(window):
    return [ring for ring in window.findChildren(_Ring) if ring.isVisible()]


def test_the_keyboard_takes_the_ring_along(row, qtbot):
    one, two = row.findChildren(QPushButton)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    [ring] = rings(row)
    assert ring.geometry() == one.geometry().adjusted(-5, -5, 5, 5)
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    [ring] = rings(row)
    assert ring.geometry() == two.geometry().adjusted(-5, -5, 5, 5)
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    assert not rings(row), "a field shows the keyboard by its own edge"


def test_a_button_pressed_with_the_mouse_has_no_ring(row, qtbot):
    one, _ = row.findChildren(QPushButton)
    one.clearFocus()
    qtbot.mousePress(one, Qt.MouseButton.LeftButton)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not rings(row)
    qtbot.mouseRelease(one, Qt.MouseButton.LeftButton)


def test_the_ring_follows_its_button(row):
    one, _ = row.findChildren(QPushButton)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.move(one.x() + 7, one.y() + 3)
    [ring] = rings(row)
    assert ring.geometry() == one.geometry().adjusted(-5, -5, 5, 5)


def test_a_button_that_hides_hands_the_ring_on(row):
    one, two = row.findChildren(QPushButton)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.hide()
    [ring] = rings(row)
    assert ring.geometry() == two.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_scrolls_with_its_page(app, qtbot):
    themes.apply(app, "light")
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    for number in range(30):
        column.addWidget(QPushButton(str(number)))
    area.setWidget(page)
    with qtbot.waitActive(area):
        area.show()
    last = page.findChildren(QPushButton)[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    [ring] = rings(area)
    assert ring.parent() is page
    area.ensureWidgetVisible(last)
    assert ring.geometry() == last.geometry().adjusted(-5, -5, 5, 5)


def test_a_button_that_is_gone_leaves_no_ring(row, qtbot):
    one, two = row.findChildren(QPushButton)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.deleteLater()
    qtbot.waitUntil(lambda: len(row.findChildren(QPushButton)) == 1)
    two.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(rings(row)) == 1


def test_the_ring_keeps_no_button_alive(app, qtbot):
    themes.apply(app, "light")
    alone = QPushButton("Alone")
    with qtbot.waitActive(alone):
        alone.show()
    alone.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(rings(alone)) == 1
    alone.clearFocus()
    watched = weakref.ref(alone)
    del alone
    # Were it the ring that let the last of its page go, both would be deleted from within the ring's end.
    assert watched() is None
