"""Asks what a paragraph should say. What it said when it was read stays in view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.translation import translate

WIDTH, HEIGHT = 560, 380
SHOWN = 400
"""Characters of the original that are shown."""


class EditDialog(QDialog):
    """A box with the text, the original below it where they differ, and a way back to that."""

    text_edited = Signal(str)

    def __init__(self, parent: QWidget, text: str, original: str, font: QFont) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Edit", "Edit the paragraph"))
        self._present, self._original = text, original
        self.box = QPlainTextEdit(text)
        self.box.setFont(font)
        self.box.document().setDocumentMargin(10)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(translate("Edit", "Text of the paragraph"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Save | buttons.Cancel)
        self.save_button = self._buttons.button(buttons.Save)
        role = QDialogButtonBox.ButtonRole.ResetRole
        self.restore_button = self._buttons.addButton(translate("Edit", "&As it was read"), role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._buttons)
        self.resize(min(WIDTH, parent.width() - 20), min(HEIGHT, parent.height() - 20))
        self._buttons.accepted.connect(self.accept_text)
        self._buttons.rejected.connect(self.reject)
        self.restore_button.clicked.connect(self.restore)
        self.box.textChanged.connect(self._check)
        self._check()

    def accept_text(self) -> None:
        """Tell of the text and close."""
        if self.save_button.isEnabled():
            self.accept()
            self.text_edited.emit(self.box.toPlainText())

    def restore(self) -> None:
        """Put what was read into the box; it is kept when that is saved."""
        self.box.setPlainText(self._original)

    def _check(self) -> None:
        text = self.box.toPlainText()
        self.save_button.setEnabled(bool(text.strip()) and text != self._present)
        differs = text != self._original
        self.restore_button.setEnabled(differs)
        shown = self._original[:SHOWN] + ("…" if len(self._original) > SHOWN else "")
        words = translate("Edit", "As it was read: {text}").format(text=shown)
        self.note.setText(words if differs else translate("Edit", "This is how it was read."))
