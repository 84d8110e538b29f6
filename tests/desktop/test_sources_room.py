"""The Sources room by mouse and keyboard, on real widgets over a real library."""

import dataclasses
import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QToolButton

from briefing_app.desktop.dialogs.keys import IN_WORDS
from briefing_app.desktop.looking import Looking
from briefing_app.desktop.models.sources_model import Role, SourcesModel
from briefing_app.desktop.panels.card_form import CardForm
from briefing_app.desktop.panels.inspector_panel import InspectorPanel
from briefing_app.desktop.panels.reading_panel import ReadingPanel
from briefing_app.desktop.panels.sources_panel import SourcesPanel
from briefing_app.desktop.sources_room import SourcesRoom
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing, new_id, original
from briefing_app.domain.source import Basis, SourceDocument
from briefing_app.paths import resource
from briefing_app.reading.entry import read_bytes
from briefing_app.workbench.cards import Field
from briefing_app.workbench.session import Session
from briefing_app.workbench.workers import Worker
from tests.builders import pack

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def looking(app, library, words):
    workspace = Workspace(Session(library, pack("Asks: r1")), words)
    made = Looking(workspace)
    yield made
    made.deleteLater()
    workspace.deleteLater()


@pytest.fixture
def room(qtbot, looking):
    worker = Worker()
    tasks = Tasks(worker)
    made = SourcesRoom(SourcesPanel(looking), ReadingPanel(looking, tasks), InspectorPanel(looking, CardForm(looking)))
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    tasks.close()
    worker.close()


@pytest.fixture
def statement(room, looking, library):
    """Return the press statement, opened, with the keyboard on its words."""
    document = library.documents()[0]
    looking.open(document.id)
    room.reading.text.setFocus()
    return document


def of_kind(looking, kind):
    return [each for each in looking.source.excerpts if each.kind is kind]


def place_of(text, words):
    """Return the middle of some words in the viewport."""
    at = text.seen.text.index(words)
    first, last = text.line_rect(at), text.line_rect(at + len(words), before=True)
    assert first.top() == last.top()
    return QPointF((first.left() + last.left()) / 2, first.center().y()).toPoint()


