"""Words that lean on the next one: none is left at the end of a text cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.leaning import leans, opening_words


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Open the border to families who fled", "en", "Open the border"),
        ("Open the border for families", "en", "Open the border"),
        ("Abran la frontera a las familias", "es", "Abran la frontera"),
        ("Ouvrir la frontière, et vite", "fr", "Ouvrir la frontière"),
    ],
)
def test_a_text_cut_short_ends_in_a_word_that_can_stand_alone(text, language, told):
    assert opening_words(text, language, 4) == told


def test_a_text_short_enough_stays_as_it_is_with_its_stop():
    assert opening_words("Open the border.", "en", 4) == "Open the border."


@given(st.text("the of border open ,.", max_size=60), st.integers(1, 12))
def test_words_cut_short_are_how_the_text_begins(text, most):
    assert text.startswith(opening_words(text, "en", most))


def test_a_language_without_a_table_has_that_of_english():
    assert leans("The", "sw")
    assert not leans("border", "sw")
