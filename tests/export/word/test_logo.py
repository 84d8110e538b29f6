"""The mark's shapes become pixels: filled, with holes, moved and turned, on a transparent ground."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from briefing_app.export.word.logo import logo_picture
from tests.export.word.samples import NEUTRAL


@pytest.fixture
def drawn(tmp_path):
    """Return a function that draws the inside of a 20 by 10 SVG and tells the colour at a point of it."""

    def draw(inside):
        (tmp_path / "logo.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10">{inside}</svg>'
        )
        picture = logo_picture(replace(NEUTRAL, folder=str(tmp_path)))
        assert picture.proportion == 2
        image = Image.open(io.BytesIO(picture.png))
        return lambda x, y: image.getpixel((int(x / 20 * image.width), int(y / 10 * image.height)))

    return draw


CLEAR = 0
GREEN = (0, 128, 0, 255)


def test_a_rectangle_is_filled_where_it_stands(drawn):
    at = drawn('<rect x="10" y="0" width="10" height="5" fill="#008000"/>')
    assert at(15, 2.5) == GREEN
    assert at(15, 7.5)[3] == at(5, 2.5)[3] == CLEAR


@pytest.mark.parametrize("rule", ["evenodd", "nonzero"])
def test_a_ring_inside_another_is_a_hole_by_either_rule_when_it_turns_the_other_way(drawn, rule):
    at = drawn(f'<path fill="#008000" fill-rule="{rule}" d="M0 0H20V10H0Z M5 2V8H15V2Z"/>')
    assert at(2, 5) == GREEN
    assert at(10, 5)[3] == CLEAR


def test_a_ring_that_turns_the_same_way_is_a_hole_by_one_rule_only(drawn):
    same = 'd="M0 0H20V10H0Z M5 2H15V8H5Z"'
    assert drawn(f'<path fill="#008000" fill-rule="evenodd" {same}/>')(10, 5)[3] == CLEAR
    assert drawn(f'<path fill="#008000" fill-rule="nonzero" {same}/>')(10, 5) == GREEN


def test_curves_circles_groups_and_strokes_are_drawn(drawn):
    at = drawn(
        '<g transform="translate(10 0)"><circle cx="5" cy="5" r="4" fill="#008000"/></g>'
        '<path d="M0 0C10 0 10 10 0 10Z" fill="#008000"/><line x1="0" y1="5" x2="20" y2="5" stroke="#FF0000" stroke-width="1"/>'
    )
    assert at(15, 3) == at(3, 3) == GREEN
    assert at(11.2, 1.2)[3] == CLEAR
    assert at(9.5, 5) == (255, 0, 0, 255)


@pytest.mark.parametrize("content", ["", "<svg", "no picture at all", '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_cannot_be_drawn_is_none(tmp_path, content):
    (tmp_path / "logo.svg").write_text(content)
    assert logo_picture(replace(NEUTRAL, folder=str(tmp_path))) is None
