"""The main job by hand, in the real window: first start to files read back, by keyboard and by mouse; trimming; undo to the start.

A watchdog is on in all of them: the window answers within 100 ms of our own computing, whatever is done.
"""

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from briefing_app.desktop.dialogs.export_dialog import ExportDialog
from briefing_app.desktop.dialogs.meeting import MeetingDialog
from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.desktop.models.export_model import FIRST, State
from briefing_app.desktop.widgets.start_rows import PackRow
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.domain.template import SectionRole
from briefing_app.workbench.libraries import user_library
from tests.desktop.opened import Opened, until


@pytest.fixture
def opened(app, qtbot, watchdog, monkeypatch, tmp_path):
    """Return the window of a first start: the user's library was empty and the samples were brought in."""
    with user_library() as library:
        made = Opened(library)
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made
        watchdog.stop()
        made.close()


@pytest.fixture
def sample(opened, watchdog):
    """Return the window with the sample pack open and its pages shown."""
    opened.click(next(row for row in opened.shell.start.findChildren(PackRow)))
    until(lambda: opened.room is not None)
    opened.settle()
    watchdog.watch()
    return opened


def words_of_pdf(path):
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def words_of_docx(path):
    document = Document(str(path))
    return " ".join(
        text.text for text in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    )


def exported(opened, watchdog, dialog, folder, *, audience):
    """Read one audience's hand-over files back."""
    until(lambda: dialog.table.running and not dialog.running)
    assert {row.state for row in dialog.files.rows} == {State.WRITTEN}
    with watchdog.aside():
        pdf = next(path for path in folder.iterdir() if path.name.endswith(f"{audience}-hand-over.pdf"))
        docx = pdf.with_suffix(".docx")
        return words_of_pdf(pdf), words_of_docx(docx)


def test_from_first_start_to_files_read_back_by_keyboard_alone(opened, watchdog, tmp_path, qtbot):
    watchdog.watch()
    opened.press(opened.key_of("new"))
    dialog = opened.dialog(NewPackDialog)
    opened.type("Our asks after the summit")
    reached = []
    while QApplication.focusWidget() is not dialog.audiences["canada"]:
        opened.press("Tab")
        reached.append(QApplication.focusWidget())
        assert len(reached) < 40, f"Tab goes round and meets no audience: {reached}"
    opened.press("Space")
    assert dialog.chosen() == ("canada",)
    opened.press("Return")
    until(lambda: opened.room is not None)
    filled = opened.placed()

    opened.press(opened.key_of("find"))
    opened.type("asylum")
    until(lambda: opened.room.library.model.found.query.words == "asylum")
    opened.press("Down", "Return")
    until(lambda: len(opened.placed()) == len(filled) + 1)
    opened.settle()

    opened.press(opened.key_of("export"))
    export = opened.dialog(ExportDialog)
    export.choose_folder(tmp_path)
    export.layout_.start.setFocus()
    opened.press("Space")
    pdf, docx = exported(opened, watchdog, export, tmp_path, audience="canada")
    assert "Our asks after the summit" in pdf
    assert "Our asks after the summit" in docx
    assert "asylum" in pdf
    assert "asylum" in docx
    opened.press("Escape")


def test_from_the_sample_to_files_read_back_by_mouse_alone(sample, watchdog, tmp_path):
    before = sample.placed()
    sample.click(sample.cards.viewport(), sample.cards.visualRect(sample.cards.model().index(0, 0)).center(), twice=True)
    assert len(sample.placed()) == len(before) + 1
    sample.drag_card_onto(1, "placement:declaration")
    assert len(sample.placed()) == len(before) + 2
    assert sample.placed()[0] == "declaration"
    assert sample.placed()[1] not in before
    sample.settle()

    button = next(button for button in sample.window.findChildren(QPushButton) if button.text().startswith("Export"))
    sample.click(button)
    export = sample.dialog(ExportDialog)
    export.choose_folder(tmp_path)
    header = export.layout_.header
    for column in range(FIRST + 2, FIRST + 5):
        sample.click(header.viewport(), QPoint(header.sectionViewportPosition(column) + 20, 40))
    assert export.layout_.start.text() == "Export 14 files"
    sample.click(export.layout_.start)
    pdf, docx = exported(sample, watchdog, export, tmp_path, audience="mexico")
    for printed in (pdf, docx):
        assert "Shared responsibility for people on the move" in printed
        assert "Talking points" not in printed
    assert len(list(tmp_path.iterdir())) == 14
    sample.click(export.layout_.cancel)


