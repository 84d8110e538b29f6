"""Tasks: of each name only the latest counts, quickly asked is asked once, and everything arrives in the window's own thread."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from briefing_app.desktop.tasks import Tasks
from briefing_app.errors import BriefingError, FileNotRead


class ByHand:
    """A worker whose jobs end when the test says so."""

    def __init__(self):
        self.jobs = []

    def submit(self, function, /, *arguments):
        future = Future()
        self.jobs.append((function, arguments, future))
        return future

    def end(self, place):
        function, arguments, future = self.jobs[place]
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)


@pytest.fixture
def worker():
    return ByHand()


@pytest.fixture
def tasks(app, worker):
    made = Tasks(worker)
    made.heard = []
    made.done.connect(lambda name, result: made.heard.append((name, result)))
    made.failed.connect(lambda name, error: made.heard.append((name, error)))
    yield made
    made.close()
    made.deleteLater()


def test_what_is_asked_for_in_quick_succession_is_asked_once(tasks, worker, qtbot):
    for number in range(5):
        tasks.latest("pages", abs, -number, wait=20)
    assert tasks.busy("pages")
    qtbot.waitUntil(lambda: bool(worker.jobs))
    assert [arguments for _, arguments, _ in worker.jobs] == [(-4,)]
    worker.end(0)
    qtbot.waitUntil(lambda: tasks.heard == [("pages", 4)])
    assert not tasks.busy("pages")


def test_a_stale_result_is_dropped_though_it_comes_last(tasks, worker, qtbot):
    tasks.latest("pages", abs, -1, wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 1)
    worker.jobs[0][2].set_running_or_notify_cancel()
    tasks.latest("pages", abs, -2, wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)
    worker.end(1)
    worker.jobs[0][2].set_result(1)
    qtbot.waitUntil(lambda: bool(tasks.heard))
    tasks.latest("other", abs, -3, wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 3)
    worker.end(2)
    qtbot.waitUntil(lambda: len(tasks.heard) == 2)
    assert tasks.heard == [("pages", 2), ("other", 3)]


def test_what_has_not_begun_is_taken_back(tasks, worker, qtbot):
    tasks.latest("pages", abs, -1, wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 1)
    tasks.latest("pages", abs, -2, wait=0)
    assert worker.jobs[0][2].cancelled()
    tasks.latest("picture", abs, -3, wait=0)
    tasks.cancel("picture")
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)
    worker.end(1)
    qtbot.waitUntil(lambda: bool(tasks.heard))
    assert tasks.heard == [("pages", 2)]
    assert not tasks.busy("picture")


def test_a_fault_is_told_as_it_is_and_a_worker_that_died_as_one_that_a_person_can_act_on(tasks, worker, qtbot):
    fault = FileNotRead("font-missing", path="a.ttf")
    tasks.latest("pages", _raise, fault, wait=0)
    tasks.latest("picture", _raise, BrokenProcessPool(), wait=0)
    tasks.latest("findings", _raise, ZeroDivisionError(), wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 3)
    for place in range(3):
        worker.end(place)
    qtbot.waitUntil(lambda: len(tasks.heard) == 3)
    told = dict(tasks.heard)
    assert told["pages"] is fault
    assert isinstance(told["picture"], BriefingError)
    assert told["picture"].code == "worker-died"
    assert isinstance(told["findings"], ZeroDivisionError)


def test_results_cross_over_to_the_windows_thread(app, qtbot):
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        threads = []
        tasks.done.connect(lambda _name, there: threads.append((there, threading.get_ident())))
        tasks.latest("pages", threading.get_ident, wait=0)
        qtbot.waitUntil(lambda: bool(threads))
        tasks.close()
    ((there, here),) = threads
    assert here == threading.get_ident() != there


def test_after_closing_nothing_is_asked_and_nothing_arrives(app, tasks, worker, qtbot):
    tasks.latest("pages", abs, -1, wait=0)
    qtbot.waitUntil(lambda: len(worker.jobs) == 1)
    worker.end(0)
    tasks.close()
    tasks.latest("pages", abs, -2, wait=0)
    app.processEvents()
    assert tasks.heard == []
    assert len(worker.jobs) == 1


def _raise(error):
    raise error
