import dataclasses

import pytest

from briefing_app.domain.excerpt import Standing
from briefing_app.domain.span import Span
from briefing_app.library.maintenance import Problem, check, repair
from briefing_app.library.rows import encoded
from briefing_app.library.search import search
from briefing_app.words import LANGUAGES, words_for
from tests import builders
from tests.library.shelf import bring_in, filled, suggest


@pytest.fixture
def shelf(library):
    return filled(library, builders.pack("Asks: r1 r2 | Voices: q1"))


def hurt(library, *statements):
    library._connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        library._connection.execute(statement)
    library._connection.execute("PRAGMA foreign_keys = ON")


def codes(problems):
    for problem in problems:
        for language in LANGUAGES:
            assert problem.about in words_for(language).say(f"problem.{problem.code}", about=problem.about)
    return {problem.code for problem in problems}


def test_a_library_in_order_has_no_problems(shelf):
    assert check(shelf) == ()
    assert repair(shelf) == ()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE excerpts SET value = '{' WHERE id = 'r1'", "row-unreadable"),
        ("UPDATE documents SET card = '[]' WHERE id = 'paper'", "row-unreadable"),
        ("DELETE FROM readings WHERE id = 'reading-statement'", "row-dangling"),
        ("DELETE FROM documents WHERE id = 'paper'", "row-dangling"),
        ("INSERT INTO queue VALUES ('nobody', 'reading-paper')", "row-dangling"),
        ("DELETE FROM search WHERE words MATCH 'donors'", "index-differs"),
        ("UPDATE search SET who = 'Somebody else'", "index-differs"),
        ("INSERT INTO search (rowid, words) VALUES (99, 'stray')", "index-differs"),
        ("DELETE FROM search_data WHERE id > 10", "index-differs"),
    ],
)
def test_what_is_wrong_with_rows_and_index_is_found_and_mended(shelf, statement, code):
    hurt(shelf, statement)
    assert codes(check(shelf)) == {code}
    assert all(problem.mendable for problem in check(shelf))
    assert repair(shelf) == ()
    for document in shelf.documents():
        assert shelf.excerpts(document.id)
        assert shelf.original(document.file)


def test_repair_keeps_every_row_that_is_well(shelf):
    hurt(shelf, "UPDATE excerpts SET value = '{' WHERE id = 'r1'", "DELETE FROM search")
    repair(shelf)
    assert {hit.excerpt.id for hit in search(shelf)} == {"r2", "q1"}
    assert [hit.excerpt.id for hit in search(shelf, "donors")] == ["r2"]


def test_an_excerpt_outside_its_text_is_found_and_dropped(shelf):
    stray = dataclasses.replace(shelf.excerpt("r1"), span=Span(5, 10_000))
    shelf._connection.execute("UPDATE excerpts SET value = ? WHERE id = 'r1'", (encoded(stray),))
    assert check(shelf)[0] == Problem("excerpt-outside", "r1")
    assert repair(shelf) == ()
    assert [excerpt.id for excerpt in shelf.excerpts("paper")] == ["r2"]


def test_an_excerpt_of_an_older_reading_that_waits_for_nobody_is_queued_again(library):
    document = bring_in(library, "Donors should pay.")
    (held,) = suggest(library, document, "Donors should pay.")
    library.update_excerpt(dataclasses.replace(held, standing=Standing.CONFIRMED))
    anew = dataclasses.replace(builders.reading("Gone."), file=document.file, id="new", reader="text-2")
    library.add(builders.document(anew), anew, b"Donors should pay.")
    hurt(library, "DELETE FROM queue")
    assert codes(check(library)) == {"excerpt-waits-for-nobody"}
    assert repair(library) == ()
    assert [excerpt.id for excerpt in library.queue()] == [held.id]


def test_originals_that_are_gone_or_changed_are_told_and_never_deleted(shelf):
    paper, statement = shelf.documents()
    shelf.originals.path(paper.file).unlink()
    changed = shelf.originals.path(statement.file)
    changed.write_bytes(b"other")
    told = (Problem("original-missing", "paper.txt", mendable=False), Problem("original-changed", "statement.txt", mendable=False))
    assert check(shelf) == told
    assert codes(repair(shelf)) == {"original-missing", "original-changed"}
    assert changed.read_bytes() == b"other"


def test_a_file_damaged_in_its_pages_is_told_and_not_mended_over(shelf):
    shelf._connection.execute("PRAGMA writable_schema = ON")
    shelf._connection.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'queue'")
    shelf._connection.execute("PRAGMA writable_schema = RESET")
    assert codes(check(shelf)) == {"database-broken"}
    assert not any(problem.mendable for problem in check(shelf))
