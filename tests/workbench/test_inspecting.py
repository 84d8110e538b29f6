"""What is told of an excerpt beside its words."""

import dataclasses

import pytest

from briefing_app.domain.excerpt import Definition, Figure
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.words import Words
from briefing_app.workbench.inspecting import FACTS, inspected
from tests import builders
from tests.library.shelf import filled

PACK = builders.pack("Context: c2")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library") as held:
        yield filled(held, PACK)


def test_every_fact_is_told_or_empty(library):
    told = inspected(library, PACK.excerpt("c2"), Words("en")).facts
    assert set(told) == set(FACTS)
    assert (told["figures"], told["acronyms"], told["mended-from"]) == ("", "", "")


def test_a_figure_is_told_with_the_word_that_stands_before_what_it_counts(library):
    held = PACK.excerpt("c2")
    start = PACK.reading(held.reading).text.index("32%", held.span.start)
    stated = dataclasses.replace(held, figures=(Figure(Span(start, start + len("32%")), "new arrivals"),))
    assert inspected(library, stated, Words("en")).facts["figures"] == "32% of new arrivals"


def test_figures_are_told_with_what_they_count_and_by_whom_and_acronyms_with_their_names(library):
    held = PACK.excerpt("c2")
    start = PACK.reading(held.reading).text.index("32%", held.span.start)
    number = Span(start, start + len("32%"))
    stated = dataclasses.replace(
        held,
        figures=(Figure(number, "of all arrivals", "in 2022", "the ministry"), Figure(number, "")),
        definitions=(Definition("TPS", "Temporary Protected Status", number),),
    )
    told = inspected(library, stated, Words("fr")).facts
    assert told["figures"].splitlines() == ["32% of all arrivals · in 2022 · selon the ministry", "32%"]
    assert told["acronyms"] == "TPS · Temporary Protected Status"
