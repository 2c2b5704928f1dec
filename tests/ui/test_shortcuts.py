"""Keys of one's own, through the window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from reader.core.paths import Paths
from reader.core.settings import load_settings
from reader.ui.actions import list_commands
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.shortcut_settings import ShortcutSettings

TEXT = "夜市\n\n" + "天一黑，夜市就热闹起来了。" * 60 + "\n"


@pytest.fixture
def page(window: MainWindow) -> ShortcutSettings:
    """The page for keys."""
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    found = dialog.findChild(ShortcutSettings)
    assert found
    dialog.list.setCurrentRow(dialog.pages.index(found))
    return found


def give(page: ShortcutSettings, name: str, keys: str) -> None:
    """Type keys for an action."""
    page.choose(name)
    page.keys.setKeySequence(QKeySequence(keys))
    page.keys.editingFinished.emit()


def keys(window: MainWindow, name: str) -> list[str]:
    """The keys that an action answers to."""
    return [found.toString() for found in window.actions_by_name[name].shortcuts()]


def test_every_action_is_in_the_list(page: ShortcutSettings) -> None:
    assert page.list.topLevelItemCount() == len(list_commands())


def test_new_keys_hold_at_once_and_are_kept(
    window: MainWindow, page: ShortcutSettings, paths: Paths
) -> None:
    give(page, "settings", "Ctrl+Alt+P")
    assert keys(window, "settings") == ["Ctrl+Alt+P"]
    assert "Ctrl+Alt+P" in window.actions_by_name["settings"].toolTip()
    window.choices.save()
    assert load_settings(paths.settings).shortcuts == {"settings": "Ctrl+Alt+P"}


def test_keys_of_another_action_are_not_given_twice(
    window: MainWindow, page: ShortcutSettings
) -> None:
    give(page, "ruler", "Ctrl+T")
    assert keys(window, "ruler") == ["F8"]
    assert "Switch script" in page.conflict.text()
    page.take.click()
    assert keys(window, "ruler") == ["Ctrl+T"]
    assert keys(window, "script") == []


def test_who_gives_one_of_two_keys_keeps_the_other(
    window: MainWindow, page: ShortcutSettings
) -> None:
    give(page, "ruler", "Ctrl++")
    page.take.click()
    assert keys(window, "larger") == ["Ctrl+="]


def test_an_action_can_have_no_key_and_go_back(window: MainWindow, page: ShortcutSettings) -> None:
    page.choose("larger")
    page.none.click()
    assert keys(window, "larger") == []
    page.standard.click()
    assert keys(window, "larger") == ["Ctrl++", "Ctrl+="]
    assert window.choices.settings.shortcuts == {}


def test_all_go_back_at_once(window: MainWindow, page: ShortcutSettings) -> None:
    give(page, "ruler", "Ctrl+Alt+R")
    give(page, "focus_mode", "Ctrl+Alt+F")
    dialog = window.findChild(SettingsDialog)
    assert dialog
    dialog.defaults.click()
    assert keys(window, "ruler") == ["F8"]
    assert window.choices.settings.shortcuts == {}


def test_keys_of_the_text_can_be_others(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    qtbot.waitUntil(lambda: window.pointer.has_words)
    window.choices.change(shortcuts={"word_on": "J", "page_on": "Ctrl+Alt+N"})
    window.activateWindow()
    window.pane.setFocus()
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert window.pointer.marked is None
    QTest.keyClick(window.pane, Qt.Key.Key_J)
    assert window.pointer.marked
    bar = window.pane.verticalScrollBar()
    QTest.keyClick(
        window.pane,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    assert bar.value() > 0


def test_the_help_shows_every_action_with_the_keys_that_hold(window: MainWindow) -> None:
    window.choices.change(shortcuts={"ruler": "Ctrl+Alt+R"})
    window.actions_by_name["shortcuts"].trigger()
    table = window.findChild(QTableWidget)
    assert table
    rows = {}
    for row in range(table.rowCount()):
        label, shown = table.item(row, 0), table.item(row, 1)
        assert label
        assert shown
        rows[label.text()] = shown.text()
    assert len(rows) == len(list_commands())
    assert rows["Reading ruler"] == QKeySequence("Ctrl+Alt+R").toString(
        QKeySequence.SequenceFormat.NativeText
    )
    assert rows["Next word"] == "Right"


def test_a_damaged_file_of_keys_falls_back(paths: Paths) -> None:
    paths.settings.write_text(json.dumps({"shortcuts": {"ruler": 5, "theme": "F5"}}), "utf-8")
    assert load_settings(paths.settings).shortcuts == {"theme": "F5"}
