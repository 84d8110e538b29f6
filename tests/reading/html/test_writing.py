"""Pages as text with blocks and inlines, in order, with every word once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.reading import BlockKind, InlineKind, shown
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead
from briefing_app.reading.html.reader import read_html


def read(body, head=""):
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html", "0" * 64)[0]


def blocks(reading):
    return [(block.kind, block.level, block.span.of(reading.text)) for block in reading.blocks]


def links(reading):
    return [(one.content.of(reading.text), one.target) for one in reading.inlines if one.kind is InlineKind.LINK]


def test_headings_and_lists_have_their_levels():
    reading = read("<h2>Asks</h2><ul><li>Open the road<ol><li>for lorries</li></ol></li><li><p>Pay for fuel</p></li></ul>")
    assert blocks(reading) == [
        (BlockKind.HEADING, 2, "Asks"),
        (BlockKind.LIST_ITEM, 1, "Open the road"),
        (BlockKind.LIST_ITEM, 2, "for lorries"),
        (BlockKind.LIST_ITEM, 1, "Pay for fuel"),
    ]


def test_rows_of_a_table_have_their_cells_apart_by_tabs():
    rows = "<tr><th>Year</th><th>Lorries</th></tr><tr><td>2021</td><td>4 <b>and</b><br>more</td></tr>"
    assert blocks(read(f"<p>See below.</p><table><caption>Convoys</caption>{rows}</table>")) == [
        (BlockKind.PARAGRAPH, 0, "See below."),
        (BlockKind.PARAGRAPH, 0, "Convoys"),
        (BlockKind.TABLE_ROW, 0, "Year\tLorries"),
        (BlockKind.TABLE_ROW, 0, "2021\t4 and more"),
    ]


def test_a_table_that_lays_the_page_out_is_read_cell_by_cell():
    page = "<table><tr><td><h2>Asks</h2><p>Open the road.</p></td><td><p>Pay for fuel.</p></td></tr><tr><td>End.</td></tr></table>"
    assert [words for _, _, words in blocks(read(page))] == ["Asks", "Open the road.", "Pay for fuel.", "End."]


def test_line_breaks_stay_and_two_of_them_part_paragraphs():
    assert read("4 Mill Lane<br>Fordham<br><br>Telephone 12").text == "4 Mill Lane\nFordham\n\nTelephone 12"


def test_white_space_is_one_space_but_no_break_spaces_are_words_own():
    assert read("<p>\n  Ten\t\n <b> lorries </b> left&nbsp;: none.\n</p>").text == "Ten lorries left\u00a0: none."


def test_preformatted_text_keeps_its_lines():
    assert read("<pre>one\n  two\n\nthree</pre>").text == "one\n  two\n\nthree"


def test_references_escaped_twice_stay_as_the_page_shows_them():
    assert read("<p>Roads &amp;amp; bridges, &lt;both&gt;</p>").text == "Roads &amp; bridges, <both>"


def test_an_accent_in_another_element_than_its_letter_is_one_character_with_it():
    assert read("<p>caf<b>e</b>\u0301 noir</p>").text == "café noir"


def test_links_start_from_the_base_and_dead_ones_stay_dead():
    body = "<p><a href='report.pdf'>The report</a>, <a href='javascript:void(0)'>a trick</a>, <a>a stray</a>.</p>"
    reading = read(body, "<base href='https://example.org/2023/'>")
    assert links(reading) == [
        ("The report", "https://example.org/2023/report.pdf"),
        ("a trick", "javascript:void(0)"),
        ("a stray", None),
    ]
    assert [damage.kind.value for damage in reading.damage][:1] == ["dead link"]


def test_emphasis_goes_on_over_the_border_of_two_paragraphs():
    reading = read("<b><p>Open the road.</p><p>Now.</p></b>")
    strong = [one.content.of(reading.text) for one in reading.inlines if one.kind is InlineKind.STRONG]
    assert strong == ["Open the road.", "Now."]


def test_code_suffers_no_damage():
    assert not read("<pre><code>if (a[0 && b_1^2 ~= fooBarBaz(</code></pre><p>So the programme counted every lorry.</p>").damage


WORD = st.text("abcdefghijklmnopqrstuvwxyzéüñß", min_size=1, max_size=6)
CONTAINERS = st.sampled_from(["div", "section", "ul", "ol", "blockquote", "li", "table", "b", "a", "span", "center", "main"])
LEAVES = st.sampled_from(["p", "h1", "h3", "li", "pre", "td", "em", "div"])
TREES = st.recursive(
    st.tuples(LEAVES, WORD),
    lambda inside: st.tuples(CONTAINERS, st.lists(inside, min_size=1, max_size=4)),
    max_leaves=12,
)


def written(tree, numbers):
    tag, content = tree
    if isinstance(content, str):
        return f"<{tag}>{content}{next(numbers)} </{tag}>"
    inside = "".join(written(one, numbers) for one in content)
    if tag == "table":
        cells = (f"<td>{written(one, numbers)}</td>" for one in content)
        return f"<table>{''.join(f'<tr>{cell}</tr>' for cell in cells)}</table>"
    return f"<{tag}>{inside}</{tag}>"


@given(TREES)
def test_any_tree_comes_back_in_order_with_every_word_once(tree):
    page = written(tree, iter(range(10_000)))
    expected = re.findall(r"[^<>\s]+(?=\s</)", page)
    if page.count("<table") or page.count("<td"):
        # A parser lifts what may not stand there out of a table: its words are there, once.
        assert sorted(read(page).text.split()) == sorted(expected)
    else:
        assert read(page).text.split() == expected


@given(TREES)
def test_blocks_lie_apart_by_an_empty_line_and_none_is_empty(tree):
    reading = read(written(tree, iter(range(10_000))))
    assert "\n\n".join(block.span.of(reading.text) for block in reading.blocks) == reading.text
    assert all(shown(reading, block.span) and "\n\n" not in block.span.of(reading.text) for block in reading.blocks)
    assert all(any(block.span.holds(one.span) for block in reading.blocks) for one in reading.inlines)
    assert all(len(one.span) and one.span.holds(one.content) for one in reading.inlines)
    assert reading.blocks[0].span.start == 0
    assert Span(0, len(reading.text)).holds(reading.blocks[-1].span)


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<html><body><script>x</script>", b"<title>Only a title</title>", b"<html>&nbsp;"]
)
def test_a_page_without_words_is_refused_in_one_line(page):
    with pytest.raises(FileNotRead) as refused:
        read_html(page, "page.html", "0" * 64)
    assert refused.value.code == "file-without-words"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<html><body>", b"<table><tr><p>", b"\xff\xfe<\0p\0>\0", b"<meta charset=utf-7>"]),
)
def test_no_bytes_raise_anything_but_file_not_read(data, before):
    try:
        reading, _ = read_html(before + data, "page.html", "0" * 64)
    except FileNotRead:
        return
    assert reading.text.strip()


@given(st.text(alphabet="<>/&;= \n'\"!-abdhlprtu1", max_size=300))
def test_no_markup_raises_anything_but_file_not_read(page):
    try:
        reading, _ = read_html(b"<html>" + page.encode(), "page.html", "0" * 64)
    except FileNotRead:
        return
    assert reading.blocks


def test_footnotes_are_tied_to_the_signs_that_call_them():
    body = (
        "<p>The road is closed<sup><a href='#fn1' id='r1'>[1]</a></sup>, they say.</p><p>So it was<a class='footnote-ref' href='#fn2'>2</a>.</p>"
        "<section class='footnotes'><ol><li id='fn1'><p>Seen in March. <a href='#r1'>↩</a></p></li><li id='fn2'>In Fordham.</li></ol></section>"
    )
    reading = read(body)
    assert [shown(reading, block.span) for block in reading.blocks[:2]] == ["The road is closed, they say.", "So it was."]
    notes = [(block.kind, block.label, block.span.of(reading.text)) for block in reading.blocks[2:]]
    assert notes == [(BlockKind.FOOTNOTE, "1", "Seen in March."), (BlockKind.FOOTNOTE, "2", "In Fordham.")]
    assert [one.target for one in reading.inlines if one.kind is InlineKind.NOTE] == ["1", "2"]


def test_a_link_to_a_chapter_calls_no_note():
    reading = read("<ol><li><a href='#one'>1</a></li></ol><h2 id='one'>Roads</h2><p>They are closed.</p>")
    assert not [one for one in reading.inlines if one.kind is InlineKind.NOTE]
    assert reading.text == "1\n\nRoads\n\nThey are closed."


def test_a_place_that_links_lead_to_is_no_link():
    assert links(read("<p><a name='p3'>Roads</a> are closed, see <a>here</a>.</p>")) == [("here", None)]