def test_a_quote_is_trimmed_in_its_row_and_prints_its_mark(sample, watchdog):
    view = sample.outline.view
    before, shown = sample.pack, []
    sample.room.preview.maker.laid_out.connect(lambda made: shown.append(made.pdf))
    sample.click(view.viewport(), sample.at_row("placement:voice-leaders"))
    sample.press("Return")
    editor = view.editor
    text = editor.view.display.text
    start = text.index("Canada, Mexico, and the United States")
    editor.view.choose(start, start + len("Canada, Mexico, and the United States"))
    sample.press("Del")
    assert "[…]" in editor.view.display.text
    sample.click(next(button for button in editor.findChildren(QPushButton) if button.text() == "Done"))
    assert view.editor is None
    sample.settle()
    assert sample.pack != before
    with watchdog.aside():
        assert "We encourage the leaders of […] to continue" in words_of_pdf(shown[-1])
    sample.press(sample.key_of("undo"))

    assert sample.pack == before


def test_undo_goes_back_to_the_start_whatever_was_done_and_redo_forth_again(sample, watchdog):
    start = sample.pack
    view = sample.outline.view
    sample.click(sample.cards.viewport(), sample.cards.visualRect(sample.cards.model().index(2, 0)).center(), twice=True)
    sample.drag_card_onto(3, "placement:financing")
    sample.click(view.viewport(), sample.at_row("placement:services"))
    sample.press("Alt+Up")
    sample.click(view.viewport(), sample.at_row("placement:protection"))
    sample.press("Del")
    done = sample.pack
    steps = len(sample.workspace.session.history.done)
    assert steps >= 4
    for _ in range(steps):
        sample.press(sample.key_of("undo"))
    assert sample.pack == start
    assert not sample.room._actions["undo"].isEnabled()
    for _ in range(steps):
        sample.press("Ctrl+Y")
    assert sample.pack == done


def test_typing_in_the_library_never_waits_for_the_preview(sample, watchdog):
    sample.drag_card_onto(4, "placement:declaration")
    sample.press(sample.key_of("find"))
    for letter in "humanitarian financing":
        sample.type(letter)
    until(lambda: sample.room.library.model.found.query.words == "humanitarian financing")
    sample.settle()
    assert sample.workspace.copy is Copy.HAND_OVER
    assert sample.workspace.audience != MASTER


def test_meeting_notes_are_written_by_key_and_seen_on_the_internal_copy(sample, watchdog):
    shown = []
    sample.room.preview.maker.laid_out.connect(lambda made: shown.append(made.pdf))
    sample.press(sample.key_of("meeting"))
    dialog = sample.dialog(MeetingDialog)
    sample.press("Ctrl+A")
    sample.type("18 January, 09:30")
    sample.press("Tab", "Ctrl+A")
    sample.type("Room 12")
    dialog.form.points.add.setFocus()
    sample.press("Space")
    sample.type("Offer the second visit.")
    sample.press("Return")
    sample.press("Escape")
    sample.settle()
    notes = sample.pack.meetings[sample.workspace.audience]
    assert (notes.when, notes.where) == ("18 January, 09:30", "Room 12")
    assert notes.talking_points[-1].text == "Offer the second visit."
    assert sample.workspace.copy is Copy.INTERNAL
    with watchdog.aside():
        printed = words_of_pdf(shown[-1])
    for words in ("18 January, 09:30", "Room 12", "Offer the second visit."):
        assert words in printed
    for _ in range(len(sample.workspace.session.history.done)):
        sample.press(sample.key_of("undo"))
    assert sample.pack.meetings[sample.workspace.audience].where != "Room 12"


def test_the_meeting_sheet_in_the_outline_opens_its_notes(sample):
    sample.workspace.show_copy(Copy.INTERNAL)
    sample.settle()
    made = next(
        row
        for section in sample.outline.model.outline.sections
        for row in section.rows
        if row.made in {SectionRole.MEETING, SectionRole.QUESTIONS}
    )
    sample.click(sample.outline.view.viewport(), sample.at_row(f"placement:{made.id}"), twice=True)
    dialog = sample.dialog(MeetingDialog)
    dialog.close()
    assert not sample.workspace.session.history.done
