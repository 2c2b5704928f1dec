"""The reader pane: one section in one native text document."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QKeyCombination, QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextEdit, QWidget
from typing_extensions import override

from reader.core.position import Position
from reader.ui import geometry
from reader.ui.page import Page
from reader.ui.translation import translate
from reader.ui.typeset import USUAL, Appearance, set_margins, typeset

Paint = Callable[[QPainter, QRect], None]
Step = QAbstractSlider.SliderAction


class Pane(QTextEdit):
    """Shows a page and knows where its positions are."""

    laid_out = Signal()
    """The same text stands elsewhere: the room for it has changed."""
    page_set = Signal(Position, bool)
    """Another document is about to be shown from a position on: the moment to lay things over it.

    Whether it has the same paragraphs as the last.
    """
    page_shown = Signal(bool)
    """Another document is in place; whether it shows the same paragraphs as the last."""
    scrolled = Signal()
    """The learner moved the text; not sent where the window puts a place back."""
    pressed = Signal()
    released = Signal(QPointF)
    """The button was let go at a point of the viewport; something may be selected now."""
    left = Signal()
    """The learner is about to jump to another end of the text."""
    turn_requested = Signal(int)
    """The text ends here: on to the next section (1), or back to the last (-1)."""
    font_step_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(translate("Pane", "Text"))
        self.page = Page(0, (), ())
        self._document: QTextDocument | None = None
        self._typography = USUAL
        self._accent = QColor()
        self._bookmarks: tuple[Position, ...] = ()
        self._settling = False
        self._kept: Position | None = None
        self._underlays: list[Paint] = []
        self._overlays: list[Paint] = []

    # What is shown

    def show_page(self, page: Page, appearance: Appearance, top: Position) -> None:
        """Show a section with ``top`` in its first line, and keep what is selected selected."""
        same = page.section == self.page.section and page.paragraphs == self.page.paragraphs
        selection = self.selection() if same else None
        document = QTextDocument(self)
        typeset(document, page, appearance)
        set_margins(document, self.viewport().width(), appearance.typography)
        self.page = page
        self._typography = appearance.typography
        self._accent = QColor(appearance.theme.accent)
        if not same:
            self._bookmarks = ()
        self._replace(document)
        self.page_set.emit(top, same)
        self.scroll_to(top)
        if selection:
            self.select(*selection)
        self.page_shown.emit(same)

    def set_bookmarks(self, positions: Iterable[Position]) -> None:
        """The places of this page that have a mark in the margin."""
        self._bookmarks = tuple(positions)
        self.viewport().update()

    def _replace(self, document: QTextDocument) -> None:
        self._settling = True
        # Else Qt lays the text out in lines without end first, then in those of the window.
        document.setPageSize(QSizeF(self.viewport().width(), -1))
        self.setDocument(document)
        self.setCursorWidth(0)  # every document has its own; the reader scrolls, it has no caret
        self._settling = False
        if self._document:  # Qt deletes only the document that it made itself
            self._document.deleteLater()
        self._document = document

    # Places

    def position_at_top(self) -> Position:
        """The start of the first visible line."""
        if not self.page.paragraphs:
            return Position(self.page.section)
        y = float(self.verticalScrollBar().value())
        return self.page.position(self.document(), geometry.place_at_top(self.document(), y))

    def place_to_keep(self) -> Position:
        """What belongs into the first line in another look.

        Until the learner scrolls it is the same position, or each change of look would lose the
        part of a line.
        """
        return self._kept or self.position_at_top()

    def position_at_bottom(self) -> Position:
        """The end of the last line that is wholly in view."""
        if not self.page.paragraphs:
            return Position(self.page.section)
        y = float(self.verticalScrollBar().value() + self.viewport().height())
        place = geometry.end_of_last_line(self.document(), y)
        return self.page.position(self.document(), place)

    def position_under_edge(self) -> Position:
        """The position at the lower right corner: the last that may be partly in view."""
        if not self.page.paragraphs:
            return Position(self.page.section)
        cursor = self.cursorForPosition(self.viewport().rect().bottomRight())
        return self.page.position(self.document(), cursor.position())

    def visible_paragraphs(self) -> range:
        """The numbers of the paragraphs that are at least partly in view."""
        first = self.position_at_top().paragraph
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).blockNumber()
        return range(first, max(first, last) + 1)

    def scroll_to(self, position: Position) -> None:
        """Bring the line of a position to the top of the window."""
        if not self.page.paragraphs:
            return
        self.document().documentLayout().documentSize()  # lays out all that a scroll may need
        at_start = position.paragraph == 0 and position.offset == 0
        place = self.page.units(self.document(), position)
        self._scroll(0 if at_start else round(geometry.line_top(self.document(), place)))
        self._kept = position

    def turn_page(self, step: int) -> None:
        """A window on (1) or back (-1); the last line read stays in view."""
        bar = self.verticalScrollBar()
        if bar.value() == (bar.maximum() if step > 0 else bar.minimum()):
            self.turn_requested.emit(step)
            return
        move = geometry.page_down if step > 0 else geometry.page_up
        bar.setValue(round(move(self.document(), bar.value(), self.viewport().height())))

    def turn_line(self, step: int) -> None:
        """A little on (1) or back (-1)."""
        self.verticalScrollBar().triggerAction(
            Step.SliderSingleStepAdd if step > 0 else Step.SliderSingleStepSub
        )

    def go_to_edge(self, step: int) -> None:
        """To the end of the section (1) or to its start (-1)."""
        self.left.emit()
        self.verticalScrollBar().triggerAction(
            Step.SliderToMaximum if step > 0 else Step.SliderToMinimum
        )

    def show_amid(self, position: Position, *, always: bool = False) -> None:
        """Scroll a position that is out of view, or at its edge, into the upper third."""
        top = geometry.line_top(self.document(), self.page.units(self.document(), position))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if always or not bar.value() <= top <= bar.value() + height * 0.8:
            bar.setValue(round(top - height / 3))

    def bring_into_view(self, position: Position) -> None:
        """Scroll as little as needed for the line of a position to be wholly visible."""
        top = geometry.line_top(self.document(), self.page.units(self.document(), position))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = min(90, height // 4)
        if not bar.value() <= top <= bar.value() + height - margin:
            self._scroll(round(top) - margin)

    def selection(self) -> tuple[Position, Position] | None:
        """The ends of what is selected, None where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self.page.paragraphs:
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        document = self.document()
        return self.page.position(document, start), self.page.position(document, end)

    def select(self, start: Position, end: Position) -> None:
        """Select from one position of this page to another, without scrolling there."""
        self._set_cursor(self.span(start, end))

    def _deselect(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._set_cursor(cursor)

    def _set_cursor(self, cursor: QTextCursor) -> None:
        """Qt would scroll to it."""
        before, kept = self.verticalScrollBar().value(), self._kept
        self._settling = True
        self.setTextCursor(cursor)
        self._scroll(before)
        self._kept = kept

    def span(self, start: Position, end: Position) -> QTextCursor:
        """A cursor that selects from one position of this page to another."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.page.units(self.document(), start))
        cursor.setPosition(self.page.units(self.document(), end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def position_under(self, point: QPointF) -> Position | None:
        """The position of the character at a point of the viewport, None on blank paper."""
        if not self.page.paragraphs:
            return None
        place = geometry.character_at(self.document(), point + self._offset())
        return None if place is None else self.page.position(self.document(), place)

    def span_rectangle(self, start: Position, end: Position) -> QRectF:
        """Where a span is (its part in its first line), in the coordinates of the viewport."""
        document = self.document()
        places = self.page.units(document, start), self.page.units(document, end)
        return geometry.span_rectangle(document, *places).translated(-self._offset())

    def span_rectangles(self, start: Position, end: Position) -> list[QRectF]:
        """Where a span is, a rectangle for each of its lines, in coordinates of the viewport."""
        document = self.document()
        places = self.page.units(document, start), self.page.units(document, end)
        around = geometry.span_rectangles(document, *places)
        return [rectangle.translated(-self._offset()) for rectangle in around]

    def paragraph_rectangle(self, number: int) -> QRectF:
        """Where a paragraph is, in the coordinates of the viewport."""
        block = self.document().findBlockByNumber(number)
        around = self.document().documentLayout().blockBoundingRect(block)
        return around.translated(-self._offset())

    def add_underlay(self, paint: Paint) -> None:
        """Let somebody paint behind the letters."""
        self._underlays.append(paint)

    def add_overlay(self, paint: Paint) -> None:
        """Let somebody paint over the letters."""
        self._overlays.append(paint)

    def hold_still(self, change: Callable[[], None]) -> None:
        """Change how text above is laid out while what is read stays where it is."""
        y = float(self.verticalScrollBar().value())
        place = geometry.place_at_top(self.document(), y)
        before = geometry.line_top(self.document(), place)
        change()
        moved = round(geometry.line_top(self.document(), place) - before)
        if moved:
            kept = self._kept
            self._scroll(self.verticalScrollBar().value() + moved)
            self._kept = kept

    def _scroll(self, value: int) -> None:
        self._settling = True
        self.verticalScrollBar().setValue(value)
        self._settling = False
        self._kept = None

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # Qt

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._settling:
            self._kept = None
            self.scrolled.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.place_to_keep()
        self._settling = True
        set_margins(self.document(), self.viewport().width(), self._typography)
        super().resizeEvent(event)
        self._settling = False
        self.scroll_to(top)
        self.laid_out.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self._underlays, event.rect())
        super().paintEvent(event)
        self._paint(self._overlays, event.rect())
        if not self._bookmarks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        left = self.document().rootFrame().frameFormat().leftMargin() - 24
        for position in self._bookmarks:
            self._draw_ribbon(painter, left, position, event.rect())
        painter.end()

    def _paint(self, paints: list[Paint], region: QRect) -> None:
        if paints and self.page.paragraphs:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for paint in paints:
                paint(painter, region)
            painter.end()

    def _draw_ribbon(
        self, painter: QPainter, left: float, position: Position, visible: QRect
    ) -> None:
        middle = self.span_rectangle(position, position).center().y()
        top = middle - 8
        if not visible.top() - 20 <= top <= visible.bottom() + 20:
            return
        corners = ((0, 0), (10, 0), (10, 16), (5, 12), (0, 16))
        painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in corners]))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not extends:
            self._deselect()  # else a press on what is selected begins to drag it away
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit(event.position())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = event.angleDelta().y()
            if step:
                self.font_step_requested.emit(1 if step > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt asks a text before it looks for a shortcut: keys that move a cursor end up here.
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        action = next((a for a in self.actions() if pressed in a.shortcuts()), None)
        if action:
            action.trigger()
        else:
            super().keyPressEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        mime.setText(self.textCursor().selection().toPlainText())
        return mime
