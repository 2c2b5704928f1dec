"""The table of actions."""

from collections import Counter

import pytest
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from reader.ui.actions import list_commands
from reader.ui.main_window import MainWindow


@pytest.mark.usefixtures("qapp")
def test_no_shortcut_is_used_twice() -> None:
    keys = Counter(
        QKeySequence(keys).toString() for command in list_commands() for keys in command.shortcuts
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.usefixtures("qapp")
def test_every_shortcut_is_one_that_qt_knows() -> None:
    for command in list_commands():
        for keys in command.shortcuts:
            assert QKeySequence(keys).toString() != ""


def test_what_is_switched_on_has_a_tick_in_its_menu(window: MainWindow) -> None:
    for command in list_commands():
        if command.checkable:
            action = window.actions_by_name[command.name]
            menu = QMenu(window)
            menu.addAction(action)
            with QSignalBlocker(action):
                action.setChecked(False)
                off = menu.grab().toImage()
                action.setChecked(True)
                on = menu.grab().toImage()
            assert on != off, command.name


def test_every_action_is_in_a_menu(window: MainWindow) -> None:
    in_menus = {action for menu in window.findChildren(QMenu) for action in menu.actions()}
    assert set(window.actions_by_name.values()) <= in_menus


def test_every_action_with_a_button_has_an_icon(window: MainWindow) -> None:
    for command in list_commands():
        if command.icon:
            assert not window.actions_by_name[command.name].icon().isNull()
