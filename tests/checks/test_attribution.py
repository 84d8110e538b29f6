import dataclasses

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Attribution
from briefing_app.domain.finding import Severity
from tests import builders
from tests.checks.looking import codes, excerpts, one

PACK = builders.pack("Asks: r1 | Voices: q1+q2 | Context: c1")


def said(pack, *attributions):
    for name, attribution in zip(("q1", "q2"), attributions, strict=True):
        pack = excerpts(pack, name, attribution=attribution)
    return pack


def test_a_quotation_by_nobody_is_worth_mending():
    finding = one(said(PACK, None, None), "quote-without-speaker")
    assert (finding.severity, finding.placement) == (Severity.MEND, "p-q1")


def test_an_organisation_may_speak_and_one_stretch_may_name_the_speaker_of_all():
    assert codes(said(PACK, Attribution(organisation="Harbour Relief"), None)) == []
    assert codes(said(PACK, None, builders.SPEAKER)) == []


def test_a_speaker_without_a_role_is_for_information():
    finding = one(said(PACK, Attribution("Ana Torres"), None), "quote-without-role")
    assert (finding.severity, finding.parameters["speaker"]) == (Severity.INFO, "Ana Torres")


def test_words_of_two_speakers_under_one_name_block():
    finding = one(said(PACK, builders.SPEAKER, Attribution("Luis Vega", "Mayor")), "speakers-differ")
    assert (finding.severity, finding.parameters["names"]) == (Severity.BLOCKS, ("Ana Torres", "Luis Vega"))
    assert codes(builders.pack("Asks: r1 | Voices: q1 q2")) == []


@pytest.mark.parametrize(("held", "found"), [("2023-01-16", False), ("2023-01", False), ("2023", False), ("2021", True)])
def test_a_role_known_for_another_time_is_for_information(held, found):
    speaker = dataclasses.replace(builders.SPEAKER, as_of=PartialDate.from_iso(held))
    assert ("as-of-differs" in codes(said(PACK, speaker, speaker))) is found
