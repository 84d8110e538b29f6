"""A worker with limits: what hangs, crashes or swells is ended and costs that job alone."""

import ctypes
import os
import sys
import threading
from concurrent.futures import CancelledError

import pytest

from briefing_app.errors import FileNotRead
from briefing_app.workbench.limited import Ending, LimitedWorker, next_stage
from briefing_app.workbench.original_pages import drawing_worker

MEBIBYTE = 2**20


class Told(Exception):
    """An ending, the arguments of the job that ended so, and the seconds it was given last."""


def told(ending, arguments, seconds):
    return Told(ending, arguments, seconds)


def process():
    return os.getpid()


def hang(_about=None):
    threading.Event().wait()


def crash():
    ctypes.string_at(0)


def leave():
    os._exit(0)


def swell():
    return len(bytearray(2**31))


def send_much():
    return bytes(8 * MEBIBYTE)


def swell_in_sending():
    return [bytes(40 * MEBIBYTE)] * 1 + [bytearray(200 * MEBIBYTE)]


def refuse():
    raise FileNotRead("file-missing", path="a.txt")


def speak():
    os.write(1, b"printed by a library")
    os.write(2, b"complained by a library")


def in_stages():
    next_stage(60)
    threading.Event().wait(2)
    return "done"


@pytest.fixture
def limited():
    # What a process takes to load this module, on a busy machine, is none of a job's time.
    made = LimitedWorker(told, seconds=1.5, memory=256 * MEBIBYTE, prepare=process)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("job", "ending"),
    [
        (hang, Ending.TOO_LONG),
        (crash, Ending.CRASHED),
        (leave, Ending.CRASHED),
        pytest.param(
            swell, Ending.TOO_LARGE, marks=pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
        ),
        pytest.param(
            swell_in_sending,
            Ending.TOO_LARGE,
            marks=pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone"),
        ),
    ],
)
def test_a_job_that_goes_wrong_costs_itself_alone_and_says_how(limited, job, ending):
    before = limited.submit(process).result()
    with pytest.raises(Told) as caught:
        limited.submit(job).result()
    assert caught.value.args == (ending, (), 1.5)
    assert limited.submit(process).result() not in {before, os.getpid()}


def test_what_is_told_of_an_ending_knows_what_the_job_was_about(limited):
    with pytest.raises(Told) as caught:
        limited.submit(hang, "this").result()
    assert caught.value.args == (Ending.TOO_LONG, ("this",), 1.5)


def hang_in_second_stage():
    next_stage(0.5)
    hang()


def test_what_is_told_of_a_later_stage_are_the_seconds_that_it_had(limited):
    with pytest.raises(Told) as caught:
        limited.submit(hang_in_second_stage).result()
    assert caught.value.args == (Ending.TOO_LONG, (), 0.5)


def test_pages_that_cannot_be_drawn_are_given_up_in_a_line_and_the_next_are_drawn():
    worker = drawing_worker()
    try:
        with pytest.raises(FileNotRead) as caught:
            worker.submit(leave).result()
        assert caught.value.code == "pages-given-up"
        assert worker.submit(process).result() != os.getpid()
    finally:
        worker.close()


def test_one_process_does_all_that_goes_well_and_faults_come_back_whole(limited):
    first = limited.submit(process).result()
    with pytest.raises(FileNotRead) as caught:
        limited.submit(refuse).result()
    assert caught.value.parameters == {"path": "a.txt"}
    assert len(limited.submit(send_much).result()) == 8 * MEBIBYTE
    assert limited.submit(process).result() == first


def test_what_libraries_print_is_not_heard(limited, capfd):
    limited.submit(speak).result()
    assert capfd.readouterr() == ("", "")


def test_a_job_that_says_it_has_come_further_is_given_more_time(limited):
    assert limited.submit(in_stages).result() == "done"


def test_the_job_at_hand_can_be_dropped_and_the_next_is_done():
    worker = LimitedWorker(told, seconds=60, memory=256 * MEBIBYTE)
    worker.submit(process).result()
    hanging, after = worker.submit(hang), worker.submit(process)
    while not hanging.running():
        pass
    worker.drop(process)
    assert not hanging.done()
    while not hanging.done():
        worker.drop(hang)
    with pytest.raises(CancelledError):
        hanging.result()
    assert after.result() != os.getpid()
    worker.close()


def test_a_closed_worker_leaves_no_process_drops_what_waits_and_takes_no_job():
    worker = LimitedWorker(told, seconds=60, memory=256 * MEBIBYTE)
    number = worker.submit(process).result()
    hanging, waiting = worker.submit(hang), worker.submit(process)
    worker.close()
    with pytest.raises(CancelledError):
        hanging.result()
    assert waiting.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    with pytest.raises(RuntimeError):
        worker.submit(process)
