"""What helps the eye to stay: one paragraph at full ink, one line lit.

Both follow the place that was turned to last: the word of a walk or under the pointer, the line
under the pointer, or the line that Up and Down came to.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from typing_extensions import override

from reader.core.position import Position
from reader.core.settings import Settings
from reader.ui import geometry
from reader.ui.pane import Pane
from reader.ui.theme import Theme
from reader.ui.word_pointer import WordPointer

FADE = 0.68
"""How much of the paper's colour lies on paragraphs that are not read now."""
AROUND = 0.16
"""Of the height of the letters: the light above and below them."""


class Spotlight(QObject):
    """Paints on the pane; reads and lays out nothing."""

    def __init__(self, pane: Pane, pointer: WordPointer) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pointer = pointer
        self._place: Position | None = None
        self._focus = self._ruler = False
        self._light, self._fade = QColor(), QColor()
        pane.add_underlay(self._paint_ruler)
        pane.add_overlay(self._paint_fade)
        pane.viewport().installEventFilter(self)
        pane.page_shown.connect(self._follow_page)
        pane.scrolled.connect(self._stay_in_view)
        pointer.word_walked.connect(self._follow_walk)

    @property
    def place(self) -> Position | None:
        """Where the eye is, as far as that is known."""
        return self._place

    def set_settings(self, settings: Settings, theme: Theme) -> None:
        """Switch focus and ruler on and off, in the colours of a theme."""
        self._focus, self._ruler = settings.focus_mode, settings.ruler
        self._light = QColor(theme.hover)
        self._light.setAlphaF(0.55)
        self._fade = QColor(theme.page)
        self._fade.setAlphaF(FADE)
        self._stay_in_view()
        self._pane.viewport().update()

    def go(self, lines: int) -> None:
        """What Up and Down do: from line to line under the ruler, else the text moves a little."""
        if self._ruler:
            self.step(lines)
        else:
            self._pane.turn_line(lines)

    def step(self, lines: int) -> None:
        """Light the next line (1) or the one before (-1), and keep it in view."""
        if self._place is None:
            return
        document = self._pane.document()
        place = self._pane.page.units(document, self._place)
        found = geometry.line_beside(document, place, lines)
        if found is not None:
            self._move(self._pane.page.position(document, found))
            if self._place:
                self._pane.bring_into_view(self._place)

    @property
    def _works(self) -> bool:
        return (self._focus or self._ruler) and bool(self._pane.page.paragraphs)

    def _move(self, place: Position | None) -> None:
        if place != self._place:
            self._place = place
            if self._works:
                self._pane.viewport().update()

    def _follow_walk(self) -> None:
        self._move(self._pointer.position())

    def _follow_page(self, same: bool) -> None:
        if not same:
            self._place = None
        self._stay_in_view()

    def _stay_in_view(self) -> None:
        """The place has gone out of view, or none is known yet: begin at the top."""
        if not self._works:
            return
        place = self._place
        if place and place.section == self._pane.page.section:
            at = self._pane.span_rectangle(place, place)
            if QRectF(self._pane.viewport().rect()).intersects(at.adjusted(0, 0, 1, 0)):
                return
        self._move(self._pane.position_at_top())

    def _look(self, point: QPoint) -> None:
        document = self._pane.document()
        cursor = self._pane.cursorForPosition(point)
        self._move(self._pane.page.position(document, cursor.position()))

    # Painting

    def _paint_ruler(self, painter: QPainter, _region: QRect) -> None:
        place = self._place
        if not self._ruler or place is None or place.section != self._pane.page.section:
            return
        letters = self._pane.span_rectangle(place, place)
        more = letters.height() * AROUND
        margins = self._pane.document().rootFrame().frameFormat()
        left = margins.leftMargin() - more
        width = self._pane.viewport().width() - margins.rightMargin() + more - left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._light)
        band = QRectF(left, letters.top() - more, width, letters.height() + 2 * more)
        painter.drawRoundedRect(band, 6, 6)

    def _paint_fade(self, painter: QPainter, region: QRect) -> None:
        place = self._place
        if not self._focus or place is None or place.section != self._pane.page.section:
            return
        around = self._pane.paragraph_rectangle(place.paragraph)
        descent = self._pane.span_rectangle(place, place).height() * AROUND
        top, bottom = round(around.top()), round(around.bottom() + descent)
        above, below = QRect(region), QRect(region)
        above.setBottom(min(region.bottom(), top - 1))
        below.setTop(max(region.top(), bottom))
        for part in (above, below):
            if part.isValid():
                painter.fillRect(part, self._fade)

    # Qt

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._works and isinstance(event, QMouseEvent):
            moved = event.type() == QEvent.Type.MouseMove
            if moved and event.buttons() == Qt.MouseButton.NoButton:
                self._look(event.position().toPoint())
        return super().eventFilter(watched, event)
