"""A card put right by a person: what is typed wins, and what is not understood changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.errors import EditRefused
from briefing_app.workbench.cards import FIELDS, Field, basis_of, entered, shown_value

CARD = Card(title=KnownText("On shelter", Basis.STATED), date=KnownDate(PartialDate(2023, 1), Basis.FROM_FILE))


def test_what_is_typed_is_known_from_a_person():
    card = entered(CARD, Field.TITLE, "  Shelter   for all ")
    assert (card.title, basis_of(card, Field.TITLE)) == (KnownText("Shelter for all", Basis.TYPED), Basis.TYPED)


def test_typing_what_stands_there_leaves_how_it_is_known():
    assert entered(CARD, Field.TITLE, "On shelter") is CARD
    assert entered(CARD, Field.DATE, "2023-01") is CARD


def test_an_emptied_entry_is_not_known_any_more():
    card = entered(CARD, Field.DATE, " ")
    assert (card.date, basis_of(card, Field.DATE)) == (None, None)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2022", PartialDate(2022)),
        ("2022-06", PartialDate(2022, 6)),
        ("6 June 2022", PartialDate(2022, 6, 6)),
        ("6 de junio de 2022", PartialDate(2022, 6, 6)),
        ("juin 2022", PartialDate(2022, 6)),
    ],
)
def test_a_date_is_typed_as_documents_state_it(typed, date):
    assert entered(CARD, Field.DATE, typed).date == KnownDate(date, Basis.TYPED)


@pytest.mark.parametrize(("field", "typed"), [(Field.DATE, "soon"), (Field.DATE, "2023-02-30"), (Field.LANGUAGE, "English!")])
def test_what_is_not_understood_is_refused(field, typed):
    with pytest.raises(EditRefused) as refused:
        entered(CARD, field, typed)
    assert refused.value.parameters["typed"] == typed


def test_authors_are_typed_apart_by_semicolons():
    card = entered(CARD, Field.AUTHORS, "Ana Torres; ; Li Wei")
    assert [each.value for each in card.authors] == ["Ana Torres", "Li Wei"]
    assert shown_value(card, Field.AUTHORS) == "Ana Torres; Li Wei"


@given(st.sampled_from([each for each in FIELDS if each not in {Field.DATE, Field.LANGUAGE}]), st.text(max_size=40))
def test_what_was_entered_is_shown_again_and_entering_it_again_changes_nothing(field, typed):
    card = entered(CARD, field, typed)
    assert entered(card, field, shown_value(card, field)) == card
