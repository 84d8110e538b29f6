"""What a card says of an excerpt found, and how a search is narrowed."""

import dataclasses

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Addressee, ExcerptKind
from briefing_app.domain.reading import Damage, DamageKind, Locator
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import short_place, source_name, told
from briefing_app.workbench.finding_excerpts import Asked, Asking, Finder, Query
from tests import builders
from tests.library.shelf import filled, read

PACK = builders.pack("Asks: r1 r2 r3 r4 | Voices: q1 q2 | Context: c1", audiences="canada mexico")
EN = Words("en")


@pytest.fixture(scope="module")
def finder(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("cards") / "library") as library:
        yield Finder(filled(library, PACK))


def ids(finder, query):
    return {entry.excerpt.id for entry in finder.find(query, builders.NAMING).entries}


def test_kinds_are_counted_whatever_kinds_are_shown(finder):
    found = finder.find(Query(kinds=frozenset({ExcerptKind.QUOTE})), builders.NAMING)
    assert {entry.excerpt.kind for entry in found.entries} == {ExcerptKind.QUOTE}
    assert found.counts == {ExcerptKind.RECOMMENDATION: 4, ExcerptKind.QUOTE: 2, ExcerptKind.CONTEXT: 1}


def test_a_search_is_narrowed_by_who_is_asked(finder):
    canada = builders.audience("canada")
    assert ids(finder, Query(asking=Asking(Asked.AUDIENCE, canada))) == {"r1", "r2"}
    assert ids(finder, Query(asking=Asking(Asked.WORDS, words="UNHCR"))) == {"r3"}
    assert ids(finder, Query(asking=Asking(Asked.NOBODY))) == {"q1", "q2", "c1"}
    assert ids(finder, Query(document="statement")) == {"q1", "q2"}


def test_the_addressees_of_most_excerpts_are_offered_in_alphabetical_order(finder):
    assert finder.addressees(9) == ("Donors", "Host states", "The government of Canada", "UNHCR")
    assert len(finder.addressees(2)) == 2


def test_a_card_says_where_the_words_match_where_they_are_from_and_why_they_are_here(finder):
    found = finder.find(Query("years", best_for=builders.audience("canada")), builders.NAMING)
    (entry,) = (each for each in found.entries if each.excerpt.id == "r2")
    card = told(finder, found, entry, builders.NAMING, EN)
    assert [span.of(card.words) for span in card.marks] == ["years"]
    assert card.why == "as a donor"
    assert card.place.endswith("¶\N{NO-BREAK SPACE}2")


def harmed(tmp_path, text, words, *damage):
    reading = read(text, damage=damage)
    document = builders.document(reading)
    excerpt = builders.excerpt(reading, words, damage=tuple(dict.fromkeys(each.kind for each in damage)))
    with open_library(tmp_path / "library") as library:
        library.add(document, reading, text.encode())
        library.add_excerpt(excerpt)
        finder = Finder(library)
        found = finder.find(Query(), builders.NAMING)
        return told(finder, found, found.entries[0], builders.NAMING, EN)


def test_damage_says_what_happened_and_at_which_end(tmp_path):
    card = harmed(tmp_path, "Prices rose onwrd6(ng", "Prices rose onwrd6(ng", Damage(DamageKind.GARBLED, Span(12, 21)))
    assert card.damage == "Garbled at the end"
    assert [span.of(card.words) for span in card.hurt] == ["onwrd6(ng"]


def test_a_cut_is_told_and_a_dead_link_is_not(tmp_path):
    damage = (Damage(DamageKind.CUT_AT_START, Span(0, 0)), Damage(DamageKind.DEAD_LINK, Span(3, 6)))
    card = harmed(tmp_path, "and so they left.", "and so they left.", *damage)
    assert card.damage == "Cut off at the start"
    assert card.hurt == ()


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Locator(), ""),
        (Locator(first=6, last=6), "¶\N{NO-BREAK SPACE}6"),
        (Locator(page=4, first=6, last=8), "p.\N{NO-BREAK SPACE}4 · ¶\N{NO-BREAK SPACE}6–8"),
    ],
)
def test_a_place_is_said_in_the_fewest_words(where, expected):
    assert short_place(where, EN) == expected


def test_a_document_goes_by_its_short_title_then_its_title_then_its_file():
    reading = builders.reading("Words.")
    known = {name: KnownText(name, Basis.STATED) for name in ("title", "short_title", "publisher")}
    date = KnownDate(PartialDate(2023), Basis.STATED)
    assert source_name(builders.document(reading, card=Card(**known, date=date))) == "short_title"
    assert source_name(builders.document(reading, card=Card(title=known["title"], publisher=known["publisher"]))) == "title"
    assert source_name(builders.document(reading, card=Card(publisher=known["publisher"]), name="a.txt")) == "publisher, a.txt"
    assert source_name(builders.document(reading, card=Card(), name="a.txt")) == "a.txt"


def test_addressees_of_a_changed_excerpt_are_taken_in(tmp_path):
    with open_library(tmp_path / "library") as library:
        filled(library, PACK)
        finder = Finder(library)
        changed = library.excerpt("r4")
        library.update_excerpt(dataclasses.replace(changed, addressees=(Addressee("Mexico"),)))
        finder.take_in({"r4"})
        assert "Mexico" in finder.addressees(9)
        assert not finder.empty
