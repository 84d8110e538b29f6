"""Empty, busy and failed places, and messages in place: one sentence, one thing to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QToolButton, QVBoxLayout, QWidget

from briefing_app.desktop import theme as themes
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.inline_message import InlineMessage
from briefing_app.desktop.widgets.spinner import Spinner

LINE = "“Annex 4.pdf” needs a password before it can be read, and whoever sent it will know which one it is."


@pytest.fixture(autouse=True)
def _light(app):
    themes.apply(app, "light", 1.0)
    yield
    themes.apply(app, "light")


def shown(qtbot, widget, width=320, height=240):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


def test_an_empty_place_says_what_to_do(qtbot):
    place = shown(qtbot, EmptyState("search", "Nothing found", "Check the spelling.", "Clear filters"))
    assert (place.accessibleName(), place.accessibleDescription()) == ("Nothing found", "Check the spelling.")
    with qtbot.waitSignal(place.action_asked):
        qtbot.mouseClick(place.action, Qt.MouseButton.LeftButton)


def test_a_place_without_an_action_shows_no_button(qtbot):
    assert not shown(qtbot, EmptyState("plus", "Nothing asked yet")).action.isVisible()


def test_a_place_can_say_something_else(qtbot):
    place = shown(qtbot, EmptyState("search", "Nothing found"))
    place.tell("Reading 3 of 12 documents", "You can go on working.", "Stop")
    assert place.action.isVisible()
    assert {label.text() for label in place.findChildren(QLabel) if label.isVisible()} == {
        "Reading 3 of 12 documents",
        "You can go on working.",
    }


@pytest.mark.parametrize("width", [220, 320, 900])
def test_a_long_sentence_is_wrapped_and_whole(qtbot, width):
    place = shown(qtbot, EmptyState("file-text", "This PDF is locked", LINE, "Enter the password…"), width)
    line = next(label for label in place.findChildren(QLabel) if label.text() == LINE)
    assert line.height() >= line.heightForWidth(line.width())
    assert abs(line.geometry().center().x() - width / 2) <= 1


def test_progress_shows_while_there_is_some(qtbot):
    from PySide6.QtWidgets import QProgressBar

    place = shown(qtbot, EmptyState("", "Reading"))
    [bar] = place.findChildren(QProgressBar)
    assert not bar.isVisible()
    place.set_progress(0.25)
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == 0.25
    place.set_progress(None)
    assert not bar.isVisible()


def test_a_busy_place_turns_a_ring_only_while_it_is_seen(app, qtbot):
    assert app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
    themes.hold_still(app, still=False)
    place = shown(qtbot, EmptyState("", "Reading"))
    [spinner] = place.findChildren(Spinner)
    before = spinner.grab().toImage()
    qtbot.waitUntil(lambda: spinner.grab().toImage() != before)
    place.hide()
    assert not spinner._timer.isActive()
    themes.hold_still(app)
    place.show()
    assert not spinner._timer.isActive(), "nothing moves where nothing may"


@pytest.mark.parametrize("severity", ["block", "warn", "info", "ok"])
def test_a_message_stands_on_the_tint_of_its_weight(qtbot, severity):
    message = shown(qtbot, InlineMessage("The section runs over.", severity=severity), 400, 40)
    tint = getattr(themes.theme_of().colours, {"info": "well"}.get(severity, f"{severity}_tint"))
    assert message.grab().toImage().pixelColor(200, message.height() - 3).name().upper() == tint


def test_a_message_offers_its_action_and_can_be_closed(qtbot):
    message = shown(qtbot, InlineMessage("The folder is full.", "Try again", close_name="Close"), 400, 40)
    with qtbot.waitSignal(message.action_asked):
        qtbot.mouseClick(message.action, Qt.MouseButton.LeftButton)
    [cross] = [button for button in message.findChildren(QToolButton) if button.accessibleName() == "Close"]
    with qtbot.waitSignal(message.closed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not message.isVisible()


@pytest.mark.parametrize(
    "words", [LINE, "Open it in the program it was made with, save it without the password, and bring that copy in."]
)
def test_no_last_word_of_an_empty_place_stands_alone(qtbot, words):
    place = shown(qtbot, EmptyState("search", "Nothing found", words), 640)
    [line] = [label for label in place.findChildren(QLabel) if label.text() == words]
    metrics = line.fontMetrics()
    lines = round(line.heightForWidth(line.width()) / metrics.lineSpacing())
    assert lines > 1
    assert metrics.horizontalAdvance(words) > (lines - 1 + 0.5) * line.width()


def test_a_message_without_a_name_for_the_cross_has_none(qtbot):
    assert not shown(qtbot, InlineMessage("One moment.")).findChildren(QToolButton)


def test_a_long_message_takes_the_height_it_needs(qtbot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    message = InlineMessage(LINE * 2, "Try again")
    column.addWidget(message)
    column.addStretch(1)
    shown(qtbot, holder, 360, 300)
    assert message.sentence.height() >= message.sentence.heightForWidth(message.sentence.width())
