"""The shelf gives what ``search`` gives, in the same order, and takes in what changed."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Addressee, Standing
from briefing_app.library.search import search
from briefing_app.library.shelf import Shelf
from briefing_app.library.store import open_library
from tests import builders
from tests.library.shelf import bring_in, filled, suggest

PACK = builders.pack("Asks: r1 r2 r3 r4 r5 r6 | Voices: q1 q2 q3 | Context: c1 c2", audiences="canada mexico unhcr world-bank")
WORDS = sorted(
    {word.strip(".,;“”’") for excerpt in PACK.excerpts for word in excerpt.span.of(PACK.reading(excerpt.reading).text).split()}
)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("shelf") / "library") as library:
        yield filled(library, PACK)


def looked_up(shelf, words, audience=None):
    scores = shelf.matches(words)
    fits = shelf.fits(audience, builders.NAMING) if audience else {}
    entries = [entry for entry in shelf.entries if scores is None or entry.number in scores]
    return [shelf.hit(entry, words, fits.get(entry.number)) for entry in shelf.in_order(entries, scores, fits)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join).filter(lambda words: len(words) != 1),
    st.sampled_from(["", "canada", "mexico", "unhcr"]),
)
def test_a_shelf_finds_what_a_search_finds_in_the_same_order_for_the_same_reasons(held, words, audience):
    best_for = builders.audience(audience) if audience else None
    expected = search(held, words, audience=best_for, naming=builders.NAMING)
    found = looked_up(Shelf(held), words, best_for)
    assert [hit.excerpt.id for hit in found] == [hit.excerpt.id for hit in expected]
    assert [(hit.words, hit.marks, hit.why) for hit in found] == [(hit.words, hit.marks, hit.why) for hit in expected]


def test_a_single_letter_finds_the_same_excerpts_though_not_by_score(held):
    found = {hit.excerpt.id for hit in looked_up(Shelf(held), "h")}
    assert found == {hit.excerpt.id for hit in search(held, "h")}


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library") as opened:
        yield opened


def test_a_rejected_excerpt_leaves_the_shelf_and_comes_back_to_its_place(library):
    document = bring_in(library, "One leads.\n\nTwo follows.\n\nThree ends.")
    _, two, _ = suggest(library, document, "One leads.", "Two follows.", "Three ends.")
    shelf = Shelf(library)
    before = [entry.excerpt.id for entry in shelf.entries]
    library.update_excerpt(dataclasses.replace(two, standing=Standing.REJECTED))
    shelf.take_in_changed({two.id})
    assert two.id not in {entry.excerpt.id for entry in shelf.entries}
    library.update_excerpt(two)
    shelf.take_in_changed({two.id})
    assert [entry.excerpt.id for entry in shelf.entries] == before == [entry.excerpt.id for entry in Shelf(library).entries]


def test_whom_an_excerpt_fits_is_looked_at_again_when_its_addressees_change(library):
    document = bring_in(library, "Somebody should act.")
    (ask,) = suggest(library, document, "Somebody should act.")
    shelf, canada = Shelf(library), builders.audience("canada")
    assert not shelf.fits(canada, builders.NAMING)
    library.update_excerpt(dataclasses.replace(ask, addressees=(Addressee("Canada"),)))
    shelf.take_in_changed({ask.id})
    assert len(shelf.fits(canada, builders.NAMING)) == 1


def test_what_changed_in_a_document_takes_all_of_the_library_in_anew(library):
    first = bring_in(library, "One leads.")
    suggest(library, first, "One leads.")
    shelf = Shelf(library)
    second = bring_in(library, "Two follows.", name="two.txt")
    suggest(library, second, "Two follows.")
    shelf.take_in_changed({second.id})
    assert len(shelf.entries) == 2
    assert {document.name for document in shelf.documents} == {"paper.txt", "two.txt"}
