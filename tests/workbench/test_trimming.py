"""Trimming a placed quotation: edits as values, what prints of it, what must be answered for, and places told both ways."""

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing_app.composition.entry import compose
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy, Paragraph, Quotation, plain, shared_part
from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity.edits import Omit, Stretch
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import Adapted, Verbatim
from briefing_app.domain.reading import Damage, DamageKind, Repair, shown
from briefing_app.domain.span import Span
from briefing_app.workbench import editing, trimming
from briefing_app.workbench.trim_display import DisplayKind, displayed
from briefing_app.workbench.trim_sentences import after, before, damage_left, past_damage, sentences
from briefing_app.workbench.trimming import Part, Place
from tests.builders import pack
from tests.checks.looking import codes, findings, readings

DAY = PartialDate(2023, 1, 12)
NIGHT = "“A shelter is\u00a0not a solution 🙂; it is a night’s sleep. We must not forget it.”"
LONG = "“Leaders have a chance to act. One two three four five six seven eight nine ten eleven twelve thirteen. We go on.”"


def opened(made, placement="p-q1", audience=MASTER):
    return trimming.opened(made, placement, audience)


def part(now, words, stretch=0):
    """Return where words stand in a stretch."""
    held = now.stretches[stretch]
    start = held.reading.text.index(words, held.excerpt.span.start)
    return Part(stretch, Span(start, start + len(words)))


def place(now, words, stretch=0):
    return Place(stretch, part(now, words, stretch).span.start)


def without(now, *phrases):
    for words in phrases:
        now = trimming.leave_out(now, [part(now, words)])
    return now


def words(now):
    return " / ".join(each.words for each in trimming.printed(now))


def counted(number):
    return f"{number} words left out"


def shown_text(now, opened_places=()):
    return displayed(now, counted, opened_places).text


def composed(made, placement, audience=MASTER):
    """Return the words a placement prints, as composition has them between its marks."""
    for part_ in shared_part(compose(made, audience, Copy.HAND_OVER)).parts:
        for block in part_.blocks:
            if isinstance(block, Quotation) and block.placement == placement:
                return [plain(text) for text in block.paragraphs]
            if isinstance(block, Paragraph) and block.placement == placement:
                return [plain(block.text)]
    return []


PACK = pack("Voices: q1 q2+q3 | Context: c1", texts={"q1": NIGHT})


def test_words_left_out_print_a_sign_and_are_shown_struck():
    now = without(opened(PACK), "it is a night’s sleep")
    assert words(now) == "A shelter is\u00a0not a solution 🙂; […]. We must not forget it."
    runs = [(run.kind, run.text) for run in displayed(now, counted).runs]
    assert (DisplayKind.OMITTED, "it is a night’s sleep") in runs
    assert (DisplayKind.SIGN, "[…]") in runs
    assert trimming.grade(now) is Grade.MARKED


def test_whole_sentences_left_out_at_an_end_need_no_sign():
    now = without(opened(PACK), " We must not forget it.")
    assert words(now) == "A shelter is\u00a0not a solution 🙂; it is a night’s sleep."
    assert "[…]" not in shown_text(now)
    assert trimming.grade(now) is Grade.EXACT


def test_long_omissions_close_to_a_line_that_counts_them_and_open_again():
    now = without(
        opened(pack("Voices: q1", texts={"q1": LONG})), "One two three four five six seven eight nine ten eleven twelve thirteen."
    )
    start = place(now, "One two")
    assert shown_text(now) == "“Leaders have a chance to act. […] 13 words left out We go on.”"
    assert "twelve thirteen. […] We go on" in shown_text(now, {start})


def test_words_put_in_stand_in_brackets_before_the_word():
    now = trimming.insert(opened(PACK), place(opened(PACK), "sleep"), "uneasy")
    assert "a night’s [uneasy] sleep" in words(now)
    assert "a night’s [uneasy] sleep" in shown_text(now)


