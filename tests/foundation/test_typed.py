import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.audience import Audience, Paper
from briefing_app.domain.brand import Brand
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import Stretch
from briefing_app.domain.pack import ExcerptPlacement, Pack, Section
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead
from briefing_app.typed import dump, from_json, from_toml, load, to_json, to_toml
from briefing_app.words import LANGUAGES, words_for
from tests import builders, strategies


def refusal(kind, data, **given):
    with pytest.raises(FileNotRead) as caught:
        load(kind, data, source="file.json", **given)
    for language in LANGUAGES:
        assert "file.json" in caught.value.line(words_for(language))
    return caught.value.code, caught.value.parameters["key"]


def plain_pack():
    return dump(builders.pack("Asks: r1 r2 | Voices: q1 | Context: c1 n1"))


@given(strategies.packs())
def test_a_pack_comes_back_from_json_as_it_was(pack):
    assert load(Pack, from_json(to_json(dump(pack)), source="x"), source="x") == pack


@given(strategies.audiences)
def test_an_audience_comes_back_from_toml_as_it_was(audience):
    assert load(Audience, from_toml(to_toml(audience), source="x"), source="x") == audience


@given(strategies.readings())
def test_a_reading_comes_back_as_it_was_and_in_the_same_bytes(reading):
    data = to_json(dump(reading))
    back = load(Reading, from_json(data, source="x"), source="x")
    assert back == reading
    assert to_json(dump(back)) == data


def test_what_equals_its_default_is_not_written():
    assert dump(builders.audience("unhcr", sees_matrix=False, aliases=())) == {
        "id": "unhcr",
        "name": {"en": "UNHCR"},
        "formal": {"en": "Office of the United Nations High Commissioner for Refugees"},
    }


def test_spans_are_two_numbers_dates_are_iso_and_members_of_a_union_say_their_kind():
    placed = dump(ExcerptPlacement("p", ("e",), wordings={}))
    assert placed == {"kind": "excerpt", "id": "p", "excerpts": ["e"]}
    assert dump(Span(3, 9)) == [3, 9]
    assert dump(PartialDate(2023, 1)) == "2023-01"


def test_fields_left_out_of_a_file_are_given_back_when_it_is_loaded():
    audience = builders.audience("canada")
    data = dump(audience, without=("id",))
    assert "id" not in data
    assert load(Audience, data, source="x", given={"id": "canada"}) == audience
    assert refusal(Audience, {**data, "id": "canada"}, given={"id": "canada"}) == ("unknown-key", "id")


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        (lambda d: d.update(audienses=[]), "unknown-key", "audienses"),
        (lambda d: d.pop("title"), "missing-key", "title"),
        (lambda d: d["audiences"][1].update(paper="a5"), "bad-choice", "audiences[1].paper"),
        (lambda d: d["audiences"][1].update(paper=4), "wrong-type-text", "audiences[1].paper"),
        (lambda d: d["audiences"][1].update(order="3"), "wrong-type-integer", "audiences[1].order"),
        (lambda d: d["audiences"][1].update(order=3.0), "wrong-type-integer", "audiences[1].order"),
        (lambda d: d["audiences"][1].update(order=True), "wrong-type-integer", "audiences[1].order"),
        (lambda d: d["audiences"][1].update(sees_matrix=1), "wrong-type-switch", "audiences[1].sees_matrix"),
        (lambda d: d["audiences"][1].update(name="UNHCR"), "wrong-type-table", "audiences[1].name"),
        (lambda d: d["audiences"][1]["name"].update(en=3), "wrong-type-text", "audiences[1].name.en"),
        (lambda d: d.update(audiences="canada"), "wrong-type-list", "audiences"),
        (lambda d: d.update(date="16 January 2023"), "wrong-type-date", "date"),
        (lambda d: d.update(date="2023-02-30"), "wrong-type-date", "date"),
        (lambda d: d.update(date=2023), "wrong-type-date", "date"),
        (lambda d: d.update(event=None), "wrong-type-text", "event"),
        (lambda d: d.update(event="half a pair \ud800"), "bad-value", "event"),
        (lambda d: d["excerpts"][0].update(span=[9, 3]), "bad-value", "excerpts[0].span"),
        (lambda d: d["excerpts"][0].update(span=[1, 2, 3]), "wrong-type-span", "excerpts[0].span"),
        (lambda d: d["excerpts"][0].update(span=[1, "2"]), "wrong-type-integer", "excerpts[0].span[1]"),
        (lambda d: d["excerpts"][0].update(confidence=2), "bad-value", "excerpts[0]"),
        (lambda d: d["excerpts"][0].update(confidence=float("nan")), "bad-value", "excerpts[0].confidence"),
        (lambda d: d["excerpts"][0].update(confidence="1"), "wrong-type-number", "excerpts[0].confidence"),
        (lambda d: d["sections"][0]["placements"][0].update(kind="photo"), "bad-choice", "sections[0].placements[0].kind"),
        (lambda d: d["sections"][0]["placements"][0].update(kind=["note"]), "bad-choice", "sections[0].placements[0].kind"),
        (lambda d: d["sections"][0]["placements"][0].pop("kind"), "missing-key", "sections[0].placements[0].kind"),
        (lambda d: d["sections"][0]["placements"][0].update(level=2), "unknown-key", "sections[0].placements[0].level"),
        (lambda d: d["sections"][0].update(placements=[3]), "wrong-type-table", "sections[0].placements[0]"),
    ],
)
def test_whatever_the_values_do_not_know_is_refused_with_its_key(change, code, key):
    data = plain_pack()
    change(data)
    assert refusal(Pack, data) == (code, key)


