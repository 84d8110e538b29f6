"""Placing excerpts of the library: one edit, all it stands on with it, stretches of a turn together."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.excerpt import ExcerptKind, new_id
from briefing_app.domain.pack import ExcerptPlacement
from briefing_app.domain.template import SectionRole
from briefing_app.errors import EditRefused
from briefing_app.library.store import open_library
from briefing_app.workbench.placing import index_after, placed_excerpts, placed_in
from tests import builders
from tests.library.shelf import bring_in, suggest

TEXT = "Canada should act.\n\n“We wait.”\n\n“We hope.”\n\n“We leave.”\n\nMany left in 2022."


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("placing") / "library") as opened:
        yield opened


@pytest.fixture(scope="module")
def named(library):
    document = bring_in(library, TEXT)
    suggest(library, document, "Canada should act.", kind=ExcerptKind.RECOMMENDATION)
    reading = library.reading(document.reading)
    made = {}
    for name, words, kind, turn in (
        ("ask", "Canada should act.", ExcerptKind.RECOMMENDATION, None),
        ("wait", "“We wait.”", ExcerptKind.QUOTE, 1),
        ("hope", "“We hope.”", ExcerptKind.QUOTE, 1),
        ("leave", "“We leave.”", ExcerptKind.QUOTE, 2),
        ("fact", "Many left in 2022.", ExcerptKind.CONTEXT, None),
    ):
        made[name] = builders.excerpt(reading, words, kind, id=new_id(), document=document.id, turn=turn)
        library.add_excerpt(made[name])
    return made


PACK = builders.pack("Asks: r1 r2 | Context: c1 n1")


def place(library, named, names, section="s-context", index=9, pack=PACK):
    numbers = itertools.count(1)
    return placed_excerpts(library, pack, [named[name].id for name in names], section, index, lambda: f"new-{next(numbers)}")


def new_in(edited, section):
    (held,) = (each for each in edited.pack.sections if each.id == section)
    return [
        (each.id, each.excerpts) for each in held.placements if isinstance(each, ExcerptPlacement) and each.id.startswith("new")
    ]


def test_an_excerpt_is_placed_where_it_was_let_go_with_all_it_stands_on(library, named):
    edited = place(library, named, ["fact"], index=1)
    (section,) = (each for each in edited.pack.sections if each.id == "s-context")
    assert [each.id for each in section.placements] == ["p-c1", "new-1", "p-n1"]
    assert edited.pack.reading(named["fact"].reading).text == TEXT
    assert edited.pack.document(named["fact"].document)
    assert edited.changed == {"s-context", "new-1"}
    assert inconsistencies(edited.pack) == ()


def test_stretches_of_one_turn_become_one_placement_in_the_order_they_were_said(library, named):
    edited = place(library, named, ["leave", "hope", "ask", "wait"])
    assert new_in(edited, "s-context") == [
        ("new-1", (named["leave"].id,)),
        ("new-2", (named["wait"].id, named["hope"].id)),
        ("new-3", (named["ask"].id,)),
    ]


@given(
    st.lists(st.sampled_from(["ask", "wait", "hope", "leave", "fact"]), min_size=1),
    st.integers(0, 5),
    st.sampled_from(["s-asks", "s-context"]),
)
def test_whatever_is_placed_is_there_once_and_the_pack_holds_together(library, named, names, index, section):
    edited = place(library, named, names, section, index)
    assert sorted(excerpt for _, excerpts in new_in(edited, section) for excerpt in excerpts) == sorted(
        {named[name].id for name in names}
    )
    assert inconsistencies(edited.pack) == ()
    assert [each.id for _, each in edited.pack.placements() if not each.id.startswith("new")] == [
        each.id for _, each in PACK.placements()
    ]


def test_what_is_placed_may_be_placed_again(library, named):
    once = place(library, named, ["fact"]).pack
    twice = placed_excerpts(library, once, [named["fact"].id], "s-asks", 0).pack
    assert inconsistencies(twice) == ()
    assert len(twice.excerpts) == len(once.excerpts)


def test_a_section_or_an_excerpt_that_is_gone_is_refused(library, named):
    with pytest.raises(EditRefused) as refused:
        place(library, named, ["fact"], section="nowhere")
    assert refused.value.code == "section-gone"
    with pytest.raises(EditRefused) as refused:
        placed_excerpts(library, PACK, ["gone"], "s-context", 0)
    assert refused.value.code == "excerpt-gone"


def test_a_section_made_of_notes_takes_no_excerpt(library, named):
    sections = (dataclasses.replace(PACK.sections[0], role=SectionRole.MEETING), *PACK.sections[1:])
    with pytest.raises(EditRefused) as refused:
        place(library, named, ["fact"], section=sections[0].id, pack=dataclasses.replace(PACK, sections=sections))
    assert refused.value.code == "section-made-of-notes"


def test_the_next_excerpt_comes_after_the_placement_selected_in_the_section_else_last():
    assert index_after(PACK, "s-asks", "p-r1") == 1
    assert index_after(PACK, "s-asks", "p-c1") == 2
    assert index_after(PACK, "s-asks", "") == 2
    assert index_after(PACK, "nowhere", "") == 0


def test_the_pack_holds_what_it_has_placed_even_under_another_librarys_identifier(library, named):
    made = place(library, named, ["fact"]).pack
    held = placed_in(made)
    assert held.holds(named["fact"])
    assert held.holds(dataclasses.replace(named["fact"], id="born-elsewhere"))
    assert not held.holds(named["ask"])


def test_an_excerpt_taken_out_is_in_the_pack_no_more_though_embedded_still(library, named):
    made = place(library, named, ["fact"]).pack
    emptied = dataclasses.replace(made, sections=PACK.sections)
    assert named["fact"].id in {each.id for each in emptied.excerpts}
    assert not placed_in(emptied).holds(named["fact"])
