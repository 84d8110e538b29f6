"""A quotation opened to be trimmed, on the real widget: by keyboard, by mouse, and what reaches the pack."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.desktop.widgets.insertion_field import InsertionField
from briefing_app.desktop.widgets.trim_editor import TrimEditor
from briefing_app.desktop.widgets.trim_view import KEYS
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER
from briefing_app.domain.pack import Adapted, Verbatim
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench import editing, trimming
from briefing_app.workbench.session import Session
from briefing_app.workbench.trimming import Place
from tests.builders import pack
from tests.checks.looking import place_of, readings

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NIGHT = "“A\u00a0shelter is not a solution 🙂; it is a 🏕\u00a0night’s sleep. We must not forget it.”"
LONG = "“Leaders have a chance to act. One two three four five six seven eight nine ten eleven twelve thirteen. We go on.”"
PACK = pack("Voices: q1 q4+q5 | Context: c1 n1", texts={"q1": NIGHT, "q4": LONG, "q5": "“Then we rest.”"})


class Bench:
    """A workspace and the editor open in it, with what it has told."""

    def __init__(self, qtbot, library, made, placement, language="en", audience=MASTER):
        self.qtbot = qtbot
        self.workspace = Workspace(Session(library, made), Words(language))
        self.workspace.show_audience(audience)
        self.editor = TrimEditor(self.workspace, placement)
        qtbot.addWidget(self.editor)
        self.finished, self.heights = [], []
        self.editor.finished.connect(self.finished.append)
        self.editor.height_changed.connect(self.heights.append)
        self.editor.height_changed.connect(lambda height: self.editor.resize(self.editor.width(), height))
        self.editor.resize(560, self.editor.heightForWidth(560))
        with qtbot.waitActive(self.editor):
            self.editor.show()
            self.editor.activateWindow()
        self.editor.setFocus()

    @property
    def view(self):
        return self.editor.view

    @property
    def text(self):
        return self.view.display.text

    @property
    def printed(self):
        return " / ".join(each.words for each in trimming.printed(self.editor.trimming))

    def choose(self, words):
        start = self.text.index(words)
        self.view.choose(start, start + len(words))

    def at(self, words):
        start = self.text.index(words)
        self.view.choose(start, start)

    def press(self, key, modifier=Modifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def point(self, words, within=1):
        """Return where in the view the code point stands that is ``within`` the words."""
        middle = self.view.rectangle(self.text.index(words) + within).center()
        return middle - self.view.viewport().pos() + QPoint(1, 0)

    def drag(self, first, last):
        port = self.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=self.point(first))
        QTest.mouseMove(port, self.point(last))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=self.point(last))


@pytest.fixture
def shelf(tmp_path):
    with open_library(tmp_path / "library.briefinglibrary") as made:
        yield made


@pytest.fixture
def bench(app, qtbot, shelf):
    def opened(placement="p-q1", made=PACK, language="en", audience=MASTER):
        return Bench(qtbot, shelf, made, placement, language, audience)

    return opened


class TestByKeyboard:
    def test_delete_leaves_out_what_is_selected(self, bench):
        bench = bench()
        bench.choose("it is a 🏕\u00a0night’s sleep")
        bench.press(Key.Key_Delete)
        assert bench.printed == "A\u00a0shelter is not a solution 🙂; […]. We must not forget it."
        assert "it is a 🏕\u00a0night’s sleep […]" in bench.text
        assert bench.editor.head.grade.accessibleName() == "Marked"

    def test_delete_without_a_selection_leaves_out_the_word_at_the_caret(self, bench):
        bench = bench()
        bench.at("leep")
        bench.press(Key.Key_Delete)
        assert "🏕\u00a0night’s […]." in bench.printed

    def test_insert_puts_back_what_the_caret_stands_in(self, bench):
        bench = bench()
        bench.choose("night’s")
        bench.press(Key.Key_Delete)
        bench.at("ght’s")
        bench.press(Key.Key_Insert)
        assert bench.printed == NIGHT.strip("“”")
        assert bench.editor.head.grade.accessibleName() == "Exact"

    def test_shift_and_arrows_select_whole_words(self, bench):
        bench = bench()
        bench.at("solution")
        bench.press(Key.Key_Right, Modifier.ShiftModifier)
        start, end = bench.view.selection()
        assert bench.text[start:end] == "solution"
        bench.press(Key.Key_Right, Modifier.ShiftModifier)
        bench.press(Key.Key_Right, Modifier.ShiftModifier)
        start, end = bench.view.selection()
        assert bench.text[start:end].startswith("solution 🙂")
        for _ in range(4):
            bench.press(Key.Key_Left, Modifier.ShiftModifier)
        start, end = bench.view.selection()
        assert bench.text[start:end].strip() == "a"

    def test_a_letter_opens_the_field_with_it_and_enter_puts_the_words_in_brackets(self, bench):
        bench = bench()
        bench.at("sleep")
        bench.type("p")
        bench.type("eaceful")
        bench.press(Key.Key_Return)
        assert "🏕\u00a0night’s [peaceful] sleep" in bench.printed
        assert bench.view.hasFocus()

    def test_a_bracket_opens_the_field_empty_and_brackets_are_not_taken(self, bench):
        bench = bench()
        bench.at("sleep")
        bench.type("[")
        assert QApplication.focusWidget().text() == ""
        bench.type("[deep] ")
        bench.press(Key.Key_Enter)
        assert "night’s [deep] sleep" in bench.printed

    def test_a_bracket_typed_with_alt_gr_opens_the_field_too(self, bench):
        bench = bench()
        bench.at("sleep")
        alt_gr = Modifier.ControlModifier | Modifier.AltModifier
        QApplication.sendEvent(bench.view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_BracketLeft, alt_gr, "["))
        assert isinstance(QApplication.focusWidget(), InsertionField)
        bench.press(Key.Key_Escape)

    def test_escape_in_the_field_lets_its_words_go_and_nothing_else(self, bench):
        bench = bench()
        bench.at("sleep")
        bench.type("x")
        bench.press(Key.Key_Escape)
        assert bench.printed == NIGHT.strip("“”")
        assert bench.finished == []
        assert bench.view.hasFocus()

    def test_alt_c_changes_the_case_and_changes_it_back(self, bench):
        bench = bench()
        bench.at("solution")
        bench.press(Key.Key_C, Modifier.AltModifier)
        assert "a [S]olution" in bench.printed
        assert "a [S]olution" in bench.text
        bench.press(Key.Key_C, Modifier.AltModifier)
        assert bench.printed == NIGHT.strip("“”")

    def test_steps_are_undone_and_redone_inside(self, bench):
        bench = bench()
        bench.choose("a solution")
        bench.press(Key.Key_Delete)
        trimmed = bench.printed
        bench.press(Key.Key_Z, Modifier.ControlModifier)
        assert bench.printed == NIGHT.strip("“”")
        bench.press(Key.Key_Y, Modifier.ControlModifier)
        assert bench.printed == trimmed
        assert bench.workspace.session.history.done == ()

    def test_escape_restores_and_closes(self, bench):
        bench = bench()
        bench.choose("a solution")
        bench.press(Key.Key_Delete)
        bench.press(Key.Key_Escape)
        assert bench.finished == [False]
        assert bench.workspace.pack == PACK

    def test_control_enter_keeps_it_as_one_named_step(self, bench):
        bench = bench()
        bench.choose("a solution")
        bench.press(Key.Key_Delete)
        bench.press(Key.Key_Return, Modifier.ControlModifier)
        assert bench.finished == [True]
        (step,) = bench.workspace.session.history.done
        assert step.code == "trim"
        assert isinstance(editing.placement_of(bench.workspace.pack, "p-q1").wording, Verbatim)
        bench.workspace.undo()
        assert bench.workspace.pack == PACK

    def test_nothing_changed_leaves_no_step(self, bench):
        bench = bench()
        bench.press(Key.Key_Return, Modifier.ControlModifier)
        assert bench.finished == [False]
        assert bench.workspace.session.history.done == ()

    @pytest.mark.parametrize("keys", KEYS)
    def test_its_keys_come_before_the_windows_shortcuts(self, bench, keys):
        from PySide6.QtGui import QKeySequence

        bench = bench()
        pressed = QKeySequence(keys)[0]
        event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
        event.ignore()
        QApplication.sendEvent(bench.view, event)
        assert event.isAccepted()

    def test_other_shortcuts_are_left_to_the_window(self, bench):
        bench = bench()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_S, Modifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(bench.view, event)
        assert not event.isAccepted()

    def test_tab_goes_through_the_buttons(self, bench):
        bench = bench()
        reached = set()
        for _ in range(12):
            bench.press(Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert bench.editor.foot.done in reached


class TestByMouse:
    def test_dragging_selects_whole_words_and_a_button_leaves_them_out(self, bench):
        bench = bench()
        bench.drag("solution", "is a 🏕")
        start, end = bench.view.selection()
        assert bench.text[start:end] == "solution 🙂; it is"
        leave_out = next(iter(bench.editor.foot.buttons.values()))
        QTest.mouseClick(leave_out, Qt.MouseButton.LeftButton)
        assert bench.printed.startswith("A\u00a0shelter is not a […] a 🏕")
        assert bench.view.hasFocus()

    def test_dragging_back_selects_from_the_word_it_began_in(self, bench):
        bench = bench()
        bench.drag("sleep", "night’s")
        start, end = bench.view.selection()
        assert bench.text[start:end] == "night’s sleep"

    def test_a_double_click_selects_a_word(self, bench):
        bench = bench()
        QTest.mouseDClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.point("night’s", 2))
        start, end = bench.view.selection()
        assert bench.text[start:end] == "night’s"

    def test_a_long_omission_closes_and_a_click_opens_it(self, bench):
        bench = bench("p-q4")
        long = "One two three four five six seven eight nine ten eleven twelve thirteen."
        bench.choose(long)
        bench.press(Key.Key_Delete)
        assert "[…] 13 words left out We go on" in bench.text
        QTest.mouseClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.point("13 words", 4))
        assert f"{long} […]" in bench.text
        bench.at("three four")
        bench.press(Key.Key_Return)
        assert long not in bench.text

    def test_the_cross_restores_and_closes(self, bench):
        bench = bench()
        QTest.mouseClick(bench.editor.head.close_button, Qt.MouseButton.LeftButton)
        assert bench.finished == [False]

    def test_buttons_are_offered_where_they_would_change_something(self, bench):
        bench = bench()
        leave_out, put_back, add, case = bench.editor.foot.buttons.values()
        bench.at("solution")
        assert [button.isEnabled() for button in (leave_out, put_back, add, case)] == [True, False, True, True]
        QTest.mouseClick(leave_out, Qt.MouseButton.LeftButton)
        bench.at("olution")
        assert [button.isEnabled() for button in (put_back, case)] == [True, False]


class TestWords:
    def test_what_is_copied_has_its_no_break_spaces(self, bench):
        bench = bench()
        bench.choose("🏕\u00a0night’s")
        bench.press(Key.Key_C, Modifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "🏕\u00a0night’s"

    def test_every_position_is_told_both_ways_beyond_the_first_plane(self, bench):
        bench = bench()
        for position in range(len(bench.text) + 1):
            bench.view.choose(position, position)
            assert bench.view.caret() == position
        end = QTextCursor(bench.view.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        assert end.position() == len(bench.text.encode("utf-16-le")) // 2

    def test_words_left_out_are_struck_and_damage_is_waved(self, bench):
        reading = PACK.reading("reading-statement")
        made = readings(PACK, reading.id, damage=(Damage(DamageKind.GARBLED, place_of(PACK, "q1", "forget it")),))
        bench = bench(made=made)
        bench.choose("shelter")
        bench.press(Key.Key_Delete)
        assert look(bench, "helter").fontStrikeOut()
        assert not look(bench, "solution").fontStrikeOut()
        assert look(bench, "forget").underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline

    def test_stretches_of_a_turn_stand_in_paragraphs_of_their_own(self, bench):
        bench = bench("p-q4")
        assert bench.view.document().blockCount() == 2
        bench.choose("Then we rest.")
        bench.press(Key.Key_Delete)
        assert bench.printed == LONG.strip("“”")

    def test_words_adapted_so_far_open_as_the_sources_own(self, bench):
        adapted = editing.reword(PACK, "p-q1", Adapted("Act now.")).pack
        bench = bench(made=adapted)
        assert bench.text == NIGHT

    def test_a_note_is_not_to_be_trimmed(self, shelf):
        with pytest.raises(KeyError):
            TrimEditor(Workspace(Session(shelf, PACK), Words("en")), "p-n1")


def look(bench, words):
    cursor = QTextCursor(bench.view.document())
    before = bench.text[: bench.text.index(words)]
    cursor.setPosition(len(before.encode("utf-16-le")) // 2 + 1)
    return cursor.charFormat()


class TestTurning:
    def trimmed(self, bench):
        bench = bench()
        bench.choose("not forget")
        bench.press(Key.Key_Delete)
        return bench

    def test_without_an_answer_it_cannot_be_kept_and_says_why(self, bench):
        bench = self.trimmed(bench)
        assert not bench.editor.foot.done.isEnabled()
        assert bench.editor.turning.sentence == "Leaving out “not” may turn the meaning."
        assert bench.editor.foot.done.toolTip() == bench.editor.turning.sentence
        assert bench.editor.turning.isVisible()

    def test_the_question_shows_the_sentence_and_waits_for_name_and_reason(self, bench):
        bench = self.trimmed(bench)
        dialog = bench.editor.ask()
        assert "<b>not</b>" in dialog.source.text()
        assert dialog.printed.text() == "We must […] it.”"
        assert not dialog.confirm.isEnabled()
        dialog.who.setText("A. Diallo")
        assert not dialog.confirm.isEnabled()
        dialog.reason.setText("Said again below")
        QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
        assert bench.editor.foot.done.isEnabled()
        assert bench.editor.turning.sentence == ""

    def test_the_name_is_remembered(self, bench):
        bench = self.trimmed(bench)
        bench.editor.ask().answered.emit("A. Diallo", "why")
        close_dialogs()
        bench.choose("not a solution")
        bench.press(Key.Key_Delete)
        dialog = bench.editor.ask()
        assert dialog.who.text() == "A. Diallo"
        dialog.reject()

    def test_an_answer_is_kept_with_the_edit_and_undone_with_it(self, bench):
        bench = self.trimmed(bench)
        bench.editor.ask().answered.emit("A. Diallo", "why")
        close_dialogs()
        bench.press(Key.Key_Return, Modifier.ControlModifier)
        (given,) = editing.placement_of(bench.workspace.pack, "p-q1").confirmations
        assert (given.who, given.reason) == ("A. Diallo", "why")
        bench.workspace.undo()
        assert bench.workspace.pack == PACK

    def test_what_nobody_answered_for_is_in_the_recovery_copy_until_it_is_let_go(self, bench):
        bench = self.trimmed(bench)
        copy = bench.workspace.pack_as_typed
        assert trimming.turning(trimming.opened(copy, "p-q1")), "what turns the meaning is still to be answered for"
        assert bench.workspace.pack == PACK
        bench.press(Key.Key_Escape)
        assert bench.workspace.pack_as_typed is bench.workspace.pack

    def test_control_enter_asks_first(self, bench):
        bench = self.trimmed(bench)
        bench.press(Key.Key_Return, Modifier.ControlModifier)
        assert bench.finished == []
        assert close_dialogs() == 1

    def test_nothing_left_cannot_be_kept(self, bench):
        bench = bench()
        bench.choose(NIGHT)
        bench.press(Key.Key_Delete)
        assert not bench.editor.foot.done.isEnabled()
        assert "Nothing of the source" in bench.editor.foot.done.toolTip()
        bench.press(Key.Key_Return, Modifier.ControlModifier)
        assert bench.finished == []


def close_dialogs():
    from PySide6.QtWidgets import QDialog

    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    for each in found:
        each.reject()
    return len(found)


def test_trimming_past_the_damage_is_one_click(bench):
    reading = PACK.reading("reading-statement")
    made = readings(PACK, reading.id, damage=(Damage(DamageKind.GARBLED, place_of(PACK, "q1", "forget it")),))
    bench = bench(made=made)
    assert bench.editor.damage.isVisible()
    QTest.mouseClick(bench.editor.damage.link, Qt.MouseButton.LeftButton)
    assert bench.printed == "A\u00a0shelter is not a solution 🙂; it is a 🏕\u00a0night’s sleep."
    assert not bench.editor.damage.isVisible()


def test_it_may_be_for_the_audience_shown_alone(bench):
    bench = bench(audience="canada")
    assert bench.editor.head.audience.text() == "For all"
    bench.choose("a solution")
    bench.press(Key.Key_Delete)
    bench.editor.head.audience.chosen.emit("canada")
    bench.editor.keep()
    placed = editing.placement_of(bench.workspace.pack, "p-q1")
    assert placed.wording == Verbatim()
    assert placed.wording_for("canada") != Verbatim()


def test_it_closes_when_its_placement_is_changed_by_somebody_else(bench):
    bench = bench()
    bench.workspace.do(lambda made: editing.move(made, ["p-c1"], "s-voices", 0))
    assert bench.finished == []
    bench.workspace.do(lambda made: editing.remove(made, ["p-q1"]))
    assert bench.finished == [False]


@pytest.mark.parametrize(("ending", "kept"), [(None, True), ("restore", False)])
def test_what_was_trimmed_is_not_lost_when_the_row_is_taken_away(bench, ending, kept):
    bench = bench()
    bench.choose("a solution")
    bench.press(Key.Key_Delete)
    if ending:
        getattr(bench.editor, ending)()
    workspace = bench.workspace
    bench.editor.deleteLater()
    QApplication.sendPostedEvents(bench.editor, QEvent.Type.DeferredDelete)
    assert (workspace.pack != PACK) is kept


def test_it_asks_for_the_height_its_words_need(bench):
    bench = bench("p-q4")
    high = bench.editor.height()
    bench.choose("One two three four five six seven eight nine ten eleven twelve thirteen.")
    bench.press(Key.Key_Delete)
    assert bench.heights[-1] == bench.editor.sizeHint().height() < high
    bench.editor.resize(330, bench.editor.height())
    assert bench.editor.sizeHint().height() > high - 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_and_everything_has_a_name(bench, language):
    bench = bench(language=language, audience="canada")
    named = [bench.editor, bench.view, bench.editor.head.grade, bench.editor.head.close_button, *bench.editor.foot.buttons.values()]
    assert all(widget.accessibleName() for widget in named)
    assert all(button.toolTip() for button in [*bench.editor.foot.buttons.values(), bench.editor.foot.done])
    assert all(button.height() >= 24 for button in [*bench.editor.foot.buttons.values(), bench.editor.foot.done])


def test_the_caret_is_where_the_words_go_in(bench):
    bench = bench()
    bench.at("sleep")
    bench.type("x")
    bench.press(Key.Key_Return)
    at = bench.view.display.place_at(bench.view.caret())
    assert at == Place(0, place_of(PACK, "q1", "sleep").start)
    assert bench.text[: bench.view.caret()].endswith("[x] ")


def test_a_span_of_the_view_is_one_of_the_source(bench):
    bench = bench()
    bench.choose("🏕\u00a0night’s")
    (part,) = bench.view.display.chosen(*bench.view.selection())
    assert part.span == Span(*(place_of(PACK, "q1", "🏕\u00a0night’s").start + n for n in (0, 9)))


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Home, Key.Key_F3])
def test_no_key_goes_on_to_the_outline_beneath(bench, key):
    bench = bench()
    event = QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(bench.view, event)
    assert event.isAccepted()
