"""Own phrases between library, pane and dialog: ask, keep, show at once, take back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError
from reader.core.phrase import Phrase
from reader.library import Library
from reader.ui.attempt import attempt
from reader.ui.bookmarking import Desk
from reader.ui.phrases_dialog import PhrasesDialog
from reader.ui.translation import translate
from reader.ui.undo import Undo

LONGEST = 12
"""Characters of a selection that may be a word."""


class Phrasing(QObject):
    """Lets a learner say how a word is written in traditional characters."""

    failed = Signal(Exception)

    def __init__(self, window: QWidget, library: Library, desk: Desk, undo: Undo) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._desk = desk
        self._undo = undo

    def ask(self) -> None:
        """Show the phrases that are kept, and offer the selected or marked word."""
        written = self._find_word()
        usual = attempt(lambda: self._library.usual_form(written), self.failed.emit)
        dialog = PhrasesDialog(self._window, written, usual or "")
        dialog.set_phrases(attempt(self._library.phrases, self.failed.emit) or ())
        dialog.phrase_written.connect(lambda word, form: self._write(dialog, word, form))
        dialog.removal_requested.connect(lambda word: self._remove(dialog, word))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, word: str, form: str) -> None:
        """Write a word so from now on. Raises ReaderError where that cannot be."""
        before = self._library.put_phrase(word, form)
        self._show_again()
        sentence = translate("Phrases", "{word} is written {form} in traditional characters now.")
        self._offer(sentence.format(word=word, form=form), word, before)

    def _write(self, dialog: PhrasesDialog, word: str, form: str) -> None:
        try:
            self.keep(word, form)
        except ReaderError as failure:
            dialog.show_fault(str(failure))
        else:
            dialog.show_fault("")
        dialog.set_phrases(attempt(self._library.phrases, self.failed.emit) or ())

    def _remove(self, dialog: PhrasesDialog, word: str) -> None:
        before = attempt(lambda: self._library.remove_phrase(word), self.failed.emit)
        if before:
            self._show_again()
            sentence = translate("Phrases", "{word} is written as usual again.")
            self._offer(sentence.format(word=word), word, before)
        dialog.set_phrases(attempt(self._library.phrases, self.failed.emit) or ())

    def _offer(self, sentence: str, word: str, before: Phrase | None) -> None:
        def restore() -> None:
            attempt(lambda: self._library.restore_phrase(word, before), self.failed.emit)
            self._show_again()

        self._undo.offer(sentence, restore)

    def _find_word(self) -> str:
        """What is selected, else the marked word, in the source's characters."""
        desk, selection = self._desk, self._desk.pane.selection()
        if selection and selection[0].paragraph == selection[1].paragraph:
            start, end = selection
            text = desk.pane.page.paragraphs[start.paragraph].text[start.offset : end.offset]
            if len(text) <= LONGEST:
                return text
        return desk.pointer.marked.word.text if desk.pointer.marked else ""

    def _show_again(self) -> None:
        self._desk.reading.show_again(self._desk.pane.position_at_top())
