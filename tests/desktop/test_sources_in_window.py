"""The Sources room in the real window: mending from cleaner copies, excerpts that need a place, documents on their way in."""

import pytest
from PySide6.QtWidgets import QApplication

from briefing_app.desktop.dialogs.cleaner_copy import CleanerCopyDialog
from briefing_app.domain.excerpt import ExcerptKind, shown_words
from briefing_app.domain.reading import DamageKind
from briefing_app.library.store import open_library
from briefing_app.workbench.placing import placed_in
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from tests.builders import pack
from tests.desktop.opened import Opened, until
from tests.workbench import copies


@pytest.fixture
def bring(tmp_path):
    """Return a function that brings a text into a library as a file of a name."""

    def brought(library, text, name):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return import_one(library, path)

    return brought


@pytest.fixture
def papers(tmp_path, bring):
    """Return a library with a damaged paper and a cleaner copy of it."""
    with open_library(tmp_path / "papers.briefinglibrary") as library:
        bring(library, copies.DAMAGED, "damaged.txt")
        bring(library, copies.page(), "clean.html")
        yield library


@pytest.fixture
def windows(app):
    """Return a function that opens a window over a library on the Sources room; it is closed in the end."""
    made = []

    def opened(library):
        window = Opened(library)
        made.append(window)
        window.shell.show_sources()
        until(lambda: window.shell.door.shown)
        QApplication.processEvents()
        return window

    yield opened
    for window in made:
        window.close()


def hurt_in(library):
    return [each for each in library.excerpts(library.documents()[0].id) if DamageKind.GARBLED in each.damage]


def offered(window):
    desk = window.shell.door.desk
    until(lambda: desk.mending.offers)
    return desk


def test_a_damaged_passage_is_mended_from_the_cleaner_copy_and_carries_both_provenances(windows, papers):
    window = windows(papers)
    desk = offered(window)
    (hurt,) = hurt_in(papers)
    desk.looking.select(hurt.id)
    assert desk.inspector.mend.isVisible()
    window.click(desk.inspector.mend)
    dialog = window.dialog(CleanerCopyDialog)
    (pair,) = dialog.pairs
    assert (pair.before.accessibleName(), pair.after.accessibleName()) == (copies.HURT, copies.ASK)
    window.click(dialog.go)
    mended = papers.excerpt(hurt.id)
    assert shown_words(mended, papers.reading(mended.reading)) == copies.ASK
    until(lambda: window.shell.telling.standing("mended") is not None)
    window.click(window.shell.telling.standing("mended").action)
    assert desk.looking.excerpt == hurt.id
    assert desk.inspector.facts["mended-from"].isVisible()
    assert desk.inspector.facts["mended-from"].text() == "A roof for every winter, ¶\N{NO-BREAK SPACE}5"
    assert desk.looking.workspace.undo()
    assert papers.excerpt(hurt.id) == hurt


def test_the_card_of_a_damaged_document_offers_its_cleaner_copy_and_one_passage_can_be_left_as_it_is(windows, papers):
    window = windows(papers)
    desk = offered(window)
    assert desk.inspector.card.mend.isVisible()
    window.click(desk.inspector.card.mend)
    dialog = window.dialog(CleanerCopyDialog)
    window.press("Space")
    assert not dialog.go.isEnabled()
    window.press("Space")
    assert dialog.go.isEnabled()
    window.press("Esc")
    assert len(hurt_in(papers)) == 1


def test_a_pack_that_has_the_damaged_words_is_offered_the_mended_ones_as_one_edit(windows, papers):
    window = windows(papers)
    desk = offered(window)
    (hurt,) = hurt_in(papers)
    window.shell.desk.show(Session(papers, pack("Asks: r1")))
    until(lambda: window.room is not None)
    window.shell.show_sources()
    desk.looking.select(hurt.id)
    window.press("Ctrl+Return")
    assert hurt.id in placed_in(window.pack).identifiers
    until(lambda: desk.mending.offers)
    desk.mending.ask(hurt.id)
    window.click(window.dialog(CleanerCopyDialog).go)
    message = window.shell.telling.standing("pack-mending")
    window.click(message.action)
    held = next(each for each in window.pack.excerpts if each.id == hurt.id)
    assert held.mended_from is not None
    assert held.kind is ExcerptKind.RECOMMENDATION
    window.workspace.undo()
    assert next(each for each in window.pack.excerpts if each.id == hurt.id) == hurt


def test_letters_turned_off_stay_so_at_the_next_start(windows, papers):
    window = windows(papers)
    assert window.shell.actions["letter-keys"].isChecked()
    window.shell.actions["letter-keys"].trigger()
    assert not window.shell.door.desk.reading.keys["R"].key_shown
    again = windows(papers)
    assert not again.shell.actions["letter-keys"].isChecked()
    assert not again.shell.door.desk.reading.keys["R"].key_shown
