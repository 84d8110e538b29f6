"""From a folder of files to a pack: dropped on the window, looked through by keyboard alone, one put right, one made, placed, undone."""

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.domain.excerpt import ExcerptKind, Standing, original
from briefing_app.workbench.libraries import user_library
from tests.desktop.opened import Opened, until
from tests.workbench import copies


@pytest.fixture
def opened(app, qtbot):
    """Return the window of a first start."""
    with user_library() as library:
        made = Opened(library)
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        made.library = library
        yield made
        made.close()


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a paper of its own in each of four formats."""
    held = tmp_path / "papers"
    held.mkdir()
    (held / "a.txt").write_text("Wells\n\nDonors should pay for wells in every district before June.\n", "utf-8")
    (held / "b.html").write_text(copies.page(), "utf-8")
    word = Document()
    word.add_heading("Roads")
    word.add_paragraph("The government of Mexico must mend the road over the pass before the rains come back.")
    word.save(str(held / "c.docx"))
    canvas = Canvas(str(held / "d.pdf"))
    canvas.drawString(72, 760, "UNHCR should open an office in the upper valley by next winter.")
    canvas.showPage()
    canvas.save()
    return held


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    button, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, button, none))


def state(library):
    return {document.id: library.whole(document.id) for document in library.documents()}


def test_a_folder_is_brought_in_looked_through_placed_and_all_of_it_undone(opened, folder):
    library = opened.library
    before = len(library.documents())
    drop(opened.window, folder)
    until(lambda: not opened.shell.documents.bringing.busy)
    brought = library.documents()[before:]
    assert [each.name for each in brought] == ["a.txt", "b.html", "c.docx", "d.pdf"]
    opened.click(opened.shell.telling.standing("import").action)
    until(lambda: opened.shell.door.shown)
    opened.press(opened.key_of("new"))
    dialog = opened.dialog(NewPackDialog)
    opened.type("After the winter")
    while QApplication.focusWidget() is not dialog.audiences["canada"]:
        opened.press("Tab")
    opened.press("Space", "Return")
    until(lambda: opened.room is not None and opened.window.pages.currentWidget() is opened.room.layout)
    opened.settle()
    opened.press(opened.key_of("room-sources"))
    desk = opened.shell.door.desk
    until(lambda: opened.shell.door.shown)
    started, begun = state(library), opened.pack
    looking = desk.looking
    looking.open(brought[1].id)
    opened.press(opened.key_of("next-pane"))
    until(lambda: QApplication.focusWidget() is desk.reading.text)

    opened.press("N", "K")
    assert looking.source.looked_at == 1
    corrected = looking.selected
    opened.press("Shift+Left")
    assert looking.selected.standing is Standing.EDITED
    assert looking.selected.span.end < corrected.span.end

    opened.press("Ctrl+Home", "Down", "Home")
    made = len(looking.source.excerpts)
    opened.press(*["Ctrl+Shift+Right"] * 4, "R")
    assert len(looking.source.excerpts) == made + 1
    assert looking.selected.kind is ExcerptKind.RECOMMENDATION
    assert original(looking.selected, looking.reading)

    opened.press("Return")
    assert desk.inspector.place.text() == "Show in the pack"
    assert looking.excerpt in {each.id for each in opened.pack.excerpts}
    while opened.shell.actions["undo"].isEnabled():
        opened.press("Ctrl+Z")
    assert state(library) == started
    assert opened.pack == begun
