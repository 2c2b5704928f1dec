"""The quiet line below the text: which chapter, how far, how long still; and going elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget
from typing_extensions import override

from reader.ui.translation import translate

HOUR = 60
LONG = 10
"""Hours from which on minutes say nothing."""
READ = 0.985
"""From this share on a text or a section counts as read."""
LEAST = 0.005


class ProgressLine(QWidget):
    """Tells where reading is; the share can be clicked, or typed after Ctrl+G."""

    share_chosen = Signal(float)
    """0 to 1: the learner wants to read there."""
    cancelled = Signal()
    """No share was chosen after all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._name = ""
        self._where = QLabel()
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setMinimumWidth(1)
        self._left = QLabel()
        self._left.setTextFormat(Qt.TextFormat.PlainText)
        self.share = QToolButton()
        self.share.setToolTip(translate("Progress", "Go to per cent (Ctrl+G)"))
        self.share.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ask = QLabel(translate("Progress", "Go to"))
        self.goal = QSpinBox()
        self.goal.setRange(0, 100)
        self.goal.setSuffix(translate("Progress", " %"))
        self.goal.setAccessibleName(translate("Progress", "Per cent of the text to go to"))
        self.goal.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 12, 2)
        layout.setSpacing(8)
        layout.addWidget(self._where, 1)
        for part in (self._left, self.share, self._ask, self.goal):
            layout.addWidget(part)
        self._ask.hide()
        self.goal.hide()
        self.hide()
        self.share.clicked.connect(self.ask)
        self.goal.lineEdit().returnPressed.connect(self._choose)

    def show_place(self, name: str, share: float) -> None:
        """Name the chapter and say how much of the text lies above, 0 to 1."""
        self._name = name
        self.share.setText(translate("Progress", "{share} %").format(share=round(share * 100)))
        self.share.setAccessibleName(
            translate("Progress", "{share} per cent read").format(share=round(share * 100))
        )
        if self.goal.isHidden():
            self.goal.setValue(round(share * 100))
        self._elide()
        self.show()

    def show_left(self, chapter: int | None, text: int | None) -> None:
        """Say how many minutes are left in the chapter and in the text; None where unknown."""
        parts = []
        if chapter is not None and chapter != text:
            left = translate("Progress", "{time} left in the chapter")
            parts.append(left.format(time=describe_minutes(chapter)))
        if text is not None:
            left = translate("Progress", "{time} in all") if parts else ""
            left = left or translate("Progress", "{time} left")
            parts.append(left.format(time=describe_minutes(text)))
        self._left.setText(", ".join(parts))
        self._elide()

    @property
    def text(self) -> str:
        """All that the line says."""
        return " · ".join(
            part for part in (self._name, self._left.text(), self.share.text()) if part
        )

    def ask(self) -> None:
        """Let the learner type where to go."""
        if not self.isHidden():
            self._show_goal(shown=True)
            self.goal.setFocus()
            self.goal.selectAll()

    def cancel(self) -> bool:
        """Stop asking; whether it did ask."""
        asked = not self.goal.isHidden()
        self._show_goal(shown=False)
        return asked

    def _choose(self) -> None:
        self.goal.interpretText()
        chosen = self.goal.value() / 100
        self._show_goal(shown=False)
        self.share_chosen.emit(chosen)

    def _show_goal(self, *, shown: bool) -> None:
        self._ask.setVisible(shown)
        self.goal.setVisible(shown)
        self.share.setVisible(not shown)

    def _elide(self) -> None:
        metrics, room = QFontMetrics(self._where.font()), self._where.width()
        self._where.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


def describe_minutes(minutes: int) -> str:
    """12 min, 3 h 20 min, 14 h."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return translate("Progress", "{minutes} min").format(minutes=rest)
    if hours >= LONG or not rest:
        return translate("Progress", "{hours} h").format(hours=round(minutes / HOUR))
    return translate("Progress", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def describe_share(share: float) -> str:
    """How much has been read, in a few characters; nothing where nothing has."""
    if share >= READ:
        return "✓"
    return f"{share * 100:.0f} %" if share >= 0.005 else ""