@pytest.mark.parametrize("typed", ["", "  ", "…", "a [b", "a\x00b"])
def test_what_has_no_words_or_has_brackets_cannot_be_put_in(typed):
    assert not trimming.insertable(typed)
    with pytest.raises(ValueError, match="an insertion has words"):
        trimming.insert(opened(PACK), place(opened(PACK), "sleep"), typed)


def test_a_letter_changes_its_case_and_changes_it_back():
    now = trimming.change_case(opened(PACK), place(opened(PACK), "shelter"))
    assert "A [S]helter" in words(now)
    assert "A [S]helter" in shown_text(now)
    assert trimming.change_case(now, place(now, "shelter")) == opened(PACK)


def test_what_has_no_other_case_stays():
    now = opened(PACK, "p-c1")
    assert trimming.change_case(now, place(now, "7.1")) == now


def test_what_was_left_out_changed_or_put_in_is_put_back():
    now = trimming.insert(without(opened(PACK), "a night’s"), place(opened(PACK), "sleep"), "uneasy")
    now = trimming.change_case(now, place(now, "shelter"))
    now = trimming.put_back(now, [part(now, NIGHT)])
    assert now == opened(PACK)
    assert trimming.wording(now) == Verbatim()


def test_what_was_never_changed_leaves_the_pack_as_it_is():
    assert trimming.edit(opened(PACK), PACK).pack is PACK
    adapted = editing.reword(PACK, "p-q1", Adapted("Act now.")).pack
    assert trimming.edit(opened(adapted), adapted).pack is adapted


def test_nothing_left_cannot_be_kept():
    now = trimming.insert(without(opened(PACK), NIGHT), place(opened(PACK), "sleep"), "words")
    assert not trimming.something_left(now)
    assert not trimming.can_be_kept(now)
    with pytest.raises(ValueError, match="nothing is left"):
        trimming.edit(now, PACK)


def test_a_note_cannot_be_trimmed():
    with pytest.raises(KeyError):
        opened(pack("Voices: q1 n1"), "p-n1")


class TestForWhom:
    def test_edits_are_for_all_or_for_the_audience_looked_at_alone(self):
        now = without(opened(PACK, audience="canada"), " We must not forget it.")
        for_all = trimming.edit(now, PACK).pack
        alone = trimming.edit(trimming.for_audience(now, "canada"), PACK).pack
        assert composed(for_all, "p-q1", "unhcr") == composed(for_all, "p-q1", "canada") == composed(alone, "p-q1", "canada")
        assert composed(alone, "p-q1", "unhcr") == composed(PACK, "p-q1", "unhcr")

    def test_an_audience_with_words_of_its_own_is_opened_with_them_and_may_go_back_to_all(self):
        alone = trimming.edit(trimming.for_audience(without(opened(PACK, audience="canada"), "night’s"), "canada"), PACK).pack
        again = opened(alone, audience="canada")
        assert again.audience == "canada"
        for_all = trimming.edit(trimming.for_audience(again, MASTER), alone).pack
        assert editing.placement_of(for_all, "p-q1").wordings == {}
        assert composed(for_all, "p-q1", "unhcr") == composed(alone, "p-q1", "canada")

    def test_nobody_else_can_be_chosen(self):
        with pytest.raises(ValueError, match="not looked at"):
            trimming.for_audience(opened(PACK, audience="canada"), "unhcr")


