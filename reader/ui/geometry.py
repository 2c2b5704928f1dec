"""Which character is at a point of a laid-out document, and where a span of it is.

All coordinates are those of the document; the pane adds how far it is scrolled.
"""

from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def character_at(document: QTextDocument, point: QPointF) -> int | None:
    """The place of the character drawn at a point, or None where the paper is blank."""
    layout = document.documentLayout()
    near = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    if near < 0:
        return None
    block = document.findBlock(near)
    local = point - layout.blockBoundingRect(block).topLeft()
    for line in lines(block):
        text = line.naturalTextRect()
        if line.y() <= local.y() < line.y() + line.height():
            if not text.left() <= local.x() < text.right():
                return None
            cursor = line.xToCursor(local.x(), QTextLine.CursorPosition.CursorOnCharacter)
            return block.position() + cursor
    return None


def span_rectangle(document: QTextDocument, start: int, end: int) -> QRectF:
    """The rectangle around a span, or around its part in its first line."""
    block = document.findBlock(start)
    line = block.layout().lineForTextPosition(start - block.position())
    if not line.isValid():
        return QRectF(document.documentLayout().blockBoundingRect(block))
    line_end = line.textStart() + line.textLength()
    left = _x(line, start - block.position())
    right = _x(line, min(end - block.position(), line_end))
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    glyphs = line.ascent() + line.descent()
    top = line.y() + line.height() - glyphs
    return QRectF(left, top, right - left, glyphs).translated(origin)


def span_rectangles(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """A rectangle around the letters of a span of one block in each of its lines."""
    block = document.findBlock(start)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    first, last = start - block.position(), end - block.position()
    rectangles, layout = [], block.layout()
    line = layout.lineForTextPosition(first)
    while line.isValid() and line.textStart() < last:
        ends = line.textStart() + line.textLength()
        left, right = _x(line, max(first, line.textStart())), _x(line, min(last, ends))
        glyphs = line.ascent() + line.descent()
        top = line.y() + line.height() - glyphs
        rectangles.append(QRectF(left, top, right - left, glyphs).translated(origin))
        following = line.lineNumber() + 1
        if following == layout.lineCount():
            break
        line = layout.lineAt(following)
    return rectangles


def line_beside(document: QTextDocument, place: int, step: int) -> int | None:
    """The start of the line after (1) or before (-1) the one that holds a place, if there is."""
    block = document.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    number = line.lineNumber() + step if line.isValid() else -1
    if 0 <= number < block.layout().lineCount():
        return block.position() + block.layout().lineAt(number).textStart()
    beside = block.next() if step > 0 else block.previous()
    if not beside.isValid():
        return None
    count = beside.layout().lineCount()
    start = beside.layout().lineAt(0 if step > 0 else count - 1).textStart() if count else 0
    return beside.position() + start


def line_top(document: QTextDocument, place: int) -> float:
    """The upper edge of the line that holds a place, with the room for its readings."""
    block = document.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    if not line.isValid():
        return document.documentLayout().blockBoundingRect(block).top()
    return _top(document, block, line)


def place_at_top(document: QTextDocument, y: float) -> int:
    """The start of the first line that is not wholly above ``y``."""
    layout = document.documentLayout()
    block = document.findBlock(max(0, layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)))
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        for line in lines(block):
            if top + line.y() + line.height() > y + 1:
                return block.position() + line.textStart()
        if not block.next().isValid():
            break
        block = block.next()
    return block.position()


def end_of_last_line(document: QTextDocument, y: float) -> int:
    """The end of the last line that is wholly above ``y``; its line end does not count."""
    found = _last_line(document, y)
    if found is None:
        return 0
    block, line = found
    return block.position() + min(line.textStart() + line.textLength(), block.length() - 1)


def page_down(document: QTextDocument, y: float, height: float) -> float:
    """Where the window, from ``y`` on, stands when its last whole line has become the first."""
    found = _last_line(document, y + height)
    top = _top(document, *found) if found else y
    return top if top > y + 1 else y + height


def page_up(document: QTextDocument, y: float, height: float) -> float:
    """Where the window stands when its first whole line has become the last."""
    place = place_at_top(document, y)
    block = document.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    if not line.isValid():
        return y - height
    bottom = _bottom(document, block, line) if _top(document, block, line) >= y - 1 else y
    highest = bottom - height
    above = place_at_top(document, max(0.0, highest))
    snapped = line_top(document, above)
    if snapped < highest - 1:
        snapped = _next_line_top(document, above)
    return snapped if highest > 0 and snapped < y - 1 else highest


def _last_line(document: QTextDocument, y: float) -> tuple[QTextBlock, QTextLine] | None:
    """The last line that is wholly above ``y``."""
    layout = document.documentLayout()
    block = document.findBlock(max(0, layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)))
    while block.isValid():
        for line in reversed(lines(block)):
            if _bottom(document, block, line) <= y + 1:
                return block, line
        block = block.previous()
    return None


def _next_line_top(document: QTextDocument, place: int) -> float:
    """The upper edge of the line after the one that holds a place."""
    block = document.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    if line.isValid() and line.lineNumber() + 1 < block.layout().lineCount():
        return _top(document, block, block.layout().lineAt(line.lineNumber() + 1))
    after = block.next()
    return line_top(document, after.position()) if after.isValid() else line_top(document, place)


def _top(document: QTextDocument, block: QTextBlock, line: QTextLine) -> float:
    """Where a line begins: Qt's own begins at the letters, the room above is the same in all."""
    room = block.layout().lineAt(0).y()
    return document.documentLayout().blockBoundingRect(block).top() + line.y() - room


def _bottom(document: QTextDocument, block: QTextBlock, line: QTextLine) -> float:
    return document.documentLayout().blockBoundingRect(block).top() + line.y() + line.height()


def lines(block: QTextBlock) -> list[QTextLine]:
    """The lines that a block is laid out in."""
    layout = block.layout()
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _x(line: QTextLine, offset: int) -> float:
    """PySide6 gives the x together with the offset that it corrected to."""
    x, _ = cast("tuple[float, int]", line.cursorToX(offset))
    return x
