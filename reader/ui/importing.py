"""Texts that come in and go: files, the clipboard, the seeds, removal."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError
from reader.core.text import is_address
from reader.library import Added, Joined, Library, Outcome
from reader.ui import background
from reader.ui.attempt import attempt
from reader.ui.translation import translate
from reader.ui.undo import Undo

ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


class Importing(QObject):
    """Imports in the background, one text after the other."""

    library_changed = Signal()
    article_added = Signal(int)
    """The last text of what was asked for is in the library: show it."""
    article_removed = Signal(int)
    address_given = Signal(str)
    """An address was dropped or pasted; whether it is to be loaded has to be asked."""
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
        """Make an article of what is in the clipboard; of an address, ask first."""
        self._take_text(QGuiApplication.clipboard().text())

    def take(self, dropped: QMimeData) -> None:
        """Import what was dropped: files, an address, or a text."""
        files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        addresses = [url.toString(ENCODED) for url in dropped.urls() if not url.isLocalFile()]
        if files:
            self.import_files(files)
        elif addresses:
            self._take_text(addresses[0])
        elif dropped.hasText():
            self._take_text(dropped.text())

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files in the background; the first of them is opened."""
        library, wanted = self._library, tuple(paths)
        self._import(lambda: (one for path in wanted for one in library.import_path(path)))

    def import_address(self, address: str, allow_private: bool = False) -> None:
        """Load an address that the learner asked for, and import what is there."""
        host = QUrl(address).host() or address
        self.told.emit(translate("Import", "Loading a page from {host}…").format(host=host))
        library = self._library
        self._import(
            lambda: library.import_address(address, allow_private=allow_private), awaited=True
        )

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

    def _import(self, outcomes: Callable[[], Iterable[Outcome]], *, awaited: bool = False) -> None:
        """Import in the background, and tell of it; where it is awaited, of success too."""

        def work() -> tuple[list[Added], list[str]]:
            added, failures = [], []
            for outcome in outcomes():
                if isinstance(outcome, Added):
                    added.append(outcome)
                else:
                    failures.append(str(outcome))
            return added, failures

        def tell(outcome: tuple[list[Added], list[str]]) -> None:
            self._tell(outcome, awaited=awaited)

        background.run(self, work, tell, self._fail)

    def _take_text(self, text: str) -> None:
        if is_address(text):
            self.address_given.emit(text.strip())
        else:
            self.import_text(text)

    def _tell(self, outcome: tuple[list[Added], list[str]], *, awaited: bool = False) -> None:
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
        elif awaited and added:
            sentence = translate("Import", "{title} joined the library.")
            self.told.emit(sentence.format(title=added[0].article.title))

    def _tell_joined(self, joined: Joined) -> None:
        if joined.added:
            self.library_changed.emit()
        if joined.failures:
            self.failed.emit(ReaderError("\n".join(joined.failures)))

    def _fail(self, failure: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(failure)
