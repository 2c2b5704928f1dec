"""Finds the word that the pointer rests on, or that a walk by keyboard comes to."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from reader.core.mark import Mark
from reader.core.position import Position
from reader.core.word import Word
from reader.language.numbers import find_number
from reader.ui.page import Hovered, next_readable, word_at
from reader.ui.pane import Pane


class WordPointer(QObject):
    """Marks one word of the pane at a time. Only a bisect stands between pointer and word."""

    word_hovered = Signal(Hovered, QRect)
    """What is marked now, and where it is in the coordinates of the window."""
    word_left = Signal()
    """The pointer is on no word, perhaps on its way to the card."""
    mark_changed = Signal()
    """Another word is marked now, or none."""
    word_walked = Signal()
    """A walk by keyboard has come to the word that is marked now."""
    dismissed = Signal()
    """A scroll, a press or another text: the card has to go at once."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._words: dict[int, tuple[Word, ...]] = {}
        self._marked: Hovered | None = None
        self._colour = QColor()
        self._point: QPointF | None = None
        self._held = False
        self._start: Position | None = None
        """Where the next walk begins, if something was found."""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._look)
        pane.viewport().installEventFilter(self)
        pane.page_shown.connect(self._follow_page)
        pane.laid_out.connect(self._mark_again)
        pane.scrolled.connect(self.dismiss)
        pane.pressed.connect(self.dismiss)

    @property
    def marked(self) -> Hovered | None:
        """The word that is marked now."""
        return self._marked

    def marked_rectangle(self) -> QRect:
        """Where the marked word is, in the coordinates of the window."""
        return self._in_window(self._marked) if self._marked else QRect()

    @property
    def has_words(self) -> bool:
        """Whether the words of some of the page are known."""
        return bool(self._words)

    def words(self, paragraph: int) -> tuple[Word, ...]:
        """The words of a paragraph of the page, as far as they are known."""
        return self._words.get(paragraph, ())

    def hold(self, held: bool) -> None:
        """Keep the mark where it is, whatever the pointer does: its card is pinned."""
        self._held = held
        self._rest.stop()

    def position(self) -> Position | None:
        """Where the marked word starts."""
        if self._marked is None:
            return None
        return self._place(self._marked.paragraph, self._marked.word.start)

    def set_delay(self, milliseconds: int) -> None:
        """How long the pointer must rest on a word."""
        self._rest.setInterval(milliseconds)

    def set_colour(self, colour: str) -> None:
        """What a marked word is marked with."""
        self._colour = QColor(colour)

    def set_words(self, words: dict[int, tuple[Word, ...]]) -> None:
        """Take the words of some paragraphs of the page, by the number of the paragraph."""
        self._words.update(words)
        if self._marked and self._marked.paragraph in words:
            self._mark_anew(words[self._marked.paragraph])
        if self._point is not None and self._marked is None:
            self._rest.start()

    def _mark_anew(self, words: tuple[Word, ...]) -> None:
        """The marked word was read again: show what is known of it now."""
        marked = self._marked
        word = word_at(words, marked.word.start) if marked else None
        if marked and word and word != marked.word:
            self.mark(marked.paragraph, word)

    def hover(self, point: QPointF) -> None:
        """Mark the word at a point of the viewport; on blank paper or punctuation leave."""
        position = self._pane.position_under(point)
        if position:
            word = word_at(self._words.get(position.paragraph, ()), position.offset)
            if word and (word.readable or self._doubt(position.paragraph, word)):
                self.mark(position.paragraph, word)
                return
            if word and self._mark_number(position):
                return
        self._leave()

    def _mark_number(self, position: Position) -> bool:
        text = self._pane.page.paragraphs[position.paragraph].text
        number = find_number(text, position.offset)
        if number:
            start, end, spoken = number
            word = Word(start, end, text[start:end], (None,) * (end - start))
            self.mark(position.paragraph, word, spoken)
        return number is not None

    def walk(self, step: int) -> None:
        """Mark the next (1) or the previous (-1) word.

        The first time it is the one that was found or is selected, else the first visible one,
        or the one before it.
        """
        at = self.position()
        if at is None:
            at = self._find_start() or self._pane.position_at_top()
            at = self._place(at.paragraph, at.offset - 1) if step > 0 else at
        paragraph, offset = at.paragraph, at.offset
        while 0 <= paragraph < len(self._pane.page.paragraphs):
            word = next_readable(self._words.get(paragraph, ()), offset, step)
            if word:
                self._pane.bring_into_view(self._place(paragraph, word.start))
                self.mark(paragraph, word)
                self.word_walked.emit()
                return
            paragraph += step
            offset = -1 if step > 0 else self._length(paragraph)

    def begin_at(self, start: Position) -> None:
        """Let the next walk begin at a place, unless the learner scrolls or clicks before it."""
        self._start = start

    def _find_start(self) -> Position | None:
        """Where the word starts that was found, or that a selection in view starts in."""
        selection = self._pane.selection()
        start = self._start or (selection[0] if selection else None)
        if start is None:
            return None
        visible = QRectF(self._pane.viewport().rect())
        end = self._place(start.paragraph, start.offset + 1)
        if not visible.intersects(self._pane.span_rectangle(start, end)):
            return None
        word = word_at(self._words.get(start.paragraph, ()), start.offset)
        return self._place(start.paragraph, word.start) if word else start

    def dismiss(self) -> None:
        """Take the mark off and send the card away, unless it is held."""
        if self._held:
            return
        self._start = None
        self.forget()
        self.dismissed.emit()

    def forget(self) -> None:
        """Take the mark off."""
        self._rest.stop()
        self._marked = None
        self._pane.setExtraSelections([])
        self.mark_changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif event.type() == QEvent.Type.Leave:
            self._point = None
            self._rest.stop()
            self._leave()
        return super().eventFilter(watched, event)

    def _move(self, event: QMouseEvent) -> None:
        self._point = event.position()
        if self._held or event.buttons() != Qt.MouseButton.NoButton:
            self._rest.stop()
            return
        if self._marked:
            if self._rectangle(self._marked.paragraph, self._marked.word).contains(self._point):
                self._rest.stop()
                self.word_hovered.emit(self._marked, self._in_window(self._marked))
                return
            self._leave()
        self._rest.start()

    def _look(self) -> None:
        if self._point is not None:
            self.hover(self._point)

    def _leave(self) -> None:
        if self._marked and not self._held:
            self.word_left.emit()

    def _follow_page(self, same: bool) -> None:
        if not same:
            self._words = {}
            self._point = None
            self._held = False
            self.dismiss()
        else:
            self._mark_again()

    def _mark_again(self) -> None:
        """The text has moved under the mark: follow it, or give it up where it is out of view."""
        if self._marked is None:
            return
        paragraph, word = self._marked.paragraph, self._marked.word
        visible = self._pane.viewport().rect()
        if visible.intersects(self._rectangle(paragraph, word).toAlignedRect()):
            self.mark(paragraph, word, self._marked.spoken)
        else:
            self.dismiss()

    def mark(self, paragraph: int, word: Word, spoken: tuple[str, ...] = ()) -> None:
        """Mark a word of a paragraph. ``spoken``: how it is read where it is a number."""
        start, end = self._place(paragraph, word.start), self._place(paragraph, word.end)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._pane.span(start, end)
        selection.format = QTextCharFormat()
        selection.format.setBackground(self._colour)
        self._pane.setExtraSelections([selection])
        shown = selection.cursor.selectedText()
        doubt, marks = self._doubt(paragraph, word), self._marks(paragraph, word)
        self._marked = Hovered(paragraph, word, shown, doubt, marks, spoken)
        self.mark_changed.emit()
        self.word_hovered.emit(self._marked, self._in_window(self._marked))

    def _doubt(self, paragraph: int, word: Word) -> str:
        doubts = self._pane.page.paragraphs[paragraph].doubts
        return next((d.reason for d in doubts if d.start < word.end and word.start < d.end), "")

    def _marks(self, paragraph: int, word: Word) -> tuple[Mark, ...]:
        marks = self._pane.page.marks_of(paragraph)
        return tuple(m for m in marks if m.start < word.end and word.start < m.end)

    def _in_window(self, hovered: Hovered) -> QRect:
        rectangle = self._rectangle(hovered.paragraph, hovered.word).toAlignedRect()
        corner = self._pane.viewport().mapTo(self._pane.window(), rectangle.topLeft())
        return QRect(corner, rectangle.size())

    def _rectangle(self, paragraph: int, word: Word) -> QRectF:
        ends = self._place(paragraph, word.start), self._place(paragraph, word.end)
        return self._pane.span_rectangle(*ends)

    def _place(self, paragraph: int, offset: int) -> Position:
        return Position(self._pane.page.section, paragraph, offset)

    def _length(self, paragraph: int) -> int:
        paragraphs = self._pane.page.paragraphs
        return len(paragraphs[paragraph].text) if 0 <= paragraph < len(paragraphs) else 0
