"""Reads the text aloud from where the learner is, with the word lit that is being said."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from reader.core.position import Position
from reader.core.sentence import sentence_around
from reader.core.settings import Settings
from reader.ui.bookmarking import Desk
from reader.ui.page import word_at
from reader.ui.theme import Theme
from reader.ui.voice import Voice


class Speaking(QObject):
    """A sentence at a time, on through paragraphs and sections, until it is stopped."""

    changed = Signal(bool)
    """Whether it speaks now."""
    told = Signal(str)
    found = Signal(bool)
    """Whether there is a voice at all, as soon as that is known."""

    def __init__(self, parent: QObject, desk: Desk, find: Callable[[QObject], Voice | str]) -> None:
        """``find``: gives a voice, or the reason why there is none."""
        super().__init__(parent)
        self.desk = desk
        self._find = find
        self._voice: Voice | None = None
        self.reason = ""
        """Why nothing can be read aloud, empty where it can or where nobody has looked yet."""
        self._sentence: tuple[Position, Position] | None = None
        self._lit: tuple[Position, Position] | None = None
        self._turning = False
        self._rate = 0
        self._colour = QColor()
        desk.pane.add_underlay(self._paint)
        desk.pane.page_shown.connect(self._follow_page)

    @property
    def on(self) -> bool:
        """Whether it speaks now."""
        return self._sentence is not None or self._turning

    @property
    def lit(self) -> tuple[Position, Position] | None:
        """The ends of the word that is being said, or of the sentence."""
        return self._lit

    def set_settings(self, settings: Settings, theme: Theme) -> None:
        """Speak as fast as is wanted from the next sentence on."""
        self._rate = settings.speech_rate
        self._colour = QColor(theme.selection)
        self.desk.pane.viewport().update()

    def look(self) -> None:
        """Find out once whether there is a voice."""
        if self._voice is None and not self.reason:
            found = self._find(self)
            if isinstance(found, str):
                self.reason = found
                self.found.emit(False)
            else:
                self.use(found)

    def use(self, voice: Voice) -> None:
        """Speak with this voice."""
        self._voice = voice
        self.reason = ""
        voice.word_reached.connect(self._light_word)
        voice.ended.connect(self._go_on)
        voice.failed.connect(self._give_up)
        self.found.emit(True)

    def set_on(self, on: bool) -> None:
        """Speak from the selection, the marked word or the top of the window; or stop."""
        if not on:
            self.stop()
        elif not self.on:
            self.look()
            if self._voice is None:
                self.changed.emit(False)
                self.told.emit(self.reason)
            elif self.desk.pane.page.paragraphs:
                self._speak(self._start())
            else:
                self.changed.emit(False)

    def stop(self) -> bool:
        """Be silent; whether anything was said."""
        was_on = self.on
        self._turning = False
        self._sentence = self._lit = None
        if was_on:
            if self._voice:
                self._voice.stop()
            self.desk.pane.viewport().update()
            self.changed.emit(False)
        return was_on

    def _start(self) -> Position:
        pane = self.desk.pane
        selection = pane.selection()
        if selection:
            return selection[0]
        return self.desk.pointer.position() or pane.position_at_top()

    def _speak(self, place: Position) -> None:
        """Say the next sentence that has anything to say, from a place on."""
        paragraphs = self.desk.pane.page.paragraphs
        while place.paragraph < len(paragraphs):
            text, start = paragraphs[place.paragraph].text, place.offset
            start += len(text[start:]) - len(text[start:].lstrip())
            if start < len(text) and self._voice:
                _, end = sentence_around(text, start, start + 1)
                first = replace(place, offset=start)
                fresh = self._sentence is None
                self._sentence = self._lit = (first, replace(place, offset=end))
                self._show()
                if fresh:
                    self.changed.emit(True)
                self._voice.say(text[start:end], self._rate)
                return
            place = Position(place.section, place.paragraph + 1, 0)
        self._turn()

    def _turn(self) -> None:
        """The section has been read: on with the next, if there is one."""
        reading = self.desk.reading
        opened = reading.opened
        if opened and reading.section + 1 < len(opened.article.sections):
            self._turning = True
            reading.turn(1)
        else:
            self.stop()

    def _go_on(self) -> None:
        if self._sentence:
            self._speak(self._sentence[1])

    def _give_up(self, sentence: str) -> None:
        if self.stop():
            self.told.emit(sentence)

    def _light_word(self, first: int, last: int) -> None:
        """A stretch of the sentence is said: light the words that it belongs to."""
        if self._sentence is None:
            return
        place = self._sentence[0]
        words = self.desk.pointer.words(place.paragraph)
        begin, end = place.offset + first, place.offset + last
        head, tail = word_at(words, begin), word_at(words, end - 1)
        self._lit = (
            replace(place, offset=head.start if head else begin),
            replace(place, offset=tail.end if tail else end),
        )
        self._show()

    def _show(self) -> None:
        if self._lit:
            self.desk.pane.bring_into_view(self._lit[0])
            self.desk.pane.viewport().update()

    def _follow_page(self, same: bool) -> None:
        if self._turning and not same:
            self._turning = False
            self._sentence = self._lit = None
            self._speak(Position(self.desk.pane.page.section))
        elif not same:
            self.stop()

    def _paint(self, painter: QPainter, _region: QRect) -> None:
        if self._lit is None or self._lit[0].section != self.desk.pane.page.section:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        for rectangle in self.desk.pane.span_rectangles(*self._lit):
            painter.drawRoundedRect(rectangle, 4, 4)
