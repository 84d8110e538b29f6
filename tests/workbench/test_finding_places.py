"""Excerpts that a new version left without a place: where they may stand, putting them there, letting them go, undone as steps."""

import pytest

from briefing_app.domain.excerpt import Standing, original
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused
from briefing_app.library.maintenance import check
from briefing_app.library.store import open_library
from briefing_app.workbench.finding_places import let_go, likely_place, likely_place_in, needs_place, put_in_place
from briefing_app.workbench.looking_through import confirmed
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from tests import builders
from tests.workbench import copies

CHANGED = copies.ASK.replace("must open", "must at once open")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as opened:
        for text, name in ((copies.paper(), "a.md"), (copies.with_changed(copies.ASK, CHANGED), "b.md")):
            path = tmp_path / name
            path.write_text(text, "utf-8")
            import_one(opened, path)
            for each in opened.excerpts(opened.documents()[0].id):
                if original(each, opened.reading(each.reading)) == copies.ASK:
                    opened.update_excerpt(confirmed(each))
        yield opened
        assert check(opened) == ()


@pytest.fixture
def waiting(library):
    (excerpt,) = library.queue()
    return excerpt


def now(library):
    return library.reading(library.documents()[0].reading)


def test_changed_words_are_found_by_what_stands_round_them(library, waiting):
    assert needs_place(library, waiting)
    assert likely_place(library, waiting.id).of(now(library).text) == CHANGED
    assert likely_place_in(library.path, waiting.id) == (waiting.id, likely_place(library, waiting.id))
    assert likely_place_in(library.path, "gone") == ("gone", None)


def test_put_in_its_place_it_counts_as_corrected_takes_a_suggestions_place_and_undo_has_it_wait_again(library, waiting):
    session = Session(library, builders.pack("Asks: r1"))
    before = library.whole(waiting.document)
    put_in_place(session, waiting.id, likely_place(library, waiting.id))
    there = library.excerpt(waiting.id)
    assert (there.standing, original(there, now(library)), library.queue()) == (Standing.EDITED, CHANGED, ())
    assert not needs_place(library, there)
    same = [each for each in library.excerpts(there.document) if (each.kind, each.span) == (there.kind, there.span)]
    assert same == [there]
    session.undo()
    assert library.whole(waiting.document) == before


def test_let_go_it_is_remembered_as_wrong_and_undo_has_it_wait_again(library, waiting):
    session = Session(library, builders.pack("Asks: r1"))
    let_go(session, waiting.id)
    assert (library.queue(), library.excerpt(waiting.id).standing) == ((), Standing.REJECTED)
    session.undo()
    assert library.queue() == (waiting,)


def test_blanks_are_no_place_and_what_is_gone_is_refused(library, waiting):
    session = Session(library, builders.pack("Asks: r1"))
    at = now(library).text.index("\n\n")
    with pytest.raises(EditRefused):
        put_in_place(session, waiting.id, Span(at, at + 2))
    library.remove_excerpt(waiting.id)
    with pytest.raises(EditRefused):
        let_go(session, waiting.id)
