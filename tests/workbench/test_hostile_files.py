"""Files that harm: each ends in its text or in one line saying why not, and the next is read as if nothing had been."""

import os
import sys
from pathlib import Path

import pytest

from briefing_app.domain.reading import shown
from briefing_app.domain.span import Span
from briefing_app.errors import ExitCode, FileNotRead
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.reading_jobs import found_in, reading_worker
from tests.workbench import hostile

OURS = {"reader-failed", "reading-crashed", "reading-no-start"}
"""Codes that say that a reader of ours was not up to a file."""


@pytest.fixture(scope="module")
def reader():
    worker = reading_worker()
    yield worker
    worker.close()


def ended(reader, path, password=None):
    """Return a file's text, or the code of why it cannot be read, told in one line in every language."""
    fault = found = None
    try:
        found = reader.submit(found_in, path, password).result()
    except FileNotRead as refused:
        fault = refused
    if found:
        assert found.reading.text.strip()
        return shown(found.reading, Span(0, len(found.reading.text)))
    lines = [fault.line(Words(language)) for language in LANGUAGES]
    assert all("\n" not in line and path.name in line for line in lines)
    assert fault.exit_code is ExitCode.NOT_READ
    assert fault.code not in OURS, fault
    return fault.code


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_a_hostile_text_ends_in_its_words_or_in_one_line(reader, tmp_path, name):
    ended(reader, written(tmp_path, name, hostile.TEXTS[name]))


@pytest.mark.parametrize("name", hostile.PAGES)
def test_a_hostile_page_ends_in_its_words_or_in_one_line(reader, tmp_path, name):
    outcome = ended(reader, written(tmp_path, name, hostile.PAGES[name]))
    assert "hahahaha" not in outcome


@pytest.mark.parametrize("name", hostile.WORD)
def test_a_hostile_word_file_ends_in_its_words_or_in_one_line(reader, tmp_path, name):
    outcome = ended(reader, written(tmp_path, name, hostile.made(name)))
    assert "hahahaha" not in outcome


@pytest.mark.parametrize("name", hostile.PDF)
def test_a_hostile_pdf_ends_in_its_words_or_in_one_line(reader, tmp_path, name):
    ended(reader, written(tmp_path, name, hostile.made(name)))


def test_pages_that_all_say_the_same_are_not_taken_for_running_heads(reader, tmp_path):
    assert ended(reader, written(tmp_path, "same.pdf", hostile.many_pages(40))).count(hostile.SENTENCE) == 40


@pytest.mark.long
def test_ten_thousand_pages_end_in_their_words_or_in_one_line(reader, tmp_path):
    ended(reader, written(tmp_path, "long.pdf", hostile.many_pages(10_000)))


@pytest.mark.parametrize("name", ["tail-gone.pdf", "loop-of-tables.pdf", "huge-picture.pdf", "huge-page.pdf", "count-lies.pdf"])
def test_a_pdf_whose_text_can_be_had_is_read(reader, tmp_path, name):
    assert hostile.SENTENCE in ended(reader, written(tmp_path, name, hostile.made(name)))


@pytest.mark.parametrize("name", ["called.pdf", "called.docx"])
def test_content_wins_over_the_name_and_is_said(reader, tmp_path, name):
    found = reader.submit(found_in, written(tmp_path, name, hostile.TEXTS[name])).result()
    assert hostile.SENTENCE in found.reading.text
    assert found.misnamed


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.txt", "file-empty"),
        ("nul.txt", "file-binary"),
        ("called.html", "file-of-other-kind"),
    ],
)
def test_what_holds_no_text_is_told_by_what_it_is(reader, tmp_path, name, code):
    assert ended(reader, written(tmp_path, name, (hostile.TEXTS | hostile.PAGES)[name])) == code


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders, and links need a right of their own")
def test_what_is_no_file_is_told_and_nobody_waits_for_it(reader, tmp_path):
    codes = [ended(reader, path) for path in hostile.odd_places(tmp_path)]
    assert codes == ["file-missing", "file-unreadable", "file-not-regular", "file-missing"]
    assert ended(reader, tmp_path / "folder.pdf") == "file-is-folder"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(reader, tmp_path):
    path = written(tmp_path, "secret.txt", hostile.SENTENCE.encode())
    path.chmod(0)
    assert ended(reader, path) == "file-forbidden"


def test_nothing_is_fetched_that_a_file_only_points_to(reader, tmp_path):
    address = hostile.secret_in(tmp_path)
    entity = f"<!DOCTYPE x [<!ENTITY e SYSTEM '{address}'>]>"
    pages = {
        "entity.docx": hostile.word(hostile.paragraph(f"&e; {hostile.SENTENCE}"), entity),
        "entity.html": f"<!DOCTYPE html>{entity}<html><body><p>&e; {hostile.SENTENCE}</p></body></html>".encode(),
        "frame.html": f"<!DOCTYPE html><html><body><p>{hostile.SENTENCE}</p><iframe src='{address}'></iframe></body></html>".encode(),
    }
    for name, data in pages.items():
        assert "the-secret-of-the-house" not in ended(reader, written(tmp_path, name, data))


@pytest.mark.parametrize(
    ("password", "outcome"),
    [(None, "file-needs-password"), ("guess", "wrong-password"), ("opens", hostile.SENTENCE), ("owns", hostile.SENTENCE)],
)
def test_a_locked_pdf_is_read_with_its_password_and_with_no_other(reader, tmp_path, password, outcome):
    path = written(tmp_path, "locked.pdf", hostile.made("locked.pdf"))
    assert outcome in ended(reader, path, password)


def test_a_pdf_that_only_forbids_changes_asks_for_nothing(reader, tmp_path):
    assert hostile.SENTENCE in ended(reader, written(tmp_path, "open.pdf", hostile.locked("", "owns")))


def test_after_the_worst_files_an_honest_one_is_read(reader, tmp_path):
    ended(reader, written(tmp_path, "unpacks.pdf", hostile.made("unpacks.pdf")))
    assert hostile.SENTENCE in ended(reader, written(tmp_path, "paper.pdf", hostile.paper()))


@pytest.mark.skipif("BRIEFING_CORPUS" not in os.environ, reason="BRIEFING_CORPUS names no folder of odd files")
def test_each_file_of_a_folder_of_odd_files_ends_in_text_or_in_one_line(reader):
    """``BRIEFING_CORPUS`` names the folder; a ``manifest.tsv`` in it says of each file why it is odd."""
    folder = Path(os.environ["BRIEFING_CORPUS"])
    manifest = folder / "manifest.tsv"
    why = dict(line.split("\t")[::3] for line in manifest.read_text("utf-8").splitlines()[1:]) if manifest.is_file() else {}
    files = [folder / name for name in why] or sorted(path for path in folder.rglob("*") if path.is_file())
    assert files
    outcomes = {path.name: ended(reader, path) for path in files}
    no_text = {"file-without-text-layer", "file-without-words", "file-needs-password", "file-empty", "file-damaged"}
    excused = ("no text", "nothing comes out", "password", "pypdf:", "bytes", "form fields")
    refused = {
        name: outcome
        for name, outcome in outcomes.items()
        if outcome.startswith(("file-", "reading-", "wrong-"))
        and outcome not in no_text
        and not any(each in why.get(name, "") for each in excused)
    }
    assert not refused
