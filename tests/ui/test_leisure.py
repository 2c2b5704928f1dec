"""Tests for the work that waits until the reader's hand rests."""

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from reader.ui import leisure
from reader.ui.leisure import REST, Leisure


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    return QObject(qapp)


def test_what_was_asked_for_begins_in_order_once_nothing_happens(
    parent: QObject, qtbot: QtBot
) -> None:
    done: list[str] = []
    quiet = Leisure(parent)
    quiet.ask(lambda: done.append("first"))
    quiet.ask(lambda: done.append("second"))
    assert done == []
    qtbot.waitUntil(lambda: done == ["first", "second"])


def disturb_some_times(parent: QObject, quiet: Leisure, done: list[int], times: int) -> list[int]:
    """Disturb it again and again; returns a list that gets what was done by the last time."""
    seen: list[int] = []
    timer = QTimer(parent, interval=REST // 5)

    def disturb() -> None:
        quiet.disturb()
        seen.append(len(done))
        if len(seen) == times:
            timer.stop()

    timer.timeout.connect(disturb)
    timer.start()
    return seen


def test_it_waits_while_the_reader_is_busy(parent: QObject, qtbot: QtBot) -> None:
    done: list[int] = []
    quiet = Leisure(parent)
    quiet.ask(lambda: done.append(1))
    seen = disturb_some_times(parent, quiet, done, 15)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [0] * 15


def test_it_does_not_wait_for_ever(
    parent: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leisure, "LONGEST_WAIT", REST)
    done: list[int] = []
    quiet = Leisure(parent)
    quiet.ask(lambda: done.append(1))
    seen = disturb_some_times(parent, quiet, done, 30)
    qtbot.waitUntil(lambda: len(seen) == 30)
    assert 1 in seen
