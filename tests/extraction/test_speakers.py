"""Each list of small words around a speaker's name tells role, organisation and name apart by its words and not by others."""

import pytest

from briefing_app.extraction.people.introduced import somebodies
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.text.tables import table_of
from tests.extraction.builders import quoted

EN = table_of("en")
ANA = "Ana Silva"


@pytest.mark.parametrize(
    ("language", "words", "role", "organisation"),
    [
        ("en", "director at Amparo", "director", "Amparo"),
        ("en", "director near Amparo", "director near Amparo", None),
        ("fr", "directrice chez Amparo", "directrice", "Amparo"),
        ("fr", "directrice sans Amparo", "directrice sans Amparo", None),
        ("en", "director for Norland Relief", "director", "Norland Relief"),
        ("en", "director beyond Norland Relief", "director beyond Norland Relief", None),
        ("en", "one of the 40 nurses", "nurse", None),
        ("en", "none of the 40 nurses", None, None),
        ("fr", "l’une des 40 infirmières", "infirmière", None),
        ("en", "director, whose road is shut", "director", None),
    ],
)
def test_small_words_behind_a_name_tell_a_role_and_where_it_is_held(language, words, role, organisation):
    found = voice(f"{ANA}, {words}", table_of(language))
    assert (found.names, found.role, found.organisation) == ((ANA,), role, organisation)


@pytest.mark.parametrize(
    ("words", "theirs"), [("director of the agency in Norland", "agency"), ("director of the agency near Norland", "")]
)
def test_a_place_behind_an_organisations_noun_is_no_organisation(words, theirs):
    assert voice(words, EN).theirs == theirs


@pytest.mark.parametrize(("words", "name"), [("Ana Silva who", ANA), ("Ana Silva de Norland", "Ana Silva de Norland")])
def test_a_clause_that_was_cut_off_leaves_nothing_of_itself(words, name):
    assert voice(words, EN).names == (name,)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Ana Silva later said.", ANA),
        ("Ana Silva seldom said.", ANA),
        ("but Ana Silva said nothing.", None),
        ("said Ana Silva before the vote was lost.", ANA),
        ("said Ana Silva under a grey sky.", ANA),
    ],
)
def test_small_words_around_a_verb_of_saying_are_no_part_of_a_name(words, speaker):
    assert [name for _, name in quoted(f"“The road is shut again,” {words}")] == [speaker]


@pytest.mark.parametrize(("clitic", "speaker"), [("elle", "Léa Morel"), ("on", None)])
def test_a_pronoun_behind_the_verbs_hyphen_is_whoever_was_named(clitic, speaker):
    words = f"Léa Morel attend. « La route est coupée », dit-{clitic}. Jean Petit attend."
    assert [name for _, name in quoted(words, "fr")] == [speaker]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("A nurse at the port laughed.", "nurse at the port"),
        ("One of us, a nurse at the port, said so.", "nurse at the port"),
        ("Some of us, a nurse at the port, said so.", None),
        ("Her nurse at the port said so.", None),
    ],
)
def test_an_article_brings_in_somebody_without_a_name(words, role):
    assert [found.role for _, found in somebodies(words, EN)] == ([role] if role else [])
