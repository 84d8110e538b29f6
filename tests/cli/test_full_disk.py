"""An output path that fills up: one clear line, and the file that was there is still there."""

import subprocess
import sys

import pytest

from tests.cli.test_making import filled, library

__all__ = ["filled", "library"]

_LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))
from briefing_app.cli.application import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("name", ["pack.pdf", "pack.docx"])
def test_a_file_that_finds_no_room_is_told_in_one_line_and_the_old_one_stays(filled, tmp_path, name):
    out = tmp_path / name
    out.write_bytes(b"the file of yesterday")

    ended = subprocess.run(
        [sys.executable, "-c", _LIMITED, "export", str(filled), "--to", str(out), "--audience", "canada", "--force"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ended.returncode == 5, ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert str(out) in ended.stderr
    assert out.read_bytes() == b"the file of yesterday"
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(("pack", ".pack"))} == {name}


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_print_files_that_find_no_room_are_told_in_a_line_each(filled, tmp_path):
    out = tmp_path / "out"

    ended = subprocess.run(
        [sys.executable, "-c", _LIMITED, "export", str(filled), "--all", str(out), "--print", "collated"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ended.returncode == 5, ended.stderr
    assert "Traceback" not in ended.stderr
    assert not list(out.glob("*"))
