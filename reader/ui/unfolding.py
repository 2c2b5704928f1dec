"""Finds out in the background what a pinned card tells beside its first look."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.position import Position
from reader.core.sentence import Occurrence
from reader.core.word import Word
from reader.library import Library
from reader.ui import background
from reader.ui.card_details import Details
from reader.ui.card_text import Subject

MOST_SENTENCES = 5


class Unfolding(QObject):
    """Of several subjects only the newest is told of."""

    found = Signal(Subject, Details)
    """First what the dictionary knows, then the same with the sentences."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject, library: Library) -> None:
        super().__init__(parent)
        self._library = library
        self._wish = 0

    def stop(self) -> None:
        """Nothing more is to be told."""
        self._wish += 1

    def find(self, subject: Subject, around: tuple[Word, ...]) -> None:
        """What the dictionary knows; ``around``: the words of the paragraph, if it is in one."""
        self._wish += 1
        word, wish, explainer = subject.hovered.word, self._wish, self._library.explainer

        def work() -> Details:
            longer = explainer.words_from(around, word.start) if around else ()
            explained = explainer.explain(word, subject.parts)
            return Details(explained, tuple(one for one in longer if one.end > word.end))

        def tell(details: Details) -> None:
            if wish == self._wish:
                self.found.emit(subject, details)

        background.run(self, work, tell, self.failed.emit)

    def find_sentences(
        self, subject: Subject, details: Details, here: tuple[int, Position] | None
    ) -> None:
        """Earlier sentences; ``here``: the article that is read, and how far."""
        wish, library, word = self._wish, self._library, subject.hovered.word

        def tell(sentences: tuple[Occurrence, ...]) -> None:
            if wish == self._wish:
                self.found.emit(subject, replace(details, sentences=sentences))

        background.run(
            self,
            lambda: library.find_sentences(word.text, MOST_SENTENCES, here, word.syllables),
            tell,
            self.failed.emit,
        )
