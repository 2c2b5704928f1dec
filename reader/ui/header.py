"""The quiet line above the text: where it comes from, who wrote it, when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.article import Article


class Header(QLabel):
    """Category, source, author and date of the open article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)  # else the window could not be narrower than the line
        self.setContentsMargins(12, 10, 12, 2)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_article(self, article: Article) -> None:
        """Show what is known; nothing where nothing is."""
        parts = (article.category, article.source, article.author, article.date, article.level)
        line = "  ·  ".join(dict.fromkeys(part for part in parts if part))
        self.setText(line)
        self.setVisible(bool(line))
