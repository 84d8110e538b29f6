"""The problems on real widgets: counted, gone to, mended at a click or a key, answered for by name and reason."""

import dataclasses

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QMenu

from briefing_app.checks.entry import check
from briefing_app.composition.entry import compose
from briefing_app.desktop.dialogs.confirming import Confirming
from briefing_app.desktop.models.problems_model import Role
from briefing_app.desktop.panels.problems_panel import CLOSED_HEAD, MOST_ROWS, OPEN_HEAD, ProblemsPanel
from briefing_app.desktop.widgets.text_painter import MarkKind
from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.pack import Verbatim
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.words import LANGUAGES, words_for
from briefing_app.workbench import editing
from briefing_app.workbench.mending import Does
from briefing_app.workbench.session import Session
from tests.builders import pack

HURT = "their country"


@pytest.fixture
def damaged(library, workspace):
    """Show a pack with one damaged excerpt, and have its findings found as the preview does."""
    of = pack("Asks: r1 | Context: c1 c2")
    reading = of.reading("reading-paper")
    start = reading.text.index(HURT)
    hurt = dataclasses.replace(reading, damage=(Damage(DamageKind.GARBLED, Span(start, start + len(HURT))),))
    workspace.replace_session(
        Session(library, dataclasses.replace(of, readings=tuple(hurt if each is reading else each for each in of.readings)))
    )
    workspace.pack_changed.connect(lambda _changed: find(workspace))
    find(workspace)
    return workspace


@pytest.fixture
def panel(damaged, qtbot):
    made = ProblemsPanel(damaged)
    qtbot.addWidget(made)
    made.resize(1200, 160)
    made.show()
    return made


def find(workspace):
    of = workspace.pack
    workspace.find(check(of, workspace.audience, compose(of, workspace.audience, Copy.HAND_OVER), None))


def row_of(panel, code):
    return next(place for place, row in enumerate(panel.model.rows) if row.finding.code == code)


def click_link(panel, qtbot, code, number):
    index = panel.model.index(row_of(panel, code), 0)
    place = panel._delegate.link_places(QRectF(panel.list.visualRect(index)), index)[number]
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())


def test_findings_are_counted_by_severity_and_listed_heaviest_first(panel, damaged):
    rows = [panel.model.index(place, 0).data(Role.ROW) for place in range(panel.model.rowCount())]
    assert [row.finding for row in rows] == list(damaged.findings)
    assert rows[0].finding.severity is Severity.BLOCKS
    shown = {severity: label.text() for severity, (_, label) in panel._counts.items() if label.isVisible()}
    assert shown[Severity.BLOCKS] == "1 stops export"
    assert sum(int(text.split()[0]) for text in shown.values()) == len(rows)
    assert panel._hint.isVisible()
    assert not panel._nothing.isVisible()


def test_the_words_of_a_source_are_told_apart_in_what_a_finding_says(panel):
    row = panel.model.rows[row_of(panel, "damage-garbled")]
    assert row.message == f"The source is garbled here: {HURT}"
    assert {row.message[mark.start : mark.end] for mark in row.marks} == {HURT}
    assert {mark.kind for mark in row.marks} == {MarkKind.SOURCE, MarkKind.DAMAGED}
    assert row.where == "Context"


def test_a_row_says_all_of_itself_to_those_who_listen(panel):
    index = panel.model.index(row_of(panel, "damage-garbled"), 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Stops export", HURT, "Context", "Trim the passage"):
        assert part in said


def test_a_click_on_a_row_selects_its_placement(panel, damaged, qtbot):
    index = panel.model.index(row_of(panel, "damage-garbled"), 0)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(index).center())
    assert damaged.placement == "p-c1"


def test_a_click_on_a_mend_edits_the_pack_and_can_be_undone(panel, damaged, qtbot):
    before = damaged.pack
    click_link(panel, qtbot, "damage-garbled", 0)
    assert editing.placement_of(damaged.pack, "p-c1").wording != Verbatim()
    assert "damage-garbled" not in {finding.code for finding in damaged.findings}
    assert not panel._counts[Severity.BLOCKS][1].isVisible()
    damaged.undo()
    assert damaged.pack == before
    assert row_of(panel, "damage-garbled") == 0


