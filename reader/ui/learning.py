"""What the learner has said of words: asked at every card, so it is kept in memory."""

from PySide6.QtCore import QObject, Signal

from reader.core.vocabulary import Encounter, Status, VocabularyWord
from reader.core.word import Word
from reader.library import Library
from reader.ui import background
from reader.ui.attempt import attempt
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Learning(QObject):
    """Marks words as known, learning or ignored, and takes it back."""

    changed = Signal(object)
    """The status of every marked word, by its simplified form."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject, library: Library, undo: Undo) -> None:
        super().__init__(parent)
        self._library = library
        self._undo = undo
        self._statuses: dict[str, Status] = {}

    def start(self) -> None:
        """Read the statuses in the background."""
        background.run(self, self._library.word_statuses, self._take, self.failed.emit)

    def status(self, written: str) -> Status | None:
        """How well a word is known, in either script; None where nothing was said of it."""
        if not self._statuses:
            return None
        return self._statuses.get(self._library.vocabulary_key(written))

    def mark(self, word: Word, status: Status, met: Encounter | None) -> None:
        """Give a word a status, or take that very status from it."""
        written, library = word.text, self._library
        taken = self.status(written) is status
        before = attempt(
            lambda: (
                library.unmark_word(written)
                if taken
                else library.mark_word(written, word.syllables, status, met),
            ),
            self.failed.emit,
        )
        if before is None:
            return
        self._reload()
        sentence = _forgotten() if taken else _marked(status)
        self._undo.offer(sentence.format(word=written), lambda: self._restore(written, before[0]))

    def _restore(self, written: str, before: VocabularyWord | None) -> None:
        attempt(lambda: self._library.restore_word(written, before), self.failed.emit)
        self._reload()

    def _reload(self) -> None:
        statuses = attempt(self._library.word_statuses, self.failed.emit)
        if statuses is not None:
            self._take(statuses)

    def _take(self, statuses: dict[str, Status]) -> None:
        self._statuses = statuses
        self.changed.emit(statuses)


def _marked(status: Status) -> str:
    return {
        Status.KNOWN: translate("Learning", "{word} is known now."),
        Status.LEARNING: translate("Learning", "{word} is being learned now."),
        Status.IGNORED: translate("Learning", "{word} is ignored now."),
    }[status]


def _forgotten() -> str:
    return translate("Learning", "{word} is an ordinary word again.")
