import dataclasses

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.finding import Severity
from briefing_app.domain.source import Basis, KnownDate
from tests import builders
from tests.checks.looking import cards, codes, excerpts, findings, one

PACK = builders.pack("Asks: r1 r3 | Voices: q1 | Context: c1")


@pytest.mark.parametrize("entry", ["title", "publisher", "date"])
def test_a_card_without_what_a_citation_needs_is_worth_mending(entry):
    finding = one(cards(PACK, "paper", **{entry: None}), f"source-without-{entry}")
    assert finding.severity is Severity.MEND
    assert finding.parameters["source"] == ("paper.txt" if entry == "title" else "A region on the move")


def test_a_source_that_the_copy_does_not_cite_is_not_looked_at():
    pack = cards(builders.pack("Asks: r1 | Voices: q1@unhcr"), "statement", title=None)
    assert codes(pack, "canada") == []
    assert codes(pack, "unhcr") == ["source-without-title", "no-ask"]


@pytest.mark.parametrize(
    ("source", "pack", "later"),
    [
        ("2023-01-17", "2023-01-16", True),
        ("2023-01-16", "2023-01-16", False),
        ("2024", "2023-01-16", True),
        ("2023", "2023-01-16", False),
        ("2023-01-17", "2023-01", False),
        ("2022-12", "2023-01-16", False),
    ],
)
def test_a_source_surely_dated_after_the_pack_is_worth_mending(source, pack, later):
    dated = cards(PACK, "paper", date=KnownDate(PartialDate.from_iso(source), Basis.STATED))
    dated = dataclasses.replace(cards(dated, "statement", date=None), date=PartialDate.from_iso(pack))
    assert ("source-later" in codes(dated)) is later


def test_an_audience_that_nothing_is_asked_of_is_told():
    pack = builders.pack("Asks: r3 | Voices: q1")
    assert codes(pack, "canada") == ["no-ask"]
    assert codes(pack, "unhcr") == []
    assert codes(builders.pack("Voices: q1"), "canada") == []
    assert codes(builders.pack("Asks: | Voices: q1"), "master") == []


def test_an_ask_that_names_nobody_is_for_information():
    finding = one(excerpts(PACK, "r1", addressees=()), "ask-unaddressed")
    assert (finding.severity, finding.placement) == (Severity.INFO, "p-r1")


def test_an_ask_whose_audiences_were_chosen_needs_no_addressee():
    chosen = builders.pack("Asks: r1@canada | Voices: q1", addressees={"r1": ()})
    assert codes(chosen, "canada") == []


def test_an_excerpt_that_stands_in_a_copy_twice_is_told_at_its_second_place():
    pack = builders.pack("Asks: r1 | Context: c1 c1")
    assert [f.placement for f in findings(pack) if f.code == "placed-twice"] == ["p-c1-2"]
    assert codes(builders.pack("Asks: r1 | Context: c1@canada c1@unhcr")) == []
