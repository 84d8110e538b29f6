"""The sample documents: as they came, with a card each that says whose they are."""

import dataclasses
import hashlib
import tomllib

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Card
from briefing_app.paths import resource

FINGERPRINTS = {
    "000_e0eed8d74693ed83.txt": "a2cdf2a2f870508121d48d5f3a83c9e6cbdc8374588e8c06f8523ae1eddf7932",
    "002_bad612b76351d99b.txt": "20820aede0c72e93f4342b47aa2a5202d2a248c49859482558005b8e4ac7835b",
}
DATES = {"000_e0eed8d74693ed83.txt": PartialDate(2023, 1), "002_bad612b76351d99b.txt": PartialDate(2022, 6, 6)}
every_document = pytest.mark.parametrize("name", FINGERPRINTS)


def card(name):
    return tomllib.loads(resource("documents", f"{name}.card.toml").read_text("utf-8"))


def test_there_are_no_others():
    assert {path.name for path in resource("documents").glob("*.txt")} == set(FINGERPRINTS)


@every_document
def test_a_sample_document_is_unchanged(name):
    assert hashlib.sha256(resource("documents", name).read_bytes()).hexdigest() == FINGERPRINTS[name]


@every_document
def test_its_card_holds_what_a_card_may_hold(name):
    assert card(name).keys() <= {field.name for field in dataclasses.fields(Card)}
    assert all(isinstance(value, str) and value.strip() == value != "" for value in card(name).values())


@every_document
def test_its_card_says_whose_publication_it_is(name):
    assert card(name)["publisher"] == "International Rescue Committee"
    assert card(name)["publisher"] in card(name)["rights"]
    assert "all rights remain with the publisher" in card(name)["rights"]


@every_document
def test_its_date_is_given_as_far_as_it_is_known(name):
    assert PartialDate.from_iso(card(name)["date"]) == DATES[name]


def test_no_address_is_made_up():
    assert not any("address" in card(name) for name in FINGERPRINTS)
