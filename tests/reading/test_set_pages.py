"""Texts that were set in pages: their running heads and feet are not read, and a paragraph goes on past them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.reading import BlockKind, shown
from briefing_app.domain.source import Basis, KnownText
from briefing_app.domain.span import Span
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.html.reader import read_html
from briefing_app.reading.lines import lines_of
from briefing_app.reading.set_pages import gaps_of

TITLE = "                         Convoys in Spring"
PARTED = (
    """\
   A convoy is a row of lorries that drive one behind the other, and that
   have agreed on who leads.  The lorry in front tells those behind it""",
    "   where the road is closed, so that all of them may turn in time.\n\n   *  one lorry leads\n\n   *  the others follow",
    "   *  the last one carries the tools\n\n   Nobody overtakes on the pass, whatever the hour.",
    "   This ends the protocol of the convoys, which was written in winter.",
)
SENTENCE = (
    "A convoy is a row of lorries that drive one behind the other, and that have agreed on who leads. "
    "The lorry in front tells those behind it where the road is closed, so that all of them may turn in time."
)


def foot(number):
    return f"\n\n\nVarela                       Informational                   [Page {number}]\n"


HEAD = "\nRFC 99999            Convoys in Spring              March 2021\n\n\n"


def protocol(between="\f"):
    start = f"Request for Comments: 99999                               I. Varela\n\n\n{TITLE}\n\n1.  Introduction\n\n"
    return start + f"{between}{HEAD}".join(page + foot(at) for at, page in enumerate(PARTED, 1))


def in_page():
    """Return the same as protocols stand on the web: an element for each page, its head and foot in grey."""
    return f"<html><head><title>Convoys in Spring</title></head><body>{_pre(protocol)}</body></html>"


def _pre(made):
    return f"<pre>{made('</pre><!--NewPage--><pre class=newpage>')}</pre>"


def said(reading):
    return [words for block in reading.blocks if (words := shown(reading, block.span))]


def test_heads_and_feet_of_a_typed_protocol_are_not_read_and_its_sentences_go_on():
    reading = read_bytes(protocol().encode(), "protocol.txt").reading
    assert reading.text == protocol()
    assert SENTENCE in said(reading)
    assert not any("[Page" in words or "RFC 99999" in words for words in said(reading))
    assert "[Page" not in shown(reading, Span(0, len(reading.text)))
    assert not reading.damage


def test_a_protocol_on_the_web_is_read_with_its_headings_and_lists():
    reading, card = read_html(in_page().encode(), "protocol.html", "0" * 64)
    kinds = {shown(reading, block.span): (block.kind, block.level) for block in reading.blocks}
    assert kinds["Convoys in Spring"] == (BlockKind.HEADING, 1)
    assert kinds["1. Introduction"] == (BlockKind.HEADING, 2)
    assert kinds[SENTENCE][0] is BlockKind.PARAGRAPH
    items = [words for words, (kind, _) in kinds.items() if kind is BlockKind.LIST_ITEM]
    assert items == ["one lorry leads", "the others follow", "the last one carries the tools"]
    assert not any("[Page" in words or "RFC 99999" in words for words in kinds)
    assert not reading.damage
    assert card.title == KnownText("Convoys in Spring", Basis.FROM_FILE)


def test_examples_in_a_typed_text_are_code_and_hurt_nothing():
    example = '      GET /depot?road=north%20pass&open=1 HTTP/1.1\n\n      { "lorries": [3,\n\n'
    text = protocol().replace("   Nobody overtakes", f"{example}   Nobody overtakes")
    page = in_page().replace("   Nobody overtakes", f"{example}   Nobody overtakes")
    assert "GET /depot" in text
    assert not read_html(page.encode(), "protocol.html", "0" * 64)[0].damage


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}", "Convoys in Spring, page {}"])
def test_numbers_and_running_lines_of_converted_pages_are_not_read(number):
    pages = [f"{page.rstrip()}\n\n{number.format(at)}\n" for at, page in enumerate(PARTED, 7)]
    reading = read_bytes("\f".join(pages).encode(), "converted.txt").reading
    assert SENTENCE in said(reading)
    assert not any(number.format(at) in said(reading) for at in range(7, 11))


def test_lines_that_differ_in_their_digits_alone_stay_where_they_are_no_edges_of_pages():
    lines = [f"Depot {number} holds {number} lorries." for number in range(3, 40)]
    text = "\n".join(["Depots", "", *lines, "", "That is all of them, said the keeper."])
    assert read_bytes(text.encode(), "depots.txt").reading.text == text
    assert not gaps_of(lines_of(text))


def test_two_pages_with_like_beginnings_keep_them():
    pages = ["Depot north\n\nThe gate is closed until the thaw.", "Depot north\n\nThe road is open to lorries."]
    assert said(read_bytes("\n\f".join(pages).encode(), "two.txt").reading).count("Depot north") == 2


@given(st.lists(st.text("abc .\n", max_size=60), max_size=8))
def test_gaps_lie_apart_and_hold_no_more_than_the_edges_of_pages(pages):
    lines = lines_of("\n\f".join(pages))
    gaps = sorted(gaps_of(lines).values(), key=lambda gap: gap.first)
    assert all(gap.first < gap.last <= len(lines) for gap in gaps)
    assert all(before.last <= after.first for before, after in pairwise(gaps))
    words = sum(not line.blank for line in lines)
    left_out = sum(not line.blank for gap in gaps for line in lines[gap.first : gap.last])
    assert left_out <= min(words, 4 * (len(pages) + 1))
