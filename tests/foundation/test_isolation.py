"""The tests' own promises: no test meets a user's data, the internet or another language."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.paths import data_folder


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_an_internet_socket_cannot_be_opened(went_online):
    with pytest.raises(RuntimeError, match=r"socket\.__new__"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    assert "socket.__new__" in went_online.read_text("utf-8")
    went_online.unlink()


def test_a_name_cannot_be_resolved(went_online):
    with pytest.raises(RuntimeError, match=r"socket\.getaddrinfo"):
        socket.getaddrinfo("example.org", 443)
    went_online.unlink()


def test_a_process_started_by_a_test_is_offline_too_and_cannot_hide_an_attempt(went_online):
    result = python(
        "import socket, contextlib\nwith contextlib.suppress(Exception): socket.create_connection(('example.org', 443))"
    )
    assert result.returncode == 0, result.stderr
    assert "socket.getaddrinfo" in went_online.read_text("utf-8")
    went_online.unlink()


def test_sockets_within_the_machine_are_allowed():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"here")
        assert theirs.recv(4) == b"here"


def test_the_data_folder_is_new_for_each_test_and_far_from_the_real_home():
    folder = data_folder()
    assert not folder.exists()
    assert folder.is_relative_to(Path.home())
    assert Path.home().name.startswith("briefing-app-tests-")


def test_a_process_started_by_a_test_has_its_data_folder():
    result = python("from briefing_app.paths import data_folder; print(data_folder())")
    assert result.stdout.strip() == str(data_folder())


def test_qt_needs_no_screen_and_the_interface_is_english():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert {os.environ[name] for name in ("LANG", "LANGUAGE", "LC_ALL")} == {"C.UTF-8"}
