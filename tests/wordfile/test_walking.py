"""Every paragraph of a Word file is met once and in order, wherever it is nested, as it is shown and as it was before changes."""

from briefing_app.wordfile.walking import hidden_text, note_calls, paragraphs, target_of
from tests.wordfile.making import W, file, p, parts

CHANGED = (
    "<w:p><w:r><w:t>They </w:t></w:r><w:del w:id='1'><w:r><w:delText>must</w:delText></w:r></w:del>"
    "<w:ins w:id='2'><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> act</w:t></w:r></w:p>"
)


def texts(body, **more):
    return [entry.text for entry in paragraphs(parts(body), **more)]


def test_paragraphs_in_content_controls_and_tables_are_met_in_order():
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p('two')}{p('three')}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc>{p('four')}</w:tc><w:tc>{p('five')}</w:tc></w:tr></w:tbl>"
    walked = list(paragraphs(parts(p("one") + control + table + p("six"))))
    assert [entry.text for entry in walked] == ["one", "two", "three", "four", "five", "six"]
    assert [entry.in_table for entry in walked] == [False, False, False, True, True, False]


def test_a_control_inside_a_line_is_part_of_it():
    inside = "<w:sdt><w:sdtContent><w:r><w:t>name</w:t></w:r></w:sdtContent></w:sdt>"
    assert texts(f"<w:p><w:r><w:t>A </w:t></w:r>{inside}<w:r><w:t>!</w:t></w:r></w:p>") == ["A name!"]


def test_tracked_changes_are_taken_as_accepted_or_left_as_they_were():
    assert texts(CHANGED) == ["They may act"]
    assert texts(CHANGED, original=True) == ["They must act"]


def test_tabs_breaks_and_special_hyphens_are_characters():
    assert texts("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>") == [
        "a\tb\nc\u2011d"
    ]


def test_a_text_box_is_met_once_and_apart_from_its_paragraph():
    box = (
        "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires='wps'>"
        f"<w:txbxContent>{p('inside')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p('inside')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(f"<w:p><w:r><w:t>outside</w:t></w:r><w:r>{box}</w:r></w:p>") == ["outside", "inside"]


def test_the_style_is_told_by_its_name_whatever_its_id():
    assert [entry.style for entry in paragraphs(parts(p("a", "berschrift1") + p("b", "Unknown")))] == ["heading 1", "Unknown"]


def test_headers_and_notes_follow_the_body():
    header = f"<w:hdr {W}>{p('head')}</w:hdr>"
    notes = f"<w:footnotes {W}><w:footnote w:id='1'>{p('note')}</w:footnote></w:footnotes>"
    walked = list(paragraphs(parts(p("body"), header1=header, footnotes=notes)))
    assert [(entry.part, entry.text) for entry in walked] == [
        ("word/document.xml", "body"),
        ("word/footnotes.xml", "note"),
        ("word/header1.xml", "head"),
    ]


def test_the_mark_of_a_note_with_its_own_number_is_no_word_of_the_text():
    call = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='3'/><w:t>7</w:t></w:r>"
    (entry,) = paragraphs(parts(f"<w:p><w:r><w:t>It grew</w:t></w:r>{call}<w:r><w:t>.</w:t></w:r></w:p>"))
    assert (entry.text, note_calls(entry.element)) == ("It grew.", [3])


def test_hidden_text_is_told_apart():
    (entry,) = paragraphs(parts("<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"))
    assert (hidden_text(entry.element), entry.hidden) == ("unseen", "unseen")


def test_fields_show_what_they_show_and_not_what_they_ask():
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>"
    assert texts(f"<w:p><w:r><w:t>Page </w:t></w:r>{field}</w:p>") == ["Page 3"]


def test_relationships_lead_from_their_own_folder():
    assert target_of("word/document.xml", "media/a.png") == "word/media/a.png"
    assert target_of("word/document.xml", "../customXml/item1.xml") == "customXml/item1.xml"
    assert target_of("word/document.xml", "/word/styles.xml") == "word/styles.xml"


def test_the_file_made_for_these_tests_opens():
    assert file(p("x")).startswith(b"PK")
