"""What opens takes 120 ms where things may move, ends exactly where it stands where nothing may, and never holds the keys up."""

import pytest

from briefing_app.desktop.panels.outline_panel import OutlinePanel
from briefing_app.desktop.panels.problems_panel import ProblemsPanel
from briefing_app.desktop.theme import hold_still
from briefing_app.desktop.widgets.trim_editor import TrimEditor
from briefing_app.domain.finding import Finding, Severity


@pytest.fixture
def moving(app):
    hold_still(app, still=False)
    yield
    hold_still(app)


@pytest.fixture
def outline(qtbot, workspace):
    made = OutlinePanel(workspace, lambda placement, parent: TrimEditor(workspace, placement, parent))
    qtbot.addWidget(made)
    made.resize(580, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def row_of(outline, key):
    return outline.view.visualRect(outline.model.index_of(key))


def test_a_quote_opens_to_the_height_its_editor_needs(qtbot, moving, outline):
    index = outline.model.index_of("placement:voice-leaders")
    outline.rows.edit(index)
    view = outline.view
    low = view.editor_height(index)
    assert low < view.editor.sizeHint().height()
    assert view.editor.isAncestorOf(view.editor.window().focusWidget()), "words can be chosen while it opens"
    qtbot.waitUntil(lambda: view.editor_height(index) == view.editor.sizeHint().height())
    qtbot.waitUntil(lambda: row_of(outline, "placement:voice-leaders").height() == view.editor.sizeHint().height())


def test_a_quote_closed_while_it_opens_leaves_its_row_as_it_was(qtbot, moving, outline):
    before = row_of(outline, "placement:voice-leaders").height()
    outline.rows.edit(outline.model.index_of("placement:voice-leaders"))
    outline.view.close_editor()
    qtbot.waitUntil(lambda: row_of(outline, "placement:voice-leaders").height() == before)
    assert outline.view.editor is None


def test_the_strip_opens_and_closes_to_its_whole_height(qtbot, moving, workspace):
    panel = ProblemsPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    _, placed = next(iter(workspace.pack.placements()))
    workspace.find((Finding("damage-garbled", Severity.BLOCKS, placement=placed.id, parameters={"words": "x"}),))
    panel.show()
    whole = panel.list.height()
    panel.set_closed(True)
    assert panel.list.isVisible(), "it closes, it is not gone"
    qtbot.waitUntil(lambda: not panel.list.isVisible())
    panel.set_closed(False)
    assert panel.list.height() < whole
    qtbot.waitUntil(lambda: panel.list.height() == whole)
