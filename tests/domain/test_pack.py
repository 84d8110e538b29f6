"""A clearance answers for content: any change to it, however small, is seen."""

import dataclasses
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.digest import fingerprint
from briefing_app.domain.fidelity.edits import Case, Insert, Keep, Omit, Stretch
from briefing_app.domain.pack import (
    Adapted,
    ByAudience,
    Clearance,
    Confirmation,
    MeetingNotes,
    Translated,
    Verbatim,
    cleared,
    content_digest,
)
from briefing_app.domain.reading import Repair
from briefing_app.domain.span import Span
from tests.builders import pack

PACK = pack("Asks: r1 r2 | Voices: q1+q2 | Context: c1 n1 i1 | Figures: f2 | Sources: g1")
CLEARED = dataclasses.replace(PACK, clearance=Clearance("A. Torres", PartialDate(2023, 1, 15), content_digest(PACK)))


def worded(wording):
    return pack("Asks: r1", wordings={"r1": wording})


def stretched(*edits):
    return worded(Verbatim((Stretch("r1", edits),)))


def variants(value):
    """Yield a value with one thing in it changed, for each thing there is."""
    if isinstance(value, tuple):
        yield from [value[1:]] if value else []
        for place, item in enumerate(value):
            yield from ((*value[:place], other, *value[place + 1 :]) for other in variants(item))
    elif dataclasses.is_dataclass(value):
        yield from replaced(value)
    elif isinstance(value, Mapping):
        yield {**value, "x": "x"}
        for key, item in value.items():
            yield from ({**value, key: other} for other in variants(item))
    else:
        yield otherwise(value)


def replaced(value):
    for field in dataclasses.fields(value):
        for other in variants(getattr(value, field.name)):
            with suppress(ValueError):  # no such date, span or confidence
                yield dataclasses.replace(value, **{field.name: other})


def otherwise(value):
    """Return another value of the same kind."""
    match value:
        case bool():
            return not value
        case StrEnum():
            return next(other for other in type(value) if other != value)
        case str():
            return f"{value}x"
        case None:
            return "x"
        case _:
            return 0.5 if value == 1.0 else value + 1


def test_a_clearance_stands_while_the_content_is_what_was_cleared():
    assert cleared(CLEARED)
    assert not cleared(PACK)


def test_a_change_to_any_field_of_anything_in_a_pack_undoes_its_clearance():
    small = pack("Asks: r1@canada | Voices: q1 | Figures: f1 | Sources: g1", audiences="canada")
    digest = content_digest(small)
    seen = [content_digest(variant) for variant in variants(dataclasses.replace(small, numbers={}, clearance=None))]
    assert len(seen) > 250
    assert sum(other == digest for other in seen) == 2, "only the two fields that a clearance does not answer for"


def test_numbers_and_the_clearance_itself_are_not_answered_for():
    frozen = dataclasses.replace(CLEARED, numbers={"canada": {"p-r1": "R1"}})
    assert cleared(frozen)
    assert cleared(dataclasses.replace(CLEARED, clearance=dataclasses.replace(CLEARED.clearance, who="Another")))


def test_keeping_and_leaving_out_the_same_words_are_two_contents():
    span = Span(0, 3)
    packs = [stretched(kind(span)) for kind in (Keep, Omit, Case)] + [
        stretched(Keep(span), Insert("all")),
        stretched(Insert("all"), Keep(span)),
    ]
    assert len({content_digest(one) for one in packs}) == len(packs)


def test_wordings_of_the_same_text_are_told_apart_by_their_kind():
    packs = [worded(wording) for wording in (Verbatim(), Adapted("es"), Translated("es"), Adapted("e", "s"), Adapted("", "es"))]
    assert len({content_digest(one) for one in packs}) == len(packs)


@pytest.mark.parametrize(
    "change",
    [
        {"title": ByAudience("What leaders can do", {"canada": "x"})},
        {"meetings": {"canada": MeetingNotes(private="x")}},
        {"readings": (dataclasses.replace(PACK.readings[0], repairs=(Repair(Span(0, 1), "x", "r", certain=True),)), PACK.readings[1])},
        {"sections": PACK.sections[::-1]},
        {"sections": (dataclasses.replace(PACK.sections[0], placements=PACK.sections[0].placements[::-1]), *PACK.sections[1:])},
        {"sections": (dataclasses.replace(PACK.sections[0], placements=(dataclasses.replace(PACK.sections[0].placements[0], confirmations=(Confirmation("x", "y", "z", PACK.date),)),)),)},
    ],
    ids=["a title for one audience", "a private remark", "a repair", "sections in another order", "asks in another order", "a confirmation"],
)  # fmt: skip
def test_each_of_these_is_content(change):
    assert not cleared(dataclasses.replace(CLEARED, **change))


def test_a_pack_looks_up_what_it_holds_and_says_what_it_has_not():
    assert PACK.excerpt("r1").id == "r1"
    assert PACK.audience("canada").country == "CA"
    assert PACK.document("paper").reading == PACK.reading("reading-paper").id
    with pytest.raises(KeyError):
        PACK.excerpt("r9")


values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-5, 5) | st.text(alphabet="a1(:;", max_size=4),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(alphabet="ab", max_size=2), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def plain(value):
    """A value as its equals share it: truth values apart from numbers."""
    match value:
        case bool():
            return ("truth", value)
        case tuple():
            return ("row", tuple(map(plain, value)))
        case dict():
            return ("mapping", tuple(sorted((key, repr(plain(item))) for key, item in value.items())))
        case int() | float():
            return ("number", float(value) + 0.0)
        case _:
            return (type(value).__name__, value)


@given(values, values)
def test_two_values_have_one_fingerprint_exactly_when_they_are_equal(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (plain(one) == plain(other))


@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=5), st.randoms())
def test_the_order_of_a_mapping_and_the_kind_of_a_row_count_for_nothing(mapping, random):
    items = list(mapping.items())
    random.shuffle(items)
    assert fingerprint(dict(items)) == fingerprint(mapping)
    assert fingerprint(list(mapping)) == fingerprint(tuple(mapping))


def test_what_is_no_value_has_no_fingerprint():
    with pytest.raises(TypeError, match="no value"):
        fingerprint(object())
