"""The text alone on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow

TEXT = "夜市\n\n" + "天一黑，夜市就热闹起来了。" * 8 + "\n"


def open_text(qtbot: QtBot, window: MainWindow) -> None:
    """Make an article of the text."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)


def around(window: MainWindow) -> list[QWidget]:
    """What is not the text."""
    bars = window.findChildren(QToolBar)
    return [window.menuBar(), *bars, window.library_view, window.header, window.progress]


def is_seen(widget: QWidget) -> bool:
    """Whether it takes any room."""
    return widget.isVisible() and widget.height() > 0


def test_all_but_the_text_goes_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    before = [is_seen(part) for part in around(window)]
    window.actions_by_name["full_screen"].trigger()
    qtbot.waitUntil(lambda: not any(is_seen(part) for part in around(window)))
    assert window.isFullScreen()
    window.pane.setFocus()
    QTest.keyClick(window.pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [is_seen(part) for part in around(window)] == before)
    assert not window.isFullScreen()
    assert not window.actions_by_name["full_screen"].isChecked()


def test_escape_ends_the_card_first(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    qtbot.waitUntil(lambda: window.pointer.has_words)
    window.actions_by_name["full_screen"].trigger()
    window.pointer.walk(1)
    window.actions_by_name["dismiss"].trigger()
    assert window.full_screen.on
    window.actions_by_name["dismiss"].trigger()
    assert not window.full_screen.on


def test_keys_work_where_the_menus_are_hidden(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    window.actions_by_name["full_screen"].trigger()
    window.activateWindow()
    size = window.choices.settings.font_size
    QTest.keyClick(window.pane, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.choices.settings.font_size > size
    window.full_screen.leave()


def test_closing_leaves_a_window_with_its_panels_for_the_next_time(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_text(qtbot, window)
    window.actions_by_name["full_screen"].trigger()
    window.close()
    assert not window.isFullScreen()
    assert not window.library_view.isHidden()