def select(text, words):
    """Select words as a person does with the mouse: Qt's own selection is what counts."""
    at = text.seen.text.index(words)
    cursor = text.textCursor()
    cursor.setPosition(text.at_qt(at))
    cursor.setPosition(text.at_qt(at + len(words)), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_the_tree_keeps_qts_contract_while_excerpts_come_and_go(looking, room, library):
    model = room.sources.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document = library.documents()[0]
    looking.open(document.id)
    index = model.document_index(document.id)
    before = model.rowCount(index)
    looking.select(looking.source.excerpts[2].id)
    looking.reject()
    assert model.rowCount(index) == before - 1
    looking.workspace.undo()
    assert model.rowCount(index) == before
    looking.workspace.remove_document("remove-document", document.id)
    assert model.rowCount() == 1
    looking.workspace.undo()
    assert model.rowCount() == 2


def test_a_document_says_aloud_what_was_found_in_it(library, words):
    model = SourcesModel(library, words)
    model.show(library)
    spoken = model.index(1, 0).data(SPOKEN)
    assert "A Fractured Response" in spoken
    assert "damaged" in spoken


def test_a_click_on_a_document_opens_it_and_shows_its_words(qtbot, looking, room, library):
    tree = room.sources.tree
    index = room.sources.model.index(1, 0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
    document = library.documents()[1]
    assert looking.document == document.id
    assert tree.isExpanded(index)
    qtbot.waitUntil(lambda: room.reading.text.toPlainText().count("\n") == len(room.reading.text.seen.blocks) - 1)


def test_the_chevron_opens_a_document_without_turning_to_it(qtbot, looking, room, statement):
    tree = room.sources.tree
    index = room.sources.model.index(1, 0)
    corner = QPoint(20, tree.visualRect(index).top() + 20)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert tree.isExpanded(index)
    assert looking.document == statement.id


def test_searching_leaves_the_documents_that_hold_the_words(qtbot, looking, room):
    room.sources.search.setText("compact initiatives")
    qtbot.waitUntil(lambda: room.sources.model.rowCount() == 1)
    room.sources.search.setText("zebra")
    qtbot.waitUntil(room.sources.nothing.isVisible)
    room.sources.search.clear()
    qtbot.waitUntil(lambda: room.sources.model.rowCount() == 2)


def test_clicking_a_passage_selects_the_excerpt_and_its_row(qtbot, looking, room, statement):
    text = room.reading.text
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    words = text.seen.seen(ask.span).of(text.seen.text)[:20]
    text.choose(text.seen.seen(ask.span))
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(text, words))
    assert looking.excerpt == ask.id
    assert room.sources.tree.currentIndex().data(Role.ID) == ask.id
    assert room.inspector.words.accessibleName().startswith(words)


def test_selected_words_and_r_make_a_recommendation_of_exactly_those_words(qtbot, looking, room, statement, library):
    text = room.reading.text
    select(text, "Temporary humanitarian parole measures")
    qtbot.keyClick(text, Qt.Key.Key_R)
    made = looking.selected
    assert made.kind is ExcerptKind.RECOMMENDATION
    assert original(made, library.reading(made.reading)) == "Temporary humanitarian parole measures"
    looking.workspace.undo()
    assert looking.selected is None
    assert made.id not in {each.id for each in looking.source.excerpts}


def test_a_letter_turns_the_selected_excerpt_into_another_kind(qtbot, looking, room, statement):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    qtbot.keyClick(room.reading.text, Qt.Key.Key_C)
    assert (looking.selected.kind, looking.selected.standing) == (ExcerptKind.CONTEXT, Standing.EDITED)
    assert room.inspector.kinds.value is ExcerptKind.CONTEXT


def test_letters_do_nothing_when_they_are_turned_off(qtbot, looking, room, statement):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    room.reading.turn_letters(on=False)
    assert "(R)" not in room.reading.keys["R"].accessibleName()
    assert room.reading.keys["Enter"].accessibleName().endswith(")")
    qtbot.keyClick(room.reading.text, Qt.Key.Key_C)
    assert looking.selected == ask


def test_shift_and_the_arrows_move_an_edge_by_a_word(qtbot, looking, room, statement, library):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    whole = original(ask, library.reading(ask.reading))
    qtbot.keyClick(room.reading.text, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shorter = original(looking.selected, library.reading(ask.reading))
    assert shorter.split() == whole.split()[:-1]
    alt_shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(room.reading.text, Qt.Key.Key_Right, alt_shift)
    assert original(looking.selected, library.reading(ask.reading)).split() == whole.split()[1:-1]
    assert [looking.workspace.undo() for _ in range(2)] == [True, True]
    assert looking.selected == ask


def test_a_handle_is_dragged_to_another_word(qtbot, looking, room, statement, library):
    text = room.reading.text
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    start = text.line_rect(text.chosen.start)
    words = text.chosen.of(text.seen.text).split()
    target = place_of(text, " ".join(words[:3])[-len(words[2]) :])
    grip = QPoint(round(start.left()), round(start.center().y()))
    qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(text.viewport(), target)
    qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert original(looking.selected, library.reading(ask.reading)).split()[0] == words[2]
    assert looking.selected.span.end == ask.span.end


def test_k_confirms_and_goes_on_until_all_are_looked_at(qtbot, looking, room, statement):
    room.reading.text.setFocus()
    qtbot.keyClick(room.reading.text, Qt.Key.Key_N)
    for _ in range(looking.source.of):
        qtbot.keyClick(room.reading.text, Qt.Key.Key_K)
    assert looking.source.looked_at == looking.source.of
    said = [label.text() for label in room.reading.findChildren(QLabel)]
    assert f"{looking.source.of} of {looking.source.of} looked at" in said


def test_delete_takes_a_wrong_suggestion_out_of_sight_and_undo_brings_it_back(qtbot, looking, room, statement, library):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    qtbot.keyClick(room.reading.text, Qt.Key.Key_Delete)
    assert library.excerpt(ask.id).standing is Standing.REJECTED
    assert looking.selected is None
    looking.workspace.undo()
    assert library.excerpt(ask.id) == ask


def test_enter_asks_for_the_selected_excerpt_to_be_placed(qtbot, looking, room, statement):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    with qtbot.waitSignal(room.reading.place_asked) as asked:
        qtbot.keyClick(room.reading.text, Qt.Key.Key_Return)
    assert asked.args == [ask.id]


def test_an_addressee_is_taken_off_and_another_added(qtbot, looking, room, statement):
    ask = next(each for each in of_kind(looking, ExcerptKind.RECOMMENDATION) if len(each.addressees) > 1)
    looking.select(ask.id)
    chips = room.inspector.asked
    names = [each.words for each in ask.addressees]
    off = next(each for each in chips.findChildren(QToolButton) if names[0] in each.accessibleName() and not each.isHidden())
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert [each.words for each in looking.selected.addressees] == names[1:]
    qtbot.mouseClick(chips.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(chips.field, "The World Food Programme")
    qtbot.keyClick(chips.field, Qt.Key.Key_Return)
    assert [each.words for each in looking.selected.addressees] == [*names[1:], "The World Food Programme"]


def test_who_said_it_is_put_right_in_its_field(qtbot, looking, room, statement):
    quote = of_kind(looking, ExcerptKind.QUOTE)[0]
    looking.select(quote.id)
    field = room.inspector.said["role"]
    field.selectAll()
    qtbot.keyClicks(field, "Director")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert looking.selected.attribution == dataclasses.replace(quote.attribution, role="Director", spans=())


def test_a_card_is_put_right_and_what_is_not_understood_is_said_beside_it(qtbot, looking, room, statement, library):
    form = room.inspector.card
    field = form.fields[Field.DATE]
    field.selectAll()
    qtbot.keyClicks(field, "someday")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert any("someday" in label.text() and label.isVisible() for label in form.findChildren(QLabel))
    assert library.document(statement.id).card == statement.card
    field.selectAll()
    qtbot.keyClicks(field, "16 January 2023")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    date = library.document(statement.id).card.date
    assert (date.value, date.basis) == (PartialDate(2023, 1, 16), Basis.TYPED)
    assert field.text() == "2023-01-16"


def test_another_pack_begins_the_room_anew(looking, room, statement, library):
    looking.workspace.replace_session(Session(library, pack("Asks: r1")))
    assert looking.document == ""
    assert room.reading.text.seen is None


def test_words_copied_keep_their_no_break_spaces(looking, room, statement):
    text = room.reading.text
    words = text.seen.text[:40]
    select(text, words)
    assert text.createMimeDataFromSelection().text() == words


def test_what_is_doubtful_comes_first_on_demand_and_n_follows_that_order(qtbot, looking, room, statement):
    qtbot.mouseClick(room.sources.doubtful, Qt.MouseButton.LeftButton)
    index = room.sources.model.document_index(statement.id)
    shown = [room.sources.model.index(row, 0, index).data(Role.ID) for row in range(room.sources.model.rowCount(index))]
    by_id = {each.id: each for each in looking.source.excerpts}
    sure = [by_id[each].confidence for each in shown]
    assert sure == sorted(sure)
    qtbot.keyClick(room.reading.text, Qt.Key.Key_N)
    assert looking.excerpt == shown[0]
    qtbot.keyClick(room.reading.text, Qt.Key.Key_K)
    assert looking.excerpt == shown[1]
    again = [room.sources.model.index(row, 0, index).data(Role.ID) for row in range(room.sources.model.rowCount(index))]
    assert again[-1] == shown[0], "what was looked at stands last"
    qtbot.mouseClick(room.sources.doubtful, Qt.MouseButton.LeftButton)
    starts = [by_id[room.sources.model.index(row, 0, index).data(Role.ID)].span.start for row in range(len(shown))]
    assert starts == sorted(starts)


def test_readme_and_the_keyboard_page_tell_the_keys_of_the_reading_view(words):
    readme = (resource().parent / "README.md").read_text("utf-8")
    table = readme.partition("| key in a source | what it does |")[2].partition("\n\n")[0]
    told = re.findall(r"^\| `([^`]+)` \| (.+?) \|$", table, re.MULTILINE)
    assert told == [(key, words.say(f"window.keys.{does}")) for key, does in IN_WORDS]


def test_every_key_of_the_reading_view_is_on_a_button_or_in_its_tooltip(room):
    caps = {button.accessibleName() for button in room.reading.keys.values()}
    for letter in ("R", "Q", "C", "K", "N"):
        assert any(cap.endswith(f"({letter})") for cap in caps)
    assert "Alt" in room.reading.keys["Shift →"].toolTip()


def test_the_button_one_word_more_does_what_its_key_does(qtbot, looking, room, statement, library):
    ask = of_kind(looking, ExcerptKind.RECOMMENDATION)[0]
    looking.select(ask.id)
    qtbot.keyClick(room.reading.text, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(room.reading.keys["Shift →"], Qt.MouseButton.LeftButton)
    whole, now = (original(each, library.reading(ask.reading)).split() for each in (ask, looking.selected))
    assert (len(now), now[:-1]) == (len(whole), whole[:-1])


def long_paper(looking, library):
    """Bring in a paper of many paragraphs, each of them suggested as context, and return it."""
    text = "# A long paper\n\n" + "\n\n".join(f"In paragraph {number} the wardens count the ferries." for number in range(900))
    read = read_bytes(text.encode(), "long.md")
    document = SourceDocument(new_id(), "long.md", read.reading.file, read.reading.id, read.card)
    suggested = [
        Excerpt(new_id(), document.id, read.reading.id, block.span, ExcerptKind.CONTEXT, standing=Standing.SUGGESTED, rule="fact")
        for block in read.reading.blocks
        if block.number
    ]
    library.add(document, read.reading, read.data)
    library.put_excerpts(document.id, suggested)
    looking.workspace.session.imported()
    return document


def test_a_long_paper_is_opened_in_turns_and_another_can_be_opened_meanwhile(qtbot, looking, room, library):
    document, other = long_paper(looking, library), library.documents()[0]
    looking.open(document.id)
    assert room.reading.text.seen is None
    looking.open(other.id)
    assert room.reading.text.seen.reading.id == other.reading
    looking.open(document.id)
    text, model = room.reading.text, room.sources.model
    qtbot.waitUntil(lambda: text.seen is not None and text.seen.reading.id == document.reading)
    qtbot.waitUntil(lambda: model.rowCount(model.document_index(document.id)) == 900)
    assert len(text.marks) == 900


def test_an_edit_in_a_long_paper_changes_its_row_and_its_mark_alone(qtbot, looking, room, library):
    document = long_paper(looking, library)
    looking.open(document.id)
    text, model = room.reading.text, room.sources.model
    qtbot.waitUntil(lambda: len(text.marks) == 900 and model.rowCount(model.document_index(document.id)) == 900)
    before, told = text.marks, []
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row(), first.parent().isValid())))
    looking.select(looking.source.excerpts[500].id)
    looking.edit("edit-excerpt", lambda excerpt: dataclasses.replace(excerpt, kind=ExcerptKind.QUOTE, standing=Standing.EDITED))
    assert (500, 500, True) in told
    assert [number for number, (a, b) in enumerate(zip(before, text.marks, strict=True)) if a is not b] == [500]
    assert model.excerpt_index(document.id, looking.excerpt).data(Role.FOUND).excerpt.kind is ExcerptKind.QUOTE
    looking.reject()
    assert model.rowCount(model.document_index(document.id)) == len(text.marks) == 899
    looking.workspace.undo()
    assert model.rowCount(model.document_index(document.id)) == len(text.marks) == 900
