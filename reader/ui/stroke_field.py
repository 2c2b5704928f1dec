"""Shows how the characters of a word are written, one after another."""

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reader.core.strokes import StrokeOrder
from reader.ui.stroke_drawing import Ink, draw, draw_grid, measure
from reader.ui.theme import Theme
from reader.ui.translation import translate

LARGEST, GAP, CAPTION = 150, 10, 24
"""Pixels: of a square, between two, and of the line below them."""
SPEED = 1.1
"""Units of the square that the pen goes in a millisecond."""
FRAME = 16


class StrokeField(QWidget):
    """Plays by itself; Space pauses and goes on, R starts again, Left and Right go by strokes."""

    def __init__(self, text: str, orders: tuple[StrokeOrder | None, ...], theme: Theme) -> None:
        super().__init__()
        self._text = text
        self._orders = orders
        self._ink = Ink(
            QColor(theme.text), QColor(theme.border), QColor(theme.accent), QColor(theme.border)
        )
        self._muted = QColor(theme.muted)
        self._lengths = [measure(order) if order else () for order in orders]
        self._ends = _add_up(self._lengths)
        self.gone = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._go_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._name())
        self.setToolTip(translate("Strokes", "Space: pause, R: again, Left and Right: strokes"))

    @property
    def whole(self) -> float:
        """How far the pen goes for all characters."""
        return self._ends[-1] if self._ends else 0.0

    @property
    def playing(self) -> bool:
        """Whether the pen moves."""
        return self._timer.isActive()

    def play(self) -> None:
        """Let the pen go on; from the start where it is at the end."""
        if self.gone >= self.whole:
            self.gone = 0.0
        if self.whole:
            self._clock.start()
            self._timer.start()
        self.update()

    def pause(self) -> None:
        """Let the pen rest."""
        self._timer.stop()
        self.update()

    def replay(self) -> None:
        """Start again with the first stroke."""
        self.gone = 0.0
        self.play()

    def step(self, step: int) -> None:
        """Rest at the end of the next (1) or the last but one (-1) stroke."""
        self._timer.stop()
        if step > 0:
            self.gone = next((end for end in self._ends if end > self.gone), self.whole)
        else:
            self.gone = max((end for end in self._ends if end < self.gone), default=0.0)
        self.update()

    def caption(self) -> str:
        """What is known of the strokes, and how many are written."""
        missing = [c for c, order in zip(self._text, self._orders, strict=True) if order is None]
        if missing:
            sentence = translate("Strokes", "The strokes of {characters} are not known.")
            return sentence.format(characters=" ".join(missing))
        done = sum(end <= self.gone for end in self._ends)
        counted = translate("Strokes", "Stroke {number} of {count}")
        return counted.format(number=done, count=len(self._ends))

    def _name(self) -> str:
        counts = ", ".join(
            translate("Strokes", "{character}: {count} strokes").format(
                character=order.character, count=len(order.strokes)
            )
            for order in self._orders
            if order
        )
        return counts or self.caption()

    def _go_on(self) -> None:
        self.gone = min(self.whole, self.gone + self._clock.restart() * SPEED)
        if self.gone >= self.whole:
            self._timer.stop()
        self.update()

    def _side(self) -> float:
        count = len(self._orders)
        return min(LARGEST, (self.width() - GAP * (count + 1)) / max(1, count))

    @override
    def sizeHint(self) -> QSize:
        count = len(self._orders)
        side = min(LARGEST, (LARGEST * 2 + GAP) / max(1, count) if count > 2 else LARGEST)
        return QSize(round(count * (side + GAP)) + GAP, round(side) + GAP + CAPTION)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, gone = self._side(), self.gone
        for number, (order, lengths) in enumerate(zip(self._orders, self._lengths, strict=True)):
            square = QRectF(GAP + number * (side + GAP), GAP / 2, side, side)
            if order:
                draw(painter, square, order, gone, self._ink)
            else:
                draw_grid(painter, square, self._ink.grid)
            gone -= sum(lengths)
        painter.setPen(self._muted)
        line = QRectF(GAP, side + GAP, self.width() - 2 * GAP, CAPTION)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.caption())
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            event.setAccepted(plain and event.key() == Qt.Key.Key_R)  # else it lays out readings
            return event.isAccepted()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.pause() if self.playing else self.play()
        elif key == Qt.Key.Key_R:
            self.replay()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)


def _add_up(lengths: list[tuple[float, ...]]) -> list[float]:
    """Where each stroke ends on the way through all characters."""
    ends, gone = [], 0.0
    for character in lengths:
        for length in character:
            gone += length
            ends.append(gone)
    return ends
