"""Marks of quotation that a lost encoding made question marks are marks again; real questions stay."""

from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.extraction.text.queries import with_marks_again
from tests.extraction.builders import found

LOST = (
    "?El muelle cerró?, dijo Ana Silva. ?No hay hielo?.\n\n¿Quién pescará mañana? Nadie lo sabe.\n\n"
    "?¿Quién paga el gasóleo??, preguntó Iván Sola. ?Yo no?, dijo."
)


def test_question_marks_in_the_place_of_marks_are_marks():
    quotes = [(quote.span.of(LOST), quote.attribution and quote.attribution.name) for quote in found(LOST, ExcerptKind.QUOTE, "es")]
    assert quotes == [
        ("?El muelle cerró?", "Ana Silva"),
        ("?No hay hielo?", "Ana Silva"),
        ("?¿Quién paga el gasóleo??", "Iván Sola"),
        ("?Yo no?", "Iván Sola"),
    ]


def test_real_questions_stay_questions():
    assert "¿Quién pescará mañana? Nadie" in with_marks_again(LOST)


def test_a_text_with_other_marks_or_few_openers_is_left_alone():
    for text in (LOST + " «Sí», dijo.", "Who pays ?nobody knows? and who asks?"):
        assert with_marks_again(text) == text