class TestTurning:
    NOW = without(opened(PACK), "must not forget")

    def test_an_edit_that_turns_the_meaning_waits_for_an_answer(self):
        (point,) = trimming.to_answer(self.NOW)
        assert [turning.word for turning in point.words] == ["must", "not"]
        assert not trimming.can_be_kept(self.NOW)

    def test_the_sentence_is_told_before_and_after(self):
        (point,) = trimming.to_answer(self.NOW)
        assert "".join(said.text for said in before(point)) == "We must not forget it.”"
        assert [said.text for said in before(point) if said.turns] == ["must", "not"]
        assert after(point) == "We […] it.”"

    @pytest.mark.parametrize(
        ("edit", "code"),
        [
            (lambda now: without(now, "must not forget"), "turning-omitted"),
            (lambda now: trimming.insert(now, place(now, "sleep"), "never"), "turning-inserted"),
            (lambda now: without(now, "it is a night’s sleep. We must not forget it.”"), "turning-omitted"),
        ],
    )
    def test_the_answer_satisfies_the_check(self, edit, code):
        now = edit(opened(PACK))
        assert code in codes(bold(now))
        for point in trimming.to_answer(now):
            now = trimming.answer(now, point, " A. Diallo ", "Checked against\nthe recording", DAY)
        kept = trimming.edit(now, PACK).pack
        assert [each for each in codes(kept) if each.startswith("turning")] == []
        given = editing.placement_of(kept, "p-q1").confirmations
        assert {(each.who, each.reason, each.day) for each in given} == {("A. Diallo", "Checked against the recording", DAY)}

    def test_an_answer_has_a_name_and_a_reason(self):
        (point,) = trimming.to_answer(self.NOW)
        for who, reason in [("", "why"), ("A. Diallo", " ")]:
            with pytest.raises(ValueError, match="a name and a reason"):
                trimming.answer(self.NOW, point, who, reason, DAY)

    def test_other_words_ask_for_another_answer(self):
        (point,) = trimming.to_answer(self.NOW)
        now = trimming.answer(self.NOW, point, "A. Diallo", "why", DAY)
        assert trimming.to_answer(now) == ()
        assert len(trimming.to_answer(trimming.put_back(now, [part(now, "must")]))) == 1

    def test_an_answer_goes_when_nothing_is_turned_any_more(self):
        (point,) = trimming.to_answer(self.NOW)
        kept = trimming.edit(trimming.answer(self.NOW, point, "A. Diallo", "why", DAY), PACK).pack
        again = opened(kept)
        assert trimming.to_answer(again) == ()
        back = trimming.edit(trimming.put_back(again, [part(again, "must not forget")]), kept).pack
        assert back == PACK

    def test_what_was_turned_before_is_left_to_the_findings(self):
        cut = editing.reword(PACK, "p-q1", trimming.wording(self.NOW)).pack
        now = without(opened(cut), "night’s")
        assert trimming.to_answer(now) == ()
        assert "turning-omitted" in codes(trimming.edit(now, cut).pack)


def bold(now):
    """Return the pack with a trimming's wording put in, whoever answers for it."""
    return editing.reword(now.pack, now.placement.id, trimming.wording(now), now.audience).pack


class TestTurns:
    """Several stretches of one turn."""

    def test_a_stretch_left_out_at_an_end_goes_unnamed_and_is_still_shown(self):
        now = opened(PACK, "p-q2")
        whole = now.stretches[1].excerpt.span
        now = trimming.leave_out(now, [Part(1, whole)])
        assert trimming.wording(now) == Verbatim((Stretch("q2"),))
        kept = trimming.edit(now, PACK).pack
        again = opened(kept, "p-q2")
        assert again.stretches[1].edits == (Omit(whole),)
        assert "They should take it" in shown_text(again)
        assert trimming.edit(trimming.put_back(again, [Part(1, whole)]), kept).pack == PACK

    def test_places_are_told_both_ways_over_stretches(self):
        now = opened(PACK, "p-q2")
        display = displayed(now, counted)
        for at in (place(now, "families"), place(now, "Leaders", 1)):
            assert display.place_at(display.position_of(at)) == at
        across = display.text.index("next one"), display.text.index("chance") + len("chance")
        assert [chosen.stretch for chosen in display.chosen(*across)] == [0, 1]

    def test_stretches_in_an_order_of_their_own_keep_it(self):
        made = editing.reword(PACK, "p-q2", Verbatim((Stretch("q3"), Stretch("q2")))).pack
        assert [stretch.excerpt.id for stretch in opened(made, "p-q2").stretches] == ["q3", "q2"]


