"""Work off the window's thread."""

from PySide6.QtCore import QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from reader.ui import background


def test_the_outcome_arrives_in_the_thread_of_its_owner(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[tuple[object, QThread]]()
    background.run(
        owner,
        QThread.currentThread,
        lambda worker: seen.append((worker, QThread.currentThread())),
        lambda _: None,
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert receiver is QThread.currentThread()
    assert worker is not receiver


def test_a_failure_arrives_as_it_was_raised(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[Exception]()
    fault = ValueError("no")

    def work() -> None:
        raise fault

    background.run(owner, work, lambda _: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [fault]


def test_an_outcome_whose_owner_has_gone_is_dropped(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[int]()
    background.run(owner, lambda: 1, seen.append, lambda _: None)
    del owner
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)
    assert seen == []
