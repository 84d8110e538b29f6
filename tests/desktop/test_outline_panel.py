"""The outline by mouse and keyboard over the sample pack: what it shows, and every edit it makes, each undone by one step."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_app.desktop.folded_sections import FoldedSections
from briefing_app.desktop.models.outline_model import EXCERPTS, PLACEMENTS, EmptyRow, OthersRow
from briefing_app.desktop.panels.outline_panel import OutlinePanel
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import Adapted, FigurePlacement, ImagePlacement, NotePlacement, SectionRole, Verbatim
from briefing_app.paths import data_folder
from briefing_app.workbench import editing
from briefing_app.workbench.outlining import PlacementRow, SectionRow
from briefing_app.workbench.session import Session
from tests.builders import pack

Key, Alt, Ctrl, Shift = (
    Qt.Key,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


@pytest.fixture
def panel(qtbot, workspace):
    made = OutlinePanel(workspace)
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    workspace.show_audience("canada")
    made.view.setFocus()
    return made


@pytest.fixture
def small(panel, workspace, library):
    """Return the panel over a small pack of known words, its master shown."""

    def shown(outline, audience=MASTER, **overrides):
        workspace.replace_session(Session(library, pack(outline, **overrides)))
        workspace.show_audience(audience)
        QApplication.processEvents()
        return panel

    return shown


def shown(panel, section):
    """Return the placements a section shows, in order."""
    above = panel.model.index_of(f"section:{section}")
    values = [panel.model.value(panel.model.index(row, 0, above)) for row in range(panel.model.rowCount(above))]
    return [value.id for value in values if isinstance(value, PlacementRow)]


def section_of(panel, role):
    """Return the key of the section that has a role in the pack."""
    return next(f"section:{each.id}" for each in panel.model.outline.sections if each.role is role)


def placed(workspace, section):
    return [each.id for each in next(one for one in workspace.pack.sections if one.id == section).placements]


def press(panel, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel.view, key, modifiers)


def write(panel, words, field=0):
    editor = panel.view.editor
    editor.fields[field].selectAll()
    QTest.keyClicks(editor.fields[field], words)


def at(panel, key, part=0.5):
    rect = panel.view.visualRect(panel.model.index_of(key))
    return QPoint(rect.left() + 150, round(rect.top() + rect.height() * part))


ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag_over(panel, data, point):
    """Drag something onto the outline and to a point; return where it would land."""
    viewport = panel.view.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(point, ACTIONS, data, LEFT, NO_KEY))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, ACTIONS, data, LEFT, NO_KEY))
    return panel.view.landing


def drop(panel, data, point):
    """Drag something over a point of the outline and let it go there; return where it was going to land."""
    landing = drag_over(panel, data, point)
    QApplication.sendEvent(panel.view.viewport(), QDropEvent(QPointF(point), ACTIONS, data, LEFT, NO_KEY))
    return landing


def mime(kind, *identifiers):
    data = QMimeData()
    data.setData(kind, "\n".join(identifiers).encode())
    return data


# what is shown


def test_sections_show_what_reaches_the_audience_and_hide_the_rest_behind_a_count(panel):
    assert shown(panel, "asks-1") == ["declaration", "financing", "colombia", "rethink", "services"]
    others = panel.model.value(panel.model.index_of("others:asks-1"))
    assert others == OthersRow("asks-1", 4, revealed=False)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at(panel, "others:asks-1"))
    assert len(shown(panel, "asks-1")) == 9
    assert "asked of others" in panel.model.data(panel.model.index_of("placement:asylum"), Qt.ItemDataRole.AccessibleTextRole)


def test_another_audience_or_copy_shows_its_own_rows_and_opens_what_it_prints(panel, workspace):
    meeting = panel.model.index_of(section_of(panel, SectionRole.MEETING))
    assert not panel.view.isExpanded(meeting)
    workspace.show_copy(Copy.INTERNAL)
    assert panel.view.isExpanded(panel.model.index_of(section_of(panel, SectionRole.MEETING)))
    workspace.show_audience("united-states")
    assert "asylum" in shown(panel, "asks-1")
    assert panel.head.audience.text() == "Delegation of the United States"


def test_the_head_offers_the_master_first_then_the_audiences_in_their_order(panel, workspace):
    offered = [action.text() for action in panel.head.audience.menu().actions()]
    assert offered[:3] == ["All audiences", "Delegation of Mexico", "Delegation of Canada"]
    panel.head.audience.menu().actions()[0].trigger()
    assert workspace.audience == MASTER
    panel.head.copies.button(Copy.WORKING).click()
    assert workspace.copy is Copy.WORKING


def test_the_head_says_what_is_saved_on_which_paper_in_which_language_and_how_long(panel, workspace, tmp_path):
    panel.set_pages(2)
    assert panel.head.saved_line.text().endswith("Not saved yet")
    assert panel.head.paper_line.text() == "Letter · English · 2 pages"
    workspace.session.save(tmp_path / "x.briefpack")
    assert panel.head.saved_line.text().endswith("Saved")


def test_a_section_without_anything_says_what_to_do(small):
    panel = small("Asks: | Context: c1")
    empty = panel.model.index(0, 0, panel.model.index_of("section:s-asks"))
    assert panel.model.value(empty) == EmptyRow("s-asks", asks=True)
    assert panel.model.data(empty).startswith("Nothing asked yet. Drag an excerpt here")


def test_budgets_are_said_once_pages_are_laid_out(panel):
    index = panel.model.index_of("section:context-2")
    assert "1 page" in panel.model.data(index)
    panel.set_section_pages({"context-2": 1.4})
    assert "1.4 of 1 page. Over its budget" in panel.model.data(index)


# selection


def test_selecting_goes_both_ways_without_going_round(panel, workspace, qtbot):
    heard = []
    workspace.placement_selected.connect(heard.append)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at(panel, "placement:colombia"))
    assert (workspace.placement, heard) == ("colombia", ["colombia"])
    workspace.select_placement("voice-leaders")
    assert panel.view.chosen() == ("voice-leaders",)
    assert workspace.section == "context-2"
    press(panel, Key.Key_Up)
    assert workspace.placement == "opening"


def test_selecting_what_is_hidden_brings_it_to_light(panel, workspace):
    workspace.select_placement("asylum")
    assert panel.view.chosen() == ("asylum",)
    assert "asylum" in shown(panel, "asks-1")


def test_what_is_brought_into_view_is_clear_of_the_edges(panel, workspace):
    panel.resize(560, 420)
    QApplication.processEvents()
    view = panel.view
    for row in shown(panel, "asks-1") + shown(panel, "context-2"):
        workspace.select_placement(row)
        shown_at = view.visualRect(panel.model.index_of(f"placement:{row}"))
        assert shown_at.top() >= 8
        assert shown_at.bottom() + 8 <= view.viewport().height()


def test_a_row_shows_that_the_keyboard_is_on_it_to_who_uses_keys(panel):
    title = panel.model.index_of("front:title")
    panel.view.selectionModel().setCurrentIndex(title, panel.view.selectionModel().SelectionFlag.NoUpdate)
    at_rest = panel.view.grab(panel.view.visualRect(title)).toImage()
    panel.view.clearFocus()
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.view.grab(panel.view.visualRect(title)).toImage() != at_rest
    panel.view.clearFocus()
    panel.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert panel.view.grab(panel.view.visualRect(title)).toImage() == at_rest


def test_a_section_selected_is_where_the_library_places(panel, workspace):
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at(panel, "section:context-2"))
    assert (workspace.section, workspace.placement) == ("context-2", "")


def test_an_edit_elsewhere_keeps_what_is_selected_folded_and_scrolled(panel, workspace):
    workspace.select_placement("services")
    panel.view.collapse(panel.model.index_of(section_of(panel, SectionRole.SOURCES)))
    panel.view.verticalScrollBar().setValue(120)
    workspace.do(lambda held: editing.write_front(held, "title", "Another"))
    workspace.do(lambda held: editing.remove(held, ["fact-mexico"]))
    assert panel.view.chosen() == ("services",)
    assert not panel.view.isExpanded(panel.model.index_of(section_of(panel, SectionRole.SOURCES)))
    assert panel.view.verticalScrollBar().value() == 120


# moving and removing


def test_alt_and_arrows_move_past_the_next_one_shown_and_into_the_next_section(small, workspace):
    panel = small("Asks: r1 r2 | Context: c1 n1")
    workspace.select_placement("p-r1")
    press(panel, Key.Key_Down, Alt)
    assert placed(workspace, "s-asks") == ["p-r2", "p-r1"]
    assert panel.view.chosen() == ("p-r1",)
    press(panel, Key.Key_Down, Alt)
    assert (placed(workspace, "s-asks"), placed(workspace, "s-context")) == (["p-r2"], ["p-r1", "p-c1", "p-n1"])
    assert panel.view.chosen() == ("p-r1",)
    press(panel, Key.Key_Up, Alt)
    assert placed(workspace, "s-asks") == ["p-r2", "p-r1"]
    workspace.undo()
    workspace.undo()
    workspace.undo()
    assert placed(workspace, "s-asks") == ["p-r1", "p-r2"]


def test_moving_passes_over_what_the_audience_does_not_see(small, workspace):
    panel = small("Asks: r1 r3 r5", "canada")
    assert shown(panel, "s-asks") == ["p-r1", "p-r5"]
    workspace.select_placement("p-r5")
    press(panel, Key.Key_Up, Alt)
    assert shown(panel, "s-asks") == ["p-r5", "p-r1"]


def test_del_removes_what_is_selected_and_selects_what_follows(small, workspace):
    panel = small("Asks: r1 r2 r3 | Context: c1")
    workspace.select_placement("p-r1")
    press(panel, Key.Key_Down, Shift)
    assert panel.view.chosen() == ("p-r1", "p-r2")
    press(panel, Key.Key_Delete)
    assert placed(workspace, "s-asks") == ["p-r3"]
    assert (workspace.placement, panel.view.chosen()) == ("p-r3", ("p-r3",))
    workspace.undo()
    assert placed(workspace, "s-asks") == ["p-r1", "p-r2", "p-r3"]


def test_everything_shown_can_be_selected_at_once(small):
    panel = small("Asks: r1 r3 | Context: c1", "canada")
    press(panel, Key.Key_A, Ctrl)
    assert panel.view.chosen() == ("p-r1", "p-c1")


# drops


def test_placements_dropped_land_before_or_after_the_row_under_the_pointer(small, workspace):
    panel = small("Asks: r1 r2 r3 | Context: c1")
    lit = drop(panel, mime(PLACEMENTS, "p-r3"), at(panel, "placement:p-r1", 0.2))
    assert (lit.section, lit.index) == ("s-asks", 0)
    assert placed(workspace, "s-asks") == ["p-r3", "p-r1", "p-r2"]
    drop(panel, mime(PLACEMENTS, "p-r3", "p-r1"), at(panel, "placement:p-c1", 0.8))
    assert placed(workspace, "s-context") == ["p-c1", "p-r3", "p-r1"]
    assert panel.view.chosen() == ("p-r3", "p-r1")
    assert panel.view.landing is None


def test_excerpts_of_the_library_dropped_are_placed_and_selected(small, workspace, library):
    panel = small("Asks: r1 | Context:")
    excerpt = library.excerpts(library.documents()[0].id)[0]
    drop(panel, mime(EXCERPTS, excerpt.id), at(panel, "empty:s-context"))
    (new,) = placed(workspace, "s-context")
    assert editing.placement_of(workspace.pack, new).excerpts == (excerpt.id,)
    assert workspace.placement == new


def test_nothing_lands_where_only_the_notes_of_a_meeting_print(panel, workspace):
    workspace.show_copy(Copy.INTERNAL)
    panel.view.scrollToBottom()
    QApplication.processEvents()
    before, refused = workspace.pack, []
    workspace.refused.connect(refused.append)
    assert drop(panel, mime(PLACEMENTS, "declaration"), at(panel, section_of(panel, SectionRole.NUMBERS))) is None
    assert workspace.pack == before
    assert {fault.code for fault in refused} == {"section-made-of-notes"}


def test_the_landing_line_goes_when_the_drag_leaves(small):
    panel = small("Asks: r1 r2")
    data = mime(PLACEMENTS, "p-r2")
    assert drag_over(panel, data, at(panel, "placement:p-r1")) is not None
    assert panel.delegate.landing == "s-asks"
    QApplication.sendEvent(panel.view.viewport(), QDragLeaveEvent())
    assert panel.view.landing is None
    assert panel.delegate.landing == ""


def test_dragged_rows_travel_by_identifier_in_the_packs_order(small):
    panel = small("Asks: r1 r2 | Context: c1")
    indexes = [panel.model.index_of(f"placement:{each}") for each in ("p-c1", "p-r1")]
    data = panel.model.mimeData(indexes)
    assert bytes(data.data(PLACEMENTS).data()).decode().split("\n") == ["p-r1", "p-c1"]
    assert data.text().startswith("The government of Canada")


# editing in rows


def test_a_note_is_written_in_its_row_and_kept_by_enter(small, workspace):
    panel = small("Context: c1 n1")
    workspace.select_placement("p-n1")
    press(panel, Key.Key_F2)
    write(panel, "Other words.")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert panel.view.editor is None
    assert editing.placement_of(workspace.pack, "p-n1").text.text == "Other words."
    assert panel.view.hasFocus()
    workspace.undo()
    assert editing.placement_of(workspace.pack, "p-n1").text.text == "These words are our own."


def test_esc_restores_and_leaves_no_step(small, workspace):
    panel = small("Context: n1")
    workspace.select_placement("p-n1")
    press(panel, Key.Key_Return)
    write(panel, "Never mind")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Escape)
    assert panel.view.editor is None
    assert workspace.session.history.done == ()


def test_no_break_spaces_survive_the_editor(small, workspace):
    panel = small("Context: n1", texts={"n1": "7\u00a0millions\u202f!"})
    workspace.select_placement("p-n1")
    press(panel, Key.Key_F2)
    field = panel.view.editor.fields[0]
    QTest.keyClicks(field, " Oui.")
    QTest.keyClick(field, Key.Key_Return)
    assert editing.placement_of(workspace.pack, "p-n1").text.text == "7\u00a0millions\u202f! Oui."


def test_a_double_click_renames_a_section_and_an_empty_name_is_not_taken(small, workspace):
    panel = small("Asks: r1")
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at(panel, "section:s-asks"))
    write(panel, "What we ask")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert workspace.pack.sections[0].title.text == "What we ask"
    panel.rows.edit(panel.model.index_of("section:s-asks"))
    panel.view.editor.fields[0].clear()
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert workspace.pack.sections[0].title.text == "What we ask"


def test_the_packs_title_is_written_for_all_or_only_for_the_audience_shown(small, workspace):
    panel = small("Asks: r1", "canada")
    for words, only in (("For Canada", True), ("For all", False)):
        panel.rows.edit(panel.model.index_of("front:title"))
        write(panel, words)
        panel.view.editor.only.setChecked(only)
        QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
        assert workspace.pack.title.of("canada") == words
        assert workspace.pack.title.of("unhcr") == ("What leaders can do" if only else "For all")
    assert workspace.pack.title.other == {}


def test_the_master_writes_for_all_and_asks_no_question(small, workspace):
    panel = small("Asks: r1")
    panel.rows.edit(panel.model.index_of("front:bottom_line"))
    assert panel.view.editor.only.isHidden()
    write(panel, "")
    panel.view.editor.fields[0].clear()
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert workspace.pack.bottom_line.text == ""


def test_leaving_the_editor_keeps_what_was_written(small, workspace, qtbot):
    panel = small("Context: n1")
    workspace.select_placement("p-n1")
    press(panel, Key.Key_F2)
    write(panel, "Left.")
    panel.head.copies.button(Copy.INTERNAL).setFocus()
    qtbot.waitUntil(lambda: panel.view.editor is None)
    assert editing.placement_of(workspace.pack, "p-n1").text.text == "Left."


def test_an_ask_in_our_words_is_edited_lead_and_rest(small, workspace):
    panel = small("Asks: r1", wordings={"r1": Adapted("Open", "the door.")})
    workspace.select_placement("p-r1")
    press(panel, Key.Key_Return)
    write(panel, "Close")
    write(panel, "the window.", field=1)
    QTest.keyClick(panel.view.editor.fields[1], Key.Key_Return)
    assert editing.placement_of(workspace.pack, "p-r1").wording == Adapted("Close", "the window.")
    panel.commands.use_source_words(panel.model.value(panel.model.index_of("placement:p-r1")))
    assert editing.placement_of(workspace.pack, "p-r1").wording == Verbatim()


def test_enter_on_a_quote_opens_the_editor_it_was_given_in_the_row(qtbot, workspace):
    class Opened(QWidget):
        finished = Signal(bool)
        height_changed = Signal(int)

        def sizeHint(self):  # noqa: N802 - Qt's name
            return QSize(100, 222)

    opened = []

    def open_quote(placement, parent):
        opened.append((placement, Opened(parent)))
        return opened[-1][1]

    panel = OutlinePanel(workspace, open_quote)
    qtbot.addWidget(panel)
    panel.resize(560, 700)
    panel.show()
    workspace.select_placement("voice-leaders")
    press(panel, Key.Key_Return)
    ((placement, editor),) = opened
    assert (placement, panel.view.editor) == ("voice-leaders", editor)
    QApplication.processEvents()
    assert panel.view.visualRect(panel.model.index_of("placement:voice-leaders")).height() == 222
    editor.finished.emit(True)
    assert panel.view.editor is None
    QApplication.processEvents()
    assert panel.view.visualRect(panel.model.index_of("placement:voice-leaders")).height() != 222


def test_an_editor_goes_with_its_row(small, workspace):
    panel = small("Context: n1 c1")
    panel.rows.edit(panel.model.index_of("placement:p-n1"))
    workspace.do(lambda held: editing.remove(held, ["p-n1"]))
    assert panel.view.editor is None
    panel.rows.edit(panel.model.index_of("front:title"))
    workspace.replace_session(Session(workspace.session.library, pack("Asks: r1")))
    assert panel.view.editor is None


# adding


def test_a_note_is_in_the_pack_once_something_is_written(small, workspace):
    panel = small("Context: c1 c2")
    workspace.select_placement("p-c1")
    panel.commands.add_note()
    assert placed(workspace, "s-context") == ["p-c1", "p-c2"]
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Escape)
    assert shown(panel, "s-context") == ["p-c1", "p-c2"]
    panel.commands.add_note()
    write(panel, "Between them.")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    first, new, last = placed(workspace, "s-context")
    assert (first, last) == ("p-c1", "p-c2")
    assert isinstance(editing.placement_of(workspace.pack, new), NotePlacement)
    assert (workspace.placement, shown(panel, "s-context")) == (new, [first, new, last])
    workspace.undo()
    assert placed(workspace, "s-context") == ["p-c1", "p-c2"]


def test_a_heading_is_a_note_with_a_level(small, workspace):
    panel = small("Context: c1")
    panel.commands.add_heading()
    write(panel, "Why")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert editing.placement_of(workspace.pack, placed(workspace, "s-context")[-1]).level == 2


def test_a_key_figure_comes_from_the_excerpt_selected_and_a_wrong_number_stays_open(small, workspace):
    panel = small("Context: c2")
    workspace.select_placement("p-c2")
    refused = []
    workspace.refused.connect(refused.append)
    panel.commands.add_figure()
    write(panel, "33%")
    write(panel, "of new arrivals", field=1)
    QTest.keyClick(panel.view.editor.fields[1], Key.Key_Return)
    assert [fault.code for fault in refused] == ["figure-not-there"]
    assert panel.view.editor is not None
    write(panel, "32%")
    QTest.keyClick(panel.view.editor.fields[0], Key.Key_Return)
    assert panel.view.editor is None
    new = editing.placement_of(workspace.pack, placed(workspace, "s-context")[-1])
    assert isinstance(new, FigurePlacement)
    assert (new.number, new.label.text) == ("32%", "of new arrivals")


def test_a_key_figure_is_chosen_by_name_where_an_excerpt_states_several(small, workspace):
    panel = small("Context: c2")
    panel.view.menu_asked.emit(panel.model.index_of("placement:p-c2"), QPoint(0, 0))
    menu = next(each for each in panel.view.findChildren(QMenu) if each.isVisible() and each.title() == "")
    offers = next(each.menu() for each in menu.actions() if each.text() == workspace.words.say("window.outline.add-figure"))
    assert [action.text() for action in offers.actions()] == ["2022", "32%"]
    offers.actions()[1].trigger()
    assert panel.view.editor.texts() == ("32%", "")
    menu.close()


def test_a_key_figure_of_nothing_is_refused(small, workspace):
    panel = small("Context: n1")
    refused = []
    workspace.refused.connect(refused.append)
    panel.commands.add_figure()
    assert [fault.code for fault in refused] == ["figure-of-nothing"]


def test_a_picture_is_placed_with_its_bytes(small, workspace, tmp_path):
    panel = small("Context: c1")
    (tmp_path / "photo.png").write_bytes(PNG)
    panel.commands.add_image(tmp_path / "photo.png")
    new = editing.placement_of(workspace.pack, placed(workspace, "s-context")[-1])
    assert isinstance(new, ImagePlacement)
    assert workspace.session.media[new.media] == PNG
    refused = []
    workspace.refused.connect(refused.append)
    (tmp_path / "x.png").write_bytes(b"no picture")
    panel.commands.add_image(tmp_path / "x.png")
    assert [fault.code for fault in refused] == ["picture-unknown"]


def test_a_rows_menu_has_all_that_keys_do(small, workspace, qtbot):
    panel = small("Asks: r1 r2", wordings={"r1": Adapted("Open", "the door.")})
    panel.view.menu_asked.emit(panel.model.index_of("placement:p-r1"), QPoint(0, 0))
    menu = next(each for each in panel.view.findChildren(QMenu) if each.isVisible())
    named = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    for key in ("edit", "source-words", "move-up", "move-down", "remove", "add-note", "add-heading", "add-figure", "add-image"):
        assert workspace.words.say(f"window.outline.{key}") in named
    assert workspace.placement == "p-r1"
    menu.close()


def test_folding_a_section_by_its_chevron_and_by_key(panel):
    index = panel.model.index_of("section:asks-1")
    rect = panel.view.visualRect(index)
    assert isinstance(panel.model.value(index), SectionRow)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, rect.center().y()))
    assert not panel.view.isExpanded(index)
    press(panel, Key.Key_Space)
    assert panel.view.isExpanded(index)


def test_sections_a_person_folded_are_folded_when_the_pack_is_opened_again(panel, workspace, library, qtbot):
    def folded(outline):
        return {
            row.id
            for row in outline.model.outline.sections
            if not outline.view.isExpanded(outline.model.index_of(f"section:{row.id}"))
        }

    before = folded(panel)
    voices = panel.model.index_of_placement("voice-leaders").parent()
    identifier = panel.model.value(voices).id
    panel.view.collapse(voices)
    other = OutlinePanel(workspace)
    qtbot.addWidget(other)
    assert folded(other) == before | {identifier}
    workspace.replace_session(Session(library, pack("Voices: q1", id="another")))
    assert not folded(panel)


def test_unfolding_is_remembered_too_and_a_file_that_makes_no_sense_folds_nothing(app):
    memory = FoldedSections()
    for number in range(60):
        memory.keep(f"pack-{number}", ["one", "two"])
    assert memory.of("pack-59") == {"one", "two"}
    assert not memory.of("pack-3")
    memory.keep("pack-59", [])
    assert not FoldedSections().of("pack-59")
    QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat).setValue("outline/folded", 7)
    assert not FoldedSections().of("7")