class TestDisplay:
    def test_outer_marks_are_soft(self):
        display = displayed(opened(PACK), counted)
        assert [span.of(display.text) for span in display.soft] == ["“", "”"]

    def test_a_selection_becomes_whole_words_signs_and_insertions(self):
        now = trimming.insert(without(opened(PACK), "a night’s"), place(opened(PACK), "forget"), "ever")
        display = displayed(now, counted)

        def whole(inside):
            start = display.text.index(inside)
            return Span(*display.whole(start, start + len(inside))).of(display.text)

        assert whole("helt") == "shelter"
        assert whole("t a\u00a0s".replace("a\u00a0s", "a s")) == "not a solution"
        assert whole("…") == "[…]"
        assert whole("ver") == "[ever]"

    def test_a_sign_stands_for_what_it_leaves_out(self):
        now = without(opened(PACK), "a night’s")
        display = displayed(now, counted)
        sign = display.text.index("[…]")
        assert trimming.put_back(now, display.chosen(sign, sign + 3)) == opened(PACK)

    def test_damaged_words_are_marked_as_long_as_they_are_kept(self):
        made, garbled = damaged("forget it")
        now = opened(made)
        display = displayed(now, counted)
        assert [span.of(display.text) for span in display.damaged] == ["forget it"]
        assert displayed(trimming.leave_out(now, [Part(0, garbled)]), counted).damaged == ()

    def test_a_repair_is_shown_mended_and_selected_whole(self):
        reading = PACK.reading("reading-statement")
        start = reading.text.index("shelter")
        made = readings(PACK, reading.id, repairs=(Repair(Span(start, start + 7), "refuge place", "ours", certain=True),))
        display = displayed(opened(made), counted)
        at = display.text.index("refuge")
        assert display.chosen(at, at + 12) == (Part(0, Span(start, start + 7)),)


def damaged(words_, kind=DamageKind.GARBLED, texts=None):
    made = pack("Voices: q1", texts={"q1": texts or NIGHT})
    reading = made.reading("reading-statement")
    start = reading.text.index(words_)
    span = Span(start, start + len(words_))
    return readings(made, reading.id, damage=(Damage(kind, span),)), span


class TestPastTheDamage:
    def test_a_damaged_sentence_at_an_end_is_left_out(self):
        now = past_damage(opened(damaged("forget it")[0]))
        assert words(now) == "A shelter is\u00a0not a solution 🙂; it is a night’s sleep."
        assert damage_left(now) == ()

    def test_where_all_of_it_is_one_sentence_the_words_before_the_damage_stay(self):
        now = past_damage(opened(damaged("onwarded annm5", texts="“People leave home and are onwarded annm5”")[0]))
        assert words(now) == "People leave home and are […]"

    def test_what_is_damaged_throughout_stays(self):
        assert past_damage(opened(damaged(NIGHT)[0])) is None

    def test_what_is_whole_has_nothing_to_trim(self):
        assert past_damage(opened(PACK)) is None

    def test_a_dead_link_hurts_no_word(self):
        assert past_damage(opened(damaged("forget it", DamageKind.DEAD_LINK)[0])) is None

    def test_the_finding_is_gone(self):
        made = damaged("forget it")[0]
        assert "damage-garbled" in codes(made)
        assert "damage-garbled" not in codes(bold(past_damage(opened(made))))


