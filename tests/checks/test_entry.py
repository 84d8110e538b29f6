import dataclasses

import pytest

from briefing_app.checks.rules import DAMAGE, RULES
from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Severity
from briefing_app.domain.layout import LayoutReport, Overrun
from briefing_app.domain.pack import Translated
from briefing_app.words import LANGUAGES, words_for
from tests import builders
from tests.checks.looking import cards, excerpts, findings, placements

PACK = builders.pack("Asks: r1 | Voices: q1 | Context: c1")


def test_findings_come_heaviest_first_then_in_the_packs_order():
    pack = excerpts(cards(PACK, "paper", date=None), "q1", attribution=None)
    pack = placements(placements(pack, "p-c1", wording=Translated("fr")), "p-r1", wording=Translated("fr"))
    assert [
        (each.severity, each.placement, each.code)
        for each in findings(pack, report=LayoutReport(9, overruns=(Overrun("page-budget", "", 9, 2),)))
    ] == [
        (Severity.BLOCKS, "p-r1", "translation-missing"),
        (Severity.BLOCKS, "p-c1", "translation-missing"),
        (Severity.MEND, None, "source-without-date"),
        (Severity.MEND, None, "pages-over"),
        (Severity.MEND, "p-q1", "quote-without-speaker"),
        (Severity.INFO, None, "not-cleared"),
    ]


@pytest.mark.parametrize("copy", Copy)
@pytest.mark.parametrize("audience", ["canada", "master"])
def test_every_copy_of_a_pack_in_order_passes(audience, copy):
    pack = builders.pack("Asks: r1 r2 r3 | Voices: q1+q2 | Context: c1 n1 f2 i1 | Sources: g1 | Matrix: g2 | Meeting: g3")
    assert {each.code for each in findings(pack, audience, copy)} <= {"not-cleared", "meeting-empty"}


def test_the_same_copy_gives_the_same_findings():
    pack = dataclasses.replace(PACK, pages=1)
    report = LayoutReport(3, missing_glyphs=("☂",))
    assert findings(pack, report=report) == findings(pack, report=report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words_and_what_can_be_answered_for_has_a_name(language):
    words = words_for(language)
    for code, rule in RULES.items():
        assert words.has(f"finding.{code}"), code
        assert all(words.has(f"mend.{mend}") for mend in rule.mends), code
        assert words.has(f"finding-name.{code}") or not rule.confirmable, code
        assert ("confirm" in rule.mends) is rule.confirmable, code


def test_every_kind_of_damage_has_its_code():
    assert set(DAMAGE.values()) <= set(RULES)
