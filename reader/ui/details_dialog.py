"""Asks what an article is called, where it is from, by whom and when."""

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.article import Article, Details
from reader.ui.translation import translate

WIDTH = 460


class DetailsDialog(QDialog):
    """A line for each; what was found in the text is often a guess."""

    details_edited = Signal(Details)

    def __init__(self, parent: QWidget, article: Article) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Details", "Details of the article"))
        labels = {
            "title": translate("Details", "&Title"),
            "source": translate("Details", "&Source"),
            "author": translate("Details", "&Author"),
            "date": translate("Details", "&Date"),
            "category": translate("Details", "&Category"),
        }
        form = QFormLayout()
        self.lines: dict[str, QLineEdit] = {}
        for name, label in labels.items():
            line = QLineEdit(getattr(article, name))
            line.setCursorPosition(0)
            line.setAccessibleName(label.replace("&", ""))
            form.addRow(label, line)
            self.lines[name] = line
        self.lines["date"].setPlaceholderText("2022-09-10")
        if article.address:
            address = QLabel(article.address)
            address.setTextFormat(Qt.TextFormat.PlainText)
            address.setWordWrap(True)
            address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(translate("Details", "Address"), address)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Save | buttons.Cancel)
        self.save_button = self._buttons.button(buttons.Save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(min(WIDTH, parent.width() - 40))
        self._buttons.accepted.connect(self.accept_details)
        self._buttons.rejected.connect(self.reject)
        self.lines["title"].textChanged.connect(self._check)
        self._check()

    def accept_details(self) -> None:
        """Tell of the details and close."""
        self.details_edited.emit(
            Details(**{field.name: self.lines[field.name].text() for field in fields(Details)})
        )
        self.accept()

    def _check(self) -> None:
        self.save_button.setEnabled(bool(self.lines["title"].text().strip()))
