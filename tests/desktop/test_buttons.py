"""Buttons and chips: named, large enough, and drawn whole."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu

from briefing_app.desktop import theme as themes
from briefing_app.desktop.theme import Theme
from briefing_app.desktop.widgets.buttons import DropButton, icon_button, push_button
from briefing_app.desktop.widgets.chip import Chip, Pill, pill_width
from briefing_app.domain.excerpt import ExcerptKind


@pytest.fixture(autouse=True)
def _light(app):
    themes.apply(app, "light", 1.0)
    yield
    themes.apply(app, "light")


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_push_button_with_an_icon_is_read_out_without_the_blank_between(qtbot):
    button = shown(qtbot, push_button("Choose files…", icon_name="plus"))
    assert button.accessibleName() == "Choose files…"
    assert not button.icon().isNull()


def test_a_primary_button_stands_on_the_fill(qtbot):
    button = shown(qtbot, push_button("Export…", "primary"))
    assert button.grab().toImage().pixelColor(6, button.height() // 2).name().upper() == Theme().colours.accent_fill


def test_an_icon_alone_has_a_name_and_a_tooltip(qtbot):
    button = shown(qtbot, icon_button("undo-2", "Undo"))
    assert button.accessibleName() == button.toolTip() == "Undo"
    assert min(button.width(), button.height()) >= 24


def test_words_that_open_a_menu_do_so_from_the_keyboard(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("All sources")
    button = shown(qtbot, DropButton("All sources", menu))
    opened = []
    # The key is answered only when the menu is gone again, so a timer stands in for the person who closes it.
    closing = QTimer(interval=5)
    closing.timeout.connect(lambda: menu.isVisible() and (opened.append(True), menu.close()))
    closing.start()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    closing.stop()
    assert opened == [True]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("type_name", ["small", "body", "title"])
def test_words_that_open_a_menu_have_room_for_all_of_them(qtbot, type_name):
    button = shown(qtbot, DropButton("Delegation of Canada", type_name=type_name))
    assert button.sizeHint().width() > QFontMetricsF(Theme().font(type_name)).horizontalAdvance(button.text()) + DropButton.ARROW
    assert button.sizeHint().height() >= 24
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_a_chip_says_how_many_there_are(qtbot):
    chip = shown(qtbot, Chip(ExcerptKind.QUOTE, "Quotes"))
    assert chip.text() == "Quotes"
    narrow = chip.sizeHint().width()
    chip.set_count(12)
    assert chip.text() == "Quotes 12"
    assert chip.sizeHint().width() > narrow
    assert chip.height() >= 24


def test_a_chip_is_switched_by_the_keyboard(qtbot):
    chip = shown(qtbot, Chip(ExcerptKind.QUOTE, "Quotes"))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_a_pill_says_its_words_on_the_tint_of_their_colour(qtbot):
    pill = Pill()
    pill.show_words("Marked", "ok", "check")
    shown(qtbot, pill)
    assert pill.accessibleName() == "Marked"
    assert pill.grab().toImage().pixelColor(3, pill.height() // 2).name().upper() == Theme().colours.ok_tint
    assert pill.sizeHint().width() >= pill_width("Marked", Theme(), icon=True) > pill_width("Marked", Theme())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_chip_shows_its_word_and_count_whole(app, qtbot, scale):
    themes.apply(app, "light", scale)
    chip = Chip(ExcerptKind.RECOMMENDATION, "Recommendations")
    chip.set_count(12)
    shown(qtbot, chip)

    def inked():
        image = chip.grab().toImage()
        return sum(image.pixelColor(x, y).lightness() < 120 for x in range(image.width()) for y in range(5, image.height() - 5))

    chip.resize(chip.sizeHint())
    whole = inked()
    chip.resize(chip.width() * 2, chip.height())
    assert whole == pytest.approx(inked(), abs=12)
