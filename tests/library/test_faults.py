import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from briefing_app.errors import BriefingError, ExitCode
from briefing_app.library.maintenance import check
from briefing_app.library.schema import MIGRATIONS
from briefing_app.library.store import open_library
from briefing_app.words import LANGUAGES, words_for
from tests.library.shelf import bring_in, suggest

TEXT = "Donors should pay."


def refused(action):
    """Return code and exit code of the one line that an action ends in; the line exists in each language."""
    with pytest.raises(BriefingError) as told:
        action()
    for language in LANGUAGES:
        assert "\n" not in told.value.line(words_for(language))
    return told.value.code, told.value.exit_code


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library"
    with open_library(made) as library:
        suggest(library, bring_in(library, TEXT), TEXT)
    return made


def test_a_folder_is_no_library(tmp_path):
    assert refused(lambda: open_library(tmp_path)) == ("file-is-folder", ExitCode.NOT_READ)


@pytest.mark.parametrize("content", [b"x", b"A letter, not a library.\n" * 99])
def test_another_file_is_no_library_and_is_left_as_it_was(tmp_path, content):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert refused(lambda: open_library(path)) == ("not-a-library", ExitCode.NOT_READ)
    assert path.read_bytes() == content


def test_another_database_is_no_library(tmp_path):
    path = tmp_path / "bookmarks.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places (id)")
    other.close()
    assert refused(lambda: open_library(path)) == ("not-a-library", ExitCode.NOT_READ)


def test_an_empty_file_becomes_a_library(tmp_path):
    path = tmp_path / "library"
    path.touch()
    with open_library(path) as library:
        assert library.documents() == ()


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_was(path):
    with open_library(path) as library:
        library._connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    assert refused(lambda: open_library(path)) == ("library-newer", ExitCode.NOT_READ)
    assert path.read_bytes() == before


def test_a_library_that_lost_its_end_is_damaged(path):
    path.write_bytes(path.read_bytes()[:5000])

    def look():
        with open_library(path) as library:
            library.documents()

    assert refused(look) == ("library-damaged", ExitCode.NOT_READ)


def test_a_library_that_lacks_a_table_is_damaged(path):
    with open_library(path) as library:
        library._connection.execute("DROP TABLE queue")
    assert refused(lambda: open_library(path)) == ("library-damaged", ExitCode.NOT_READ)


def test_a_row_that_cannot_be_read_is_damage(path):
    with open_library(path) as library:
        library._connection.execute("UPDATE documents SET card = '{'")
        assert refused(library.documents) == ("library-damaged", ExitCode.NOT_READ)


def test_a_library_in_use_elsewhere_says_so_and_nothing_changes(path):
    with open_library(path) as one, open_library(path, patience=0) as other:
        one._connection.execute("BEGIN EXCLUSIVE")
        assert refused(lambda: bring_in(other, "Another text.")) == ("library-locked", ExitCode.NOT_WRITTEN)
        assert refused(other.documents) == ("library-locked", ExitCode.NOT_WRITTEN)
        assert refused(lambda: open_library(path, patience=0)) == ("library-locked", ExitCode.NOT_WRITTEN)
        one._connection.execute("ROLLBACK")
        assert len(other.documents()) == 1


def test_two_windows_on_one_library_see_each_others_changes(path):
    with open_library(path) as one, open_library(path) as other:
        document = bring_in(one, "Another text.")
        assert other.documents() == one.documents()
        other.remove_document(document.id)
        assert len(one.documents()) == 1


def test_a_path_through_a_file_cannot_be_made(path):
    assert refused(lambda: open_library(path / "inside")) == ("folder-is-file", ExitCode.NOT_WRITTEN)


def test_a_full_disk_leaves_the_library_as_it_was(path):
    with open_library(path) as library:
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        assert refused(lambda: bring_in(library, "Too much. " * 5000)) == ("disk-full", ExitCode.NOT_WRITTEN)
        assert len(library.documents()) == 1
        assert check(library) == ()


def test_a_library_that_may_not_be_written_can_still_be_read(path):
    with open_library(path) as library:
        library._connection.execute("PRAGMA query_only = ON")
        (document,) = library.documents()
        card = dataclasses.replace(document.card, title=None)
        assert refused(lambda: library.update_card(document.id, card)) == ("not-allowed", ExitCode.NOT_WRITTEN)
        assert library.documents() == (document,)


KILLED = """
import os, signal, sys
from pathlib import Path
from briefing_app.library.store import open_library
from tests.library.shelf import bring_in, suggest

with open_library(Path(sys.argv[1])) as library:
    # A cache of one page makes SQLite write to the file long before the change is complete.
    library._connection.execute("PRAGMA cache_size = 1")
    with library.changing():
        for number in range(40):
            text = f"Donors should pay {number}. " * 40
            suggest(library, bring_in(library, text), text.strip())
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL on Windows")
def test_a_process_killed_amid_a_change_leaves_the_library_as_it_was_before(path):
    with open_library(path) as library:
        before = library.documents()
    size = path.stat().st_size
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert path.stat().st_size > size
    with open_library(path) as library:
        assert library.documents() == before
        assert check(library) == ()
