"""The outline as a tree: whatever becomes of the pack, rows change one by one and end as the outline has them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.desktop.models.outline_model import ROW, EmptyRow, OthersRow, OutlineModel, key_of
from briefing_app.domain.briefing import Copy
from briefing_app.workbench import editing
from briefing_app.workbench.outlining import PlacementRow, RowKind, outlined
from tests.builders import pack

OUTLINE = "Asks: r1 r2 r3 r4 | Voices: q1 | Context: c1 n1 c2"


def of(made, audience="master"):
    return outlined(made, audience, Copy.HAND_OVER)


@pytest.fixture
def model(app):
    made = OutlineModel(key_of)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.begin_anew(of(pack(OUTLINE)))
    return made


def held(model):
    """Return the keys of all rows, section by section."""
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        (key_of(top.data(ROW)), [key_of(model.index(row, 0, top).data(ROW)) for row in range(model.rowCount(top))]) for top in tops
    ]


def placements(model):
    return [[key.partition(":")[2] for key in keys if key.startswith("placement:")] for _, keys in held(model)[2:]]


def test_the_packs_texts_come_first_then_its_sections(model):
    assert [key for key, _ in held(model)] == [
        "front:title",
        "front:bottom_line",
        "section:s-asks",
        "section:s-voices",
        "section:s-context",
    ]


def test_a_row_that_moves_within_its_section_keeps_its_identity(model):
    kept = QPersistentModelIndex(model.index_of("placement:p-r3"))
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(of(editing.move(pack(OUTLINE), ["p-r3"], "s-asks", 0).pack))
    assert (kept.row(), kept.data(ROW).id, resets) == (0, "p-r3", [])


def test_only_rows_that_differ_are_said_to_have_changed(model):
    changed = []
    model.dataChanged.connect(lambda top, _bottom: changed.append(key_of(top.data(ROW))))
    model.show(of(editing.write_text(pack(OUTLINE), "p-n1", "Other words.").pack))
    assert changed == ["section:s-context", "placement:p-n1"]


def test_what_is_for_others_is_counted_and_can_be_revealed(model):
    made = pack("Asks: r1 r3 | Context: n1@unhcr")
    model.show(of(made, "canada"))
    assert model.index_of("others:s-asks").data(ROW) == OthersRow("s-asks", 1, revealed=False)
    assert placements(model) == [["p-r1"], []]
    assert model.index_of_placement("p-n1").isValid()
    assert placements(model) == [["p-r1"], ["p-n1"]]
    model.reveal("s-context", revealed=False)
    assert placements(model) == [["p-r1"], []]
    assert not model.index_of_placement("no such").isValid()


def test_a_draft_stands_where_it_is_written_until_it_is_ended(model):
    index = model.begin_draft("s-context", 1, RowKind.NOTE)
    assert (index.row(), index.data(ROW)) == (1, PlacementRow("", "s-context", RowKind.NOTE, (), own=True))
    model.end_draft()
    assert placements(model)[2] == ["p-c1", "p-n1", "p-c2"]


def test_an_empty_section_has_one_row_that_says_so_and_takes_drops(model):
    model.show(of(pack("Asks: | Context: c1")))
    index = model.index_of("empty:s-asks")
    assert index.data(ROW) == EmptyRow("s-asks", asks=True)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDropEnabled
    assert not model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_run_of_edits_ends_with_the_rows_the_outline_has(qapp, data):
    model = OutlineModel(key_of)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made = pack(OUTLINE)
    model.begin_anew(of(made))
    for _ in range(data.draw(st.integers(1, 6))):
        there = [placement.id for _, placement in made.placements()]
        if data.draw(st.booleans()) and there:
            made = editing.remove(made, [data.draw(st.sampled_from(there))]).pack
        elif there:
            moved = data.draw(st.lists(st.sampled_from(there), min_size=1, max_size=3, unique=True))
            section = data.draw(st.sampled_from(["s-asks", "s-voices", "s-context"]))
            made = editing.move(made, moved, section, data.draw(st.integers(0, 4))).pack
        audience = data.draw(st.sampled_from(["master", "canada", "unhcr"]))
        shown = of(made, audience)
        model.show(shown)
        wanted = [[row.id for row in section.rows if row.absence is None] for section in shown.sections]
        assert placements(model) == wanted
        assert [top.data(ROW) for top in map(model.index_of, (f"section:{each.id}" for each in shown.sections))] == list(
            shown.sections
        )
    del tester
