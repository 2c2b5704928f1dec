"""Paints readings over the lines that are in view, and marks below their words."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from reader.core.layers import RubyOn
from reader.core.position import Position
from reader.ui.layer_inks import Inks
from reader.ui.pane import Pane
from reader.ui.ruby_places import Bar, Written, place_bars, place_rubies
from reader.ui.ruby_plan import Plan, Planner
from reader.ui.ruby_type import RubyType
from reader.ui.word_pointer import WordPointer

BELOW, THICK = 0.2, 0.09
"""Of the marks of words: how far below the baseline, and how thick, in ems."""


DOTS = 0.1
"""Below the baseline of a doubtful reading, in ems of the text: still above the text."""


class _Placed(NamedTuple):
    """What is painted over a block."""

    written: list[Written]
    bars: list[Bar]


class LayerPainter(QObject):
    """Places are found when a block is painted first, and again when its lines have changed."""

    def __init__(
        self, pane: Pane, pointer: WordPointer, type_of: Callable[[int], RubyType]
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pointer = pointer
        self._type_of = type_of
        self._planner: Planner | None = None
        self._inks: Inks | None = None
        self._plans: dict[int, Plan] = {}
        self._placed: dict[int, _Placed] = {}
        self._washed: list[QRectF] = []
        """Where readings are marked now, in the coordinates of the document."""
        pane.laid_out.connect(self._placed.clear)
        pane.add_underlay(self._paint_bars)
        pane.add_underlay(self._paint_mark)
        pane.add_overlay(self._paint_readings)
        pointer.mark_changed.connect(self._follow_mark)

    def set_look(self, planner: Planner, inks: Inks) -> None:
        """Paint what a planner wants in these colours."""
        self._planner, self._inks = planner, inks

    def take(self, number: int, plan: Plan) -> None:
        """What is laid over a paragraph now."""
        self._plans[number] = plan
        self._placed.pop(number, None)

    def forget(self) -> None:
        """There is another document."""
        self._plans.clear()
        self._placed.clear()

    def list_written(self, number: int) -> list[Written]:
        """The readings over a paragraph as they are painted."""
        return self._place(self._pane.document().findBlockByNumber(number)).written

    def _follow_mark(self) -> None:
        """Qt draws anew where the letters are marked or were: the readings are ours."""
        scrolled = self._pane.verticalScrollBar().value()
        now = [around.translated(0, scrolled) for around in self._find_marked_readings()]
        before, self._washed = self._washed, now
        if self._planner and self._planner.layers.ruby_on is RubyOn.POINTER:
            self._pane.viewport().update()
            return
        for around in (*before, *now):
            place = around.translated(0, -scrolled).toAlignedRect()
            self._pane.viewport().update(place.adjusted(-1, -1, 1, 1))

    def _paint_bars(self, painter: QPainter, region: QRect) -> None:
        if not self._inks or not self._planner or not self._planner.layers.words_marked:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        for block, x, y in self._blocks_in(region):
            em = self._type_of(block.blockNumber()).em
            thick = max(2.0, em * THICK)
            for bar in self._place(block).bars:
                top = y + bar.baseline + em * BELOW
                if region.top() - thick <= top <= region.bottom():
                    painter.setBrush(self._inks.degrees[bar.degree])
                    painter.drawRect(QRectF(x + bar.x, top, bar.width, thick))

    def _paint_mark(self, painter: QPainter, _region: QRect) -> None:
        """The mark of the marked word takes in its reading."""
        if self._inks:
            for reading in self._find_marked_readings():
                painter.fillRect(reading, self._inks.mark)

    def _find_marked_readings(self) -> list[QRectF]:
        """Where the readings of the marked word are, in the coordinates of the viewport."""
        marked = self._pointer.marked
        if not marked or not self._planner or not self._planner.layers.ruby:
            return []
        section, word = self._pane.page.section, marked.word
        start = Position(section, marked.paragraph, word.start)
        end = Position(section, marked.paragraph, word.end)
        above = self._type_of(marked.paragraph).beyond
        return [
            QRectF(around.left(), around.top() - above, around.width(), above + 1)
            for around in self._pane.span_rectangles(start, end)
        ]

    def _paint_readings(self, painter: QPainter, region: QRect) -> None:
        if not self._planner or not self._planner.layers.ruby:
            return
        if self._planner.layers.ruby_on is RubyOn.POINTER:
            self._paint_marked(painter, self._planner, region)
            return
        for block, x, y in self._blocks_in(region):
            self._write(painter, block, self._place(block).written, QPointF(x, y), region)

    def _paint_marked(self, painter: QPainter, planner: Planner, region: QRect) -> None:
        marked = self._pointer.marked
        if marked is None or not marked.word.readable:
            return
        number = marked.paragraph
        rubies = list(planner.rubies(marked.word, self._pane.page.displays[number]))
        for block, x, y in self._blocks_in(region):
            if block.blockNumber() == number:
                by_tone = planner.layers.ruby_toned
                written = place_rubies(block, rubies, self._type_of(number), by_tone=by_tone)
                self._write(painter, block, written, QPointF(x, y), region)

    def _write(
        self,
        painter: QPainter,
        block: QTextBlock,
        written: list[Written],
        origin: QPointF,
        region: QRect,
    ) -> None:
        if not self._inks or not written:
            return
        ruby_type, tones = self._type_of(block.blockNumber()), self._inks.tones
        x, y = origin.x(), origin.y()
        above, below = region.top() - ruby_type.em, region.bottom() + ruby_type.em
        painter.setFont(ruby_type.font)
        tone = -1
        for one in written:
            baseline = y + one.baseline
            if above <= baseline <= below:
                if one.tone != tone:
                    tone = one.tone
                    painter.setPen(tones[tone])
                ruby_type.draw(painter, x + one.x, baseline, one.text)
                if one.doubtful:
                    dots = QPointF(x + one.x, baseline + ruby_type.em * DOTS)
                    self._mark_doubt(painter, self._inks, dots, QPointF(one.width, 0))
                    tone = -1

    @staticmethod
    def _mark_doubt(painter: QPainter, inks: Inks, start: QPointF, along: QPointF) -> None:
        """Dots below a reading that is doubtful."""
        painter.setPen(QPen(inks.doubt, 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(start, start + along)

    def _place(self, block: QTextBlock) -> _Placed:
        number = block.blockNumber()
        placed = self._placed.get(number)
        if placed is None:
            plan, ruby_type = self._plans.get(number, Plan()), self._type_of(number)
            by_tone = bool(self._planner and self._planner.layers.ruby_toned)
            placed = self._placed[number] = _Placed(
                place_rubies(block, plan.rubies, ruby_type, by_tone=by_tone),
                place_bars(block, plan.levels, ruby_type.em),
            )
        return placed

    def _blocks_in(self, region: QRect) -> Iterator[tuple[QTextBlock, float, float]]:
        """The blocks in a region of the viewport, and where each has its upper left corner."""
        document, scrolled = self._pane.document(), self._pane.verticalScrollBar().value()
        layout = document.documentLayout()
        near = layout.hitTest(QPointF(0, region.top() + scrolled), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(0, near))
        while block.isValid():
            corner = layout.blockBoundingRect(block).topLeft()
            if corner.y() - scrolled > region.bottom():
                break
            yield block, corner.x(), corner.y() - scrolled
            block = block.next()
