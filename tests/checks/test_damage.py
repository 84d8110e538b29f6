import pytest

from briefing_app.checks.rules import DAMAGE
from briefing_app.domain.briefing import Copy
from briefing_app.domain.fidelity.edits import leave_out
from briefing_app.domain.finding import Severity
from briefing_app.domain.pack import Adapted
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from tests import builders
from tests.checks.looking import codes, confirmed, edited, findings, one, place_of, placements, readings

PACK = builders.pack("Asks: r1 r3 | Voices: q1 | Context: c1 f2")


def damaged(kind, name, words, *, at=None):
    """Return the pack with damage on words of an excerpt, or at their start or end where something is missing."""
    place = place_of(PACK, name, words)
    span = {"start": Span(place.start, place.start), "end": Span(place.end, place.end)}.get(at, place)
    return readings(PACK, PACK.excerpt(name).reading, damage=(Damage(kind, span),))


@pytest.mark.parametrize("kind", DamageKind)
def test_damage_of_printed_words_is_found_under_its_kind(kind):
    finding = one(damaged(kind, "q1", "cannot feed"), DAMAGE[kind])
    assert finding.placement == "p-q1"
    assert finding.parameters["words"] == "cannot feed"
    harmless = {DamageKind.DEAD_LINK, DamageKind.UNBALANCED, DamageKind.DUPLICATE}
    assert finding.severity is (Severity.MEND if kind in harmless else Severity.BLOCKS)


def test_damage_holds_back_the_hand_over_copy_alone():
    pack = damaged(DamageKind.GARBLED, "q1", "cannot")
    assert one(pack, "damage-garbled", copy=Copy.INTERNAL).severity is Severity.MEND
    assert one(pack, "damage-garbled", copy=Copy.WORKING).severity is Severity.MEND


def test_damage_holds_back_the_audiences_it_reaches_alone():
    pack = damaged(DamageKind.GARBLED, "r3", "two weeks")
    assert codes(pack, "canada") == []
    assert codes(pack, "unhcr") == ["damage-garbled"]


def test_damage_of_one_kind_is_told_once_an_excerpt():
    places = [place_of(PACK, "q1", words) for words in ("People", "children")]
    pack = readings(PACK, "reading-statement", damage=tuple(Damage(DamageKind.DEAD_LINK, place) for place in places))
    assert one(pack, "damage-dead-link").parameters["words"] == "People, children"


def test_damage_that_is_trimmed_away_does_no_harm():
    pack = damaged(DamageKind.GARBLED, "q1", "at home")
    cut = place_of(pack, "q1", " at home")
    assert codes(edited(pack, "q1", lambda span, edits, text: leave_out(span, edits, cut, text))) == []


def test_damage_that_somebody_answers_for_is_found_no_more_until_it_is_elsewhere():
    pack = damaged(DamageKind.CUT_AT_END, "q1", "at home.”", at="end")
    finding = one(pack, "damage-cut-at-end")
    assert finding.parameters["words"].endswith("at home.”")
    answered = confirmed(pack, finding)
    assert codes(answered) == []
    place = place_of(PACK, "q1", "cannot")
    worse = readings(answered, "reading-statement", damage=(Damage(DamageKind.CUT_AT_END, place),))
    assert codes(worse) == ["damage-cut-at-end"]


def test_a_cut_names_the_words_beside_it_whole_and_without_an_ellipsis():
    words = one(damaged(DamageKind.CUT_AT_END, "r1", "at risk.", at="end"), "damage-cut-at-end").parameters["words"]
    assert words == "must widen its humanitarian admission for families at risk."
    words = one(damaged(DamageKind.CUT_AT_START, "r1", "The government", at="start"), "damage-cut-at-start").parameters["words"]
    assert words == "The government of Canada must widen its humanitarian"


def test_adapted_words_and_figures_on_a_damaged_source_are_worth_looking_at():
    pack = placements(damaged(DamageKind.GARBLED, "c1", "million"), "p-c1", wording=Adapted("Many have left."))
    assert codes(pack) == ["damage-beneath"]
    assert codes(confirmed(pack, one(pack, "damage-beneath"))) == []
    assert [finding.placement for finding in findings(damaged(DamageKind.GARBLED, "f2", "some")) if finding.placement] == ["p-f2"]
    assert codes(damaged(DamageKind.DEAD_LINK, "f2", "some")) == []
