import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.briefing import (
    Heading,
    InternalBriefing,
    Note,
    Panel,
    Paragraph,
    Part,
    Picture,
    PrivateRemark,
    Sheet,
    SourceEntry,
    SourceList,
    TalkingPoints,
    TitleBand,
    plain,
)
from briefing_app.export.verification import verify_pdf
from tests.export.pdf.making import TOKEN, made_briefings, page_texts, pdf, small, words

BRANDS = ("neutral", "signal")
slow_to_draw = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def without_repeated_heads(tokens, heads):
    seen = set()
    return [token for token in tokens if not (token in heads and token in seen) and not seen.add(token)]


@slow_to_draw
@given(made=made_briefings(), brand=st.sampled_from(BRANDS))
def test_all_words_of_any_briefing_are_printed_once_and_in_order(made, brand):
    briefing, maker = made
    texts = page_texts(pdf(briefing, brand).data)

    found = [token for text in texts for token in TOKEN.findall(text)]

    assert without_repeated_heads(found, maker.heads) == [word for word in maker.read if TOKEN.fullmatch(word)]


@slow_to_draw
@given(made=made_briefings(), brand=st.sampled_from(BRANDS))
def test_a_note_begins_on_the_page_of_its_call(made, brand):
    briefing, maker = made
    texts = page_texts(pdf(briefing, brand).data)

    for note in briefing.notes:
        first = plain(note.text).split(" ")[0]
        assert [first in text for text in texts] == [maker.calls[note.number] in text for text in texts]


@slow_to_draw
@given(made=made_briefings(), brand=st.sampled_from(BRANDS))
def test_any_briefing_passes_its_own_verification(made, brand):
    briefing, _ = made
    verify_pdf(pdf(briefing, brand), briefing, load_brand(brand))


ODD_TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        (
            "",
            " ",
            "\x00\x07",
            "🙂 fine",
            "m" * 3000,
            "a\u0301 b",
            "\u202e right to left",
            "שלום",
            "\ud800",
            "x\ny",
            "{page} {0}",
            "—" * 50,
        )
    ),
)


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(ODD_TEXTS, min_size=6, max_size=6), brand=st.sampled_from(BRANDS))
def test_no_text_however_odd_breaks_a_layout_or_its_verification(texts, brand):
    kicker, title, label, heading, running, remark = texts
    briefing = small(
        TitleBand(kicker, title, running, ()), Panel(label, words(running)), Heading(2, heading, "h"), Paragraph(words(running, note=1), "p"),
        notes=(Note(1, words(remark)), Note(2, words(heading))),
    )  # fmt: skip
    copy = InternalBriefing(briefing, (Sheet("A", (TalkingPoints(label, (title, running)), PrivateRemark(kicker, (remark,)))),))

    for composed in (briefing, copy):
        verify_pdf(pdf(composed, brand), composed, load_brand(brand))


def test_the_same_input_gives_the_same_bytes_whatever_was_written_before():
    one, other = small(Paragraph(words("First of all"), "p")), small(Paragraph(words("Ωmega and another"), "q"))

    before = [pdf(one, brand).data for brand in BRANDS]
    pdf(other, "signal")

    assert [pdf(one, brand).data for brand in reversed(BRANDS)] == before[::-1]


def test_an_internal_copy_keeps_the_lines_and_breaks_of_the_hand_over_copy():
    briefing = small(*(Paragraph(words("All of these words fill a page or two. " * 20), f"p{place}") for place in range(8)))
    hand_over = pdf(briefing)
    internal = pdf(InternalBriefing(briefing, (Sheet("A", (TalkingPoints("Say", ("One point",)),)),)))

    assert hand_over.report.pages > 1
    assert internal.report.pages == hand_over.report.pages + 1
    shifted = {name: tuple((place.page + 1, place.box) for place in places) for name, places in hand_over.page_map.items()}
    assert {name: tuple((place.page, place.box) for place in places) for name, places in internal.page_map.items()} == shifted


def test_private_words_stand_on_their_own_sheets_alone():
    copy = InternalBriefing(
        small(Paragraph(words("Shared words"), "p")), (Sheet("A", (PrivateRemark("Private", ("Do not say this",)),)),)
    )

    sheet, shared = page_texts(pdf(copy).data)

    assert "Do not say this" in sheet
    assert "Sheet A" in sheet
    assert "Do not say this" not in shared
    assert "Page 1 of 1" in shared
    assert "INTERNAL" in shared


def test_what_does_not_fit_is_printed_and_reported():
    written = pdf(small(TitleBand("", "A title that goes on for so long that no reader would call it one, and then some", "", ()),
                        Panel("Label", words("word " * 90)), Paragraph(words("m" * 400), "p"), Picture("gone", "", "", "", "i")))  # fmt: skip

    assert [overrun.code for overrun in written.report.overruns] == [
        "title-too-long",
        "panel-too-long",
        "word-too-long",
        "image-broken",
    ]


def test_a_character_that_no_face_has_is_reported():
    assert pdf(small(Paragraph(words("Emoji 🙂 and 漢"), "p"))).report.missing_glyphs == ("🙂", "漢")


def test_sections_are_measured_in_tenths_of_a_page():
    half = Part("half", tuple(Paragraph(words("Words to fill lines with. " * 9), f"p{place}") for place in range(6)))
    whole = Part(
        "whole", tuple(Paragraph(words("Words to fill lines with. " * 30), f"q{place}") for place in range(6)), new_page=True
    )

    taken = pdf(small(parts=(half, whole))).report.section_pages

    assert 0.3 < taken["half"] < 0.7
    assert taken["whole"] > 1


def test_budgets_that_were_passed_are_reported_and_annexes_are_not_counted():
    long = Part("long", tuple(Paragraph(words("Words to fill lines with. " * 30), f"q{place}") for place in range(6)), budget=1.0)
    short = Part("short", (Paragraph(words("Few words"), "p"),), budget=1.0)
    annex = Part("annex", (SourceList((SourceEntry("S1", "A publisher", "A paper", ()),)),), new_page=True)
    briefing = small(parts=(short, long, annex))

    taken = pdf(briefing).report
    over = pdf(dataclasses.replace(briefing, pages=1)).report.overruns

    assert [(each.code, each.where, each.room) for each in taken.overruns] == [("section-budget", "long", 1.0)]
    assert taken.overruns[0].taken == taken.section_pages["long"]
    assert [(each.code, each.taken, each.room) for each in over[1:]] == [("page-budget", taken.pages - 1, 1)]


def test_a_section_that_asks_for_a_page_of_its_own_gets_it():
    parts = (Part("a", (Paragraph(words("One " * 400), "p1"),)), Part("b", (Paragraph(words("Two"), "p2"),), new_page=True))

    written = pdf(small(parts=parts))

    assert [place.page for name in ("p1", "p2") for place in written.page_map[name]] == [1, 2]


@pytest.mark.parametrize("count", range(18, 26))
def test_a_heading_is_never_left_alone_at_a_page_s_foot(count):
    fill = [Paragraph(words("Some words that fill up a line or two of this page. " * 4), f"p{place}") for place in range(count)]
    written = pdf(
        small(*fill, Heading(2, "Stays with its words", "h"), Paragraph(words("The words that follow it. " * 30), "after"))
    )

    assert written.page_map["h"][0].page == written.page_map["after"][0].page
