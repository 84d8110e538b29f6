"""A document as it is read: places of the shown text and places of the reading, there and back."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Standing
from briefing_app.domain.reading import Damage, DamageKind, Repair, shown
from briefing_app.domain.span import Span
from briefing_app.workbench.reading_view import marks, seen_damage, seen_in_parts
from tests.builders import pack, reading
from tests.strategies import readings

TEXT = "# Aid\n\nThe first para-\ngraph says **much** of aid.\n\n---\n\nThe second is short."


def seen_text(held):
    """Return a document as it is read, all at once."""
    return list(seen_in_parts(held))[-1]


def test_blocks_are_read_one_a_line_with_their_format_signs_gone():
    seen = seen_text(reading("A first paragraph\nover two lines.\n\nA second."))
    assert seen.text == "A first paragraph over two lines.\nA second."
    assert [each.start for each in seen.blocks] == [0, 34]


def test_a_passage_chosen_in_the_shown_text_is_the_passage_of_the_reading():
    held = reading("A first paragraph\nover two lines.\n\nA second.")
    seen = seen_text(held)
    place = seen.text.index("paragraph over")
    assert seen.read(Span(place, place + 14)).of(held.text) == "paragraph\nover"


def test_a_mended_stretch_is_chosen_whole():
    held = reading("They left be­cause of it.")
    start = held.text.index("­")
    held = dataclasses.replace(held, repairs=(Repair(Span(start - 2, start + 6), "because", "hyphen", certain=True),))
    seen = seen_text(held)
    place = seen.text.index("because")
    assert seen.read(Span(place, place + 7)) == Span(start - 2, start + 6)


def test_a_break_between_blocks_alone_is_no_passage():
    seen = seen_text(reading("One.\n\nTwo."))
    assert seen.read(Span(4, 5)) is None


def test_excerpts_of_another_reading_are_not_marked():
    made = pack("Asks: r1")
    excerpt = made.excerpts[0]
    held = next(each for each in made.readings if each.id == excerpt.reading)
    (mark,) = marks(seen_text(held), [excerpt, dataclasses.replace(excerpt, id="x", reading="other")])
    assert mark.excerpt is excerpt
    assert mark.span.of(seen_text(held).text) == shown(held, excerpt.span)


def test_marks_made_anew_after_an_edit_are_as_if_they_were_made_at_first():
    made = pack("Asks: r1 r2 | Voices: q1")
    held = next(each for each in made.readings if each.id == made.excerpts[0].reading)
    excerpts = [each for each in made.excerpts if each.reading == held.id]
    seen = seen_text(held)
    before = marks(seen, excerpts)
    excerpts[0] = dataclasses.replace(excerpts[0], standing=Standing.EDITED)
    assert marks(seen, excerpts, before) == marks(seen, excerpts)
    assert marks(seen, excerpts[1:], before) == marks(seen, excerpts[1:])


def test_a_long_document_is_worked_out_in_parts():
    held = reading("\n\n".join(f"Paragraph {number} says something." for number in range(700)))
    *waiting, seen = seen_in_parts(held)
    assert len(waiting) > 1
    assert set(waiting) == {None}
    assert seen == seen_text(held)


def test_what_is_missing_is_pointed_at_by_the_word_beside_it():
    held = reading("The plan was cut short by\n\nNothing else is missing.")
    end = held.text.index("\n\n")
    held = dataclasses.replace(held, damage=(Damage(DamageKind.CUT_AT_END, Span(end, end)),))
    seen = seen_text(held)
    (damage,) = seen_damage(seen)
    assert damage.span.of(seen.text) == "by"


@given(readings(), st.data())
def test_what_is_chosen_in_the_shown_text_is_what_is_shown_of_it(held, data):
    seen = seen_text(held)
    if not seen.blocks:
        return
    block = data.draw(st.sampled_from(seen.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    passage = seen.read(Span(start, end))
    assert passage is not None
    assert seen.text[start:end].split() == shown(held, passage).split() or held.repairs
    back = seen.seen(passage)
    assert back is None or back.start <= start + 1
