"""The tests' own promises about the window: gaps are seen and put down to whoever caused them, dialogs left over are seen."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from tests.desktop.fixtures import freed
from tests.desktop.watchdog import MOST, PATIENCE, Gap, Watchdog


def computing(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_computing_for_too_long_in_the_windows_thread_is_an_offence_with_its_place(qtbot):
    dog = Watchdog()
    dog.watch()
    done = []
    QTimer.singleShot(20, lambda: (computing(PATIENCE * MOST * 1.1), done.append(True)))
    qtbot.waitUntil(lambda: bool(done and dog.gaps))
    dog.stop()
    assert len(dog.offences) == 1
    assert "computing" in str(dog.offences[0])


def test_computing_without_a_break_counts_sooner_than_computing_by_bits():
    assert Gap(PATIENCE * 4, PATIENCE * 3.9, "").ours
    assert not Gap(PATIENCE * 6, PATIENCE * 1.2, "").ours, "sent off its core again and again"
    assert not Gap(PATIENCE * 3, PATIENCE * 0.9, "").ours
    assert not Gap(PATIENCE * 4, PATIENCE * 3.9, "", slowness=4.0).ours
    assert Gap(PATIENCE * 100, PATIENCE * (MOST + 1), "", slowness=50.0).ours


def test_waiting_without_computing_is_none(qtbot):
    dog = Watchdog()
    dog.watch()
    QTimer.singleShot(10, lambda: dog._over.wait(PATIENCE * 2))
    qtbot.waitUntil(lambda: bool(dog.gaps))
    dog.stop()
    assert dog.gaps
    assert not dog.offences


def test_the_tests_own_work_is_none(qtbot):
    dog = Watchdog()
    dog.watch()
    with dog.aside():
        computing(PATIENCE * 2)
    qtbot.waitUntil(lambda: dog.beats > 2)
    dog.stop()
    assert not dog.offences


def test_a_dialog_that_is_closed_and_kept_is_seen(qtbot):
    kept = QDialog()
    kept.open()
    kept.close()
    assert freed() == [kept]
    kept.deleteLater()
    del kept
    assert freed() == []
