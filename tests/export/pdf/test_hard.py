"""Any pack and any briefing, however hard: both standards are kept, and what is told is what was composed, in order."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.composition.entry import MASTER, compose
from briefing_app.domain.briefing import Copy
from briefing_app.export.allowed import comparable
from briefing_app.export.pdf.entry import write_pdf
from briefing_app.export.verification import verify_pdf
from tests import strategies
from tests.builders import pack
from tests.conforming import conforming
from tests.export.pdf.hard import hard_briefings
from tests.export.pdf.hearing import heard
from tests.export.pdf.telling import told

OFTEN, SELDOM = 200, 15
slow = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def hold(composed, brand):
    """Write a composed document and hold the file to all that is asked of it."""
    written = write_pdf(composed, brand, {})
    conforming(written.data)
    tree = told(written.data)
    found = "".join(text for part in tree.parts if part.kind in {"Sect", "Note"} for text in part.texts())
    missing = written.report.missing_glyphs
    assert settled(found, missing) == settled("".join(heard(composed, brand)), missing)
    return written


def settled(text, missing):
    return re.sub(r"\s+", "", comparable(text, missing))


def packed(pack, brand):
    for audience in (MASTER, *(audience.id for audience in pack.audiences)):
        for copy in (Copy.HAND_OVER, Copy.INTERNAL):
            composed = compose(pack, audience, copy)
            verify_pdf(hold(composed, load_brand(brand)), composed, load_brand(brand))


def test_a_pack_with_all_there_is_is_told_as_composed():
    everything = "Asks: r1 r2 r5 | Context: n1 q1 c1 f1 i1 | Sources: g1 | Matrix: g2 | Meeting: g3 | Questions: g4 | Numbers: g5"
    packed(pack(everything), "neutral")


brands = st.sampled_from(("neutral", "signal"))


@settings(max_examples=SELDOM, **slow)
@given(composed=hard_briefings(), brand=brands)
def test_a_briefing_however_hard_keeps_both_standards_and_is_told_as_composed(composed, brand):
    hold(composed, load_brand(brand))


@settings(max_examples=SELDOM, **slow)
@given(pack=strategies.packs(), brand=brands)
def test_any_pack_keeps_both_standards_and_is_told_as_composed(pack, brand):
    packed(pack, brand)


@pytest.mark.long
@settings(max_examples=OFTEN, **slow)
@given(pack=strategies.packs(), brand=brands)
def test_two_hundred_packs_keep_both_standards_and_are_told_as_composed(pack, brand):
    packed(pack, brand)


@pytest.mark.long
@settings(max_examples=OFTEN, **slow)
@given(composed=hard_briefings(), brand=brands)
def test_two_hundred_briefings_however_hard_keep_both_standards_and_are_told_as_composed(composed, brand):
    hold(composed, load_brand(brand))
