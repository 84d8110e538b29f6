"""Words as delegates paint them: marks where the domain says, faded ends, no ellipsis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from briefing_app.desktop.theme import Theme
from briefing_app.desktop.typefaces import load
from briefing_app.desktop.widgets.text_painter import Mark, MarkKind, WordsBlock, WordsBlocks, paint_line
from briefing_app.desktop.widgets.text_units import Units

THEME = Theme()
WORDS = (
    "While addressing root causes of migration and strengthening protection it is important to recognize that many still cannot "
    "find safety within the region."
)


@pytest.fixture(autouse=True)
def _typefaces(app):
    load(app)


def block(text=WORDS, marks=(), max_lines=None, **more):
    return WordsBlock(text, THEME.font("words"), marks, max_lines, line=THEME.line("words"), **more)


def painted(words, width=282, height=120, opacity=1.0):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    words.paint(painter, QRectF(0, 0, width, height), THEME)
    painter.end()
    return image


def darkest(image, x, y, width, height):
    return min(image.pixelColor(at, down).lightness() for at in range(x, x + width) for down in range(y, y + height))


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def mark(word, kind, text=WORDS):
    start = text.index(word)
    return Mark(start, start + len(word), kind)


def test_words_stand_on_as_many_lines_as_they_need():
    assert block().height_for(282) == 80
    assert block().height_for(5_000) == 20


def test_words_stand_on_no_more_lines_than_allowed():
    assert block(max_lines=3).height_for(282) == 60
    assert block(max_lines=3).height_for(5_000) == 20


def test_nothing_to_say_takes_one_line_at_most():
    assert block("").height_for(100) <= 20


def test_a_single_line_is_cut_at_the_width_and_not_at_a_word():
    assert block(max_lines=1).height_for(100) == 20


def test_words_that_break_a_line_themselves_keep_doing_so():
    assert block("One\nTwo").height_for(282) == 40


def test_a_word_longer_than_the_width_is_broken_rather_than_lost():
    assert block("a" * 100).height_for(100) > 20


def test_what_does_not_fit_fades_out_at_the_end_of_the_last_line():
    faded, whole = painted(block(max_lines=2)), painted(block(max_lines=2, fade=False))
    end = round(block(max_lines=2).rectangles(0, len(WORDS), 282)[-1].right())
    assert darkest(faded, end - 8, 22, 8, 16) > 180
    assert darkest(whole, end - 8, 22, 8, 16) < 100
    assert darkest(faded, 0, 22, 40, 16) == darkest(whole, 0, 22, 40, 16)


def test_what_fits_does_not_fade():
    assert painted(block(), height=80) == painted(block(fade=False), height=80)


def test_the_fade_shows_what_lies_below_and_not_a_colour_of_its_own():
    image = QImage(282, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    block(max_lines=2).paint(painter, QRectF(0, 0, 282, 40), THEME)
    painter.end()
    assert image.pixelColor(281, 38) == Qt.GlobalColor.red


@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_mark_shows(kind):
    font = THEME.font("body" if kind is MarkKind.SOURCE else "words")
    marks = (mark("causes of migration", kind),)
    assert painted(WordsBlock(WORDS, font, marks)) != painted(WordsBlock(WORDS, font))


def test_a_search_hit_stands_on_the_hit_colour():
    assert THEME.colours.hit.lower() in colours(painted(block(marks=(mark("migration", MarkKind.HIT),))))


def test_a_hit_within_damaged_words_shows_both():
    shown = painted(block(marks=(mark("causes of migration", MarkKind.DAMAGED), mark("migration", MarkKind.HIT))))
    assert shown != painted(block(marks=(mark("causes of migration", MarkKind.DAMAGED),)))
    assert shown != painted(block(marks=(mark("migration", MarkKind.HIT),)))


def test_marks_count_code_points_so_that_an_emoji_before_them_moves_nothing():
    plain, astral = "aa migration bb", "😀🌍 migration bb"
    for text in (plain, astral):
        start = text.index("migration")
        [found] = block(text).rectangles(start, start + len("migration"), 282)
        [before] = block(text).rectangles(0, start, 282)
        [after] = block(text).rectangles(start + len("migration"), len(text), 282)
        assert before.right() == found.left()
        assert found.right() == after.left()
    widths = [block(text).rectangles(text.index("migration"), text.index(" bb"), 282)[0].width() for text in (plain, astral)]
    assert widths[0] == pytest.approx(widths[1], abs=0.5)


def test_a_mark_over_two_lines_has_a_rectangle_on_each_without_the_blank_between():
    first = block().rectangles(0, len(WORDS), 282)
    assert len(first) == 4
    assert all(each.right() <= 282 for each in first)


def test_a_mark_beyond_the_words_shown_is_nowhere():
    assert block(max_lines=1).rectangles(len(WORDS) + 3, len(WORDS) + 9, 5_000) == []
    assert block(max_lines=2).line_of(len(WORDS) - 1, 282) is None
    assert block().line_of(len(WORDS) - 1, 282) == 3


@given(st.text(max_size=40), st.data())
def test_an_offset_comes_back_from_qt_as_it_went(text, data):
    offset = data.draw(st.integers(0, len(text)))
    units = Units(text)
    assert units.to_qt(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert units.to_domain(units.to_qt(offset)) == offset


def test_the_same_words_asked_for_again_are_the_same_block():
    blocks = WordsBlocks(most=2)
    first = blocks.block(WORDS, THEME.font("words"))
    assert blocks.block(WORDS, THEME.font("words")) is first
    assert blocks.block(WORDS, THEME.font("words"), (), 2) is not first
    blocks.block("another", THEME.font("words"))
    blocks.block("one more", THEME.font("words"))
    assert blocks.block(WORDS, THEME.font("words")) is not first


def test_heights_are_right_for_each_width_asked_for():
    blocks = WordsBlocks()
    for width in (282, 5_000, 282):
        assert blocks.height(width, WORDS, THEME.font("words"), line=20) == block().height_for(width)


def test_the_apps_own_words_end_in_an_ellipsis_where_they_do_not_fit():
    image = QImage(200, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    font = THEME.font("small")
    assert (
        paint_line(painter, "Regional Vice President for Latin America", QRectF(0, 0, 100, 20), font, THEME.colour("ink3")) <= 100
    )
    assert paint_line(painter, "IRC", QRectF(0, 0, 100, 20), font, THEME.colour("ink3")) < 40
    painter.end()


def test_another_scheme_paints_in_its_own_colours():
    marked = block(marks=(mark("migration", MarkKind.HIT),))
    light = painted(marked)
    image = QImage(282, 120, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    marked.paint(painter, QRectF(0, 0, 282, 120), Theme("dark"))
    painter.end()
    assert image != light
    assert painted(marked) == light
