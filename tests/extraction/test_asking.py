"""Each list of words around a verb of asking or a modal tells an ask from what is none by its words and not by others."""

import pytest

from tests.extraction.builders import asked


@pytest.mark.parametrize(
    ("language", "text", "asks"),
    [
        ("en", "The Bill of Rights Committee urged senators to act.", True),
        ("en", "The Bill with Rights Committee urged senators to act.", False),
        ("en", "The Charter of Rights urged senators to act.", False),
        ("en", "Ana spoke, denying it and calling for peace.", True),
        ("en", "Ana spoke of denying it and calling for peace.", False),
        ("en", "The union has to check every café.", True),
        ("en", "The union will have to check every café.", False),
        ("es", "Asimismo exigieron el cese de las redadas.", True),
        ("es", "Ayer exigieron el cese de las redadas.", False),
        ("fr", "La réforme devrait comprendre une aide.", True),
        ("fr", "La réforme devrait permettre une aide.", False),
        ("fr", "La ministre doit rouvrir le port vendredi.", True),
        ("fr", "La ministre doit présenter son plan vendredi.", False),
        ("es", "La comisión exhortó a no olvidar el caso.", True),
        ("es", "La comisión exhortó a veces y calló.", False),
    ],
)
def test_a_small_word_makes_an_ask_or_does_not(language, text, asks):
    assert bool(asked(text, language)) == asks


@pytest.mark.parametrize(
    ("language", "text", "addressee"),
    [
        ("en", "We urge all those who fish to sign.", "all those who fish"),
        ("en", "We urge companies who fish to sign.", "companies"),
        ("fr", "Nous appelons ceux qui pêchent à signer.", "ceux qui pêchent"),
        ("fr", "Nous appelons les entreprises qui pêchent à signer.", "entreprises"),
        ("es", "Exhortan a los ribereños, en mayo, a salir.", "ribereños"),
    ],
)
def test_a_pronoun_keeps_the_clause_that_says_who_it_is(language, text, addressee):
    ((_, addressees),) = asked(text, language)
    assert addressees == [addressee]


def test_a_thing_behind_a_singular_article_is_nobody():
    ((_, addressees),) = asked("Exhortan al desalojo del valle, en mayo, por el agua, para que salgan.", "es")
    assert addressees == []
