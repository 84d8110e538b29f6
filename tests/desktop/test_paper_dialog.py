"""The paper dialog: a cover always or when long, room for binding, as one step of history."""

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.paper import PaperDialog
from briefing_app.workbench import editing


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_it_begins_as_the_pack_is_and_what_is_set_is_one_named_step(workspace, window):
    dialog = PaperDialog(workspace.words, workspace.pack, window)
    dialog.asked.connect(lambda cover, binding: workspace.do(lambda pack: editing.set_paper(pack, cover=cover, binding=binding)))
    dialog.open()
    assert (dialog.cover.currentData(), dialog.binding.value()) == ("long", 0)
    dialog.cover.setCurrentIndex(dialog.cover.findData("always"))
    dialog.binding.setValue(8)
    dialog.set.click()
    assert (workspace.pack.cover, workspace.pack.binding) == (True, 8.0)
    assert workspace.session.history.done[-1].code == "set-paper"
    workspace.undo()
    assert (workspace.pack.cover, workspace.pack.binding) == (False, 0.0)


def test_nothing_changes_when_it_is_left(workspace, window):
    before = workspace.pack
    dialog = PaperDialog(workspace.words, workspace.pack, window)
    dialog.open()
    dialog.binding.setValue(5)
    dialog.reject()
    assert workspace.pack is before
