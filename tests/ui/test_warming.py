"""What a switch would show is drawn beforehand; nothing is left when the window goes."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.core.article import Kind
from reader.core.script import Variant
from reader.ui.main_window import MainWindow
from reader.ui.warming import Warming

TEXT = "书店\n\n小镇的第一家书店昨天开门了，许多人来排队。\n"


def find_timer(window: MainWindow) -> QTimer:
    warming = window.findChild(Warming)
    assert warming
    timer = warming.findChild(QTimer)
    assert timer
    return timer


def test_the_other_script_is_made_ready_and_drawn(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reading.article_settled, timeout=20_000):
        window.importing.import_text(TEXT)
    assert Variant.TRADITIONAL in window.reading.spare
    assert "書店" in window.reading.prepared_texts(Variant.TRADITIONAL)[Kind.TITLE]
    assert find_timer(window).isActive()
    qtbot.waitUntil(lambda: not find_timer(window).isActive())


def test_nothing_is_drawn_any_more_when_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reading.article_settled, timeout=20_000):
        window.importing.import_text(TEXT)
    window.close()
    assert not find_timer(window).isActive()
