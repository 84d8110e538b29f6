"""One entry for files and bytes: what is read, what is refused, and in which words."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.errors import ExitCode, FileNotRead
from briefing_app.reading import entry
from briefing_app.reading.entry import read_bytes, read_file
from briefing_app.reading.limits import Limits
from briefing_app.words import LANGUAGES, Words

STATEMENT = "Donors must act now. The response needs money.\n"


def refusal(data: bytes, name: str = "a.txt") -> FileNotRead:
    with pytest.raises(FileNotRead) as caught:
        read_bytes(data, name)
    return caught.value


def test_a_file_becomes_a_reading_and_a_card_with_its_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    read = read_file(path)
    assert (read.name, read.data, read.reading.text) == ("statement.txt", STATEMENT.encode(), STATEMENT)
    assert read.reading.id == f"{read.reading.reader}:{read.reading.file}"
    assert read.card.language is not None


def test_the_same_bytes_give_the_same_reading_whatever_the_folder(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STATEMENT, encoding="utf-8")
    assert read_file(tmp_path / "one.txt").reading == read_bytes(STATEMENT.encode(), "one.txt").reading


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04" + b"\0" * 26 + b"anything", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "DOC"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_a_file_of_another_kind_is_named_by_its_content_whatever_it_calls_itself(data: bytes, kind: str) -> None:
    refused = refusal(data, "statement.txt")
    assert (refused.code, refused.parameters["kind"]) == ("file-of-other-kind", kind)
    assert refused.exit_code is ExitCode.NOT_READ
    for language in LANGUAGES:
        line = refused.line(Words(language))
        assert kind in line
        assert "statement.txt" in line
        assert "\n" not in line


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u00a0\u2003\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    assert refusal(data).code == "file-empty"


@pytest.mark.parametrize(
    "data", [b"Hello\0there", bytes(range(1, 32)) * 4 + b"abc", b"\xff\xfe\x00", b"\xff\xfe\x00\xd8", b"\x01\x02\x03"]
)
def test_a_file_of_control_characters_or_broken_code_units_holds_no_text(data: bytes) -> None:
    assert refusal(data).code == "file-binary"


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    assert read_bytes(b"A page ends here.\x0cAnother begins with an odd \x01 sign. " * 20, "a.txt").reading.blocks


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "LIMITS", Limits(file=2**20, text=2**20))
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2**20 + 1)
    with pytest.raises(FileNotRead) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.parameters["limit"]) == ("file-too-large", 1)
    assert refusal(b"a" * (2**20 + 1)).code == "file-too-large"


def test_missing_files_and_folders_say_so(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "file-missing"), (tmp_path, "file-is-folder")):
        with pytest.raises(FileNotRead) as caught:
            read_file(path)
        assert caught.value.code == code


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STATEMENT, encoding="utf-8")

    def refused(*_: object) -> None:
        # What the system answers for a file of somebody else's; root, who runs tests in containers, is never refused.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(FileNotRead) as caught:
        read_file(path)
    assert caught.value.code == "file-forbidden"


def test_a_refusal_names_the_whole_path_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "binary.txt"
    path.write_bytes(b"a\0b")
    with pytest.raises(FileNotRead) as caught:
        read_file(path)
    assert caught.value.parameters["path"] == str(path)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a", "a.pdf", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        read = read_bytes(data, name)
    except FileNotRead as refused:
        assert refused.line(Words("en"))  # noqa: PT017 - both outcomes are right; a refusal must have its words
    else:
        assert read.reading.text.strip()
