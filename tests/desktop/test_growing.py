"""The one motion of the window, and that it can be switched off."""

import pytest
from PySide6.QtCore import QObject

from briefing_app.desktop.theme import hold_still, moves
from briefing_app.desktop.widgets.growing import Growing


@pytest.fixture
def heights():
    return []


@pytest.fixture
def growing(app, heights):
    owner = QObject()
    yield Growing(heights.append, owner)
    owner.deleteLater()


def test_where_nothing_may_move_the_end_is_there_at_once(growing, heights):
    assert not moves()
    growing.go(0, 120)
    assert heights == [120]
    assert not growing.moving


def test_a_height_grows_step_by_step_faster_first_and_ends_exact(qtbot, app, growing, heights):
    hold_still(app, still=False)
    with qtbot.waitSignal(growing.ended):
        growing.go(0, 120)
        assert growing.moving
    hold_still(app)
    assert heights == sorted(heights)
    assert heights[-1] == 120


def test_a_new_aim_starts_from_where_the_last_one_has_come(qtbot, app, growing, heights):
    hold_still(app, still=False)
    growing.go(0, 400)
    qtbot.waitUntil(lambda: heights[-1] > 0)
    come = heights[-1]
    del heights[:]
    with qtbot.waitSignal(growing.ended):
        growing.go(400, 0)
    hold_still(app)
    assert heights[0] >= come > 0
    assert heights[-1] == 0
