"""Mends the app can do itself: each takes its own finding away, and nothing is offered that cannot be done."""

import dataclasses

import pytest

from briefing_app.checks.entry import check
from briefing_app.checks.rules import RULES
from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import Copy
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity.edits import Keep, Omit, Stretch, insert, leave_out
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.pack import Adapted, Translated, Verbatim
from briefing_app.domain.reading import Damage, DamageKind, Repair
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench import editing
from briefing_app.workbench.mending import GO, LONGEST, Does, Offer, answered, last_name, mended, offers, place_of
from tests.builders import pack

TEXT = "Families wait for months. They have no shelter at night. Nobody tells them when it ends."


def hurt(of, words, kind=DamageKind.GARBLED, *, empty=""):
    """Return the pack with words hurt, or something missing at their "start" or "end"."""
    reading = next(reading for reading in of.readings if words in reading.text)
    start = reading.text.index(words)
    span = {"": Span(start, start + len(words)), "start": Span(start, start), "end": Span(start + len(words), start + len(words))}[
        empty
    ]
    return with_reading(of, dataclasses.replace(reading, damage=(Damage(kind, span),)))


def with_reading(of, reading):
    return dataclasses.replace(of, readings=tuple(reading if each.id == reading.id else each for each in of.readings))


def found(of, code, audience="canada"):
    return [each for each in check(of, audience, compose(of, audience, Copy.HAND_OVER), None) if each.code == code]


def printed(of, placement, audience="canada"):
    from briefing_app.checks.scene import scene_of
    from briefing_app.domain.briefing import plain

    return " ".join(plain(text) for text in scene_of(of, audience, compose(of, audience, Copy.HAND_OVER), None).texts[placement])


def taken_up(of, finding, code):
    offer = next(offer for offer in offers(of, finding) if offer.code == code)
    return mended(of, finding, offer).pack


def test_damaged_words_are_trimmed_away():
    of = hurt(pack("Context: c1", texts={"c1": TEXT}), "no shelter at")
    (finding,) = found(of, "damage-garbled")
    assert [offer.code for offer in offers(of, finding)] == ["trim-damage", "confirm"]
    after = taken_up(of, finding, "trim-damage")
    assert printed(after, "p-c1") == "Families wait for months. They have […] night. Nobody tells them when it ends."
    assert not found(after, "damage-garbled")


@pytest.mark.parametrize(
    ("kind", "edge", "left"),
    [
        (DamageKind.CUT_AT_START, "start", "They have no shelter at night. Nobody tells them when it ends."),
        (DamageKind.CUT_AT_END, "end", "Families wait for months. They have no shelter at night."),
    ],
)
def test_where_something_is_missing_at_an_end_its_sentence_goes(kind, edge, left):
    of = hurt(pack("Context: c1", texts={"c1": TEXT}), TEXT, kind, empty=edge)
    code = f"damage-{kind.value.replace(' ', '-')}"
    (finding,) = found(of, code)
    after = taken_up(of, finding, "trim-damage")
    assert printed(after, "p-c1") == left
    assert not found(after, code)


def test_a_trim_that_would_leave_no_words_is_not_offered():
    of = hurt(pack("Context: c3"), "Prices of food rose by half in twelve months.", DamageKind.CUT_AT_END, empty="end")
    (finding,) = found(of, "damage-cut-at-end")
    assert [offer.code for offer in offers(of, finding)] == ["go", "confirm"]
    with pytest.raises(EditRefused):
        mended(of, finding, Offer("trim-damage", Does.EDIT))


def test_an_excerpt_of_several_is_dropped_when_nothing_of_it_is_sound():
    of = hurt(pack("Voices: q1+q3"), "Leaders have a chance to act together. They should take it.")
    (finding,) = found(of, "damage-garbled")
    after = taken_up(of, finding, "trim-damage")
    assert [stretch.excerpt for stretch in editing.placement_of(after, "p-q1").wording.stretches] == ["q1"]


def test_an_audiences_own_wording_is_mended_and_the_common_one_left_alone():
    of = hurt(pack("Context: c1", texts={"c1": TEXT}), "no shelter")
    of = editing.reword(of, "p-c1", Verbatim(), "canada").pack
    after = taken_up(of, found(of, "damage-garbled")[0], "trim-damage")
    assert not found(after, "damage-garbled")
    assert found(after, "damage-garbled", "unhcr")


def test_an_uncertain_repair_can_be_trimmed_away():
    of = pack("Context: c1", texts={"c1": TEXT})
    reading = of.reading("reading-paper")
    start = reading.text.index("shelter")
    of = with_reading(
        of, dataclasses.replace(reading, repairs=(Repair(Span(start, start + 7), "shelter", "joined", certain=False),))
    )
    after = taken_up(of, found(of, "uncertain-repair")[0], "trim-damage")
    assert not found(after, "uncertain-repair")
    assert "shelter" not in printed(after, "p-c1")


