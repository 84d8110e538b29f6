"""The budget meter: full, over and empty are told apart without colour."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from briefing_app.desktop.theme import Theme
from briefing_app.desktop.widgets.meter import paint_meter

THEME = Theme()


def drawn(used, budget):
    image = QImage(64, 15, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_meter(painter, QRectF(0, 5, 64, 5), used, budget, THEME)
    painter.end()
    return image


def length(image, colour):
    return sum(image.pixelColor(x, 7).name().upper() == colour for x in range(64))


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_the_bar_is_as_long_as_the_share_used(app, share):
    assert length(drawn(share, 1), THEME.colours.ink3) == pytest.approx(64 * share, abs=3)


def test_an_empty_budget_shows_the_track_alone(app):
    image = drawn(0, 1)
    assert length(image, THEME.colours.ink3) == 0
    assert length(image, THEME.colours.line) > 58


def test_past_the_budget_a_tick_stands_where_it_ended(app):
    image = drawn(0.75, 0.5)
    covered = [x for x in range(64) if image.pixelColor(x, 3) != Qt.GlobalColor.white]
    assert covered
    assert all(abs(x - 64 * 0.5 / 0.75) <= 2 for x in covered)
    assert length(image, THEME.colours.warn) > 15


def test_just_filled_is_not_over(app):
    image = drawn(0.5, 0.5)
    assert all(image.pixelColor(x, 3) == Qt.GlobalColor.white for x in range(64))


def test_no_budget_at_all_can_still_be_drawn(app):
    assert drawn(0, 0) is not None
    assert length(drawn(1, 0), THEME.colours.warn) > 50
