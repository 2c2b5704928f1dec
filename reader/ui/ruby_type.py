"""The type that readings are set in: how wide they are, and a quick way to draw them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform

TOP_OF_EM = 0.88
"""Above the baseline, in ems: how far up Chinese characters reach."""
NEAR, BETWEEN = 0.07, 0.3
"""Between text and reading, in ems of the text; between readings, in ems of their own."""


class RubyType:
    """Readings above text of one size. Each is measured once, and shaped once."""

    def __init__(self, font: QFont, points: float, share: float) -> None:
        """``font``: of the text, ``points`` its size, ``share`` that of the readings."""
        text_font = QFont(font)
        text_font.setPointSizeF(points)
        text_metrics = QFontMetricsF(text_font)
        self.em = text_metrics.horizontalAdvance("文")
        self.font = QFont(font)
        self.font.setPointSizeF(points * share)
        self._metrics = QFontMetricsF(self.font)
        self._ascent = self._metrics.ascent()
        self._widths: dict[str, float] = {}
        self._shaped: dict[str, QStaticText] = {}
        around = self._metrics.tightBoundingRect("gǚ")
        self.rise = TOP_OF_EM * self.em + NEAR * self.em + around.bottom()
        """From the baseline of the text up to that of its reading."""
        self.beyond = self.rise - around.top() - text_metrics.ascent()
        """How far readings reach above what is marked when a word is."""
        self.gap = BETWEEN * self.em * share

    def width(self, text: str) -> float:
        """How wide a reading is, in pixels."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def draw(self, painter: QPainter, x: float, baseline: float, text: str) -> None:
        """Draw a reading; the painter has this type's font."""
        shaped = self._shaped.get(text)
        if shaped is None:
            shaped = self._shaped[text] = QStaticText(text)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shaped.prepare(QTransform(), self.font)
        painter.drawStaticText(QPointF(x, baseline - self._ascent), shaped)