@given(st.text("Aa .!?“”\n5", max_size=40), st.data())
def test_sentences_tile_what_they_are_sentences_of(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = sentences(text, span)
    assert [each.start for each in found] == [span.start, *(each.end for each in found[:-1])]
    assert found[-1].end == span.end


OUTLINE = "Voices: q1 q2+q3 | Context: c1"
STEPS = ("leave out", "put back", "insert", "case", "restore", "damage")


@st.composite
def trimmed(draw):
    """Return a trimming after any sequence of edits, chosen in its display as a person would."""
    now = opened(PACK, draw(st.sampled_from(["p-q1", "p-q2", "p-c1"])), draw(st.sampled_from([MASTER, "canada"])))
    for step in draw(st.lists(st.sampled_from(STEPS), max_size=6)):
        display = displayed(now, counted, {Place(0, now.stretches[0].excerpt.span.start)} if draw(st.booleans()) else ())
        start = draw(st.integers(0, len(display.text)))
        end = draw(st.integers(start, len(display.text)))
        match step:
            case "leave out":
                now = trimming.leave_out(now, display.chosen(start, end))
            case "put back":
                now = trimming.put_back(now, display.chosen(start, end))
            case "insert":
                now = trimming.insert(now, display.place_at(start), draw(st.sampled_from(["all", "the 🙂 donors"])))
            case "case":
                now = trimming.change_case(now, display.place_at(start))
            case "restore":
                now = trimming.restored(now)
            case _:
                now = past_damage(now) or now
    return now


@given(trimmed())
def test_after_any_edits_what_is_printed_is_what_composition_prints(now):
    made = bold(now)
    assert inconsistencies(made) == ()
    audience = now.looked_at
    expected = [each.words for each in trimming.printed(now)]
    found = composed(made, now.placement.id, audience)
    if now.placement.id == "p-c1":
        assert found == [" ".join(expected)] or not any(expected)
    else:
        assert [text.strip("“”") for text in found] == [text.strip("“”") for text in expected]
    assert trimming.grade(now) in {Grade.EXACT, Grade.TYPOGRAPHIC, Grade.MARKED}
    assert "words-altered" not in codes(made)


@given(trimmed())
def test_after_any_edits_what_the_check_asks_for_is_what_the_trimming_knows(now):
    asked = {
        each.key for each in findings(bold(now), "canada") if each.code.startswith("turning") and each.placement == now.placement.id
    }
    assert asked == {point.key for point in trimming.turning(now)}
    for point in trimming.turning(now):
        assert "".join(said.text for said in before(point)).strip()
        after(point)


@given(trimmed())
def test_after_any_edits_what_is_kept_opens_again_as_it_was(now):
    assume(trimming.something_left(now))
    for point in trimming.to_answer(now):
        now = trimming.answer(now, point, "A. Diallo", "why", DAY)
    kept = trimming.edit(now, PACK).pack
    again = opened(kept, now.placement.id, now.looked_at)
    assert words(again) == words(now)
    assert list(map(trimming.prints_words, again.stretches)) == [*map(trimming.prints_words, now.stretches)]


@given(trimmed(), st.data())
def test_after_any_edits_places_are_told_both_ways(now, data):
    display = displayed(now, counted)
    assert "".join(run.text for run in display.runs) == display.text
    assert len(display.origins) == len(display.text)
    position = data.draw(st.integers(0, len(display.text)))
    at = display.place_at(position)
    assert display.place_at(display.position_of(at)) == at
    assert display.position_of(at) <= position
    run, _ = display.run_at(position) or (None, None)
    if run and run.kind in {DisplayKind.KEPT, DisplayKind.OMITTED}:
        source = now.stretches[at.stretch].reading.text
        assert display.text[position] == source[at.at] or source[at.at].isspace()
    start, end = sorted((position, data.draw(st.integers(0, len(display.text)))))
    whole = display.whole(start, end)
    assert whole[0] <= start
    assert whole[1] >= end
    assert display.whole(*whole) == whole


@given(trimmed())
def test_after_any_edits_the_display_has_all_that_is_not_closed(now):
    with suppress(KeyError):
        everywhere = {
            Place(index, edit.span.start)
            for index, stretch in enumerate(now.stretches)
            for edit in stretch.edits
            if isinstance(edit, Omit)
        }
        display = displayed(now, counted, everywhere)
        source = {DisplayKind.KEPT, DisplayKind.OMITTED, DisplayKind.CASE}
        told = "".join(
            run.text.strip("[]") if run.kind is DisplayKind.CASE else run.text for run in display.runs if run.kind in source
        )
        whole = "".join(shown(each.reading, each.excerpt.span) for each in now.stretches)
        assert told.casefold() == whole.replace("\n\n", "\n").casefold()
