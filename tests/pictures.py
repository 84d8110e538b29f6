"""``python -m tests.pictures DIR``: pictures of every screen and dialog, light and dark, in three languages, wide and narrow.

Each is ``{screen}-{scheme}-{language}-{width}.png``. ``--screen``, ``--scheme``, ``--language`` and ``--size`` (may be repeated) take only some;
``--scale 2`` draws twice as many dots, as the pictures of a fine screen have.
"""

import argparse
import io
import os
import sys
import tempfile
from itertools import product
from pathlib import Path

SCHEMES, LANGUAGES, SIZES = ("light", "dark"), ("en", "es", "fr"), ("1440x900", "1100x700")


def until(what):
    from tests.desktop.opened import until as wait

    wait(what)


def start_page(opened):
    opened.shell.show_start()
    yield "start", opened.window
    opened.shell.show_room()
    opened.settle()


def states(opened):
    """Draw cards, rows, controls and menus in all their states on one board."""
    from tests.states import board

    opened.settle()
    opened.window.activateWindow()
    until(opened.window.isActiveWindow)
    yield "states", board(opened)


def main_window(opened):
    opened.settle()
    yield "main", opened.window
    opened.room.layout.turn("preview", shown=False)
    opened.settle()
    yield "main-without-preview", opened.window
    opened.room.layout.turn("preview", shown=True)
    opened.settle()


def library_search(opened):
    library = opened.room.library
    opened.press(opened.key_of("find"))
    opened.type("migration")
    until(lambda: library.model.found.query.words == "migration")
    opened.press("Down")
    yield "library-search", opened.window
    opened.press("Up", "Ctrl+A", "Backspace")
    until(lambda: not library.model.found.query.words)


def trimming(opened):
    view = opened.outline.view
    opened.click(view.viewport(), opened.at_row("placement:voice-leaders"))
    opened.press("Return")
    editor = view.editor
    text = editor.view.display.text
    left_out = "Canada, Mexico, and the United States"
    start = text.index(left_out)
    editor.view.choose(start, start + len(left_out))
    opened.press("Del")
    yield "trim", opened.window
    opened.press("Esc")


def wordings(opened):
    from briefing_app.desktop.dialogs.turning import TurningDialog
    from briefing_app.desktop.dialogs.wording import open_wording
    from briefing_app.workbench.trim_sentences import Question, Said

    dialog = open_wording(opened.workspace, "financing", opened.window)
    yield "wording", dialog
    dialog.done(0)
    said = (Said("Leaders must "), Said("not", turns=True), Said(" wait until the next summit to act."))
    question = Question("turning-omitted", "not", said, "Leaders must […] wait until the next summit to act.")
    yield from _shown("turning", TurningDialog(question, opened.workspace.words, "", opened.window))


def placed_dialogs(opened):
    from briefing_app.desktop.dialogs.audiences import open_audiences
    from briefing_app.desktop.dialogs.meeting import open_meeting
    from briefing_app.desktop.dialogs.picture import open_picture
    from briefing_app.domain.pack import ImagePlacement
    from briefing_app.paths import resource

    meeting = open_meeting(opened.workspace, opened.window)
    form = meeting.form
    form.finish()
    until(lambda: form.height() >= form.minimumSizeHint().height())
    yield "meeting", meeting
    meeting.done(0)
    audiences = open_audiences(opened.workspace, ("financing",), opened.window)
    yield "audiences", audiences
    audiences.done(0)
    opened.workspace.select_placement("financing")
    opened.outline.commands.add_image(resource("help") / "pictures" / "canada-hand-over.png")
    image = next(placement for _, placement in opened.pack.placements() if isinstance(placement, ImagePlacement))
    picture = open_picture(opened.workspace, image.id, opened.window)
    yield "picture", picture
    picture.done(0)
    opened.workspace.undo()
    opened.settle()


def problems(opened):
    opened.press(opened.key_of("next-problem"))
    yield "problems", opened.window


