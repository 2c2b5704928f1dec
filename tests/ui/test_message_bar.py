"""One message at a time, and none is lost to an offer."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    """A bar in a window of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    made = MessageBar(window)
    yield made
    made.dismiss()
    made.dismiss()


def test_an_offer_waits_for_the_message_that_is_shown(bar: MessageBar) -> None:
    bar.tell("first")
    bar.offer("second", "Do it", lambda: None)
    assert bar.sentence == "first"
    bar.dismiss()
    assert bar.sentence == "second"
    bar.dismiss()
    assert bar.sentence == ""


def test_an_offer_is_made_at_once_where_nothing_is_shown(bar: MessageBar) -> None:
    done = list[int]()
    bar.offer("now", "Do it", lambda: done.append(1))
    bar.act()
    assert done == [1]


def test_a_button_does_its_work_once(bar: MessageBar) -> None:
    done = list[int]()
    bar.tell("now", "Do it", lambda: done.append(1))
    bar.act()
    bar.act()
    assert done == [1]


def test_a_failure_stays_until_it_is_closed(bar: MessageBar) -> None:
    bar.tell_failure("It failed.")
    assert bar.sentence == "It failed."
    bar.dismiss()
    assert bar.sentence == ""
