"""The checks that stand in for Word find what they are there to find."""

import pytest

from tests.wordfile.making import STYLES, W, file, p
from tests.wordfile.soundness import faults

CELL = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def test_a_sound_file_has_no_faults():
    assert (
        faults(
            file(
                p("one", "berschrift1") + CELL.format(p("x")), styles=STYLES.replace('<w:numPr><w:numId w:val="1"/></w:numPr>', "")
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<w:bookmarkStart w:id='1' w:name='a'/><w:bookmarkEnd w:id='1'/>" * 2, "is there 2 times"),
        ("<w:bookmarkStart w:id='1' w:name='a'/>", "is not closed"),
        (p("x", "Nowhere"), "no style Nowhere"),
        (CELL.format("<w:tcPr/>"), "does not end in a paragraph"),
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>", "field characters"),
        ("<w:p><w:pPr><w:jc w:val='left'/><w:pStyle w:val='Standard'/></w:pPr></w:p>", "pPr holds jc pStyle"),
        ("<w:p><w:pPr><w:nonsense/></w:pPr></w:p>", "unknown nonsense"),
        ("<w:p><w:pPr><w:numPr><w:numId w:val='8'/></w:numPr></w:pPr></w:p>", "no list 8"),
        ("<w:p><w:r><w:footnoteReference w:id='4'/></w:r></w:p>", "are called ['4']"),
    ],
)
def test_what_word_would_refuse_is_found(body, told):
    assert any(told in line for line in faults(file(body)))


def test_a_note_that_nothing_calls_is_found():
    notes = f"<w:footnotes {W}><w:footnote w:id='1'>{p('x')}</w:footnote></w:footnotes>"
    assert any("['1'] are called []" in line for line in faults(file(p("x"), footnotes=notes)))
