"""What every test gets: a data folder of its own, and a failure if it leaves work behind."""

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication

# Speed is measured by the benchmarks: no test may fail for being slow on a busy machine.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

PATIENCE = 2.0  # seconds for background work that is already ending


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the program at an empty folder, so that no test meets a learner's library."""
    folder = tmp_path / "data"
    monkeypatch.setenv("WENCHUANG_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test that leaves threads, background work, running timers or windows."""
    threads = set(threading.enumerate())
    windows = list_windows()
    timers = note_started_timers(monkeypatch)
    yield
    left = [
        *find_threads_besides(threads),
        *find_background_work(),
        *find_when_collected(lambda: [w for w in list_windows() if w not in windows]),
        *find_when_collected(lambda: [t for t in timers if isValid(t) and t.isActive()]),
    ]
    assert not left, f"left behind by this test: {left}"


def note_started_timers(monkeypatch: pytest.MonkeyPatch) -> "weakref.WeakSet[QTimer]":
    """The timers that Python code starts from now on, as far as they still exist."""
    started: weakref.WeakSet[QTimer] = weakref.WeakSet()
    start = QTimer.start

    def start_and_note(timer: QTimer, *arguments: int) -> None:
        started.add(timer)
        start(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", start_and_note)
    return started


def list_windows() -> list[QWidget]:
    """The top-level widgets, without those that Qt keeps for itself or is about to delete."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if window.metaObject().className() != "QTipLabel"]


def find_when_collected(find: Callable[[], Sequence[object]]) -> Sequence[object]:
    """What is still found after garbage in reference cycles is gone; collecting costs time."""
    if find():
        gc.collect()
    return find()


def find_threads_besides(known: set[threading.Thread]) -> list[threading.Thread]:
    """The threads of Python that do not end by themselves; Qt's pool keeps its own."""
    new = [
        thread
        for thread in set(threading.enumerate()) - known
        if not isinstance(thread, threading._DummyThread)
    ]
    for thread in new:
        thread.join(PATIENCE)
    return [thread for thread in new if thread.is_alive()]


def find_background_work() -> list[str]:
    """A word about the global thread pool, if it does not come to rest."""
    pool = QThreadPool.globalInstance()
    return [] if pool.waitForDone(int(PATIENCE * 1000)) else [f"work in {pool}"]
