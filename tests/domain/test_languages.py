"""Names of languages: those that files may carry, and words that are none."""

import pytest

from briefing_app.domain.languages import language_tag


@pytest.mark.parametrize("tag", ["en", "fr-CA", "es-419", "zh-Hant-TW", "sl-rozaj-1994", "und"])
def test_a_name_of_a_language_stands_as_it_is(tag):
    assert language_tag(tag) == tag


def test_a_name_in_the_way_of_operating_systems_is_put_right():
    assert language_tag(" en_GB ") == "en-GB"


@pytest.mark.parametrize("words", ["", " ", "e", "-", "fr-", "in French", "français", "\x81à", "en-toomanyletters", "12"])
def test_words_that_name_no_language_are_none(words):
    assert language_tag(words) == ""
