"""The line below the text in which one types what to find."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from reader.language.finding import Query
from reader.ui.clearing import let_clear
from reader.ui.translation import translate

LONGEST_QUERY = 80


class FindBar(QFrame):
    """Query, count, ways on and back."""

    query_changed = Signal(Query)
    step_requested = Signal(int)
    """To the next hit (1) or the one before (-1)."""
    close_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.line = QLineEdit(placeholderText=translate("Find", "汉字, 漢字 or hànzì"))
        self.line.setMaxLength(LONGEST_QUERY)
        self.line.setMinimumWidth(120)
        self.line.setMaximumWidth(340)
        let_clear(self.line)
        self.line.setAccessibleName(translate("Find", "Find in the text"))
        self.line.installEventFilter(self)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.whole = QToolButton()
        self.whole.setText(translate("Find", "Whole words"))
        self.whole.setCheckable(True)
        self.whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back = self._button(translate("Find", "Previous hit (Shift+F3)"))
        self._on = self._button(translate("Find", "Next hit (F3)"))
        self._close = self._button(translate("Find", "Close (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.line, 2)
        for part in (self._back, self._on, self.whole, self.count):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self.hide()
        self.line.textChanged.connect(self._tell)
        self.whole.toggled.connect(self._tell)
        self._back.clicked.connect(lambda: self.step_requested.emit(-1))
        self._on.clicked.connect(lambda: self.step_requested.emit(1))
        self._close.clicked.connect(self.close_requested)

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Draw in the colours of the theme."""
        for button, name in ((self._back, "previous"), (self._on, "next"), (self._close, "close")):
            button.setIcon(icons[name])

    @property
    def query(self) -> Query:
        """What is to be found."""
        return Query(self.line.text(), self.whole.isChecked())

    def open(self, text: str) -> None:
        """Ask what to find; ``text``: a proposal, which typing replaces."""
        self.show()
        if text:
            self.line.setText(text)
        self.line.setFocus()
        self.line.selectAll()

    def tell(self, *, number: int | None, count: int, under_way: int | None) -> None:
        """Say which hit is shown of how many, and how far finding has got in per cent."""
        self.count.setText(describe_count(number, count, under_way) if self.line.text() else "")
        self._back.setEnabled(count > 0)
        self._on.setEnabled(count > 0)

    def _tell(self) -> None:
        self.query_changed.emit(self.query)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step_requested.emit(-1 if back else 1)
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _button(name: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def describe_count(number: int | None, count: int, under_way: int | None) -> str:
    """«3 of 17», with how far finding has got while it is under way."""
    if count and number is not None:
        counted = translate("Find", "{number} of {count}").format(number=number, count=f"{count:,}")
    elif count:
        counted = translate("Find", "{count} found").format(count=f"{count:,}")
    else:
        counted = translate("Find", "Not found") if under_way is None else ""
    if under_way is None:
        return counted
    progress = translate("Find", "checking readings, {share} %").format(share=under_way)
    return f"{counted} · {progress}" if counted else progress