def test_a_file_that_holds_something_else_altogether_is_refused():
    assert refusal(Pack, ["a"]) == ("wrong-type-table", "pack")


def test_an_unknown_key_is_told_with_the_nearest_known_one():
    with pytest.raises(FileNotRead) as caught:
        load(Audience, {"papr": "a4"}, source="x")
    assert caught.value.parameters["nearest"] == "paper"
    assert caught.value.line(words_for("en")) == "x: the key papr is not known. Keys that could be meant: paper."


def test_a_wrong_kind_is_refused_even_where_no_union_asks_for_one():
    assert refusal(Stretch, {"excerpt": "e", "edits": [{"kind": "replace", "words": "no"}]}) == ("bad-choice", "edits[0].kind")
    assert refusal(ExcerptPlacement, {"kind": "note", "id": "p", "excerpts": []}) == ("bad-choice", "kind")


def test_a_list_is_never_read_out_of_one_text():
    assert refusal(Excerpt, {**plain_pack()["excerpts"][0], "damage": "garbled"}) == ("wrong-type-list", "damage")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "title", "text", "kind", "span", "x"]), inner, max_size=4)
        ),
        max_leaves=8,
    )
)
def test_no_data_whatever_ends_in_anything_but_a_clear_refusal(data):
    for kind in (Pack, Section, Excerpt, Brand):
        with pytest.raises(FileNotRead):
            load(kind, data, source="x")


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a = 1\nb = = 2\n", "not-toml", 2),
        (b'a = "1', "not-toml", 1),
        (b"a = 1\n# \xff\n", "not-text", 2),
        (b"a = 1\na = 2\n", "not-toml", 2),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(data, code, line):
    with pytest.raises(FileNotRead) as caught:
        from_toml(data, source="file.toml")
    assert (caught.value.code, caught.value.parameters["line"]) == (code, line)


def test_a_byte_order_mark_as_windows_editors_write_it_does_not_matter():
    assert from_toml(b"\xef\xbb\xbfa = 1\n", source="x") == {"a": 1}


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, b"{'a': 1}"])
def test_a_file_that_is_no_json_is_refused(data):
    with pytest.raises(FileNotRead) as caught:
        from_json(data, source="x")
    assert caught.value.code == "not-json"


def test_json_is_sorted_readable_and_keeps_letters_as_they_are():
    assert to_json({"b": "é", "a": [1]}) == '{\n  "a": [\n    1\n  ],\n  "b": "é"\n}\n'.encode()


NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class One:
    kind: ClassVar[str] = "one"
    at: Span = NOWHERE


@dataclass(frozen=True)
class Other:
    kind: ClassVar[str] = "other"
    at: Mapping[str, One | None] = field(default_factory=dict)
    paper: Paper | None = Paper.A4


@dataclass(frozen=True)
class Holder:
    held: One | Other | None
    more: tuple[One | Other, ...] = (One(),)


@pytest.mark.parametrize(
    "value",
    [Holder(None), Holder(One(Span(1, 2))), Holder(Other({"a": None, "b": One()}, None), ()), Holder(None, (Other(), One()))],
)
def test_unions_mappings_and_nothing_nest_in_any_way(value):
    assert load(Holder, json.loads(to_json(dump(value))), source="x") == value


def test_the_kind_that_is_a_field_stays_a_field():
    excerpt = builders.pack("Asks: r1").excerpts[0]
    assert dump(excerpt)["kind"] == "recommendation"
    assert "kind" in {one.name for one in dataclasses.fields(excerpt)}
