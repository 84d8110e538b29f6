"""What is told of documents that were brought in, and what can be done about each: by mouse and keyboard, in the real window."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from briefing_app.desktop.dialogs.brought_in import BroughtInDialog
from briefing_app.desktop.dialogs.cleaner_copy import CleanerCopyDialog
from briefing_app.desktop.dialogs.password import PasswordDialog
from briefing_app.library.store import open_library
from briefing_app.workbench.looking_through import confirmed
from briefing_app.workbench.reading_here import import_one
from tests.desktop.opened import Opened, until
from tests.workbench import copies, hostile


@pytest.fixture
def window(app, tmp_path):
    """Return a window over a library with one paper in it, on the Sources room."""
    folder = tmp_path / "first"
    folder.mkdir()
    (folder / "other.md").write_text("# Wells\n\nDonors should pay for wells in every district before June.\n", "utf-8")
    with open_library(tmp_path / "l.briefinglibrary") as library:
        import_one(library, folder / "other.md")
        made = Opened(library)
        made.library = library
        made.shell.show_sources()
        until(lambda: made.shell.door.shown)
        yield made
        made.close()


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()

    def put(name, data):
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return put


def drop(window, *paths, on=None):
    """Drop files on a widget as a file manager does: Qt asks the widget under the pointer, then those around it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target = on or window.window
    while not target.acceptDrops():
        target = target.parentWidget()
    button, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, button, none)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted(), target
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, button, none))
    until(lambda: not window.shell.documents.bringing.busy)
    QApplication.processEvents()


def told(window, about):
    return window.shell.telling.standing(about)


def test_files_dropped_on_the_words_come_in_and_are_looked_through_from_the_message(window, written):
    desk = window.shell.door.desk
    drop(window, written("paper.md", copies.paper()), on=desk.reading.text.viewport())
    message = told(window, "import")
    assert message.sentence.text() == "1 document is in the library."
    assert message.isVisible()
    assert desk.sources.model.rowCount() == 2
    window.click(message.action)
    assert desk.looking.document == window.library.documents()[1].id
    assert told(window, "import") is None


def test_what_was_there_already_and_what_was_left_out_of_a_folder_is_said(window, written):
    folder = written("paper.md", copies.paper()).parent
    written("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(40))
    drop(window, folder)
    assert told(window, "import").sentence.text() == "1 document is in the library. 1 file was left out: 1 PNG."
    drop(window, folder)
    assert told(window, "import").sentence.text().startswith("1 document was there already; nothing changed.")


def test_every_file_that_could_not_be_read_can_be_seen_with_its_reason(window, written):
    paths = [written(f"broken-{number}.txt", b"") for number in range(5)]
    drop(window, *paths)
    message = told(window, "faults")
    assert message.sentence.text() == "5 documents could not be read."
    window.click(message.action)
    dialog = window.dialog(BroughtInDialog)
    assert [name.text() for name in dialog.names] == [path.name for path in paths]
    window.press("Return")


@pytest.mark.parametrize("high", [500, 510, 520, 530])
def test_no_file_in_a_long_list_is_cut_through_its_words(app, qtbot, words, high):
    lines = tuple((f"{number}.pdf", "It is protected by a password.") for number in range(40))
    dialog = BroughtInDialog(lines, words)
    qtbot.addWidget(dialog)
    dialog.resize(dialog.width(), high)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    seen = area.viewport().height()
    assert area.widget().height() > seen > 200
    places = [label.geometry() for label in area.widget().findChildren(QLabel)]
    first_hidden = min(place.top() for place in places if place.bottom() >= seen)
    assert first_hidden in {name.geometry().top() for name in dialog.names}
    assert first_hidden >= seen


def test_a_locked_file_asks_for_its_password_once_says_a_wrong_one_in_place_and_comes_in(window, written):
    drop(window, written("locked.pdf", hostile.locked("opens", "owns")))
    message = told(window, "locked")
    assert message.sentence.text() == "locked.pdf is locked with a password."
    window.click(message.action)
    dialog = window.dialog(PasswordDialog)
    window.type("guess")
    window.press("Return")
    until(dialog.field.isEnabled)
    assert dialog.told.text() == "The password does not open it. Capital letters count."
    assert dialog.field.hasSelectedText()
    window.type("opens")
    window.press("Return")
    until(lambda: window.window.findChild(PasswordDialog) is None or not dialog.isVisible())
    assert [each.name for each in window.library.documents()] == ["other.md", "locked.pdf"]
    assert told(window, "locked") is None


def test_a_new_version_says_what_waits_and_undo_gives_the_old_one_back(window, written):
    drop(window, written("paper.md", copies.paper()))
    paper = window.library.documents()[1]
    for each in window.library.excerpts(paper.id):
        window.library.update_excerpt(confirmed(each))
    changed = copies.ASK.replace("must open", "must at once open")
    drop(window, written("paper-2.md", copies.with_changed(copies.ASK, changed)))
    sentence = told(window, "kin-0").sentence.text()
    assert "new version" in sentence
    waiting = len(window.library.queue())
    assert waiting >= 1
    assert sentence.endswith("needs a place." if waiting == 1 else "need a place.")
    assert window.shell.door.desk.sources.waiting.isVisible()
    window.press("Ctrl+Z")
    assert window.library.document(paper.id) == paper
    assert not window.shell.door.desk.sources.waiting.isVisible()


def test_a_copy_in_another_format_can_be_said_to_be_the_new_version(window, written):
    drop(window, written("paper.md", copies.paper()))
    drop(window, written("paper.html", copies.page()))
    assert len(window.library.documents()) == 3
    window.click(told(window, "kin-0").action)
    assert [each.name for each in window.library.documents()] == ["other.md", "paper.html"]
    window.press("Ctrl+Z")
    assert [each.name for each in window.library.documents()] == ["other.md", "paper.md", "paper.html"]


def test_a_cleaner_copy_that_comes_in_is_offered_for_mending_at_once(window, written):
    drop(window, written("damaged.txt", copies.DAMAGED))
    drop(window, written("clean.html", copies.page()))
    window.click(told(window, "kin-0").action)
    dialog = window.dialog(CleanerCopyDialog)
    assert [pair.before.accessibleName() for pair in dialog.pairs] == [copies.HURT]
    window.press("Esc")
    assert window.shell.door.desk.looking.document == window.library.documents()[1].id


def test_progress_follows_the_person_from_page_to_page_and_stopping_keeps_what_is_in(window, written):
    first = written("a.md", copies.paper())
    long = written("long.pdf", hostile.many_pages(9_000))
    bringing = window.shell.documents.bringing
    window.shell.bring_in([first, long])
    until(lambda: bringing.waiting == (long,))
    until(window.shell.door.desk.sources.arriving.isVisible)
    assert window.shell.door.desk.sources.arriving.names[0].accessibleName() == "long.pdf"
    assert told(window, "import").sentence.text().startswith("Reading 1 of 2 documents.")
    window.shell.show_start()
    message = told(window, "import")
    assert is_within(message, window.shell.start)
    window.shell.show_sources()
    assert is_within(told(window, "import"), window.shell.door.desk.layout)
    window.click(told(window, "import").action)
    until(lambda: not bringing.busy)
    assert [each.name for each in window.library.documents()] == ["other.md", "a.md"]
    assert told(window, "import").sentence.text() == "1 document is in the library."
    assert not window.shell.door.desk.sources.arriving.isVisible()


def is_within(widget, page):
    assert isinstance(widget, QWidget)
    return page.isAncestorOf(widget) and widget.isVisible()