def test_somebody_answers_for_a_finding_by_name_and_reason(panel, damaged, qtbot):
    click_link(panel, qtbot, "damage-garbled", 1)
    dialog = panel.findChild(Confirming)
    assert dialog.isVisible()
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.who, "Ana Torres")
    qtbot.keyClick(dialog.who, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.reason, "Read in print.")
    with qtbot.waitSignal(dialog.answered):
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    (confirmation,) = editing.placement_of(damaged.pack, "p-c1").confirmations
    assert (confirmation.who, confirmation.reason) == ("Ana Torres", "Read in print.")
    assert "damage-garbled" not in {finding.code for finding in damaged.findings}


def test_an_answer_not_given_leaves_the_pack_alone(panel, damaged, qtbot):
    before = damaged.pack
    click_link(panel, qtbot, "damage-garbled", 1)
    qtbot.keyClick(panel.findChild(Confirming), Qt.Key.Key_Escape)
    assert damaged.pack == before


def test_clearing_is_asked_for_where_nobody_did(panel, qtbot):
    with qtbot.waitSignal(panel.clearance_asked):
        click_link(panel, qtbot, "not-cleared", 0)


def test_the_next_problem_is_gone_to_and_after_the_last_the_first(panel, damaged):
    seen = []
    for _ in range(panel.model.rowCount() + 1):
        panel.go_to_next()
        seen.append(panel.list.currentIndex().row())
    assert seen == [*range(panel.model.rowCount()), 0]
    assert damaged.placement == "p-c1"


def test_rows_are_gone_through_and_mended_by_keyboard(panel, damaged, qtbot):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert damaged.placement == "p-c1"
    panel._show_menu(panel.model.index(0, 0), panel.mapToGlobal(panel.rect().center()))
    menu = panel.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Trim past the damage", "Override…"]
    menu.actions()[0].trigger()
    menu.close()
    assert "damage-garbled" not in {finding.code for finding in damaged.findings}


def test_the_strip_closes_to_one_line_and_opens_again(panel, qtbot):
    assert panel.list.isVisible()
    assert panel._head.height() == OPEN_HEAD
    with qtbot.waitSignal(panel.closed_changed):
        panel._toggle.click()
    assert not panel.list.isVisible()
    assert not panel._title.isVisible()
    assert panel.sizeHint().height() <= CLOSED_HEAD + 1
    qtbot.mouseClick(panel._head, Qt.MouseButton.LeftButton)
    assert panel.list.isVisible()


def test_nothing_to_mend_is_said_and_takes_one_line(panel, damaged):
    damaged.find(())
    assert panel._nothing.text() == "Nothing to mend"
    assert panel._matches.text() == "Every quote matches its source."
    assert panel._nothing.isVisible()
    assert not panel.list.isVisible()
    assert not panel._toggle.isEnabled()


def test_many_problems_scroll(panel, damaged):
    one = damaged.findings[0]
    damaged.find(tuple(dataclasses.replace(one, parameters={"words": f"word {number}", "at": number}) for number in range(30)))
    assert panel.list.height() == MOST_ROWS * panel.list.sizeHintForRow(0)
    assert panel.list.verticalScrollBar().maximum() > 0


def test_a_finding_whose_placement_was_removed_drops_out_at_once(panel, damaged):
    damaged.do(lambda held: editing.remove(held, ["p-c1"]))
    panel.model.show_findings((*damaged.findings, Finding("damage-garbled", Severity.BLOCKS, "p-c1", parameters={"words": "x"})))
    assert "p-c1" not in {row.finding.placement for row in panel.model.rows}


def test_rows_that_stay_are_left_alone(panel, damaged, qtbot):
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    first = damaged.findings[0]
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    damaged.find((first, dataclasses.replace(first, parameters={"words": "others", "at": 9})))
    assert panel.list.currentIndex().row() == 0
    assert resets == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_its_words_in_each_language(damaged, qtbot, language):
    damaged.words = words_for(language)
    made = ProblemsPanel(damaged)
    qtbot.addWidget(made)
    made.resize(1200, 160)
    made.show()
    assert all(row.message for row in made.model.rows)
    assert not made.grab().isNull()


def test_going_to_a_place_is_offered_where_the_app_can_do_nothing_else(panel, damaged, qtbot):
    finding = Finding("quote-without-speaker", Severity.MEND, "p-c2", "s-context", mends=("add-speaker",))
    damaged.find((finding,))
    assert [offer.does for offer in panel.model.rows[0].offers] == [Does.GO]
    click_link(panel, qtbot, "quote-without-speaker", 0)
    assert damaged.placement == "p-c2"
