"""Dialogs that only show something."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.ui.actions import describe_keys, keys_of, list_commands
from reader.ui.translation import translate


def show_original(parent: QWidget, title: str, text: str) -> QDialog:
    """The kept bytes of an article as text, untouched by any clean-up."""
    view = QPlainTextEdit(text)
    view.setReadOnly(True)
    view.setAccessibleName(translate("Original", "Original text"))
    return _open(parent, translate("Original", "Original of {title}").format(title=title), view)


def show_shortcuts(parent: QWidget, own: Mapping[str, str]) -> QDialog:
    """Every action with its keys. ``own``: those that the learner chose."""
    commands = list_commands()
    rows = [(command.title, describe_keys(keys_of(command, own))) for command in commands]
    table = QTableWidget(len(rows), 2)
    table.setAccessibleName(translate("Shortcuts", "Keyboard shortcuts"))
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    for row, (label, keys) in enumerate(rows):
        table.setItem(row, 0, QTableWidgetItem(label))
        table.setItem(row, 1, QTableWidgetItem(keys))
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return _open(parent, translate("Shortcuts", "Keyboard shortcuts"), table)


def show_about(parent: QWidget) -> QDialog:
    """What this is, and whose data it shows."""
    text = translate(
        "About",
        "Wenchuang 文窗 {version}, a reader for people who learn Chinese.\n\n"
        "Dictionary: CC-CEDICT (CC BY-SA 4.0). Conversion: OpenCC (Apache-2.0). "
        "Pinyin: pypinyin (MIT). Everything stays on this computer.",
    )
    label = QLabel(text.format(version=__version__))
    label.setWordWrap(True)
    return _open(parent, translate("About", "About Wenchuang"), label)


def _open(parent: QWidget, title: str, content: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.addWidget(content, 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    room = parent.size()
    few_words = isinstance(content, QLabel)
    dialog.resize(*((420, 190) if few_words else (room.width() * 2 // 3, room.height() * 3 // 4)))
    dialog.open()
    return dialog