def test_words_left_out_that_turn_the_meaning_are_put_back():
    of = pack("Context: c1", texts={"c1": TEXT})
    excerpt, text = of.excerpt("c1"), of.reading("reading-paper").text
    start = text.index("no shelter")
    of = editing.reword(of, "p-c1", Verbatim((Stretch("c1", leave_out(excerpt.span, (), Span(start, start + 2), text)),))).pack
    (finding,) = found(of, "turning-omitted")
    after = taken_up(of, finding, "put-words-back")
    assert editing.placement_of(after, "p-c1").wording == Verbatim()


def test_our_own_word_that_turns_the_meaning_is_taken_out_and_other_edits_stay():
    of = pack("Context: c1", texts={"c1": TEXT})
    excerpt, text = of.excerpt("c1"), of.reading("reading-paper").text
    edits = leave_out(excerpt.span, (), Span(text.index("at night"), text.index("at night") + 8), text)
    edits = insert(excerpt.span, edits, text.index("wait"), "not", text)
    of = editing.reword(of, "p-c1", Verbatim((Stretch("c1", edits),))).pack
    after = taken_up(of, found(of, "turning-inserted")[0], "put-words-back")
    (stretch,) = editing.placement_of(after, "p-c1").wording.stretches
    assert [type(edit) for edit in stretch.edits] == [Keep, Omit, Keep]


def test_a_translation_that_is_not_there_gives_way_to_the_original():
    of = pack("Context: c1", wordings={"c1": Translated("fr")})
    (finding,) = found(of, "translation-missing")
    after = taken_up(of, finding, "use-original")
    assert editing.placement_of(after, "p-c1").wording == Verbatim()


def test_what_stands_there_twice_can_be_taken_out_once():
    of = pack("Asks: r1 | Context: c1 c1")
    (finding,) = found(of, "placed-twice")
    after = taken_up(of, finding, "keep-one")
    assert not found(after, "placed-twice")
    assert len(list(after.placements())) == 2


def test_a_budget_is_raised_to_what_is_taken():
    of = pack("Asks: r1 | Context: c1")
    section = Finding(
        "section-over", Severity.MEND, section="s-context", parameters={"taken": 1.7}, mends=RULES["section-over"].mends
    )
    assert [offer.code for offer in offers(of, section)] == ["longest", "raise-budget"]
    assert taken_up(of, section, "raise-budget").sections[1].budget == 1.7
    whole = Finding("pages-over", Severity.MEND, parameters={"taken": 3.0}, mends=RULES["pages-over"].mends)
    assert taken_up(of, whole, "raise-budget").pages == 3


def test_the_longest_of_a_section_is_the_one_that_prints_most():
    of = pack("Context: n1 c1 c3", texts={"c1": TEXT}, wordings={"c3": Adapted("Food costs more.")})
    finding = Finding(
        "section-over", Severity.MEND, section="s-context", parameters={"taken": 2.0}, mends=RULES["section-over"].mends
    )
    assert place_of(of, finding, LONGEST) == "p-c1"


def test_an_answer_by_name_and_reason_takes_the_finding_away_and_its_name_is_proposed_again():
    of = hurt(pack("Context: c1", texts={"c1": TEXT}), "shelter")
    (finding,) = found(of, "damage-garbled")
    assert last_name(of) == ""
    after = answered(of, finding, "Ana Torres", "Checked against the print.", PartialDate(2023, 1, 12)).pack
    assert not found(after, "damage-garbled")
    assert last_name(after) == "Ana Torres"


def test_nothing_is_offered_where_the_place_is_gone_and_what_was_is_refused():
    of = hurt(pack("Context: c1 c2", texts={"c1": TEXT}), "shelter")
    (finding,) = found(of, "damage-garbled")
    offered = offers(of, finding)
    gone = editing.remove(of, ["p-c1"]).pack
    assert offers(gone, finding) == ()
    assert place_of(gone, finding) == ""
    with pytest.raises(EditRefused):
        mended(gone, finding, offered[0])
    with pytest.raises(EditRefused):
        answered(gone, finding, "Ana", "Because.", PartialDate(2023))


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_finding_leads_somewhere_and_every_offer_has_its_words(code):
    of = pack("Asks: r1 | Context: c1")
    finding = Finding(code, Severity.MEND, "p-c1", "s-context", parameters={"taken": "2", "at": 1}, mends=RULES[code].mends)
    offered = offers(of, finding)
    assert offered
    assert len(offered) <= 2
    assert all(Words(language).has(f"window.mend.{offer.code}") for offer in offered for language in LANGUAGES)
    assert GO in offered or any(offer.does is not Does.GO for offer in offered) or LONGEST in offered
