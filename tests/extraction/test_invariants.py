"""What holds for any text: nothing is raised, every excerpt is a clean slice, stretches do not cross, turns are of one speaker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Inline, InlineKind, Reading, Repair
from briefing_app.domain.span import Span
from briefing_app.extraction.entry import extract
from tests.extraction.builders import reading_of

PIECES = st.sampled_from(
    [
        "“", "”", '"', "«", "»", "‘", "’", "'", "—", "(", ")", "[", ",", ".", ":", "!", "\n", "\n\n", " ", " said ", "Ana Silva", " must ",
        " should have ", "the government", " urge ", " to ", " and ", "such as", "We", "calls on", "US", "U.S. ", "1. ", "• ", "Mr. Holm",
        "dijo", "según ", "instamos a ", "l'", "il faut que ", "requires that", "İ", "\x93", "a role that", "from donors", "Recommendations\n\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join))


@given(TEXTS, st.sampled_from(["en", "es", "fr", None, "de"]))
@settings(max_examples=250, deadline=None)
def test_any_text_yields_clean_slices_and_stretches_that_do_not_cross(text, language):
    reading = reading_of(text, language)
    check(reading, extract(reading, "document"))


@given(TEXTS, st.data())
@settings(max_examples=100, deadline=None)
def test_so_does_any_text_with_repairs_and_links(text, data):
    reading = reading_of(text)
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair)))
    repairs = tuple(
        Repair(span, data.draw(st.text(max_size=5)), "rule", certain=True) for span in data.draw(st.lists(spans, max_size=3))
    )
    inlines = []
    for span in data.draw(st.lists(spans, max_size=3)):
        inner = Span(span.start + len(span) // 3, span.end - len(span) // 3)
        inlines.append(Inline(InlineKind.LINK, span, inner, "#"))
    reading = Reading("reading", "0" * 64, "test-1", text, "en", reading.blocks, tuple(inlines), repairs)
    check(reading, extract(reading, "document"))


def check(reading: Reading, found: tuple[Excerpt, ...]) -> None:
    speakers: dict[int, set] = {}
    last = 0
    for excerpt in found:
        words = excerpt.span.of(reading.text)
        assert words
        assert words == words.strip()
        assert excerpt.rule
        for addressee in excerpt.addressees:
            assert addressee.span is not None
            assert addressee.span.end <= len(reading.text)
        if excerpt.kind is not ExcerptKind.QUOTE:
            continue
        assert excerpt.span.start >= last
        last = excerpt.span.end
        assert any(block.span.holds(excerpt.span) for block in reading.blocks)
        assert excerpt.turn is not None
        attribution = excerpt.attribution
        speakers.setdefault(excerpt.turn, set()).add((attribution.name, attribution.role) if attribution else None)
    assert list(speakers) == sorted(speakers)
    assert all(len(who) == 1 for who in speakers.values())


def test_each_excerpt_has_an_identifier_of_its_own_and_points_to_its_document_and_reading():
    reading = reading_of("Donors must pay on time.\n\n“We have no water here,” said Ana Silva.")
    found = extract(reading, "paper")
    assert len({excerpt.id for excerpt in found}) == len(found) == 2
    assert {(excerpt.document, excerpt.reading) for excerpt in found} == {("paper", "reading")}


@pytest.mark.parametrize(
    "piece",
    [
        "“", "‘a ", "(", "A A ", "and ", "must ", "We urge the a, ", "said ", '"x ', "the need for a ", "AaAa", "« dit, ", "1 ",
        "will require ", "Ana Silva, director, ", "(AB) ", "According to ", "A of ", "de la ", "www.", "a@", "|", "1.1.", "\n\n“a ",
    ],
)  # fmt: skip
def test_long_repetitions_come_to_an_end_and_yield_no_more_text_than_there_is(piece):
    reading = reading_of((piece * 2000).strip())
    found = extract(reading, "document")
    for kind in ExcerptKind:
        assert sum(len(excerpt.span) for excerpt in found if excerpt.kind is kind) <= len(reading.text)
