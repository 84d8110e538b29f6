"""A palette is measured before it prints."""

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.domain.brand import PAPER, colour_faults, contrast, lightness, luminance
from tests.builders import NEUTRAL, SIGNAL

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#767676", "#FFFFFF", 4.54), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0), ("#0000FF", "#FFFFFF", 8.59)],
)  # fmt: skip
def test_contrast_gives_the_figures_that_wcag_tools_give(one, other, ratio):
    assert round(contrast(one, other), 2) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(colours)
def test_lightness_rises_with_luminance_from_0_to_100(colour):
    assert 0 <= lightness(colour) <= 100 + 1e-9
    assert lightness(colour) <= lightness(PAPER)
    assert (lightness(colour) < 50) == (luminance(colour) < 0.1841865)


@pytest.mark.parametrize("palette", [NEUTRAL, SIGNAL], ids=["neutral", "signal"])
def test_the_shipped_palettes_have_no_fault(palette):
    assert colour_faults(palette) == ()


@pytest.mark.parametrize(
    ("palette", "on_paper", "on_tint", "reverse", "steps"),
    [
        (NEUTRAL, (16.5, 7.3, 9.5), (6.4, 8.3), 9.5, (12, 29, 37, 73, 94)),
        (SIGNAL, (17.2, 7.8, 6.7), (6.8, 5.8), 6.7, (10, 39, 35, 71, 94)),
    ],
    ids=["neutral", "signal"],
)
def test_the_shipped_palettes_measure_what_their_table_says(palette, on_paper, on_tint, reverse, steps):
    assert tuple(round(contrast(colour, PAPER), 1) for colour in (palette.ink, palette.muted, palette.accent)) == on_paper
    assert tuple(round(contrast(colour, palette.tint), 1) for colour in (palette.muted, palette.accent)) == on_tint
    assert round(contrast(palette.on_accent, palette.accent), 1) == reverse
    measured = (palette.ink, palette.accent, palette.muted, palette.line, palette.tint)
    assert tuple(round(lightness(colour)) for colour in measured) == steps


def test_each_fault_names_the_role_what_it_stands_against_and_both_figures():
    faults = colour_faults(dataclasses.replace(NEUTRAL, muted="#AAAAAA", tint="#C0C0C0"))
    assert ("muted", "paper", 2.32, ">= 4.5") in faults
    assert [fault[:2] for fault in faults] == [("muted", "paper"), ("muted", "tint"), ("tint", "L*")]


@given(colours)
@example("#6D778C")
def test_a_fault_never_shows_a_figure_that_would_pass(colour):
    for role, against, measured, demanded in colour_faults(dataclasses.replace(NEUTRAL, muted=colour, accent=colour)):
        if against != "L*":
            assert measured < 4.5, (role, demanded)


@pytest.mark.parametrize("colour", ["", "#FFF", "red", "#GGGGGG", "#0E4C5A0", "0E4C5A", "#0E4C5A\n"])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValueError, match="not a colour"):
        luminance(colour)
