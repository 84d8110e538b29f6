"""The warm worker: one process that keeps what it was told, starts anew after it died, and goes with whoever started it."""

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures.process import BrokenProcessPool

import pytest

from briefing_app.errors import FileNotRead
from briefing_app.workbench.workers import Worker, died

KEPT = []


def keep(value):
    KEPT.append(value)
    return list(KEPT)


def process():
    return os.getpid()


def modules():
    return sorted(sys.modules)


def end():
    os._exit(3)


def refuse():
    raise FileNotRead("pack-missing", path="a.briefpack")


@pytest.fixture(scope="module")
def shared():
    made = Worker()
    yield made
    made.close()


def test_a_worker_is_one_other_process_that_keeps_what_it_has(shared):
    first = shared.submit(process).result()
    assert first != os.getpid()
    before = shared.submit(keep, 1).result()
    assert shared.submit(keep, 2).result() == [*before, 2]
    assert shared.submit(process).result() == first
    assert KEPT == []


def test_jobs_run_in_the_order_they_came(shared):
    start = len(shared.submit(keep, 0).result())
    futures = [shared.submit(keep, number) for number in range(5)]
    assert futures[-1].result()[start:] == [0, 1, 2, 3, 4]


def test_a_fault_that_a_person_can_remove_comes_back_with_its_parameters(shared):
    with pytest.raises(FileNotRead) as caught:
        shared.submit(refuse).result()
    assert caught.value.parameters == {"path": "a.briefpack"}
    assert not died(caught.value)


def test_a_worker_that_died_says_so_and_is_replaced():
    worker = Worker()
    first = worker.submit(process).result()
    with pytest.raises(BrokenProcessPool) as caught:
        worker.submit(end).result()
    assert died(caught.value)
    assert worker.submit(process).result() != first
    worker.close()


def test_a_closed_worker_leaves_no_process_and_takes_no_job():
    worker = Worker()
    number = worker.submit(process).result()
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    with pytest.raises(RuntimeError):
        worker.submit(process)


def test_a_worker_is_prepared_before_its_first_job_and_loads_nothing_of_qt():
    worker = Worker(prepared)
    loaded = worker.submit(modules).result()
    worker.close()
    assert "reportlab.pdfgen.canvas" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "briefing_app.desktop"))]


def prepared():
    from briefing_app.workbench import previewing

    previewing.prepare()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_worker_does_not_outlive_a_window_that_was_killed():
    program = textwrap.dedent("""
        import os, sys
        from briefing_app.workbench.workers import Worker
        if __name__ == "__main__":
            worker = Worker()
            print(worker.submit(os.getpid).result(), flush=True)
            sys.stdin.read()
    """)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as window:
        number = int(window.stdout.readline())
        assert number != window.pid
        os.kill(window.pid, signal.SIGKILL)
        # The worker holds the other end of the pipe too: it comes to its end when both are gone.
        assert window.communicate(timeout=20)[0] == ""
