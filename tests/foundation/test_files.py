"""Whole files or none."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.errors import FileNotRead, FileNotWritten
from briefing_app.files import put_whole, read_whole, write_whole

WRITES_PAST_THE_LIMIT = """
import resource, signal, sys
from pathlib import Path
from briefing_app.errors import FileNotWritten
from briefing_app.files import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"new" * 1000)
except FileNotWritten as error:
    print(error.code)
"""

DIES_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from briefing_app.files import write_whole
sys.addaudithook(lambda event, arguments: os.kill(os.getpid(), signal.SIGKILL) if event == "os.rename" else None)
write_whole(Path(sys.argv[1]), b"new")
"""


def python(code, *arguments):
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False)


@settings(max_examples=30)  # each waits for the disk four times
@given(st.binary(max_size=4000), st.binary(max_size=4000))
def test_what_was_written_is_read_back_and_replaces_what_was_there(first, second):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "new", "file.bin")
        for data in (first, second):
            write_whole(path, data)
            assert read_whole(path) == data
        assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "name",
    ["plain.txt", "with spaces.txt", "Résumé – ‘été’.docx", ".hidden", pytest.param("x" * 255, id="the longest name a disk takes")],
)
def test_any_name_will_do(tmp_path, name):
    write_whole(tmp_path / name, b"here")
    assert read_whole(tmp_path / name) == b"here"


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    path = tmp_path / "pack"
    path.write_bytes(b"old")
    result = python(WRITES_PAST_THE_LIMIT, path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip() == "disk-full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_process_killed_while_writing_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "pack"
    path.write_bytes(b"old")
    assert python(DIES_WHILE_WRITING, path).returncode != 0
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_a_file_is_named_and_left_alone(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileNotWritten) as caught:
        write_whole(tmp_path / "file" / "pack", b"new")
    assert caught.value.code == "folder-is-file"
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_in_the_files_place_is_named_and_left_alone(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "inside").write_bytes(b"old")
    with pytest.raises(FileNotWritten) as caught:
        write_whole(tmp_path / "pack", b"new")
    assert caught.value.code == "target-is-folder"
    assert [path.name for path in tmp_path.rglob("*")] == ["pack", "inside"]


def test_a_device_is_never_replaced_by_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileNotWritten) as caught:
        write_whole(tmp_path / "pipe", b"new")
    assert caught.value.code == "target-is-device"
    assert (tmp_path / "pipe").is_fifo()
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]


def test_a_link_stays_a_link_and_the_file_it_leads_to_is_replaced(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "pack").write_bytes(b"old")
    (tmp_path / "pack").symlink_to(tmp_path / "shared" / "pack")
    write_whole(tmp_path / "pack", b"new")
    assert (tmp_path / "pack").is_symlink()
    assert (tmp_path / "shared" / "pack").read_bytes() == b"new"


def test_a_private_file_stays_private(tmp_path):
    (tmp_path / "pack").write_bytes(b"old")
    (tmp_path / "pack").chmod(0o600)
    write_whole(tmp_path / "pack", b"new")
    assert (tmp_path / "pack").stat().st_mode & 0o777 == 0o600


def test_whatever_stops_the_writing_the_old_file_is_as_it_was(tmp_path):
    def make(aside):
        aside.write_bytes(b"half")
        raise ZeroDivisionError

    (tmp_path / "pack").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        put_whole(tmp_path / "pack", make)
    assert (tmp_path / "pack").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "pack"]


def test_a_name_no_disk_takes_is_named(tmp_path):
    with pytest.raises(FileNotWritten) as caught:
        write_whole(tmp_path / ("x" * 300), b"new")
    assert caught.value.code == "name-too-long"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotRead) as caught:
        read_whole(tmp_path / "none")
    assert (caught.value.code, caught.value.parameters) == ("file-missing", {"path": tmp_path / "none"})


def test_a_folder_is_not_read_as_a_file(tmp_path):
    with pytest.raises(FileNotRead) as caught:
        read_whole(tmp_path)
    assert caught.value.code == "file-is-folder"


def test_a_file_that_fails_while_it_is_read_is_named_with_the_reason(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(FileNotRead) as caught:
        read_whole(loop)
    assert caught.value.code == "file-unreadable"
    assert caught.value.parameters["reason"]


def test_a_written_file_may_be_read_by_those_whom_the_users_mask_allows(tmp_path):
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "pack", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "pack").stat().st_mode & 0o777 == 0o644
