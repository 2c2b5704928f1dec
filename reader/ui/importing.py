"""Texts that come in and go: files, the clipboard, the seeds, removal."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError
from reader.library import Added, Joined, Library
from reader.ui import background
from reader.ui.attempt import attempt
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Importing(QObject):
    """Imports in the background, one text after the other."""

    library_changed = Signal()
    article_added = Signal(int)
    """The last text of what was asked for is in the library: show it."""
    article_removed = Signal(int)
    told = Signal(str)
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, undo: Undo) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._undo = undo

    def start(self, paths: Iterable[Path]) -> None:
        """Let the texts in the seeds folder join the library, then import files."""
        wanted = tuple(paths)

        def go_on(joined: Joined) -> None:
            self._tell_joined(joined)
            if wanted:
                self.import_files(wanted)

        background.run(self, self._library.join_seeds, go_on, self._fail)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, translate("Import", "Open files"))
        if names:
            self.import_files(Path(name) for name in names)

    def paste(self) -> None:
        """Make an article of what is in the clipboard."""
        self.import_text(QGuiApplication.clipboard().text())

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files in the background; the first of them is opened."""
        library, wanted = self._library, tuple(paths)

        def work() -> tuple[list[Added], list[str]]:
            added, failures = [], []
            for path in wanted:
                try:
                    added.append(library.import_file(path))
                except ReaderError as failure:
                    failures.append(str(failure))
            return added, failures

        background.run(self, work, self._tell, self._fail)

    def import_text(self, text: str) -> None:
        """Make an article of a text from elsewhere."""
        if not text.strip():
            self.told.emit(
                translate("Import", "There is no text in the clipboard. Copy some, then paste.")
            )
            return
        name = translate("Import", "Pasted text")
        work = partial(self._library.import_text, text, name)
        background.run(self, work, lambda added: self._tell(([added], [])), self._fail)

    def remove(self, article_id: int) -> None:
        """Take an article out of the list; it can be brought back."""

        def restore() -> None:
            attempt(lambda: self._library.restore(article_id), self.failed.emit)
            self.library_changed.emit()
            self.article_added.emit(article_id)

        def remove() -> str:
            return self._library.remove(article_id)

        title = attempt(remove, self.failed.emit) if article_id else None
        if title is not None:
            self.article_removed.emit(article_id)
            self.library_changed.emit()
            sentence = translate("Import", "{title} was removed from the library.")
            self._undo.offer(sentence.format(title=title), restore)

    def _tell(self, outcome: tuple[list[Added], list[str]]) -> None:
        added, failures = outcome
        self.library_changed.emit()
        if added:
            self.article_added.emit(added[0].article_id)
        if failures:
            self.failed.emit(ReaderError("\n".join(failures)))
            return
        known = [one for one in added if not one.new]
        if known:
            sentence = translate("Import", "{title} is already in the library.")
            self.told.emit(sentence.format(title=known[0].article.title))
        elif len(added) > 1:
            sentence = translate("Import", "{count} articles joined the library.")
            self.told.emit(sentence.format(count=len(added)))

    def _tell_joined(self, joined: Joined) -> None:
        if joined.added:
            self.library_changed.emit()
        if joined.failures:
            self.failed.emit(ReaderError("\n".join(joined.failures)))

    def _fail(self, failure: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(failure)
