"""The card beside a word: one, owned by the window, never over the word itself."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from reader.ui.card_text import CardText
from reader.ui.page import Hovered

GAP = 5
"""Pixels between word and card: few, so that the pointer can travel."""
WIDTH = 380


class WordCard(QFrame):
    """Shows a word for as long as the pointer is on it or on the card."""

    left = Signal()
    """The pointer is neither on the word nor on the card any more."""
    HIDE_DELAY: ClassVar[int] = 350
    """Milliseconds for the pointer's way from the word onto the card."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("card")
        self._window = window
        self._writer: CardText | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setMargin(12)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._label)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)
        self._leaving = QTimer(self, singleShot=True, interval=self.HIDE_DELAY)
        self._leaving.timeout.connect(self._leave)
        self.hide()

    def set_writer(self, writer: CardText) -> None:
        """Take what writes the text: its colours, its notation."""
        self._writer = writer

    def show_word(self, hovered: Hovered, word: QRect) -> None:
        """Show what is known of a word. ``word``: where it is in the window."""
        if self._writer is None:
            return
        self._leaving.stop()
        self._label.setText(self._writer.describe(hovered))
        self.setAccessibleName(hovered.shown)
        self.setGeometry(place_card(word, self._wanted_size(), self._window.rect()))
        self.raise_()
        self.show()

    def leave_soon(self) -> None:
        """Hide, unless the pointer reaches the card in time."""
        if not self.underMouse():
            self._leaving.start()

    def text(self) -> str:
        """What the card says, as HTML."""
        return self._label.text()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._leaving.start()
        super().leaveEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._leaving.stop()
        super().hideEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _wanted_size(self) -> QSize:
        width = min(WIDTH, self._label.sizeHint().width() + 16)
        return QSize(width + 2, self._label.heightForWidth(width) + 4)


def place_card(word: QRect, card: QSize, window: QRect) -> QRect:
    """Below the word, else above it, else beside it: inside the window, never over the word.

    Where no side has the room, the card shrinks on the side that has most; its text scrolls.
    """
    width = min(card.width(), window.width())
    left = min(max(word.left(), window.left()), window.right() + 1 - width)
    below = window.bottom() - word.bottom() - GAP
    above = word.top() - window.top() - GAP
    if card.height() <= below or below >= above:
        height = max(0, min(card.height(), below))
        return QRect(QPoint(left, word.bottom() + 1 + GAP), QSize(width, height))
    height = max(0, min(card.height(), above))
    return QRect(QPoint(left, word.top() - GAP - height), QSize(width, height))
