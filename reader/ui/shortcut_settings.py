"""The page of the settings for the keys of every action."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from reader.core.settings import Settings
from reader.ui.actions import Command, describe_keys, keys_of, list_commands
from reader.ui.settings_page import SettingsPage
from reader.ui.translation import translate

NAME = Qt.ItemDataRole.UserRole


class ShortcutSettings(SettingsPage):
    """A list of all actions; the keys of the chosen one are typed below it.

    Keys that another action has are not given twice: the learner is told whose they are, and may
    take them away from there.
    """

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Keys"))
        self._own: dict[str, str] = {}
        self._commands = {command.name: command for command in list_commands()}
        self._wanted = ""
        self.list = QTreeWidget()
        self.list.setAccessibleName(translate("Settings", "Actions and their keys"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(260)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for command in self._commands.values():
            item = QTreeWidgetItem([command.title, ""])
            item.setData(0, NAME, command.name)
            self.list.addTopLevelItem(item)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(translate("Settings", "New keys"))
        self.none = QPushButton(translate("Settings", "&None"))
        self.standard = QPushButton(translate("Settings", "Stan&dard"))
        self.conflict = QLabel()
        self.conflict.setWordWrap(True)
        self.take = QPushButton(translate("Settings", "&Take it from there"))
        self._lay_out()
        self.list.currentItemChanged.connect(self._choose_action)
        self.keys.editingFinished.connect(self._take_keys)
        self.none.clicked.connect(lambda: self._set(""))
        self.standard.clicked.connect(self._restore)
        self.take.clicked.connect(self._take_over)
        self.choose(next(iter(self._commands)))

    def _lay_out(self) -> None:
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        for part in (self.keys, self.none, self.standard):
            buttons.addWidget(part)
        self.form.addRow(self.list)
        label = QLabel(translate("Settings", "New &keys"))
        label.setBuddy(self.keys)
        self.form.addRow(label)
        self.form.addRow(row)
        self.form.addRow(self.conflict)
        self.form.addRow(self.take)
        self._ask_whether_to_take("")

    @override
    def fill(self, settings: Settings) -> None:
        self._own = dict(settings.shortcuts)
        self._show()

    @override
    def apply(self, settings: Settings) -> Settings:
        return replace(settings, shortcuts=dict(self._own))

    def choose(self, name: str) -> None:
        """Mark an action in the list."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item and item.data(0, NAME) == name:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)

    @property
    def _current(self) -> Command:
        item = self.list.currentItem()
        return self._commands[item.data(0, NAME) if item else next(iter(self._commands))]

    def _choose_action(self) -> None:
        self._ask_whether_to_take("")
        self.keys.clear()

    def _take_keys(self) -> None:
        pressed = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not pressed:
            return
        owner = self._find_owner(pressed)
        if owner is None or owner == self._current:
            self._set(pressed)
        else:
            self._ask_whether_to_take(pressed, owner.title)

    def _find_owner(self, pressed: str) -> Command | None:
        wanted = QKeySequence(pressed)
        for command in self._commands.values():
            if wanted in [QKeySequence(keys) for keys in keys_of(command, self._own)]:
                return command
        return None

    def _take_over(self) -> None:
        """Give the keys to the marked action; the one that had them keeps its others."""
        pressed, owner = self._wanted, self._find_owner(self._wanted)
        if owner:
            wanted = QKeySequence(pressed)
            left = [k for k in keys_of(owner, self._own) if QKeySequence(k) != wanted]
            self._own[owner.name] = left[0] if left else ""
        self._set(pressed)

    def _restore(self) -> None:
        """The keys of the table again, unless another action has been given them."""
        command = self._current
        for keys in command.shortcuts:
            owner = self._find_owner(keys)
            if owner and owner != command:
                self._ask_whether_to_take(keys, owner.title)
                return
        self._own.pop(command.name, None)
        self._finish()

    def _set(self, keys: str) -> None:
        self._own[self._current.name] = keys
        if keys_of(self._current, self._own) == self._current.shortcuts:
            del self._own[self._current.name]
        self._finish()

    def _finish(self) -> None:
        self._ask_whether_to_take("")
        self.keys.clear()
        self._show()
        self.edited.emit()

    def _ask_whether_to_take(self, keys: str, owner: str = "") -> None:
        self._wanted = keys
        sentence = translate("Settings", "{keys} is taken: {action}")
        told = sentence.format(keys=describe_keys([keys]), action=owner) if keys else ""
        self.conflict.setText(told)
        self.conflict.setVisible(bool(keys))
        self.take.setVisible(bool(keys))

    def _show(self) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item:
                command = self._commands[item.data(0, NAME)]
                item.setText(1, describe_keys(keys_of(command, self._own)))
                font = item.font(1)
                font.setBold(command.name in self._own)
                item.setFont(1, font)
