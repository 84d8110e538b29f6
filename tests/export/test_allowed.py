from hypothesis import given
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.briefing import InternalBriefing, Panel, Paragraph, PrivateRemark, Sheet, TalkingPoints
from briefing_app.export.allowed import allowed_texts, uncovered
from tests.export.pdf.making import small, words

ALLOWED = ("The first paragraph of all, long enough to be cut", "Short one", "Page {page} of {pages}", "12")


def test_allowed_texts_are_those_of_the_briefing_its_furniture_and_the_brand():
    texts = allowed_texts(
        small(Panel("Label", words("Panel words", note=2)), Paragraph(words("Running"), "p9")), load_brand("neutral")
    )

    assert {"Label", "Panel words", "Running", "Page {page} of {pages}", "Policy and Advocacy Office", "1", "2"} <= set(texts)
    assert not {"p9", "only", "en"} & set(texts)


def test_a_hand_over_copy_may_not_show_the_internal_marking():
    briefing = small(Paragraph(words("Shared"), "p"))
    copy = InternalBriefing(
        briefing, (Sheet("A", (PrivateRemark("Private", ("Between us",)), TalkingPoints("Say", ("One", "Two", "Three")))),)
    )

    assert not {"INTERNAL", "Sheet {sheet}"} & set(allowed_texts(briefing, load_brand("neutral")))
    assert {"INTERNAL", "Sheet {sheet}", "Between us", "3"} <= set(allowed_texts(copy, load_brand("neutral")))


def test_white_space_typography_and_numbers_of_pages_do_not_matter():
    assert uncovered("Page 3 of\u00a010\r\nShort\u202fone 12 The first para-\ngraph of all, long enough to be cut", ALLOWED) == ""


def test_a_text_may_go_on_over_the_page():
    assert uncovered("paragraph of all, long enough to be cut Short one", ALLOWED) == ""


def test_what_is_not_allowed_is_named_from_where_it_begins():
    assert uncovered("Short one and a leak Short one", ALLOWED).startswith("andaleak")


def test_a_few_letters_of_an_allowed_text_are_not_enough():
    assert uncovered("Short one of all", ALLOWED) == "ofall"


def test_characters_that_could_not_be_printed_count_for_nothing():
    assert uncovered("A \ufffd face", ("A 🙂 face",), missing=("🙂",)) == ""


@given(st.permutations(["First words here", "Second words here", "Third words here", "1", "22"]))
def test_allowed_texts_may_stand_in_any_order(texts):
    assert uncovered(" ".join(texts), texts) == ""


@given(st.lists(st.sampled_from(ALLOWED[:2]), max_size=5), st.text("qzjxv", min_size=1, max_size=20))
def test_a_stray_word_is_never_covered(texts, stray):
    assert uncovered("".join([*texts, stray]), ALLOWED)


def test_a_page_may_hold_the_last_word_alone_of_a_text_that_ran_over():
    long = "a text that is long enough to run over to another page of the briefing, which ends in ﬁ"
    assert uncovered("ﬁ", [long]) == ""
    assert uncovered("of", [long]) == "of"
