"""Each list of small words inside names, and around them, joins a name by its words and none by others."""

import pytest

from briefing_app.extraction.people.acronyms import matched_by_initials, named_by
from briefing_app.extraction.people.mentions import mentions
from briefing_app.extraction.people.named import people_of
from briefing_app.extraction.people.organisation_names import organisations_in
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.shortened import short_names
from briefing_app.extraction.text.tables import table_of

EN = table_of("en")


@pytest.mark.parametrize(("words", "name"), [("it was Ana de la Cruz", "Ana de la Cruz"), ("it was Ana upon Cruz", None)])
def test_small_words_join_a_persons_name(words, name):
    found = full_names().search(words)
    assert (found.group() if found else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Network for the Rights of Migrants met", "Network for the Rights of Migrants"),
        ("the Network pour l’Eau met", "Network pour l’Eau"),
        ("the Network despite Rights met", None),
    ],
)
def test_small_words_join_an_organisations_name(words, name):
    assert name in [span.of(words) for span in organisations_in(words, EN)] or (
        name is None and not list(organisations_in(words, EN))
    )


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("le Cercle citoyen pour la Loue. Le Cercle se tait.", {"cercle": "Cercle citoyen pour la Loue"}),
        ("le Cercle citoyen pour la Loue. Il parle du Cercle.", {"cercle": "Cercle citoyen pour la Loue"}),
        ("un Cercle citoyen pour la Loue. Chaque Cercle se tait.", {}),
        ("le Cercle citoyen malgré la Loue. Le Cercle se tait.", {}),
    ],
)
def test_a_word_behind_an_article_stands_for_a_whole_name(words, short):
    assert short_names(words, [], table_of("fr")) == short


@pytest.mark.parametrize(
    ("words", "name"),
    [("met the Alto Panel de los Mares (HPS)", "Alto Panel de los Mares"), ("met the Alto Panel near Mares (HPS)", None)],
)
def test_small_words_stand_before_an_acronyms_bracket(words, name):
    assert named_by(words, words.index("("), "HPS", EN) == name


@pytest.mark.parametrize(
    ("words", "acronyms"),
    [("Norland Union of the Deaf. NUD met.", {"NUD": "Norland Union of the Deaf"}), ("Norland Union near Deaf. NUD met.", {})],
)
def test_small_words_give_an_acronym_no_letter(words, acronyms):
    found: dict[str, str] = {}
    matched_by_initials(words, found)
    assert found == acronyms


@pytest.mark.parametrize(
    ("words", "is_spoken_of"), [("When Ana Silva came it was late.", True), ("Had Ana Silva come it was late.", False)]
)
def test_a_full_name_that_opens_a_sentence_is_who_is_spoken_of(words, is_spoken_of):
    assert ((words.index("Ana"), "Ana Silva") in mentions(words, people_of(f"It was Ana Silva. {words}", EN))) == is_spoken_of


@pytest.mark.parametrize(("words", "count"), [("Then Mirna, 24 ans, left.", 1), ("Then Mirna, 24 sacks, left.", 0)])
def test_somebody_whose_age_is_told_is_spoken_of(words, count):
    assert len(mentions(words, people_of(words, EN))) == count
