"""Where pages end: three lines of anything stand on either side, and a page of key asks holds as many as it should."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Ask, AskGroup, Meta, Note, Panel, Paragraph, Part, Quotation, Run, SourceLine, TitleBand
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.geometry import PAPERS
from briefing_app.export.pdf.layout import shared_pages
from briefing_app.export.pdf.marks import TextMark
from briefing_app.export.pdf.typescale import Typescale
from tests.export.pdf.making import small

LEAST = 3
SOURCE = SourceLine("Based on Harbour Forum, Statement after the meeting, January 2023, para 4 (S2)")
HEAD = TitleBand(
    "Briefing", "One response for people who had to leave their homes", "",
    (Meta("For", ("Delegation of Canada",)), Meta("Date", ("16 January 2023",)), Meta("Version", ("1.2", "Hand-over copy"))),
)  # fmt: skip
BOTTOM_LINE = Panel("Bottom line", (Run("Those who host need help that lasts longer than one season, and they need it now. " * 2),))


def laid(briefing, brand="neutral"):
    geometry = PAPERS[briefing.paper]
    chosen = load_brand(brand)
    return shared_pages(Desk(Typescale(chosen, faces_of(chosen)), "en", bottom=geometry.bottom), briefing, geometry).pages


def lines_on(page):
    """Return how many lines of each thing that is read as one stand on a page."""
    marks = (mark for placed in page.placed for mark in placed.slab.marks if isinstance(mark, TextMark))
    return Counter(mark.tag for mark in marks if mark.tag)


@st.composite
def blocks(draw):
    made, notes = [], []
    for place, (kind, count, called) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from("ppqa"), st.integers(1, 160), st.booleans()), min_size=6, max_size=18))
    ):
        text = " ".join(f"{'pen' * (1 + (place + word) % 3)}" for word in range(count))
        note = None
        if called and kind == "p":
            notes.append(Note(len(notes) + 1, (Run(f"A note of some words, page {place}. " * (1 + count // 40)),)))
            note = len(notes)
        if kind == "p":
            made.append(Paragraph((Run(text, note=note),), f"p{place}"))
        elif kind == "q":
            made.append(Quotation(((Run(text),),), "Ana Torres", "Minister", "en", Grade.EXACT, f"q{place}"))
        else:
            ask = Ask(f"R{place}", (Run("Do this,"),), (Run(f" {text[:240]}"),), SOURCE, f"a{place}")
            made.append(AskGroup("Asked of", "Canada", (ask,)))
    return tuple(made), tuple(notes)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=blocks(), paper=st.sampled_from(list(Paper)))
def test_three_lines_at_least_stand_on_either_side_of_a_break(made, paper):
    given_blocks, notes = made
    pages = [lines_on(page) for page in laid(small(*given_blocks, paper=paper, notes=notes))]
    for page, after in pairwise(pages):
        for tag in page.keys() & after.keys():
            assert page[tag] >= LEAST, "at a page's foot"
            assert after[tag] >= LEAST, "at a page's head"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=blocks(), paper=st.sampled_from(list(Paper)))
def test_no_page_but_the_last_is_under_a_quarter_full_notes_counted(made, paper):
    given_blocks, notes = made
    geometry = PAPERS[paper]
    for page in laid(small(*given_blocks, paper=paper, notes=notes))[:-1]:
        body = page.placed[-1].bottom - page.placed[0].top
        assert body + sum(line.height for line in page.notes) >= 0.25 * (geometry.bottom - 80)


RESTS = (
    " so that those who host people today are not left alone with what it costs to take them in, next year too.",
    " so that those who host people today are not left alone.",
)


def asks(count):
    """Return so many asks of the usual lengths, three lines and two by turns, in three groups."""
    lead = (Run("Bring those who give little or nothing to the table,"),)
    made = [Ask(f"R{number}", lead, (Run(RESTS[number % 2]),), SOURCE, f"r{number}") for number in range(count)]
    third = -(-count // 3)
    return [AskGroup("Asked of", f"Canada, group {place}", tuple(made[place : place + third])) for place in range(0, count, third)]


@pytest.mark.parametrize("brand", ["neutral", "signal"])
@pytest.mark.parametrize(
    ("paper", "banded", "count"), [(Paper.A4, True, 6), (Paper.LETTER, True, 5), (Paper.A4, False, 7), (Paper.LETTER, False, 6)]
)
def test_a_page_of_key_asks_holds_as_many_as_it_should(paper, banded, count, brand):
    head = (HEAD, BOTTOM_LINE) if banded else (BOTTOM_LINE,)
    briefing = small(paper=paper, parts=(Part("asks", (*head, *asks(count)), budget=1.0),))
    assert len(laid(briefing, brand)) == 1
