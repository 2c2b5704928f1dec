"""A learner's own phrases for the conversion to traditional characters."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.phrase import Phrase
from reader.ui.translation import translate


class PhrasesDialog(QDialog):
    """A line to write a phrase, and the list of those that are kept."""

    phrase_written = Signal(str, str)
    """A word and how it is to be written in traditional characters."""
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget, written: str, usual: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Phrases", "Traditional forms of your own"))
        self.resize(460, 420)
        self.written = QLineEdit(written)
        self.written.setPlaceholderText(translate("Phrases", "Simplified: 头发"))
        self.written.setAccessibleName(translate("Phrases", "Word"))
        self.traditional = QLineEdit(usual)
        self.traditional.setPlaceholderText(translate("Phrases", "Traditional: 頭髮"))
        self.traditional.setAccessibleName(translate("Phrases", "Its traditional form"))
        self.keep = QPushButton(translate("Phrases", "&Keep"))
        self.keep.setDefault(True)
        line = QHBoxLayout()
        for part in (self.written, QLabel("→"), self.traditional, self.keep):
            line.addWidget(part)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(translate("Phrases", "Your phrases"))
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.remove = QPushButton(translate("Phrases", "&Remove"))
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ActionRole)
        hint = QLabel(
            translate(
                "Phrases",
                "Where a text is converted to traditional characters, these words win over all "
                "others. A line of the list can be changed in place.",
            )
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addWidget(hint)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.fault.hide()
        self.keep.clicked.connect(self._write)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(self._edit)
        self.table.itemSelectionChanged.connect(self._enable)
        self.written.textChanged.connect(self._enable)
        self.traditional.textChanged.connect(self._enable)
        buttons.rejected.connect(self.reject)
        self._enable()

    def set_phrases(self, phrases: Iterable[Phrase]) -> None:
        """List what is kept now."""
        kept = tuple(phrases)
        self.table.blockSignals(True)
        self.table.setRowCount(len(kept))
        for row, phrase in enumerate(kept):
            word = QTableWidgetItem(phrase.simplified)
            word.setFlags(word.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, 0, word)
            self.table.setItem(row, 1, QTableWidgetItem(phrase.traditional))
        self.table.blockSignals(False)
        self._enable()

    def show_fault(self, sentence: str) -> None:
        """Say why a phrase was not kept; nothing where it was."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _write(self) -> None:
        self.phrase_written.emit(self.written.text(), self.traditional.text())

    def _edit(self, item: QTableWidgetItem) -> None:
        word = self.table.item(item.row(), 0)
        if word:
            self.phrase_written.emit(word.text(), item.text())

    def _remove(self) -> None:
        word = self.table.item(self.table.currentRow(), 0)
        if word:
            self.removal_requested.emit(word.text())

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedItems()))
        self.keep.setEnabled(bool(self.written.text().strip() and self.traditional.text().strip()))
