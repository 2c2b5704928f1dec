"""Draws how far a character is written. Plain functions of values; no state, no widget."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.core.strokes import SIDE, TOP, Point, Stroke, StrokeOrder

BRUSH = 210
"""How broad the pen is that follows a median: broader than any stroke, which clips it."""
PAUSE = 320.0
"""Between two strokes, in the units of the square that the pen could have gone."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a drawing."""

    written: QColor
    waiting: QColor
    current: QColor
    grid: QColor


def measure(order: StrokeOrder) -> tuple[float, ...]:
    """How far the pen goes for each stroke, with the pause after it."""
    return tuple(_length(stroke.median) + PAUSE for stroke in order.strokes)


def draw(painter: QPainter, square: QRectF, order: StrokeOrder, gone: float, ink: Ink) -> None:
    """Draw a character into a square, the pen having ``gone`` so far."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_grid(painter, square, ink.grid)
    scale = square.width() / SIDE
    painter.translate(square.topLeft())
    painter.scale(scale, -scale)
    painter.translate(0, -TOP)
    for stroke, length in zip(order.strokes, measure(order), strict=True):
        outline = _outline(stroke)
        painter.fillPath(outline, ink.written if gone >= length else ink.waiting)
        if 0 < gone < length:
            _draw_begun(painter, outline, stroke, gone, ink.current)
        gone -= length
    painter.restore()


def draw_grid(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """The field of an exercise book: a frame and a broken cross."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    middle = square.center()
    painter.drawLine(QPointF(square.left(), middle.y()), QPointF(square.right(), middle.y()))
    painter.drawLine(QPointF(middle.x(), square.top()), QPointF(middle.x(), square.bottom()))


def _draw_begun(
    painter: QPainter, outline: QPainterPath, stroke: Stroke, gone: float, colour: QColor
) -> None:
    """The part of a stroke that the pen has passed: its way, broad, clipped by the outline."""
    painter.save()
    painter.setClipPath(outline)
    pen = QPen(colour, BRUSH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_way(stroke.median, gone))
    painter.restore()


def _way(median: tuple[Point, ...], gone: float) -> QPainterPath:
    """The median from its start, as long as the pen has gone."""
    path = QPainterPath(QPointF(*median[0]))
    for start, end in pairwise(median):
        step = hypot(end[0] - start[0], end[1] - start[1])
        share = 1.0 if not step else min(1.0, gone / step)
        path.lineTo(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        gone -= step
        if gone <= 0:
            break
    return path


def _outline(stroke: Stroke) -> QPainterPath:
    path = QPainterPath()
    for letter, points in stroke.outline:
        ends = [QPointF(*point) for point in points]
        if letter == "M":
            path.moveTo(ends[0])
        elif letter == "L":
            path.lineTo(ends[0])
        elif letter == "Q":
            path.quadTo(ends[0], ends[1])
        elif letter == "C":
            path.cubicTo(ends[0], ends[1], ends[2])
        else:
            path.closeSubpath()
    return path


def _length(median: tuple[Point, ...]) -> float:
    return sum(hypot(x - u, y - v) for (u, v), (x, y) in pairwise(median))
