"""Lists of asks whose items say themselves whom they ask, and letters to one reader."""

from briefing_app.domain.excerpt import ExcerptKind
from tests.extraction.builders import found


def asked(text: str, language: str) -> list[list[str]]:
    return [[one.words for one in ask.addressees] for ask in found(text, ExcerptKind.RECOMMENDATION, language)]


def test_items_after_a_bare_verb_of_asking_name_whom_they_ask():
    text = "The road is shut.\n\nWe therefore call on:\n\n• The Council to reopen the road;\n\n• Donors and lenders to pay for it."
    assert asked(text, "en") == [["Council"], ["Donors", "lenders"]]


def test_items_in_spanish_name_whom_they_ask_behind_their_preposition():
    text = "El camino está cerrado.\n\nPor ello instamos:\n\n- Al Gobierno, reabrir el camino.\n\n- A los donantes: pagar a tiempo."
    assert asked(text, "es") == [["Gobierno"], ["donantes"]]


def test_asks_of_an_open_letter_are_put_to_its_reader():
    text = (
        "Carta abierta a la Presidenta de la República\n\nEl camino lleva nueve meses cerrado por la nieve y nadie lo abre.\n\n"
        "Por ello le solicitamos:\n\na) Reabrir el camino antes de mayo."
    )
    assert asked(text, "es") == [["Presidenta de la República"]]


def test_what_is_asked_about_is_not_asked_for():
    assert (
        asked("The road is shut.\n\nThis page tells what should follow. She asked me what they should tell the mothers.", "en")
        == []
    )


def test_nobody_is_asked_by_being_freed():
    assert asked("Llegó mayo.\n\nNadie tendrá que esconderse en esta ciudad.", "es") == []


def test_a_heading_of_recommendations_stands_apart_from_its_items_by_a_line_alone():
    text = "Recomendaciones al Congreso del Puerto\n1. Derogar la ordenanza de pesca en todas sus partes, también la de los botes."
    assert asked(text, "es") == [["Congreso del Puerto"]]
    assert asked("Demandas:\nCese inmediato de los desalojos en las colonias del oriente.", "es") == [[]]
    assert asked("Nos demandes :\nAbandon des poursuites contre les pêcheurs de Vall.", "fr") == [[]]


def test_a_heading_that_recommends_nothing_makes_no_items():
    assert asked("Antecedentes:\nCese inmediato de los desalojos en las colonias del oriente.", "es") == []
