"""The library pane by mouse and keyboard, on real widgets over a real library."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing_app.desktop.models.library_model import MIME_TYPE
from briefing_app.desktop.panels.library_panel import LibraryPanel
from briefing_app.desktop.theme import apply
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.excerpt import ExcerptKind, Standing
from briefing_app.domain.pack import ExcerptPlacement
from briefing_app.library.store import open_library
from briefing_app.workbench import editing
from briefing_app.workbench.session import Session
from tests.builders import pack

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def bare(app, library, words):
    """Return a workspace over the sample documents and a pack that has nothing of them yet."""
    made = Workspace(Session(library, pack("Asks: r1 | Context: c1", audiences="canada mexico")), words)
    yield made
    made.deleteLater()


def shown(qtbot, app, workspace):
    apply(app, "light", 1.0)
    panel = LibraryPanel(workspace)
    panel.finish()
    qtbot.addWidget(panel)
    panel.resize(344, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def panel(qtbot, app, bare):
    return shown(qtbot, app, bare)


def type_words(qtbot, panel, text):
    qtbot.keyClicks(panel.search, text)
    qtbot.waitUntil(lambda: panel.model.found.query.words == panel.search.text())


def spoken(panel):
    return [panel.model.index(row).data(SPOKEN) for row in range(panel.model.rowCount())]


def placed_ids(workspace):
    return [
        each
        for _, placement in workspace.pack.placements()
        if isinstance(placement, ExcerptPlacement)
        for each in placement.excerpts
    ]


def card_point(panel, row):
    return panel.list.visualRect(panel.model.index(row)).center()


def test_typing_shows_what_holds_the_words_after_a_moments_rest_and_counts_it_by_kind(qtbot, panel):
    everything = panel.model.rowCount()
    type_words(qtbot, panel, "protection")
    assert 0 < panel.model.rowCount() < everything
    assert all("protection" in line.casefold() for line in spoken(panel))
    counts = panel.model.found.counts
    assert panel.filters.chips[ExcerptKind.QUOTE].text() == f"Quotes {counts[ExcerptKind.QUOTE]}"
    assert sum(counts.values()) == panel.model.rowCount()


def test_down_leads_from_the_search_to_the_cards_and_up_back(qtbot, panel):
    panel.focus_search()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.currentIndex().row() == 0
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.search.hasFocus()


def test_enter_places_the_card_last_in_the_current_section_and_the_next_one_after_it(qtbot, panel, bare):
    bare.enter_section("s-context")
    panel.list.setFocus()
    panel.list.choose(0)
    first = panel.list.chosen()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    panel.list.choose(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    (section,) = (each for each in bare.pack.sections if each.id == "s-context")
    assert section.placements[0].id == "p-c1"
    assert [each for placement in section.placements[1:] for each in placement.excerpts] == [*first, *panel.list.chosen()]
    assert bare.placement == section.placements[-1].id
    assert spoken(panel)[0].endswith("In this pack.")
    assert panel.list.currentIndex().row() == 1


def test_undo_takes_the_placement_out_and_the_card_says_so(qtbot, panel, bare):
    panel.list.setFocus()
    panel.list.choose(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert "In this pack" in spoken(panel)[0]
    bare.undo()
    assert "In this pack" not in spoken(panel)[0]
    assert panel.list.chosen()


def test_a_double_click_and_a_click_on_place_put_the_card_under_the_pointer_in_the_pack(qtbot, panel, bare):
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=card_point(panel, 0))
    assert panel.model.index(0).data(SPOKEN).endswith("In this pack.")
    index = panel.model.index(1)
    action = panel.list.cards.action_rect(panel.list.visualRect(index), index)
    assert min(action.width(), action.height()) >= 24
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=action.center())
    assert len(placed_ids(bare)) == 4
    assert panel.list.cards.action_rect(panel.list.visualRect(index), index).isEmpty()


def test_a_press_on_place_that_is_let_go_elsewhere_places_nothing(qtbot, panel, bare):
    index = panel.model.index(0)
    action = panel.list.cards.action_rect(panel.list.visualRect(index), index)
    qtbot.mousePress(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=action.center())
    qtbot.mouseRelease(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=card_point(panel, 1))
    assert len(placed_ids(bare)) == 2


def test_several_selected_cards_are_placed_together_and_undone_as_one(qtbot, panel, bare):
    panel.list.setFocus()
    panel.list.choose(0)
    for _ in range(2):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(panel.list.chosen()) == 3
    panel.place_chosen()
    assert set(panel.list.chosen()) <= set(placed_ids(bare))
    bare.undo()
    assert len(placed_ids(bare)) == 2


def test_the_chosen_card_opens_to_all_its_words_and_space_closes_it(qtbot, panel):
    panel.list.setFocus()
    row = next(row for row in range(1, panel.model.rowCount()) if len(panel.model.index(row).data()) > 250)
    closed = panel.list.visualRect(panel.model.index(row)).height()
    panel.list.choose(row)
    assert panel.list.visualRect(panel.model.index(row)).height() > closed
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.list.visualRect(panel.model.index(row)).height() == closed


def test_a_card_that_opens_by_mouse_stays_under_the_pointer_while_the_one_above_closes(qtbot, panel):
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=card_point(panel, 0))
    top = panel.list.visualRect(panel.model.index(2)).top()
    at = QPoint(60, top + 60)
    panel.list.verticalScrollBar().setValue(100)
    at.setY(at.y() - 100)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.list.currentIndex().row() == 2
    assert panel.list.indexAt(at).row() == 2


def test_chips_and_menus_narrow_the_search_and_clear_filters_lets_all_through(qtbot, panel):
    everything = panel.model.rowCount()
    qtbot.mouseClick(panel.filters.chips[ExcerptKind.QUOTE], Qt.MouseButton.LeftButton)
    assert {line.split(".")[0] for line in spoken(panel)} == {"Quote"}
    statement = next(each for each in panel.filters.source.menu().actions() if "Summit" in each.text())
    statement.trigger()
    assert panel.filters.source.key
    type_words(qtbot, panel, "xyzzy")
    assert panel.nothing.isVisible()
    assert panel.nothing.accessibleName() == "Nothing holds “xyzzy”"
    qtbot.mouseClick(panel.nothing.action, Qt.MouseButton.LeftButton)
    assert panel.model.rowCount() == everything
    assert panel.search.text() == ""


def test_the_addressee_menu_keeps_what_is_asked_of_an_audience(qtbot, panel):
    canada = next(each for each in panel.filters.addressee.menu().actions() if each.text() == "To Canada")
    canada.trigger()
    assert panel.model.rowCount()
    assert all("Canada" in line or "onor" in line for line in spoken(panel))


def test_the_order_serves_the_audience_shown_and_says_why(panel, bare):
    bare.show_audience("canada")
    assert panel.filters.order.text() == "Best for Canada"
    assert "asked by name" in spoken(panel)[0]
    assert any("as a donor" in line for line in spoken(panel))
    bare.show_audience("master")
    assert panel.filters.order.text() == "Newest first"
    assert not any("asked by name" in line for line in spoken(panel))


def test_newest_first_stays_chosen_from_audience_to_audience(panel, bare):
    bare.show_audience("canada")
    panel.filters.order.menu().actions()[1].trigger()
    bare.show_audience("mexico")
    assert panel.filters.order.text() == "Newest first"


def test_escape_empties_the_search(qtbot, panel):
    type_words(qtbot, panel, "migration")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.model.found.query.words == ""


def test_a_rejected_excerpt_leaves_the_list_with_place_and_selection_kept_and_undo_brings_it_back(panel, bare):
    panel.list.choose(3)
    (gone,) = panel.list.chosen()
    following = panel.model.entry(panel.model.index(4)).excerpt.id
    before = panel.model.rowCount()
    panel.judge(Standing.REJECTED)
    assert panel.model.rowCount() == before - 1
    assert panel.list.chosen() == (following,)
    bare.undo()
    assert panel.model.rowCount() == before
    assert panel.model.entry(panel.model.index(3)).excerpt.id == gone
    assert panel.list.chosen() == (following,)


def test_confirming_keeps_selection_and_scroll(panel, bare):
    panel.list.choose(5)
    chosen, scrolled = panel.list.chosen(), panel.list.verticalScrollBar().value()
    panel.judge(Standing.CONFIRMED)
    assert bare.session.library.excerpt(chosen[0]).standing is Standing.CONFIRMED
    assert (panel.list.chosen(), panel.list.verticalScrollBar().value()) == (chosen, scrolled)


def test_the_words_of_cards_are_copied_whole(panel):
    panel.list.choose(0)
    panel.copy_words()
    assert QGuiApplication.clipboard().text() == panel.model.index(0).data()


def test_the_menu_offers_what_can_be_done_and_goes_when_it_is_closed(qtbot, panel):
    panel.list.choose(0)
    panel.list.menu_asked.emit(panel.mapToGlobal(QPoint(20, 200)))
    (menu,) = (each for each in panel.findChildren(QMenu) if each.isVisible())
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Place",
        "Open or close the card",
        "Copy the words",
        "Confirm",
        "Reject",
    ]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_a_drag_carries_the_selected_excerpts_and_looks_like_the_card(panel):
    panel.list.choose(0)
    data = panel.model.mimeData(panel.list.selectionModel().selectedIndexes())
    assert data.hasFormat(MIME_TYPE)
    assert bytes(data.data(MIME_TYPE).data()).decode().split("\n") == [*panel.list.chosen()]
    picture = panel.list.picture(panel.model.index(0))
    assert picture.deviceIndependentSize().width() > panel.list.visualRect(panel.model.index(0)).width()


def test_placing_where_nothing_prints_is_refused_and_told(panel, bare, qtbot):
    bare.section = "nowhere"
    panel.list.choose(0)
    with qtbot.waitSignal(bare.refused) as told:
        panel.place_chosen()
    assert told.args[0].code == "section-gone"


def test_a_library_without_documents_says_what_to_do(qtbot, app, words, tmp_path):
    with open_library(tmp_path / "empty") as empty:
        workspace = Workspace(Session(empty, pack("Asks: r1")), words)
        panel = shown(qtbot, app, workspace)
        assert panel.empty.isVisible()
        assert panel.empty.accessibleName() == "No documents yet"


def test_documents_that_come_in_are_shown_at_once(panel, bare, library):
    before = panel.model.rowCount()
    document = library.documents()[0]
    excerpt = library.excerpts(document.id)[0]
    library.add_excerpt(dataclasses.replace(excerpt, id="made-by-hand", kind=ExcerptKind.CONTEXT))
    bare.session.imported()
    assert panel.model.rowCount() == before + 1


def test_another_pack_is_marked_anew(panel, bare, library, made_sample):
    assert not any("In this pack" in line for line in spoken(panel))
    bare.replace_session(Session(library, *made_sample))
    panel.finish()
    assert any("In this pack" in line for line in spoken(panel))


def test_what_happens_while_the_library_is_taken_in_is_shown_with_it(qtbot, app, bare, library, made_sample):
    panel = LibraryPanel(bare)
    qtbot.addWidget(panel)
    assert panel.model.rowCount() == 0
    document = library.documents()[0]
    library.add_excerpt(dataclasses.replace(library.excerpts(document.id)[0], id="made-by-hand"))
    bare.session.imported()
    panel.search.setText("food")
    bare.show_audience("canada")
    panel.finish()
    assert panel.model.found.query.words == "food"
    assert panel.model.found.query.best_for.id == "canada"
    panel.clear_filters()
    assert "made-by-hand" in {entry.excerpt.id for entry in panel.model.found.entries}


def test_a_removed_placement_frees_the_card_alone(panel, bare):
    panel.list.choose(0)
    panel.place_chosen()
    scrolled = panel.list.verticalScrollBar().value()
    bare.do(lambda held: editing.remove(held, [bare.placement]))
    assert not any("In this pack" in line for line in spoken(panel))
    assert panel.list.verticalScrollBar().value() == scrolled


def test_chips_keep_their_place_while_the_counts_change(qtbot, panel):
    before = [chip.geometry() for chip in panel.filters.chips.values()]
    type_words(qtbot, panel, "forum")
    assert sum(panel.model.found.counts.values()) < 9
    assert [chip.geometry() for chip in panel.filters.chips.values()] == before
