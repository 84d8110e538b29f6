"""Every word from one catalogue per language: plurals, dates, lists, and what happens to a key or a language that is not there."""

import pytest
from babel.messages.pofile import read_po

from briefing_app.paths import resource
from briefing_app.words import LANGUAGES, Words, words_for


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("fr", "fr"), ("fr-CA", "fr"), ("es_MX", "es"), ("ES", "es"), ("en-GB", "en"), ("C.UTF-8", "en"), ("de", "en"), ("", "en")],
)
def test_an_unknown_language_falls_back_to_the_nearest_there_is(wanted, given):
    assert words_for(wanted).language == given


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_read_as_others_read_it(language):
    with resource("locale", language, "briefing.po").open("rb") as file:
        held = {message.id: message.string for message in read_po(file, locale=language) if message.id}
    words = Words(language)
    for key, sentence in held.items():
        if isinstance(key, tuple):
            assert words._catalogue.forms[key[0]] == sentence
        else:
            assert words._catalogue.forms[key] == (sentence,)
    assert len(words._catalogue.forms) == len(held)


def test_a_key_without_forms_by_number_cannot_be_counted():
    with pytest.raises(KeyError, match=r"list\.last"):
        words_for("en").count("list.last", 2)


def test_words_are_filled_in():
    assert words_for("en").say("error.file-missing", path="a.txt") == "There is no file a.txt."


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_key_is_met_at_once(language):
    words = Words(language)
    with pytest.raises(KeyError, match="no-such-key"):
        words.say("no-such-key")
    with pytest.raises(KeyError, match="no-such-key"):
        words.count("no-such-key", 2)
    assert not words.has("no-such-key")
    assert words.has("list.last")


def test_a_sentence_that_lacks_a_value_is_met_at_once():
    with pytest.raises(KeyError, match="reason"):
        words_for("en").say("error.file-unreadable", path="a.txt")


@pytest.mark.parametrize(
    ("language", "month", "day", "written"),
    [
        ("en", 6, 6, "6 June 2022"),
        ("en", 1, None, "January 2022"),
        ("en", None, None, "2022"),
        ("es", 6, 6, "6 de junio de 2022"),
        ("es", 1, None, "enero de 2022"),
        ("es", None, None, "2022"),
        ("fr", 6, 6, "6 juin 2022"),
        ("fr", 1, 1, "1er janvier 2022"),
        ("fr", 8, 11, "11 août 2022"),
        ("fr", 1, None, "janvier 2022"),
        ("fr", None, None, "2022"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(language, month, day, written):
    assert words_for(language).date(2022, month, day) == written


@pytest.mark.parametrize(
    ("language", "items", "sentence"),
    [
        ("en", [], ""),
        ("en", ["Canada"], "Canada"),
        ("en", ["Canada", "Mexico"], "Canada and Mexico"),
        ("en", ["Canada", "Mexico", "the United States"], "Canada, Mexico and the United States"),
        ("es", ["Canadá", "México"], "Canadá y México"),
        ("fr", ["le Canada", "le Mexique", "les États-Unis"], "le Canada, le Mexique et les États-Unis"),
    ],
)
def test_a_list_reads_as_a_sentence(language, items, sentence):
    assert words_for(language).join(items) == sentence


@pytest.mark.parametrize(("language", "name"), [("en", "Mexico"), ("es", "México"), ("fr", "Mexique")])
def test_countries_have_their_names_in_each_language(language, name):
    assert words_for(language).country("MX") == name


def test_a_country_code_that_does_not_exist_is_met_at_once():
    with pytest.raises(KeyError):
        words_for("en").country("XX-1")


@pytest.mark.parametrize(
    ("language", "number", "sentence"),
    [
        ("en", 0, "0 omissions are marked […]."),
        ("en", 1, "One omission is marked […]."),
        ("en", 2, "2 omissions are marked […]."),
        ("es", 0, "0 omisiones están marcadas con […]."),
        ("es", 1, "Una omisión está marcada con […]."),
        ("fr", 1, "Une omission est signalée par […]."),
        ("fr", 2, "2 omissions sont signalées par […]."),
    ],
)
def test_a_number_asks_for_the_form_its_language_has_for_it(language, number, sentence):
    assert words_for(language).count("print.omissions", number) == sentence


def test_french_counts_nought_in_the_singular():
    assert words_for("fr").count("print.omissions", 0) == words_for("fr").count("print.omissions", 1)


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en", 2.5, "2.5"),
        ("es", 2.5, "2,5"),
        ("fr", 2.5, "2,5"),
        ("fr", 2.0, "2"),
        ("en", 0.126, "0.13"),
        ("en", 12, "12"),
        ("en", 12000, "12,000"),
        ("es", 12000, "12.000"),
        ("fr", 12000, "12\u202f000"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, value, written):
    assert words_for(language).number(value) == written


@pytest.mark.parametrize(("language", "written"), [("en", "12,000 findings."), ("es", "12.000"), ("fr", "12\u202f000")])
def test_numbers_within_sentences_are_too(language, written):
    assert written in words_for(language).count("cli.check.summary", 12000)
