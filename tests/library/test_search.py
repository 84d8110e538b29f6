import dataclasses

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing_app.domain.excerpt import ExcerptKind, Standing
from briefing_app.library.index import MARK_CLOSES, MARK_OPENS
from briefing_app.library.ranking import Reason, Why
from briefing_app.library.search import search
from briefing_app.library.store import open_library
from tests import builders
from tests.library.shelf import bring_in, filled, suggest

PACK = builders.pack("Asks: r1 r2 r3 r4 r5 r6 | Voices: q1 q2 q3 | Context: c1 c2", audiences="canada mexico unhcr world-bank")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("shelf") / "library") as library:
        yield filled(library, PACK)


def found(library, *args, **options):
    return [hit.excerpt.id for hit in search(library, *args, **options)]


def test_no_words_find_all(shelf):
    assert sorted(found(shelf)) == sorted(excerpt.id for excerpt in PACK.excerpts)


def test_all_words_must_be_there_and_the_last_may_go_on(shelf):
    assert found(shelf, "host states ai") == ["r6"]
    assert found(shelf, "host states ai ") == []


def test_words_between_marks_stand_together(shelf):
    assert found(shelf, "“to work”") == ["r4"]
    assert found(shelf, "“work to”") == []


def test_kind_addressee_and_document_narrow_a_search(shelf):
    assert found(shelf, kind=ExcerptKind.CONTEXT) == ["c1", "c2"]
    assert found(shelf, addressee="world bank") == ["r6"]
    assert found(shelf, "years", addressee="donors") == ["r2"]
    assert set(found(shelf, document="statement")) == {"q1", "q2", "q3"}
    assert len(found(shelf, limit=2)) == 2


def test_a_speaker_and_a_source_are_found_and_it_says_that_the_words_stand_beside(shelf):
    hits = search(shelf, "Torres")
    assert {hit.excerpt.id for hit in hits} == {"q1", "q2", "q3"}
    assert {hit.why for hit in hits} == {(Why(Reason.WORDS_BESIDE),)}
    assert {hit.marks for hit in hits} == {()}


def test_letters_match_without_accents_in_either_case_and_their_places_are_told(library):
    document = bring_in(library, "Le pape à Ciudad Juárez, JUÁREZ et Juarez.")
    suggest(library, document, "Le pape à Ciudad Juárez, JUÁREZ et Juarez.")
    (hit,) = search(library, "juarez")
    assert [mark.of(hit.words) for mark in hit.marks] == ["Juárez", "JUÁREZ", "Juarez"]
    assert hit.why == (Why(Reason.HOLDS_WORDS),)


def test_places_are_those_in_the_words_as_shown(library):
    text = f"Two\nlines of {MARK_OPENS}odd{MARK_CLOSES} \0 letters and\nwork."
    document = bring_in(library, text)
    suggest(library, document, text)
    (hit,) = search(library, "work letters")
    assert [mark.of(hit.words) for mark in hit.marks] == ["letters", "work"]


def test_who_is_asked_by_name_comes_first_then_groups_then_the_rest(shelf):
    hits = search(shelf, audience=PACK.audience("canada"), naming=PACK.naming)
    assert [hit.excerpt.id for hit in hits][:3] == ["r1", "r5", "r2"]
    assert [hit.why for hit in hits][:4] == [
        (Why(Reason.BY_NAME),),
        (Why(Reason.BY_NAME),),
        (Why(Reason.IN_GROUP, "donors"),),
        (),
    ]


def test_a_quote_that_names_an_audience_is_found_by_each_spelling(library):
    us = builders.audience("us", name={"en": "United States"}, aliases=("US",))
    texts = ("“At the U.S. border they wait.”", "“The United States has room.”", "“Let us go on.”")
    document = bring_in(library, "\n\n".join(texts))
    suggest(library, document, *texts, kind=ExcerptKind.QUOTE)
    named = [hit.words for hit in search(library, audience=us) if Why(Reason.NAMED_IN_QUOTE) in hit.why]
    assert sorted(named)[:2] == sorted(texts[:2])


def test_rejected_excerpts_are_not_found(library):
    document = bring_in(library, "Donors should pay.")
    (held,) = suggest(library, document, "Donors should pay.")
    library.update_excerpt(dataclasses.replace(held, standing=Standing.REJECTED))
    assert found(library) == found(library, "donors") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(), st.text(max_size=5))
@example('"', "")
@example("words : x OR (", "NEAR(a b, 3)")
@example("a* ^b {c} -d", "\0")
@example("\ud800", "𞤀")
@example("canada \U0001e900", "")
def test_any_text_may_be_searched_for(shelf, words, addressee):
    hits = search(shelf, words, addressee=addressee, audience=PACK.audience("unhcr"), naming=PACK.naming)
    for hit in hits:
        assert all(0 <= mark.start < mark.end <= len(hit.words) for mark in hit.marks)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(PACK.excerpts), st.data())
def test_any_word_of_an_excerpt_finds_it(shelf, excerpt, data):
    words = [word for word in excerpt.span.of(PACK.reading(excerpt.reading).text).split() if word.isalpha()]
    assert excerpt.id in found(shelf, data.draw(st.sampled_from(words)))
