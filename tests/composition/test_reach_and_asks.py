"""Who gets which asks, under which name and number."""

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.composition.entry import ask_numbers, compose
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import AskGroup, Briefing, Copy
from briefing_app.domain.numbering import frozen_with
from briefing_app.domain.pack import Adapted, Pack
from tests.builders import pack


def groups(made: Pack, audience: str) -> dict[str, list[str]]:
    composed = compose(made, audience, Copy.HAND_OVER)
    assert isinstance(composed, Briefing)
    return {
        group.title: [f"{ask.number} {ask.placement}" for ask in group.asks]
        for part in composed.parts
        for group in part.blocks
        if isinstance(group, AskGroup)
    }


def test_asks_by_name_come_before_asks_through_a_group():
    assert groups(pack("Asks: r2 r5 r1"), "canada") == {
        "Canada, with UNHCR": ["R1 p-r5"],
        "Canada": ["R2 p-r1"],
        "Canada, as a donor": ["R3 p-r2"],
    }


def test_an_audience_gets_only_what_it_is_asked():
    assert groups(pack("Asks: r1 r3"), "unhcr") == {"UNHCR": ["R1 p-r3"]}


def test_an_ask_of_nobody_goes_to_everybody():
    made = pack("Asks: r1", texts={"r1": "More must be done."})
    assert groups(made, "canada") == {"Canada, among others": ["R1 p-r1"]}
    assert groups(made, "unhcr") == {"UNHCR, among others": ["R1 p-r1"]}


def test_an_ask_of_others_that_was_chosen_is_to_be_raised_with_them():
    assert groups(pack("Asks: r2@unhcr"), "unhcr") == {"UNHCR, to raise with Donors": ["R1 p-r2"]}


def test_those_an_ask_is_raised_with_are_named_in_the_language_of_the_copy_where_it_has_a_name_for_them():
    made = pack("Asks: r2@unhcr", addressees={"r2": ("Donors", "host states", "Harbour masters", "Canada")})
    spanish = tuple(dataclasses.replace(each, language="es") for each in made.audiences)
    assert groups(dataclasses.replace(made, audiences=spanish), "unhcr") == {
        "UNHCR, para plantearlo a Países donantes, Estados de acogida, Harbour masters y Canada": ["R1 p-r2"]
    }


def test_a_chosen_audience_keeps_an_ask_from_the_others():
    assert groups(pack("Asks: r5@unhcr r1"), "canada") == {"Canada": ["R1 p-r1"]}


def test_the_master_has_every_ask_under_the_words_of_its_source():
    assert groups(pack("Asks: r1 r3"), MASTER) == {"The government of Canada": ["R1 p-r1"], "UNHCR": ["R2 p-r3"]}


def test_asks_print_in_our_words_as_based_on_their_source():
    made = pack("Asks: r1", wordings={"r1": Adapted("Admit families at risk,", "and widen the programme.")})
    composed = compose(made, "canada", Copy.HAND_OVER)
    ask = next(block for block in composed.parts[0].blocks if isinstance(block, AskGroup)).asks[0]
    assert (ask.lead[0].text, ask.lead[0].strong, ask.rest[0].text) == ("Admit families at risk,", True, "and widen the programme.")
    assert ask.source.text.startswith(
        "Based on Harbour Relief, A region on the move, 6\u00a0June\u00a02022, Introduction, para\u00a01"
    )
    assert ask.source.shorter[-1] == "Based on S1, Introduction, para\u00a01"


def test_a_wording_for_one_audience_leaves_the_others_alone():
    made = pack("Asks: r5")
    section = made.sections[0]
    other = dataclasses.replace(section.placements[0], wordings={"unhcr": Adapted("Register grandparents.")})
    made = dataclasses.replace(made, sections=(dataclasses.replace(section, placements=(other,)),))
    words = {a: compose(made, a, Copy.HAND_OVER).parts[0].blocks[-1].asks[0] for a in ("canada", "unhcr")}
    assert words["unhcr"].lead[0].text == "Register grandparents."
    assert words["canada"].rest[0].text == "Canada and UNHCR must open family reunification to grandparents."


@given(st.lists(st.integers(1, 30), unique=True, max_size=12))
def test_numbers_run_without_gaps_in_the_order_they_print(chosen):
    made = pack("Asks: " + " ".join(f"r{number}" for number in chosen))
    for audience in ("canada", "unhcr"):
        printed = [ask.split()[0] for asks in groups(made, audience).values() for ask in asks]
        assert printed == [f"R{place}" for place in range(1, len(printed) + 1)]


@given(st.lists(st.integers(1, 12), unique=True, min_size=1), st.lists(st.integers(13, 24), unique=True))
def test_numbers_handed_over_never_change(first, later):
    made = pack("Asks: " + " ".join(f"r{number}" for number in first))
    frozen = {"canada": frozen_with({}, ask_numbers(made, "canada"))}
    again = pack("Asks: " + " ".join(f"r{number}" for number in sorted(first + later)), numbers=frozen)
    numbers = ask_numbers(again, "canada")
    assert {ask: numbers[ask] for ask in frozen["canada"]} == frozen["canada"]
    assert len(set(numbers.values())) == len(numbers)


def test_no_ask_is_called_by_an_unfinished_pattern():
    for title in groups(pack("Asks: r1 r2 r3 r4 r5 r6@canada"), "canada"):
        assert not re.search(r"[{}]", title)


def test_many_who_are_asked_together_are_asked_as_many():
    made = pack("Asks: r2")
    group = dataclasses.replace(made.naming.groups[0], capacity_of_several={"en": "as donors"})
    made = dataclasses.replace(
        made,
        naming=dataclasses.replace(made.naming, groups=(group,)),
        audiences=(dataclasses.replace(made.audiences[0], several=True, name={"en": "G20 donors"}),),
    )
    assert groups(made, "canada") == {"G20 donors, as donors": ["R1 p-r2"]}
