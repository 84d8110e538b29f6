"""Bars of internal copies: their words on the black, clear of its edges, however many lines they take."""

import dataclasses

import pytest

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Furniture
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.furniture import internal
from briefing_app.export.pdf.geometry import PAPERS, SHEET_TOP
from briefing_app.export.pdf.marks import Box, Hatching, TextMark
from briefing_app.export.pdf.typescale import BLACK, Typescale

FURNITURE = Furniture(
    "Title", "DRAFT", "Delegation of Canada, version 1.2, 16 January 2023", "Page {page} of {pages}", "INTERNAL", "Sheet {sheet}"
)


@pytest.mark.parametrize("brand", ["neutral", "signal"])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("times", [1, 2, 3, 5])
def test_words_on_a_bar_keep_clear_of_its_edges_and_the_bar_of_the_body(brand, paper, times):
    look, geometry = load_brand(brand), PAPERS[paper]
    desk = Desk(Typescale(look, faces_of(look)), "en")
    made = internal(desk, dataclasses.replace(FURNITURE, foot=FURNITURE.foot * times), geometry, "Page 1 of 2", odd=True)

    head, foot = ([mark for mark in marks if isinstance(mark, TextMark)] for marks in (made.before, made.after))
    bars = [mark for mark in (*made.before, *made.after) if isinstance(mark, Box) and mark.colour == BLACK]
    strip = next(mark for mark in made.before if isinstance(mark, Hatching))
    for words, bar in zip((head, foot), bars, strict=True):
        lines = {mark.y for mark in words}
        assert min(lines) - bar.y >= 3.0
        assert bar.y + bar.height - max(mark.bottom for mark in words) >= 3.0
    assert bars[0].y + bars[0].height < min(SHEET_TOP, strip.y)
    assert strip.bottom < bars[1].y
