import dataclasses
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.checks.entry import check
from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import AskGroup, Copy, Paragraph, Quotation, Run, shared_part
from briefing_app.domain.excerpt import Rendering, RenderingStatus
from briefing_app.domain.fidelity.edits import Stretch, change_case, insert, leave_out
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.finding import Severity
from briefing_app.domain.pack import Adapted, Translated, Verbatim
from briefing_app.domain.reading import Repair
from briefing_app.domain.span import Span
from briefing_app.domain.template import CitationForm
from tests import builders
from tests.checks.looking import codes, confirmed, edited, excerpts, findings, one, place_of, placements, readings

PACK = builders.pack("Asks: r1 r2 | Voices: q1+q2 q3 | Context: c1 n1")


@pytest.mark.parametrize("citation", CitationForm)
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_words_as_the_source_has_them_are_found_in_order_in_every_language_and_form(language, citation):
    canada = builders.audience("canada", language=language)
    pack = dataclasses.replace(PACK, audiences=(canada,), citation=citation)
    assert codes(pack) == []


@st.composite
def edits_of(draw, name):
    """Return the edits of a placed excerpt after words were left out, put in, or begun with the other case, as far as they go."""
    excerpt = PACK.excerpt(name)
    text = PACK.reading(excerpt.reading).text
    words = [word.span() for word in re.finditer(r"\S+", text) if excerpt.span.holds(Span(*word.span()))]
    edits = ()
    for kind in draw(st.lists(st.sampled_from(["out", "in", "case"]), max_size=3)):
        (start, _), (_, end) = sorted((draw(st.sampled_from(words)), draw(st.sampled_from(words))))
        ours = draw(st.sampled_from(["all", "the region"]))
        with suppress(ValueError):  # an edit that the domain refuses is none
            match kind:
                case "out":
                    edits = leave_out(excerpt.span, edits, Span(start, end), text)
                case "in":
                    edits = insert(excerpt.span, edits, start, ours, text)
                case _:
                    edits = change_case(excerpt.span, edits, start, text)
    return edits


@given(
    name=st.sampled_from(["r1", "q3", "c1"]),
    data=st.data(),
    language=st.sampled_from(["en", "es", "fr"]),
    citation=st.sampled_from(CitationForm),
)
def test_whatever_is_cut_inserted_or_capitalised_prints_as_derived(name, data, language, citation):
    edits = data.draw(edits_of(name))
    pack = placements(PACK, f"p-{name}", wording=Verbatim((Stretch(name, edits),)))
    pack = dataclasses.replace(pack, audiences=(builders.audience("canada", language=language),), citation=citation)
    assert set(codes(pack)) <= {"turning-omitted", "turning-inserted", "turning-outside"}


def swapped(composed, swap):
    """Return the composed copy with its blocks changed, as no composition of ours would."""
    shared = shared_part(composed)
    parts = tuple(dataclasses.replace(part, blocks=tuple(swap(block) for block in part.blocks)) for part in shared.parts)
    changed = dataclasses.replace(shared, parts=parts)
    return changed if composed is shared else dataclasses.replace(composed, shared=changed)


def other_words(block):
    match block:
        case Quotation():
            return dataclasses.replace(block, paragraphs=((Run("“People are leaving because they can feed their children.”"),),))
        case Paragraph(grade=Grade()):
            return dataclasses.replace(block, text=(Run("More than 71 million people have left."),))
        case AskGroup():
            asks = tuple(dataclasses.replace(ask, rest=(*ask.rest, Run(" Now."))) for ask in block.asks)
            return dataclasses.replace(block, asks=asks)
        case _:
            return block


def low_grade(block):
    return dataclasses.replace(block, grade=Grade.ALTERED) if isinstance(block, Quotation) else block


def test_composed_words_that_are_not_the_sources_block_every_copy_and_nobody_can_answer_for_them():
    for copy in Copy:
        composed = compose(PACK, "canada", copy)
        altered = swapped(composed, other_words)
        found = [each for each in check(PACK, "canada", altered, None) if each.code == "words-altered"]
        assert {each.placement for each in found} == {"p-r1", "p-r2", "p-q1", "p-q3", "p-c1"}
        assert {each.severity for each in found} == {Severity.BLOCKS}
        assert found[0] in check(confirmed(PACK, found[0]), "canada", altered, None)


def test_a_grade_that_may_not_print_blocks():
    composed = swapped(compose(PACK, "canada", Copy.HAND_OVER), low_grade)
    assert [each.placement for each in check(PACK, "canada", composed, None) if each.code == "words-altered"] == ["p-q1", "p-q3"]


