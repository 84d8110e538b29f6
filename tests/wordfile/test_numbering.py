"""Numbers print as given: stretches that run on are lists of Word's own."""

from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.wordfile.elements import paragraph, w
from briefing_app.wordfile.numbering import Counting, Numbers

numbers = st.lists(
    st.sampled_from(["R1", "R2", "R3", "R3a", "R3b", "R4", "Q1", "S10", "1", "007", "R²", "none"])
    | st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="%\n\r\t"), min_size=1, max_size=4),
    max_size=12,
)


def counted(given_numbers):
    lists = Numbers({"ListNumber": (w("pPr"), w("rPr"))})
    written = [paragraph("ListNumber", properties=lists.give("ListNumber", number)) for number in given_numbers]
    own = lists.list_of("ListNumber")
    style = w("style", w("pPr", w("numPr", w("numId", val=own))) if own else None, styleId="ListNumber")
    counting = Counting(w("numbering", *lists.elements()), w("styles", style))
    return [counting.label(entry) for entry in written], lists


@given(numbers)
def test_each_paragraph_prints_its_number_whatever_came_before(given_numbers):
    assert counted(given_numbers)[0] == given_numbers


def test_numbers_that_run_on_are_one_list_and_a_gap_begins_another():
    lists = counted(["R1", "R2", "R3", "R5", "R6", "R6a"])[1]
    starts = [element.get(qn("w:val")) for made in lists.elements() for element in made.iter(qn("w:start"))]
    patterns = [element.get(qn("w:val")) for made in lists.elements() for element in made.iter(qn("w:lvlText"))]
    assert starts == ["1", "5", "6"]
    assert patterns == ["R%1", "R%1", "R%1a"]


def test_a_paragraph_without_a_list_has_no_number():
    assert Counting(None, None).label(paragraph("Normal")) == ""
