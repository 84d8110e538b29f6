"""The Sources room in the real window: mending from cleaner copies, excerpts that need a place, documents on their way in."""

import pytest
from PySide6.QtWidgets import QApplication

from briefing_app.desktop.dialogs.cleaner_copy import CleanerCopyDialog
from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.domain.excerpt import ExcerptKind, Standing, shown_words
from briefing_app.domain.reading import DamageKind
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.workbench.looking_through import confirmed
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
    assert not window.shell.door.desk.reading.keys["R"].accessibleName().endswith("(R)")
    again = windows(papers)
    assert not again.shell.actions["letter-keys"].isChecked()
    assert not again.shell.door.desk.reading.keys["R"].accessibleName().endswith("(R)")


@pytest.fixture
def moved(tmp_path, bring):
    """Return a library whose paper has a new version in which the words of a confirmed ask were changed."""
    with open_library(tmp_path / "moved.briefinglibrary") as library:
        bring(library, copies.paper(), "paper.md")
        (ask,) = [each for each in excerpts_of(library) if shown_words(each, library.reading(each.reading)) == copies.ASK]
        library.update_excerpt(confirmed(ask))
        new = bring(library, copies.with_changed(copies.ASK, CHANGED), "paper-2.md")
        assert new.queued == 1
        yield library


CHANGED = copies.ASK.replace("must open", "must at once open")


def excerpts_of(library):
    return library.excerpts(library.documents()[0].id)


def test_an_excerpt_whose_words_a_new_version_lacks_is_put_in_its_place_by_keyboard(windows, moved):
    window = windows(moved)
    desk = window.shell.door.desk
    assert desk.sources.waiting.accessibleName() == "1 excerpt needs a place"
    window.click(desk.sources.waiting)
    (waiting,) = moved.queue()
    assert desk.looking.excerpt == waiting.id
    assert desk.inspector.lost.isVisible()
    assert desk.inspector.words.accessibleName() == copies.ASK
    text = desk.reading.text
    until(lambda: text.selected() is not None)
    assert text.selected().of(text.seen.text) == CHANGED
    text.setFocus()
    window.press("Return")
    assert moved.queue() == ()
    there = moved.excerpt(waiting.id)
    assert shown_words(there, moved.reading(there.reading)) == CHANGED
    assert there.standing is Standing.EDITED
    assert not desk.sources.waiting.isVisible()
    assert not desk.inspector.lost.isVisible()
    assert desk.looking.workspace.undo()
    assert moved.queue() == (waiting,)
    assert desk.sources.waiting.isVisible()


def test_an_excerpt_that_needs_a_place_is_let_go_and_undo_has_it_wait_again(windows, moved):
    window = windows(moved)
    desk = window.shell.door.desk
    window.click(desk.sources.waiting)
    (waiting,) = moved.queue()
    window.click(desk.inspector.lost.go)
    assert moved.queue() == ()
    assert moved.excerpt(waiting.id).standing is Standing.REJECTED
    assert desk.looking.excerpt == ""
    assert desk.looking.workspace.undo()
    assert moved.queue() == (waiting,)


def test_other_words_can_be_chosen_than_those_proposed(windows, moved):
    window = windows(moved)
    desk = window.shell.door.desk
    window.click(desk.sources.waiting)
    text = desk.reading.text
    until(lambda: text.selected() is not None)
    text.unselect()
    assert not desk.inspector.lost.this.isEnabled()
    at = text.seen.text.index("open its admission programme")
    text.select(Span(at, at + len("open its admission programme")))
    window.click(desk.inspector.lost.this)
    there = moved.excerpt(desk.looking.excerpt)
    assert shown_words(there, moved.reading(there.reading)) == "open its admission programme"


def test_without_a_pack_one_is_begun_from_here_and_what_is_placed_says_where_it_went(windows, papers):
    window = windows(papers)
    desk = window.shell.door.desk
    ask = next(each for each in papers.excerpts(papers.documents()[1].id) if each.kind is ExcerptKind.RECOMMENDATION)
    desk.looking.select(ask.id)
    assert desk.inspector.place.text() == "Begin a pack…"
    desk.reading.text.setFocus()
    window.press("Return")
    assert window.shell.telling.standing("no-pack").action.text() == "Begin a pack…"
    window.click(desk.inspector.place)
    window.dialog(NewPackDialog).reject()
    window.shell.desk.show(Session(papers, pack("Asks: r1")))
    until(lambda: window.room is not None)
    window.shell.show_sources()
    desk.looking.select(ask.id)
    window.click(desk.inspector.place)
    assert desk.inspector.place.text() == "Show in the pack"
    assert desk.inspector.where.text() == f"R2 in {window.pack.sections[0].title.text}"
    window.click(desk.inspector.place)
    assert window.window.pages.currentWidget() is window.room.layout
    assert window.workspace.placement == window.placed()[1]
