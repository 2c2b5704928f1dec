"""Corrections between library, pane and dialog: ask, keep, show at once, take back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.correction import Correction, Scope
from reader.core.position import Position, anchor
from reader.core.word import Word
from reader.language.tones import join_pinyin
from reader.library import Library
from reader.ui.attempt import attempt
from reader.ui.bookmarking import Desk
from reader.ui.correction_dialog import CorrectionDialog
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Correcting(QObject):
    """Lets a learner put a reading right."""

    failed = Signal(Exception)

    def __init__(self, window: QWidget, library: Library, desk: Desk, undo: Undo) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._desk = desk
        self._undo = undo

    def ask(self) -> None:
        """Ask how the marked word is read."""
        marked, at = self._desk.pointer.marked, self._desk.pointer.position()
        if marked is None or at is None or not marked.word.readable:
            return
        word = self._desk.reading.citation_word(marked.paragraph, marked.word.start)
        dialog = CorrectionDialog(self._window, word or marked.word)
        dialog.correction_made.connect(
            lambda corrected, syllables, scope: self.correct(at, corrected, syllables, scope)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def correct(
        self, at: Position, word: Word, syllables: tuple[str | None, ...], scope: Scope
    ) -> None:
        """Keep another reading for a word and show it at once."""
        opened = self._desk.reading.opened
        if opened is None:
            return
        place = anchor(opened.article, at)
        kept = attempt(
            lambda: self._library.correct(opened.id, scope, place, word.text, syllables),
            self.failed.emit,
        )
        if kept:
            self._show_again()
            sentence = translate("Correction", "{word} is read {reading} now.")
            told = sentence.format(word=word.text, reading=join_pinyin(syllables))
            self._undo.offer(told, lambda: self._take_back(kept))

    def _take_back(self, correction: Correction) -> None:
        attempt(lambda: self._library.take_back_correction(correction.id), self.failed.emit)
        self._show_again()

    def _show_again(self) -> None:
        self._desk.reading.read_again(self._desk.pane.position_at_top())
