"""Errors that a person can act on: their line, their exit code, their way between processes."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefing_app import errors
from briefing_app.errors import BriefingError, EditRefused, ExitCode, ExportRefused, FileNotRead, FileNotWritten, UsageError
from briefing_app.words import LANGUAGES, words_for

KINDS = [BriefingError, *BriefingError.__subclasses__()]


def refuse(path):
    raise FileNotRead("file-unreadable", path=path, reason="broken cable")


@pytest.mark.parametrize("kind", KINDS)
def test_a_pickled_error_keeps_its_kind_code_and_parameters(kind):
    error = pickle.loads(pickle.dumps(kind("file-unreadable", path=Path("a.txt"), reason="broken cable")))  # noqa: S301 - our own bytes
    assert type(error) is kind
    assert (error.code, error.parameters) == ("file-unreadable", {"path": Path("a.txt"), "reason": "broken cable"})


def test_an_error_raised_in_another_process_arrives_whole():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker, pytest.raises(FileNotRead) as caught:
        worker.submit(refuse, Path("a.txt")).result()
    assert (caught.value.code, caught.value.parameters) == ("file-unreadable", {"path": Path("a.txt"), "reason": "broken cable"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_says_what_is_wrong_and_then_what_to_do(language):
    words = words_for(language)
    line = FileNotRead("file-unreadable", path="a.txt", reason="broken cable").line(words)
    told, hint = words.say("error.file-unreadable", path="a.txt", reason="broken cable"), words.say("hint.file-unreadable")
    assert line == f"{told} {hint}"
    assert "a.txt" in line
    assert "broken cable" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UsageError, ExitCode.WRONG_USE),
        (EditRefused, ExitCode.WRONG_USE),
        (ExportRefused, ExitCode.FINDING_BLOCKS),
        (FileNotRead, ExitCode.NOT_READ),
        (FileNotWritten, ExitCode.NOT_WRITTEN),
    ],
)
def test_each_kind_has_the_exit_code_that_scripts_rely_on(kind, code):
    assert kind("x").exit_code is code


def test_exit_codes_stay():
    assert {code.name: int(code) for code in ExitCode} == {
        "DONE": 0,
        "WRONG_USE": 2,
        "FINDING_BLOCKS": 3,
        "NOT_READ": 4,
        "NOT_WRITTEN": 5,
        "BUG": 70,
    }


def test_a_log_shows_code_and_parameters():
    assert str(errors.UsageError("no-such-brand", name="signall")) == "no-such-brand(name='signall')"
