"""Paints what was found behind the letters of the text."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.position import Position
from reader.language.finding import Hit
from reader.ui.find_bar import LONGEST_QUERY
from reader.ui.pane import Pane
from reader.ui.theme import Theme

ROUND = 3.0


class HitMarks(QObject):
    """Only what is in view is measured and painted, however much was found."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._hits: Sequence[Hit] = ()
        self._current: Hit | None = None
        self._wash = QColor()
        self._seal = QColor()
        pane.add_underlay(self._paint)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._wash, self._seal = QColor(theme.selection), QColor(theme.accent)
        self._pane.viewport().update()

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the hits, in order, of the section that is shown, and one of them more."""
        self._hits, self._current = hits, current
        self._pane.viewport().update()

    def _paint(self, painter: QPainter, region: QRect) -> None:
        if not self._hits:
            return
        pane = self._pane
        top, bottom = pane.position_at_top(), pane.position_under_edge()
        first = Hit(top.section, top.paragraph, top.offset - LONGEST_QUERY, 0)
        for hit in self._hits[bisect_left(self._hits, first) :]:
            if hit[:3] > (bottom.section, bottom.paragraph, bottom.offset):
                break
            self._paint_hit(painter, hit, region)

    def _paint_hit(self, painter: QPainter, hit: Hit, region: QRect) -> None:
        if hit.section != self._pane.page.section:
            return
        is_current = hit == self._current
        painter.setPen(QPen(self._seal, 1.6) if is_current else Qt.PenStyle.NoPen)
        painter.setBrush(self._wash)
        for rectangle in self._rectangles(hit):
            around = rectangle.adjusted(-1, -1, 1, 2)
            if around.intersects(QRectF(region)):
                painter.drawRoundedRect(around, ROUND, ROUND)

    def _rectangles(self, hit: Hit) -> list[QRectF]:
        start = Position(hit.section, hit.paragraph, hit.start)
        end = Position(hit.section, hit.paragraph, hit.end)
        return self._pane.span_rectangles(start, end)
