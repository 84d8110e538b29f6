"""The whole briefing: its front, its sources and notes, its copies, and what never gets into one that leaves the room."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.composition.entry import compose
from briefing_app.composition.marks import apart, own_figure
from briefing_app.domain.audience import MASTER, Person
from briefing_app.domain.briefing import (
    Copy,
    FigureStrip,
    InternalBriefing,
    Mark,
    Matrix,
    Panel,
    Paragraph,
    PrivateRemark,
    Questions,
    Quotation,
    Run,
    SourceList,
    Table,
    TalkingPoints,
    TitleBand,
    WorkingBriefing,
    plain,
    shared_part,
)
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.pack import ByAudience, Clearance, Confirmation, MeetingNotes, Question, TalkingPoint, content_digest
from briefing_app.domain.source import Basis, KnownText
from briefing_app.domain.template import CitationForm
from tests import strategies
from tests.builders import pack

WHOLE = "Asks: r1 r2 r5 | Context: n1 q1 c1 f1 i1 | Sources: g1 | Matrix: g2 | Meeting: g3 | Questions: g4 | Numbers: g5"
SECRET = "zinnober"  # noqa: S105 - a word to look for, no password


def blocks(made, kind, audience="canada", copy=Copy.HAND_OVER):
    return [block for part in shared_part(compose(made, audience, copy)).parts for block in part.blocks if isinstance(block, kind)]


def sheet_blocks(made, kind, audience="canada"):
    composed = compose(made, audience, Copy.INTERNAL)
    return [block for sheet in composed.sheets for block in sheet.blocks if isinstance(block, kind)]


def private(words=SECRET):
    person = Person(f"{words} adviser", follows=words)
    notes = MeetingNotes(
        when=words,
        where=words,
        lead=words,
        outcome=words,
        ours=(person,),
        talking_points=(TalkingPoint(words, "p-r1"),),
        questions=(Question(words, words, "certain", "c1"),),
        private=words,
    )
    made = pack(WHOLE, meetings={"canada": notes, "unhcr": notes})
    first = made.sections[0].placements[0]
    confirmed = dataclasses.replace(first, confirmations=(Confirmation("cut at end()", words, words, PartialDate(2023, 1, 16)),))
    sections = (dataclasses.replace(made.sections[0], placements=(confirmed, *made.sections[0].placements[1:])), *made.sections[1:])
    return dataclasses.replace(made, sections=sections)


@pytest.mark.parametrize("copy", [Copy.HAND_OVER, Copy.WORKING])
@pytest.mark.parametrize("audience", ["canada", "unhcr", MASTER])
def test_nothing_private_is_in_a_copy_that_others_see(copy, audience):
    assert SECRET not in repr(compose(private(), audience, copy))


def test_what_is_private_is_on_the_sheets_of_the_internal_copy_alone():
    composed = compose(private(), "canada", Copy.INTERNAL)
    assert isinstance(composed, InternalBriefing)
    assert SECRET not in repr(composed.shared)
    assert repr(composed.sheets).count(SECRET) >= 8


def test_the_pages_of_the_internal_copy_are_those_of_the_hand_over_copy():
    made = private()
    handed, internal = compose(made, "canada", Copy.HAND_OVER), compose(made, "canada", Copy.INTERNAL).shared
    assert handed.parts[1:] == internal.parts[1:]
    assert handed.parts[0].blocks[1:] == internal.parts[0].blocks[1:]
    assert handed.notes == internal.notes


@given(st.sampled_from(["canada", "unhcr", MASTER]), st.sampled_from(list(Copy)))
def test_the_same_pack_gives_the_same_briefing(audience, copy):
    assert compose(private(), audience, copy) == compose(private(), audience, copy)


def test_a_pack_is_a_draft_until_it_is_cleared_and_again_after_an_edit():
    made = pack(marking="Not for onward circulation")
    assert compose(made, "canada", Copy.HAND_OVER).furniture.marking.startswith("DRAFT")
    day = PartialDate(2023, 1, 15)
    cleared = dataclasses.replace(made, clearance=Clearance("L. Moreau", day, content_digest(made)))
    assert compose(cleared, "canada", Copy.HAND_OVER).furniture.marking == "Not for onward circulation"
    edited = dataclasses.replace(cleared, event="Another summit")
    assert compose(edited, "canada", Copy.HAND_OVER).furniture.marking.startswith("DRAFT")


def test_a_working_copy_says_on_each_page_that_it_is_not_to_circulate():
    composed = compose(pack(), "canada", Copy.WORKING)
    assert isinstance(composed, WorkingBriefing)
    assert "Working copy – not for circulation" in composed.shared.furniture.marking


def test_the_front_names_audience_event_date_and_version():
    band = blocks(pack(), TitleBand)[0]
    assert {meta.label: meta.lines for meta in band.meta} == {
        "For": ("Delegation of Canada",),
        "Event": ("Leaders’ Summit",),
        "Date": ("16 January 2023",),
        "Version": ("0.1", "Hand-over copy, draft"),
    }


def test_texts_for_one_audience_print_in_its_copy_alone():
    made = pack(title=ByAudience("For all", {"unhcr": "For UNHCR"}), bottom_line=ByAudience("All act.", {"canada": "Canada acts."}))
    assert [blocks(made, TitleBand, who)[0].title for who in ("canada", "unhcr")] == ["For all", "For UNHCR"]
    assert [plain(blocks(made, Panel, who)[0].text) for who in ("canada", "unhcr")] == ["Canada acts.", "All act."]


def test_sources_are_sorted_and_numbered_as_the_copy_cites_them():
    entries = blocks(pack(WHOLE), SourceList)[0].entries
    assert [(entry.number, entry.publisher) for entry in entries] == [("S1", "Harbour Relief"), ("S2", "Harbour Relief")]
    assert entries[0].details[0] == "Used for R1, R2 and R3; one passage; one figure."


def test_a_source_is_named_in_full_once_then_by_its_number():
    made = pack("Context: c1 c2 q1")
    notes = [plain(note.text) for note in compose(made, "canada", Copy.HAND_OVER).notes]
    assert notes[0] == "Harbour Relief, A region on the move, 6\u00a0June\u00a02022, Introduction, para\u00a01 (S1)."
    assert notes[1] == "S1, Introduction, para\u00a02."
    assert notes[2].startswith("Harbour Relief, Statement on the summit")


def test_the_first_mention_has_the_whole_title_though_there_is_a_short_one():
    made = pack("Context: c1 c2")
    short = KnownText("On the move", Basis.TYPED)
    documents = tuple(dataclasses.replace(each, card=dataclasses.replace(each.card, short_title=short)) for each in made.documents)
    first, second = compose(dataclasses.replace(made, documents=documents), "canada", Copy.HAND_OVER).notes
    assert plain(first.text) == "Harbour Relief, A region on the move, 6\u00a0June\u00a02022, Introduction, para\u00a01 (S1)."
    assert plain(second.text) == "S1, Introduction, para\u00a02."


def test_several_paragraphs_under_one_heading_are_located_as_one():
    made = pack("Voices: q1+q2")
    assert "Statement, paras\u00a01 and 2" in plain(compose(made, "canada", Copy.HAND_OVER).notes[0].text)


def test_citations_in_the_text_make_no_notes():
    composed = compose(pack("Context: c1 q1", citation=CitationForm.INLINE), "canada", Copy.HAND_OVER)
    assert composed.notes == ()
    assert [plain(block.text) for part in composed.parts for block in part.blocks if isinstance(block, Paragraph)] == [
        "More than 7.1 million people have left their country since 2015. (S1, Introduction, para\u00a01)"
    ]


def test_endnotes_have_a_heading_of_their_own():
    assert compose(pack("Context: c1", citation=CitationForm.ENDNOTE), "canada", Copy.HAND_OVER).endnotes_title == "Notes"
    assert compose(pack("Context: c1"), "canada", Copy.HAND_OVER).endnotes_title == ""


def test_each_quotation_is_in_the_table_of_what_was_checked():
    rows = blocks(pack(WHOLE), Table)[0].rows
    assert rows == (("Ana Torres", "S2, Statement, para\u00a01", "Exact"),)


def test_figures_that_follow_each_other_make_one_strip_with_one_source_line():
    strips = blocks(pack("Context: f1 f2 n1 f5"), FigureStrip)
    assert [len(strip.figures) for strip in strips] == [2, 1]
    assert strips[0].source.text == "S1, Introduction, paras\u00a01 and 2. Figures as of each source’s date."


def test_the_matrix_leaves_out_what_others_are_asked_where_the_source_asks_nobody_it_shows():
    asked = {"r1": ("UNHCR",), "r2": ("Canada",), "r5": ("Harbour masters",)}
    rows = blocks(pack("Asks: r1 r2 r5 | Sources: g1 | Matrix: g2", addressees=asked), Matrix, "unhcr")[0].rows
    assert [(row.number, row.cells) for row in rows] == [("R1", (Mark.NONE, Mark.NAMED)), ("", (Mark.NAMED, Mark.NONE))]


def test_the_matrix_marks_what_is_asked_of_its_audience_where_the_source_addresses_others_or_nobody():
    asked = {"r1": (), "r2": ("Canada",)}
    made = pack("Asks: r1 r2@unhcr | Sources: g1 | Matrix: g2", addressees=asked)
    matrix = blocks(made, Matrix, "unhcr")[0]
    assert [row.cells for row in matrix.rows] == [(Mark.NAMED, Mark.CHOSEN), (Mark.NONE, Mark.CHOSEN)]
    assert matrix.rows[1].spoken == ("not addressed", "asked by us; the source addresses others, or nobody")
    assert len(matrix.legend) == 3


def test_the_master_has_the_matrix_of_all_asks_and_no_column_of_its_own():
    matrix = blocks(pack(WHOLE), Matrix, MASTER)[0]
    assert matrix.own is None
    assert [row.number for row in matrix.rows] == ["R1", "R2", "R3"]
    assert len(matrix.legend) == 2


@pytest.mark.parametrize(("addressees", "told"), [((), True), (("Canada",), False)])
def test_the_master_says_what_a_row_without_a_sign_means_where_there_is_one(addressees, told):
    made = pack("Asks: r1 | Matrix: g2", addressees={"r1": addressees})
    assert ("Where no sign stands" in plain(blocks(made, Paragraph, MASTER)[-1].text)) is told


def test_things_in_a_row_are_parted_as_the_language_prints_it():
    assert apart(["R1", "", "two passages"], "en") == "R1; two passages"
    assert apart(["R1", "deux passages"], "fr") == "R1\u202f; deux passages"
    assert apart(["R1", "deux passages"], "fr-CA") == "R1; deux passages"


@pytest.mark.parametrize(("language", "printed"), [("en", "32%"), ("es", "32\u00a0%"), ("fr", "32\u202f%"), ("fr-CA", "32\u202f%")])
def test_a_key_figure_has_the_space_its_language_prints_before_a_percent_sign(language, printed):
    assert own_figure("32%", language) == printed
    assert own_figure("2021", language) == "2021"


def test_an_ask_in_its_source_s_words_is_told_in_the_matrix_without_a_word_that_leans_on_what_is_left_out():
    words = "Host states should give people on the move the right to work in the towns they live in."
    rows = blocks(pack("Asks: r1 | Sources: g1 | Matrix: g2", texts={"r1": words}), Matrix, "unhcr")[0].rows
    assert rows[0].ask == "Host states should give people on the move the right to work"


def test_only_an_audience_that_may_see_it_gets_the_matrix():
    assert blocks(pack(WHOLE), Matrix, "canada") == []
    matrix = blocks(pack(WHOLE), Matrix, "unhcr")[0]
    assert matrix.head[matrix.own] == "UNHCR"
    assert [row.number for row in matrix.rows] == ["R1", "", ""]
    assert matrix.asks == "Ask"
    assert "The two without a number are asked of others" in plain(blocks(pack(WHOLE), Paragraph, "unhcr")[-1].text)


@pytest.mark.parametrize(("asks", "told"), [("r1", "one ask"), ("r1 r2", "two asks, in two groups"), ("", None)])
def test_the_contents_tell_how_many_asks_there_are_and_in_how_many_groups(asks, told):
    made = shared_part(compose(pack(f"Asks: {asks} | Context: c1" if asks else "Context: c1"), "canada", Copy.HAND_OVER))
    assert made.cover is not None
    assert made.cover.contents[0].about == (told or "in the words of the sources")


def test_the_internal_copy_tells_which_number_each_audience_sees():
    table = sheet_blocks(private(), Table)[0]
    assert table.head == ("", "Canada", "UNHCR")
    assert [row[1:] for row in table.rows] == [("R1", "–"), ("R3", "–"), ("R2", "R1")]


def test_talking_points_and_notes_carry_the_number_their_audience_sees():
    notes = MeetingNotes(outcome="Win {p-r5}.", talking_points=(TalkingPoint("Grandparents", "p-r5"),))
    made = pack(WHOLE, meetings={"canada": notes, "unhcr": notes})
    assert sheet_blocks(made, TalkingPoints, "canada")[0].points == ("Grandparents (R2)",)
    assert sheet_blocks(made, TalkingPoints, "unhcr")[0].points == ("Grandparents (R1)",)
    assert sheet_blocks(made, Panel, "unhcr")[0].text == (Run("Win R1."),)


def test_findings_that_were_overridden_stand_on_the_meeting_sheet():
    remark = next(block for block in sheet_blocks(private("L. Moreau"), PrivateRemark) if block.label == "Overridden")
    assert "Kept by L. Moreau on 16 January 2023" in remark.paragraphs[0]


def test_an_answer_cites_a_source_of_the_shared_pages_only():
    question = Question("Why?", "Because.", excerpt="q1")
    made = pack("Context: c1 q1@unhcr | Questions: g1", meetings={"canada": MeetingNotes(questions=(question,))})
    assert sheet_blocks(made, Questions)[0].questions[0].source is None
    made = pack("Context: c1 q1 | Questions: g1", meetings={"canada": MeetingNotes(questions=(question,))})
    assert sheet_blocks(made, Questions)[0].questions[0].source.text == "S2, Statement, para\u00a01"


def in_a_language(made, language):
    """Return a pack whose documents' cards say this language, and nothing else does."""
    known = KnownText(language, Basis.TYPED)
    cards = [dataclasses.replace(one, card=dataclasses.replace(one.card, language=known)) for one in made.documents]
    readings = [dataclasses.replace(one, language=None) for one in made.readings]
    return dataclasses.replace(made, documents=tuple(cards), readings=tuple(readings))


def test_a_quotation_says_its_language_as_files_carry_it():
    quotation = blocks(in_a_language(pack("Voices: q1"), "fr_CA"), Quotation)[0]
    assert (quotation.language, {run.language for run in quotation.paragraphs[0]}) == ("fr-CA", {"fr-CA"})


def test_words_that_name_no_language_are_never_told_as_one():
    made = in_a_language(pack("Voices: q1", language="the Queen’s"), "in French, mostly")
    composed = compose(made, MASTER, Copy.HAND_OVER)
    quotation = next(block for part in composed.parts for block in part.blocks if isinstance(block, Quotation))
    assert (composed.metadata.language, quotation.language) == ("en", "en")


def test_an_empty_pack_still_composes():
    composed = compose(pack("Asks:", bottom_line=ByAudience("")), "canada", Copy.HAND_OVER)
    assert [type(block) for part in composed.parts for block in part.blocks] == [TitleBand]


@given(strategies.packs(), st.sampled_from(list(Copy)))
def test_whatever_a_whole_pack_holds_it_composes(made, copy):
    for audience in (MASTER, *(each.id for each in made.audiences)):
        composed = compose(made, audience, copy)
        assert composed == compose(made, audience, copy)