def dialogs(opened):
    from briefing_app.desktop.dialogs.about import AboutDialog
    from briefing_app.desktop.dialogs.bug import BugDialog
    from briefing_app.desktop.dialogs.clearing import ClearingDialog
    from briefing_app.desktop.dialogs.keys import KeysDialog
    from briefing_app.desktop.dialogs.new_pack import NewPackDialog

    words, window = opened.workspace.words, opened.window
    opened.shell.new()
    new = opened.dialog(NewPackDialog)
    yield "new-pack", new
    new.reject()
    yield from _shown("clearing", ClearingDialog(words, window))
    yield from _shown("keys", KeysDialog(words, window))
    yield from _shown("about", AboutDialog(words, window))
    yield from _shown("bug", BugDialog(words, "Traceback (most recent call last):\n  …\nRuntimeError: an example", window))


def questions(opened):
    """Draw what is asked or told on the way: paper, a password, what files became of, who answers for a finding, unsaved work."""
    from PySide6.QtWidgets import QMessageBox

    from briefing_app.desktop.dialogs.brought_in import BroughtInDialog
    from briefing_app.desktop.dialogs.confirming import Confirming
    from briefing_app.desktop.dialogs.paper import PaperDialog
    from briefing_app.desktop.dialogs.password import PasswordDialog
    from briefing_app.workbench import editing

    words, window = opened.workspace.words, opened.window
    yield from _shown("paper", PaperDialog(words, opened.pack, window))
    locked = Path("Annex 4.pdf")
    password = PasswordDialog((locked,), words, window)
    password.field.setText("winter")
    password.answer((locked,))
    yield from _shown("password", password)
    line = f"{words.say('error.file-encrypted', path=locked.name)} {words.say('hint.file-encrypted')}"
    told = tuple((f"{place} {locked}", line) for place in range(1, 10))
    yield from _shown("brought-in", BroughtInDialog(told, words, window))
    finding = words.say("finding.section-over", where="Why it matters", taken="1.2", room="1")
    yield from _shown("confirming", Confirming(words, finding, parent=window))
    opened.workspace.do(lambda pack: editing.write_front(pack, "title", "A title"))
    opened.shell.filing.when_kept(lambda: None)
    question = window.findChild(QMessageBox)
    yield "unsaved", question
    question.reject()
    opened.workspace.undo()
    opened.settle()


def export(opened):
    from briefing_app.desktop.dialogs.export_dialog import ExportDialog
    from briefing_app.desktop.models.export_model import State

    with tempfile.TemporaryDirectory() as folder:
        dialog = ExportDialog(opened.workspace, opened.window)
        dialog.choose_folder(Path(folder) / "Documents" / "Summit 2023" / "For the meetings")
        dialog.open()
        until(lambda: not dialog.exporter.busy)
        yield "export-start", dialog
        dialog.start()
        until(lambda: dialog.files.counted(State.WRITTEN) >= 9)
        yield "export-during", dialog
        until(lambda: not dialog.running)
        yield "export-end", dialog
        dialog.done(0)


def sources(opened):
    """Draw the Sources room: words, card, a damaged passage beside its cleaner copy, a page, nothing brought in yet."""
    from briefing_app.desktop.dialogs.cleaner_copy import CleanerCopyDialog
    from briefing_app.domain.excerpt import ExcerptKind
    from briefing_app.workbench.reading_here import import_one
    from tests.workbench import copies

    library = opened.workspace.session.library
    opened.shell.show_sources()
    until(lambda: opened.shell.door.shown)
    desk = opened.shell.door.desk
    statement, paper = library.documents()[:2]
    desk.looking.open(statement.id)
    asks = [each for each in desk.looking.source.excerpts if each.kind is ExcerptKind.RECOMMENDATION]
    desk.looking.select(asks[1].id)
    yield "sources-text", opened.window
    desk.looking.open(paper.id)
    yield "sources-card", opened.window
    desk.looking.select(next(each.id for each in desk.looking.source.excerpts if each.damage))
    yield "sources-damaged", opened.window
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (
            ("damaged.txt", copies.DAMAGED.encode()),
            ("clean.html", copies.page().encode()),
            ("paged.pdf", _paged()),
        ):
            (Path(folder) / name).write_bytes(data)
            import_one(library, Path(folder) / name)
        opened.workspace.session.imported()
        damaged, _, paged = library.documents()[2:]
        desk.mending.ask_for(damaged.id)
        dialog = opened.dialog(CleanerCopyDialog)
        yield "sources-cleaner-copy", dialog
        dialog.reject()
        desk.looking.select(library.excerpts(paged.id)[0].id)
        desk.reading.view.button("page").click()
        until(lambda: desk.reading.pages.pages and not desk.reading.pages.wanted()[0])
        yield "sources-page", opened.window
        desk.reading.view.button("text").click()
    for document in library.documents():
        opened.workspace.session.remove_document("remove-document", document.id)
    yield "sources-empty", opened.window
    while len(library.documents()) < 2 or opened.workspace.session.history.done:
        if opened.workspace.session.undo() is None:
            break
    opened.shell.show_room()


