"""A switch: one choice of a few, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt

from briefing_app.desktop.widgets.segments import Segments


@pytest.fixture
def segments(app, qtbot):
    made = Segments([("sources", "Sources"), ("pack", "Pack"), ("back", "Taken back")], "Room")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(segments):
    values = []
    segments.chosen.connect(values.append)
    return values


def test_the_first_is_chosen_to_begin_with(segments):
    assert segments.value == "sources"


def test_a_click_chooses(segments, heard, qtbot):
    qtbot.mouseClick(segments.button("pack"), Qt.MouseButton.LeftButton)
    assert segments.value == "pack"
    assert heard == ["pack"]


def test_choosing_what_is_chosen_says_nothing(segments, heard, qtbot):
    qtbot.mouseClick(segments.button("sources"), Qt.MouseButton.LeftButton)
    assert heard == []


def test_what_the_program_chooses_is_not_told_as_a_persons_choice(segments, heard, qtbot):
    segments.choose("pack")
    assert segments.value == "pack"
    assert heard == []
    qtbot.mouseClick(segments.button("sources"), Qt.MouseButton.LeftButton)
    assert heard == ["sources"]


def test_arrow_keys_go_from_one_to_the_next(segments, heard, qtbot):
    segments.button("sources").setFocus()
    qtbot.keyClick(segments.button("sources"), Qt.Key.Key_Right)
    assert segments.value == "pack"
    assert heard == ["pack"]


def test_each_segment_says_what_it_switches(segments):
    assert segments.button("pack").accessibleName() == "Room: Pack"


def test_a_value_that_is_none_of_them_is_met_at_once(segments):
    with pytest.raises(ValueError, match="elsewhere"):
        segments.choose("elsewhere")


def test_segments_are_at_least_24_pixels_high(segments):
    assert segments.button("pack").height() >= 24
