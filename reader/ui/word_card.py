"""The card beside a word: one, owned by the window, never over the word itself."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFont, QHideEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reader.ui.translation import translate

GAP = 5
"""Pixels between word and card: few, so that the pointer can travel."""
WIDTH = 52
"""Of the card, in letters."""
EDGES = 4
"""Pixels of the card's border and of the layout within it, both sides together."""
TALLEST = 0.8
"""Of the window, for a pinned card; the rest of it scrolls."""


class WordCard(QFrame):
    """Shows a word for as long as the pointer is on it or on the card, or until it is unpinned."""

    left = Signal()
    """The pointer is neither on the word nor on the card any more."""
    touched = Signal()
    """The card itself was clicked: it is to stay."""
    link_chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("card")
        self.setAccessibleName(translate("Card", "Word"))
        self._window = window
        self._word = QRect()
        self.pinned = False
        self.body = QTextBrowser()
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setOpenLinks(False)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.document().setDocumentMargin(12)
        self.body.viewport().installEventFilter(self)
        self.body.anchorClicked.connect(self._choose)
        self.bar = QWidget()
        self._buttons = QHBoxLayout(self.bar)
        self._buttons.setContentsMargins(8, 4, 8, 6)
        self._buttons.setSpacing(2)
        self.bar.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.body, 1)
        self._layout.addWidget(self.bar)
        self.extra: QWidget | None = None
        """What stands between the text and the buttons."""
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._leave)
        self.hide()

    def set_actions(self, words: Sequence[tuple[str, QAction]], tools: Sequence[QAction]) -> None:
        """What a pinned card offers: as words on the left, as icons on the right."""
        for label, action in words:
            button = QToolButton()
            button.setText(label)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        for action in tools:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.toolTip())
            self._buttons.addWidget(button)

    def warm_up(self) -> None:
        """Let Qt do now what it does when a card is first drawn: the first one comes as quickly."""
        if self.isHidden():
            self.grab()

    def set_look(self, font: QFont, hide_delay: int) -> None:
        """The font of the glosses, and how many milliseconds the pointer may be on its way."""
        self.body.setFont(font)
        self._leaving.setInterval(hide_delay)

    def show_text(self, text: str, name: str, word: QRect | None = None) -> None:
        """Show HTML. ``name``: what it says in a sentence; ``word``: what to stand beside."""
        self._leaving.stop()
        self.body.setHtml(text)
        self.body.setAccessibleName(name)
        self.setAccessibleDescription(name)
        if word is not None:
            self._word = word
        self._place()
        self.raise_()
        self.show()

    def stand_beside(self, word: QRect) -> None:
        """Stay what it is, but beside a word that is elsewhere now."""
        self._leaving.stop()
        if word != self._word:
            self._word = word
            self._place()

    def add_text(self, text: str) -> None:
        """Show longer HTML of the same word, without moving what is being read."""
        at = self.body.verticalScrollBar().value()
        self.body.setHtml(text)
        self._place()
        self.body.verticalScrollBar().setValue(at)

    def set_pinned(self, pinned: bool) -> None:
        """Let the card stay with its buttons, or go again when the pointer goes."""
        self.pinned = pinned
        self._leaving.stop()
        self.bar.setVisible(pinned)
        policy = Qt.FocusPolicy.StrongFocus if pinned else Qt.FocusPolicy.NoFocus
        self.body.setFocusPolicy(policy)
        if not pinned:
            self.set_extra(None)

    def set_extra(self, widget: QWidget | None) -> None:
        """Put a widget between the text and the buttons; None takes it away."""
        if self.extra is not None:
            self._layout.removeWidget(self.extra)
            self.extra.hide()
            self.extra.deleteLater()
        self.extra = widget
        if widget is not None:
            self._layout.insertWidget(1, widget)
            widget.show()  # at once: the keyboard does not go into what is still to be shown
        if self.isVisible():
            self._place()

    def leave_soon(self) -> None:
        """Hide, unless the pointer reaches the card in time."""
        if not self.pinned and not self.underMouse():
            self._leaving.start()

    def has_focus(self) -> bool:
        """Whether the keyboard is in the card."""
        focused = self._window.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def text(self) -> str:
        """What the card says, without its layout."""
        return self.body.toPlainText().strip()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and not self.pinned and not self.body.textCursor().hasSelection():
            self.touched.emit()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the text below is not meant

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.leave_soon()
        super().leaveEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._leaving.stop()
        super().hideEvent(event)

    def _choose(self, link: QUrl) -> None:
        self.link_chosen.emit(int(link.toString()))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _place(self) -> None:
        self.setGeometry(place_card(self._word, self._wanted_size(), self._window.rect()))

    def _wanted_size(self) -> QSize:
        document, room = self.body.document(), self._window.rect()
        width = min(self.body.fontMetrics().horizontalAdvance("n") * WIDTH, room.width() - 20)
        document.setTextWidth(width)
        below = self.bar.sizeHint().height() if self.pinned else 0
        below += self.extra.sizeHint().height() if self.extra else 0
        height = ceil(document.size().height()) + below + EDGES
        if self.pinned:
            height = min(height, round(room.height() * TALLEST))
        return QSize(width + EDGES, height)


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