def test_an_omission_within_a_sentence_that_turns_it_blocks_until_somebody_answers_for_it():
    cut = place_of(PACK, "q1", " because they cannot feed their children")
    pack = edited(PACK, "q1", lambda span, edits, text: leave_out(span, edits, cut, text))
    finding = one(pack, "turning-omitted")
    assert (finding.severity, finding.placement, finding.parameters["words"]) == (Severity.BLOCKS, "p-q1", "cannot")
    assert one(pack, "turning-omitted", copy=Copy.WORKING).severity is Severity.MEND
    assert codes(confirmed(pack, finding)) == []


def test_an_answer_for_one_cut_is_none_for_another():
    first = place_of(PACK, "q1", " because they cannot feed their children")
    wider = place_of(PACK, "q1", "are leaving because they cannot feed their children")
    pack = edited(PACK, "q1", lambda span, edits, text: leave_out(span, edits, first, text))
    answered = confirmed(pack, one(pack, "turning-omitted"))
    assert codes(answered) == []
    other = edited(answered, "q1", lambda span, edits, text: insert(span, edits, wider.start, "not all", text))
    assert codes(other) == ["turning-inserted"]


def test_an_insertion_that_turns_the_meaning_blocks_and_another_does_not():
    start = place_of(PACK, "q3", "act").start
    turning = edited(PACK, "q3", lambda span, edits, text: insert(span, edits, start, "not", text))
    plain = edited(PACK, "q3", lambda span, edits, text: insert(span, edits, start, "of the region", text))
    assert one(turning, "turning-inserted").parameters["words"] == "not"
    assert codes(plain) == []


def test_a_change_of_case_is_a_mark_that_needs_no_answer():
    start = place_of(PACK, "q3", "They").start
    pack = edited(PACK, "q3", lambda span, edits, text: change_case(span, edits, start, text))
    assert codes(pack) == []


def test_an_excerpt_that_leaves_a_turning_word_of_its_sentence_outside_blocks():
    start = place_of(PACK, "r1", "widen").start
    pack = excerpts(PACK, "r1", span=dataclasses.replace(PACK.excerpt("r1").span, start=start), addressees=())
    assert one(pack, "turning-outside").parameters["words"] == "must"


def test_an_uncertain_repair_in_printed_words_is_worth_mending_until_it_is_trimmed_away():
    reading = PACK.reading("reading-statement")
    place = place_of(PACK, "q3", "together")
    pack = readings(PACK, reading.id, repairs=(Repair(place, "together", "hyphen", certain=False),))
    finding = one(pack, "uncertain-repair")
    assert (finding.severity, finding.placement, finding.parameters["shown"]) == (Severity.MEND, "p-q3", "together")
    trimmed = edited(pack, "q3", lambda span, edits, text: leave_out(span, edits, place, text))
    assert codes(trimmed) == []
    certain = readings(PACK, reading.id, repairs=(Repair(place, "together", "hyphen", certain=True),))
    assert codes(certain) == []


def test_asks_are_measured_in_words():
    long_lead = placements(PACK, "p-r1", wording=Adapted(" ".join(["word"] * 13), "Rest."))
    assert one(long_lead, "lead-long").parameters == {"number": 13, "most": 12}
    long_ask = placements(PACK, "p-r1", wording=Adapted(" ".join(["word"] * 12), " ".join(["word"] * 29)))
    assert codes(long_ask) == ["ask-long"]
    fitting = placements(PACK, "p-r1", wording=Adapted(" ".join(["word"] * 12), " ".join(["word"] * 28)))
    assert codes(fitting) == []
    source = builders.pack("Asks: r1", texts={"r1": "Canada must " + "act and " * 20 + "pay."}, addressees={"r1": ("Canada",)})
    assert codes(source) == ["ask-long"]


def test_a_wording_for_one_audience_is_checked_for_that_audience_alone():
    pack = placements(PACK, "p-q3", wordings={"unhcr": Translated("fr")})
    assert codes(pack, "canada") == []
    assert "translation-missing" in codes(pack, "unhcr")


def test_a_translation_that_is_not_there_blocks():
    pack = placements(PACK, "p-c1", wording=Translated("fr"))
    finding = one(pack, "translation-missing")
    assert (finding.severity, finding.parameters["language"]) == (Severity.BLOCKS, "fr")
    rendering = Rendering("fr", "Plus de 7,1 millions de personnes.", RenderingStatus.OURS)
    assert codes(excerpts(pack, "c1", renderings=(rendering,))) == []


def test_findings_of_a_placement_name_it_and_the_audience():
    pack = placements(PACK, "p-c1", wording=Translated("fr"))
    finding = findings(pack)[0]
    assert (finding.placement, finding.section, finding.audience) == ("p-c1", "s-context", "canada")
