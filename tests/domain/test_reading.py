"""What a person sees of a passage is derived; the text itself is never mended in place."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.reading import (
    Block,
    BlockKind,
    Damage,
    DamageKind,
    Inline,
    InlineKind,
    Locator,
    Repair,
    locate,
    shown,
    shown_with_origins,
)
from briefing_app.domain.span import Span
from tests.builders import reading
from tests.domain.texts import passages, readings, spans


def joined(words):
    """White space as shown joins it, said a second way: by paragraphs."""
    lines = words.replace("\t", " ").split("\n")
    paragraphs, current = [], []
    for line in lines:
        if line.strip(" "):
            current.append(" ".join(line.strip(" ").split(" ")))
        else:
            paragraphs.append(current)
            current = []
    paragraphs.append(current)
    return "\n\n".join(" ".join(" ".join(p).split(" ")) for p in paragraphs if p)


@given(passages(), st.data())
def test_without_markup_or_repairs_the_shown_words_are_the_slice_with_its_lines_joined(text, data):
    span = data.draw(spans(text))
    assert [part.split() for part in shown(reading(text), span).split("\n\n")] == [
        part.split() for part in joined(span.of(text)).split("\n\n")
    ]
    assert "".join(shown(reading(text), span).split()) == "".join(span.of(text).split())


@given(readings(), st.data())
def test_each_shown_code_point_tells_where_it_comes_from_in_order_and_inside_the_passage(of, data):
    span = data.draw(spans(of.text))
    seen = shown_with_origins(of, span)
    assert len(seen.text) == len(seen.origins)
    assert list(seen.origins) == sorted(seen.origins)
    assert all(span.start <= origin < span.end for origin in seen.origins)
    assert seen.text == seen.text.strip(" \n")


@given(readings(), st.data())
def test_what_is_shown_stands_in_the_text_or_in_a_repair(of, data):
    span = data.draw(spans(of.text))
    seen = shown_with_origins(of, span)
    starts = {repair.span.start for repair in of.repairs}
    for character, origin in zip(seen.text, seen.origins, strict=True):
        assert character == of.text[origin] or character.isspace() or origin in starts


@given(readings(), st.data())
def test_a_place_of_the_reading_is_found_in_the_shown_text(of, data):
    seen = shown_with_origins(of, Span(0, len(of.text)))
    place = data.draw(st.integers(0, len(of.text)))
    at = seen.place_of(place)
    assert all(origin < place for origin in seen.origins[:at])
    assert all(origin >= place for origin in seen.origins[at:])


def test_a_link_inside_an_emphasis_leaves_its_words_alone():
    text = "*See [our plan](http://x) now*, all"
    link = Inline(InlineKind.LINK, Span(5, 25), Span(6, 14), "http://x")
    emphasis = Inline(InlineKind.EMPHASIS, Span(0, 30), Span(1, 29))
    for inlines in ((link, emphasis), (emphasis, link)):
        assert shown(reading(text, inlines=inlines), Span(0, len(text))) == "See our plan now, all"


def test_a_passage_that_cuts_through_markup_shows_no_half_mark():
    of = reading("a [plan](http://x) b", inlines=(Inline(InlineKind.LINK, Span(2, 18), Span(3, 7), "http://x"),))
    assert [shown(of, span) for span in (Span(5, 20), Span(0, 12), Span(10, 16), Span(4, 6))] == ["an b", "a plan", "", "la"]


def test_a_format_sign_that_nobody_reads_is_not_shown():
    of = reading("# Title", inlines=(Inline(InlineKind.MARKER, Span(0, 2), Span(2, 2)),))
    assert shown(of, Span(0, 7)) == "Title"


def test_a_line_end_is_a_space_and_an_empty_line_a_paragraphs_end():
    assert shown(reading("one\ntwo \n\n  three\u00a0four"), Span(0, 22)) == "one two\n\nthree\u00a0four"


def test_of_two_repairs_that_overlap_the_first_counts():
    of = reading("abcdef", repairs=(Repair(Span(1, 4), "X", "r", certain=True), Repair(Span(3, 6), "Y", "r", certain=True)))
    assert shown(of, Span(0, 6)) == "aXef"


def test_a_repair_that_adds_and_one_that_replaces_at_the_same_place_both_count():
    of = reading("abc", repairs=(Repair(Span(0, 1), "A", "r", certain=True), Repair(Span(0, 0), "“", "r", certain=True)))
    assert shown(of, Span(0, 3)) == "“Abc"


@given(readings(), st.data())
def test_every_repair_certain_or_not_that_changes_what_a_passage_shows_is_listed(of, data):
    span = data.draw(spans(of.text))
    listed = of.repairs_in(span)
    without = [repair for repair in of.repairs if repair not in listed]
    assert shown(of, span) == shown(reading(of.text, inlines=of.inlines, repairs=listed), span)
    assert not any(repair.span.meets(span) for repair in without)


@given(passages(), st.data())
def test_the_blocks_of_a_passage_are_those_that_share_text_with_it(text, data):
    of = reading(text)
    span = data.draw(spans(text))
    assert of.blocks_in(span) == tuple(block for block in of.blocks if block.span.meets(span))
    place = data.draw(st.integers(0, len(text)))
    assert of.block_at(place) == next((b for b in of.blocks if b.span.start <= place < b.span.end), None)


def test_damage_between_two_code_points_counts_for_the_passage_on_either_side():
    cut = Damage(DamageKind.CUT_AT_END, Span(4, 4))
    of = reading("abcdefgh", damage=(cut,))
    assert [of.damage_in(span) for span in (Span(0, 4), Span(4, 8), Span(2, 6), Span(5, 8))] == [(cut,), (cut,), (cut,), ()]


def test_a_passage_over_two_paragraphs_is_located_by_both():
    blocks = (
        Block(BlockKind.HEADING, Span(0, 5), level=1, page=1),
        Block(BlockKind.PARAGRAPH, Span(7, 10), number=1, path=("Title",), page=1),
        Block(BlockKind.PARAGRAPH, Span(12, 15), number=2, path=("Title",), page=2),
    )
    of = reading("Title\n\none\n\ntwo", blocks=blocks)
    assert locate(of, Span(8, 14)) == Locator(page=1, path=("Title",), first=1, last=2)
    assert locate(of, Span(10, 12)) == Locator()
