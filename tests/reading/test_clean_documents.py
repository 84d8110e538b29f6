"""Documents typed clean, in every format: none of them shows damage, and each card says what its document says."""

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis
from briefing_app.reading.entry import read_bytes
from tests.reading.clean import DOCUMENTS, FORMS, made


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_typed_clean_shows_no_damage_and_its_card_is_right(name, form):
    typed = DOCUMENTS[name]
    read = read_bytes(made(typed, form), f"{name}.{form}")
    assert [(each.kind, each.span.of(read.reading.text)) for each in read.reading.damage] == []
    card = read.card
    assert card.title
    assert typed.title.startswith(card.title.value)
    assert form == "pdf" or card.title.value == typed.title
    assert card.date
    assert card.date.value == PartialDate(*typed.date)
    assert card.date.basis in {Basis.STATED, Basis.FROM_FILE}
    assert card.language
    assert card.language.value == typed.language
    assert (card.publisher, card.authors) == (None, ())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_of_a_document_are_the_same_in_every_format(name):
    typed = DOCUMENTS[name]
    last = typed.text[-1].removeprefix("- ").split("\n")[0]
    for form in FORMS:
        text = " ".join(read_bytes(made(typed, form), f"{name}.{form}").reading.text.replace("\u202f", " ").split())
        assert " ".join(last.replace("\u202f", " ").split()) in text
