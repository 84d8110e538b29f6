"""Meeting notes written by hand: kept as each field is left, limits told and nothing refused, the whole form by keyboard."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from briefing_app.desktop.dialogs.meeting import MeetingDialog, open_meeting
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.session import Session
from tests.builders import pack


@pytest.fixture
def dialog(workspace, qtbot):
    made = open_meeting(workspace)
    qtbot.waitUntil(made.isActiveWindow)
    made.form.finish()
    yield made
    if isValid(made):
        made.close()


def notes(workspace, audience="mexico"):
    return workspace.pack.meetings[audience]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_what_is_written_is_kept_when_the_field_is_left_and_undone_by_name(dialog, workspace):
    before = workspace.pack
    where = dialog.form.lines["where"]
    where.setFocus()
    where.selectAll()
    QTest.keyClicks(where, "Room 4")
    assert notes(workspace).where != "Room 4"
    press(Qt.Key.Key_Tab)
    assert notes(workspace).where == "Room 4"
    assert workspace.session.history.done[-1].code == "write-meeting"
    workspace.undo()
    assert workspace.pack == before


def test_closing_keeps_what_is_half_written_and_shows_the_copy_it_is_for(dialog, workspace):
    assert workspace.copy is Copy.HAND_OVER
    dialog.form.private.setFocus()
    dialog.form.private.setPlainText("Listen first.\n\nThen ask.")
    press(Qt.Key.Key_Escape)
    assert notes(workspace).private == "Listen first.\nThen ask."
    assert workspace.copy is Copy.INTERNAL
    assert workspace.audience == "mexico"


def test_closing_without_a_word_changes_nothing(dialog, workspace):
    dialog.close()
    assert not workspace.session.history.done
    assert workspace.copy is Copy.HAND_OVER


def test_notes_left_before_all_their_rows_are_made_are_whole(workspace, qtbot):
    held = notes(workspace)
    dialog = open_meeting(workspace)
    assert len(dialog.form.points.rows) < len(held.talking_points)
    dialog.form.lines["where"].setText("Room 4")
    dialog.close()
    assert notes(workspace) == dataclasses.replace(held, where="Room 4")


def test_another_audience_has_notes_of_its_own(dialog, workspace):
    dialog.form.lines["lead"].setText("Ana Torres")
    dialog.audience.set_key("canada")
    dialog.audience.chosen.emit("canada")
    dialog.form.finish()
    assert notes(workspace, "mexico").lead == "Ana Torres"
    assert dialog.form.lines["lead"].text() == notes(workspace, "canada").lead != "Ana Torres"
    assert "Canada" in dialog.form.outcome.line()


def test_a_seventh_point_and_a_long_one_are_told_and_kept(dialog, workspace):
    points = dialog.form.points
    assert dialog.form.points_count.text() == "6 of 6"
    points.add.click()
    row = points.rows[-1]
    assert QApplication.focusWidget() is row.text
    QTest.keyClicks(row.text, "w" * 61)
    assert row.count.text() == "61 of 60"
    assert row.count.property("tone") == "warn"
    assert "61 letters" in row.count.toolTip()
    press(Qt.Key.Key_Return)
    assert dialog.form.points_count.text() == "7 of 6"
    assert dialog.form.points_count.property("tone") == "warn"
    assert notes(workspace).talking_points[-1].text == "w" * 61
    assert dialog.isVisible()


def test_enter_goes_to_the_next_row_and_makes_one_after_the_last(dialog):
    rows = dialog.form.ours.rows
    rows[-2].role.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is rows[-1].role
    count = len(rows)
    press(Qt.Key.Key_Return)
    assert len(dialog.form.ours.rows) == count + 1
    assert QApplication.focusWidget() is dialog.form.ours.rows[-1].role


def test_rows_move_by_alt_and_arrows_and_stay_where_the_keyboard_is(dialog, workspace):
    first, second = (row.text.text() for row in dialog.form.points.rows[:2])
    dialog.form.points.rows[1].text.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [point.text for point in notes(workspace).talking_points[:2]] == [second, first]
    assert QApplication.focusWidget().text() == second
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [point.text for point in notes(workspace).talking_points[:2]] == [second, first]


def test_a_row_taken_out_hands_the_keyboard_on(dialog, workspace):
    questions = dialog.form.questions
    kept = [question.question for question in notes(workspace).questions[1:]]
    questions.rows[0].remover.setFocus()
    press(Qt.Key.Key_Space)
    assert [question.question for question in notes(workspace).questions] == kept
    assert QApplication.focusWidget() is questions.rows[0].question
    for _ in kept:
        questions.rows[0].remover.click()
    assert QApplication.focusWidget() is questions.add


def test_tab_meets_every_field_in_the_order_it_is_seen_in(dialog, qtbot):
    form = dialog.form
    form.points.append()
    form.points.move_row(form.points.rows[-1], -1)
    QApplication.processEvents()
    form.lines["when"].setFocus()
    met = [QApplication.focusWidget()]
    while (now := (press(Qt.Key.Key_Tab), QApplication.focusWidget())[1]) is not met[0]:
        met.append(now)
        assert len(met) < 120
    lists = (form.theirs, form.ours, form.points, form.questions)
    expected = [*form.lines.values(), form.outcome]
    for each in lists:
        expected += [field for row in each.rows for field in (*row.stops, row.remover)] + [each.add]
    expected.append(form.private)
    assert met[: len(expected)] == expected


def test_an_answer_says_how_likely_its_question_is_and_what_it_stands_on(dialog, workspace):
    row = dialog.form.questions.rows[0]
    held = notes(workspace).questions[0]
    assert (row.likelihood.key, row.source.key) == (held.likelihood, held.excerpt)
    row.likelihood.set_key("defensive")
    row.likelihood.chosen.emit("defensive")
    row.source.set_key("")
    row.source.chosen.emit("")
    changed = notes(workspace).questions[0]
    assert (changed.likelihood, changed.excerpt, changed.question) == ("defensive", None, held.question)


def test_the_master_opens_the_first_audience_and_a_pack_for_nobody_none(app, workspace, library, words):
    workspace.show_audience(MASTER)
    dialog = open_meeting(workspace)
    assert dialog.audience.key == "mexico"
    dialog.close()
    assert open_meeting(Workspace(Session(library, pack(audiences="")), words)) is None


@pytest.mark.parametrize("size", [(1440, 900), (960, 600)])
def test_the_notes_are_a_sheet_within_their_window(app, workspace, qtbot, size):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    dialog = open_meeting(workspace, window)
    assert isinstance(dialog, Sheet)
    assert window.geometry().contains(dialog.geometry())
    assert not dialog.area.verticalScrollBar().value()
    dialog.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_to_be_read_out(app, sample_session, language):
    dialog = MeetingDialog(Workspace(sample_session, Words(language)))
    dialog.form.finish()
    stops = [field for each in (dialog.form.points, dialog.form.questions, dialog.form.ours) for field in each.rows[0].stops]
    for field in (*dialog.form.lines.values(), dialog.form.outcome, dialog.form.private, *stops, dialog.audience):
        assert field.accessibleName()
    dialog.close()
