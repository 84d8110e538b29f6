"""Numbers of recommendations hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from briefing_app.domain.numbering import frozen_with, is_number, numbered

ASKS = "abcdefgh"
orders = st.lists(st.sampled_from(ASKS), unique=True, max_size=8)


@given(orders)
def test_before_a_hand_over_numbers_run_from_one_without_gaps(order):
    assert list(numbered(order, {}).items()) == [(ask, f"R{place}") for place, ask in enumerate(order, 1)]


def test_an_ask_named_twice_makes_no_gap():
    assert numbered(["a", "b", "a", "c"], {}) == {"a": "R1", "b": "R2", "c": "R3"}


class HandOvers(RuleBasedStateMachine):
    """Asks are put in any order, dropped and taken in again; now and then the numbers freeze."""

    def __init__(self):
        super().__init__()
        self.frozen = {}
        self.owners = {}

    @rule(order=orders, hand_over=st.booleans())
    def print_copy(self, order, hand_over):
        numbers = numbered(order, self.frozen)
        assert list(numbers) == order
        assert len(set(numbers.values())) == len(order)
        assert all(is_number(number) for number in numbers.values())
        for ask, number in numbers.items():
            assert self.frozen.get(ask, number) == number
            assert self.owners.get(number, ask) == ask
        if hand_over:
            before = dict(self.frozen)
            self.frozen = frozen_with(self.frozen, numbers)
            assert before.items() <= self.frozen.items()
            self.owners |= {number: ask for ask, number in numbers.items()}


TestFrozenNumbersNeverChangeNorAreGivenAgain = HandOvers.TestCase


def test_a_later_ask_between_two_gets_a_letter_and_one_at_the_end_the_next_number():
    frozen = {"a": "R1", "b": "R2", "gone": "R3"}
    assert numbered(["a", "x", "b", "y"], frozen) == {"a": "R1", "x": "R1a", "b": "R2", "y": "R4"}


def test_a_later_ask_before_all_takes_a_number_never_used():
    assert numbered(["x", "a"], {"a": "R1"}) == {"x": "R2", "a": "R1"}


def test_letters_go_on_after_z():
    order = ["a", *(f"x{place}" for place in range(30)), "b"]
    numbers = numbered(order, {"a": "R1", "b": "R2"})
    assert [numbers[f"x{place}"] for place in (0, 25, 26, 29)] == ["R1a", "R1z", "R1za", "R1zd"]
    assert len(set(numbers.values())) == len(order)


@pytest.mark.parametrize("text", ["R", "r1", "R1A", "R1a ", "Q1", "R٣", ""])
def test_what_is_no_number_is_refused(text):
    assert not is_number(text)
    with pytest.raises(ValueError, match="not a recommendation number"):
        numbered(["a"], {"b": text})