def _paged():
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held)
    for place, sentence in enumerate(("Warm rooms", "", "UNHCR should open an office in the upper valley by next winter.")):
        canvas.drawString(72, 760 - 24 * place, sentence)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


SCREENS = (
    main_window, library_search, trimming, wordings, placed_dialogs, problems, dialogs, questions, export, sources, start_page, states,
)  # fmt: skip


def _shown(name, dialog):
    dialog.open()
    yield name, dialog
    dialog.done(0)


def drawn(widget):
    """Return a picture of a window, or of a dialog over the window that it dims; what is a picture already stays one."""
    from PySide6.QtGui import QPainter, QPixmap

    from briefing_app.desktop.dialogs.sheet import Sheet

    if isinstance(widget, QPixmap):
        return widget
    if not isinstance(widget, Sheet) or widget.parentWidget() is None:
        return widget.grab()
    under = widget.parentWidget().window()
    picture = under.grab()
    painter = QPainter(picture)
    painter.drawPixmap(under.mapFromGlobal(widget.pos()), widget.grab())
    painter.end()
    return picture


def pictures(app, opened, folder, suffix, only=()):
    """Write the pictures of one window and return their paths."""
    written = []
    for screen in SCREENS:
        for name, widget in screen(opened):
            if not only or name in only:
                for _ in range(3):  # what is laid out anew, and what that lays out anew
                    app.processEvents()
                path = folder / f"{name}-{suffix}.png"
                assert drawn(widget).save(str(path)), path
                written.append(path)
    return written


def draw(app, folder, *, schemes=SCHEMES, languages=LANGUAGES, sizes=SIZES, screens=()):
    """Write the pictures of all combinations and return their paths."""
    from briefing_app.desktop.theme import apply, hold_still
    from briefing_app.library.store import open_library
    from briefing_app.paths import resource
    from briefing_app.workbench.importing import import_files
    from briefing_app.workbench.sample import sample
    from briefing_app.workbench.session import Session
    from tests.desktop.held_back import with_garbled_words
    from tests.desktop.opened import Opened

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    pack, media = sample()
    for scheme, language, size in product(schemes, languages, sizes):
        apply(app, scheme, 1.0)
        hold_still(app)
        width, height = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as data, open_library(Path(data) / "library.briefinglibrary") as library:
            assert all(each.fault is None for each in import_files(library, sorted(resource("documents").glob("*.txt"))))
            opened = Opened(library, language, (width, height))
            opened.window.activateWindow()
            garbled = with_garbled_words(library, pack, "canada").pack
            opened.shell.desk.show(Session(library, garbled, media, saved=True))
            until(lambda opened=opened: opened.room and opened.room.layout.isVisible())
            opened.workspace.show_audience("canada")
            opened.settle()
            written += pictures(app, opened, folder, f"{scheme}-{language}-{width}", screens)
            opened.close()
    return written


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("folder", type=Path)
    for name, all_ in (("scheme", SCHEMES), ("language", LANGUAGES), ("size", SIZES)):
        parser.add_argument(f"--{name}", action="append", choices=all_)
    parser.add_argument("--screen", action="append", default=[])
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    with tempfile.TemporaryDirectory() as data:
        os.environ["BRIEFING_APP_DATA"] = data  # nobody's own packs and folders are in the pictures
        from PySide6.QtWidgets import QApplication

        from briefing_app.desktop.theme import STYLE

        written = draw(
            QApplication(["pictures", *STYLE]),
            asked.folder,
            schemes=asked.scheme or SCHEMES,
            languages=asked.language or LANGUAGES,
            sizes=asked.size or SIZES,
            screens=asked.screen,
        )
    sys.stdout.write(f"{len(written)} pictures in {asked.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
