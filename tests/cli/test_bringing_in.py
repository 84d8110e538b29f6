"""Import of files and folders: what is told on the way and at the end, locked files, new versions, and interrupting."""

import io
import signal
import subprocess
import sys
import textwrap

import pytest

from briefing_app.cli import bringing_in, console
from briefing_app.library.store import open_library
from tests.workbench import copies, hostile


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "papers"
    made.mkdir()
    return made


@pytest.fixture
def library(tmp_path):
    return tmp_path / "l.briefinglibrary"


def titles(library):
    with open_library(library) as held:
        return [document.name for document in held.documents()]


def test_a_folder_is_read_through_bad_files_and_all_that_went_wrong_is_told_at_the_end(briefing_app, folder, library):
    (folder / "a.md").write_text(copies.paper(), "utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "c.html").write_text(copies.page(), "utf-8")
    (folder / "d.docx").write_bytes(hostile.WORD["laughs.docx"]())
    (folder / "deeper").mkdir()
    (folder / "deeper" / "e.pdf").write_bytes(hostile.paper())
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "style.css").write_text("p {}")
    ended = briefing_app("import", folder, "--library", library)
    assert ended.code == 4
    assert titles(library)[:2] == ["a.md", "c.html"]
    assert "e.pdf" in titles(library)
    told = ended.err.splitlines()
    assert any("b.pdf" in line for line in told)
    assert told[-1] == "Left out, as no documents: 1\u00a0PNG, 1\u00a0CSS."
    assert "not read: " in ended.out.splitlines()[-1]


def test_a_file_called_otherwise_is_read_by_what_is_in_it_and_that_is_said(briefing_app, folder, library):
    (folder / "paper.pdf").write_text(copies.page(), "utf-8")
    ended = briefing_app("import", folder / "paper.pdf", "--library", library)
    assert ended.code == 0
    assert "paper.pdf is HTML by what is in it" in ended.err


def test_a_locked_file_needs_its_password_which_is_kept_nowhere(briefing_app, folder, library):
    (folder / "locked.pdf").write_bytes(hostile.locked("opensesame", "owns"))
    refused = briefing_app("import", folder, "--library", library)
    assert (refused.code, len(refused.err.splitlines())) == (4, 1)
    assert "--password" in refused.err
    wrong = briefing_app("import", folder, "--library", library, "--password", "guess")
    assert (wrong.code, len(wrong.err.splitlines())) == (4, 1)
    done = briefing_app("import", folder, "--library", library, "--password", "opensesame")
    assert done.code == 0
    kept = [path for path in library.parent.rglob("*") if path.is_file()]
    assert not [path for path in kept if b"opensesame" in path.read_bytes()]
    assert "opensesame" not in done.out + done.err


def test_a_new_version_a_cleaner_copy_and_an_earlier_version_are_told_as_what_they_are(briefing_app, folder, library):
    def brought(name, text):
        (folder / name).write_text(text, "utf-8")
        return briefing_app("import", folder / name, "--library", library)

    brought("paper.md", copies.DAMAGED)
    assert "a cleaner copy of “A roof for every winter”" in brought("clean.html", copies.page()).err
    brought("other.md", copies.with_changed("six weeks", "7 weeks").replace(copies.TITLE, "Snow"))
    assert len(titles(library)) == 3


def test_a_little_changed_file_takes_the_place_of_the_one_it_was(briefing_app, folder, library):
    path = folder / "paper.md"
    path.write_text(copies.paper(), "utf-8")
    briefing_app("import", path, "--library", library)
    path.write_text(copies.with_changed("six weeks", "seven weeks"), "utf-8")
    assert "It is a new version of “A roof for every winter”" in briefing_app("import", path, "--library", library).err
    path.write_text(copies.paper(), "utf-8")
    again = briefing_app("import", path, "--library", library)
    assert "known already" in again.out
    assert "an earlier version" in again.err
    assert len(titles(library)) == 1


def test_interrupting_keeps_what_is_in_and_says_so(briefing_app, folder, library, monkeypatch):
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text(f"# {name}\n\nDonors must fund shelters in {name}.\n", "utf-8")
    brought = bringing_in.import_files

    def interrupted(*arguments):
        outcomes = brought(*arguments)
        yield next(outcomes)
        outcomes.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(bringing_in, "import_files", interrupted)
    ended = briefing_app("import", folder, "--library", library)
    assert ended.code == 130
    assert "Stopped. What was brought in stays" in ended.err
    assert "One document is in the library; not read: 0." in ended.out
    assert titles(library) == ["a.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal for one process alone")
def test_ctrl_c_while_a_file_is_read_ends_at_once_and_leaves_no_process_behind(folder, library):
    before = signal.getsignal(signal.SIGINT)
    (folder / "a.md").write_text(copies.paper(), "utf-8")
    program = textwrap.dedent("""
        import os, signal, sys
        from briefing_app.cli import bringing_in
        from briefing_app.cli.application import run
        if __name__ == "__main__":
            # A shell starts what it runs behind with interrupts ignored, and so would this be.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            tell = bringing_in._tell
            def told(outcome):
                tell(outcome)
                os.kill(os.getpid(), signal.SIGINT)
            bringing_in._tell = told
            sys.exit(run(sys.argv[1:]))
    """)
    (folder / "b.pdf").write_bytes(hostile.paper(300))
    ended = subprocess.run(
        [sys.executable, "-c", program, "import", str(folder), "--library", str(library)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 130
    assert "Stopped." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert titles(library) == ["a.md"]
    assert signal.getsignal(signal.SIGINT) is before


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def test_on_a_terminal_a_bar_shows_files_done_rate_and_time_left(briefing_app, folder, library, monkeypatch):
    for number in range(3):
        (folder / f"{number}.md").write_text(f"# {number}\n\nDonors must fund shelters in place {number}.\n", "utf-8")
    screen = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stderr", screen)
    ended = briefing_app("import", folder, "--library", library)
    assert ended.code == 0
    drawn = screen.getvalue()
    assert "3 of 3 files" in drawn
    assert "a second" in drawn
    assert "left" in drawn
    assert ended.out.splitlines()[-1] == "3 documents are in the library; not read: 0."
    assert console.on_terminal()


def test_without_a_terminal_nothing_is_drawn(briefing_app, folder, library):
    for number in range(3):
        (folder / f"{number}.md").write_text(f"# {number}\n\nDonors must fund shelters.\n", "utf-8")
    assert briefing_app("import", folder, "--library", library).err == ""
