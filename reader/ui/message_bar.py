"""The one place where the window tells what happened, and offers to undo it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.announcing import announce
from reader.ui.translation import translate

READING_TIME = 9000
"""Milliseconds that a message which is no failure stays."""


class MessageBar(QFrame):
    """A line below the text: a sentence, perhaps a button, and a way to close it."""

    announced = Signal(str)
    """What was said of it, for who does not see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAccessibleName(translate("MessageBar", "Message"))
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        # In a narrow window the sentence breaks into more lines, the button is never cut.
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.hide()
        self._action: Callable[[], None] | None = None
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(translate("MessageBar", "Close the message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=READING_TIME)
        self._timer.timeout.connect(self.dismiss)
        self._button.clicked.connect(self.act)
        self.close_button.clicked.connect(self.dismiss)
        self._waiting: tuple[str, str, Callable[[], None]] | None = None
        self.hide()

    def set_icon(self, close: QIcon) -> None:
        """Draw the way to close it in the colours of the theme."""
        self.close_button.setIcon(close)

    @property
    def sentence(self) -> str:
        """What is shown now, empty when nothing is."""
        return self._sentence.text() if not self.isHidden() else ""

    def tell(
        self, sentence: str, label: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show what happened for a while; ``action`` is what the button called ``label`` does."""
        self._show(sentence, label, action)
        self._timer.start()

    def offer(self, sentence: str, label: str, action: Callable[[], None]) -> None:
        """Tell when nothing else is being told: what can wait does not hide what happened."""
        if self.isHidden():
            self.tell(sentence, label, action)
        else:
            self._waiting = (sentence, label, action)

    def tell_failure(
        self, sentence: str, label: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show what went wrong until it is closed; ``action`` as in ``tell``."""
        self._timer.stop()
        self._show(sentence, label, action, urgent=True)

    def act(self) -> None:
        """Do what the button offers, once; the same as a click on it."""
        action, self._action = self._action, None
        self.dismiss()
        if action:
            action()

    def dismiss(self) -> None:
        """Hide the message; what it offered can no longer be had from it."""
        self._timer.stop()
        self._action = None
        self.hide()
        waiting, self._waiting = self._waiting, None
        if waiting:
            self.tell(*waiting)

    def withdraw(self, sentence: str) -> None:
        """Take back what was told or waits to be told, if it is this sentence."""
        if self._waiting and self._waiting[0] == sentence:
            self._waiting = None
        if sentence and self.sentence == sentence:
            self.dismiss()

    def _show(
        self,
        sentence: str,
        label: str,
        action: Callable[[], None] | None,
        *,
        urgent: bool = False,
    ) -> None:
        announce(self, sentence, urgent=urgent)
        self.announced.emit(sentence)
        self._sentence.setText(sentence)
        self._action = action
        self._button.setText(label)
        self._button.setVisible(bool(label))
        self.show()
