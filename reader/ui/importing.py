"""Texts that come in and go: files, the clipboard, the seeds, removal."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.arriving import Joined
from reader.core.errors import ReaderError
from reader.core.fate import Fate
from reader.core.text import is_address
from reader.intake import Clipping, Page
from reader.library import Library
from reader.ui import background
from reader.ui.attempt import attempt
from reader.ui.bringing import Account, Bringing, Job, Slice
from reader.ui.file_filters import list_filters
from reader.ui.report_words import describe_account, describe_watched
from reader.ui.translation import translate
from reader.ui.undo import Undo

ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


class Importing(QObject):
    """Imports in the background, one text after the other."""

    library_changed = Signal()
    articles_listed = Signal(tuple)
    """Articles, as they are listed, that are new or have changed."""
    article_added = Signal(int)
    """The first text of what was asked for is in the library: show it."""
    article_changed = Signal(int)
    """It has a new version that nobody asked for just now."""
    article_removed = Signal(int)
    earlier_requested = Signal(int)
    """An article whose earlier version is wanted back."""
    address_given = Signal(str)
    """An address was dropped or pasted; whether it is to be loaded has to be asked."""
    told = Signal(str)
    reported = Signal(str, bool)
    """An import has ended: what came of it, and whether something failed."""
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, undo: Undo) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._undo = undo
        self.bringing = Bringing(self, library)
        self.bringing.sliced.connect(self._show_first)
        self.bringing.ended.connect(self._tell)
        self.bringing.failed.connect(self.failed)

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
        title, kinds = translate("Import", "Open files"), ";;".join(list_filters())
        names, _ = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        if names:
            self.import_files(Path(name) for name in names)

    def choose_folder(self) -> None:
        """Ask for a folder and import the texts in it and in the folders in it."""
        title = translate("Import", "Open a folder")
        name = QFileDialog.getExistingDirectory(self._window, title)
        if name:
            self.import_files([Path(name)])

    def paste(self) -> None:
        """Make articles of what is in the clipboard, files too; of an address, ask first."""
        copied = (
            QGuiApplication.clipboard().mimeData() or QMimeData()
        )  # an empty clipboard has none
        if copied.hasUrls():
            self.take(copied)
        else:
            self._take_text(copied.text())

    def take(self, dropped: QMimeData) -> None:
        """Import what was dropped or pasted: files and folders, an address, or a text."""
        files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        addresses = [url.toString(ENCODED) for url in dropped.urls() if not url.isLocalFile()]
        if files:
            self.import_files(files)
        elif addresses:
            for address in addresses:
                self._take_text(address)
        elif dropped.hasText():
            self._take_text(dropped.text())

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files and folders in the background; the first of their texts is opened."""
        self.bringing.bring(Job(tuple(paths)))

    def import_address(self, address: str, allow_private: bool = False) -> None:
        """Load an address that the learner asked for, and import what is there."""
        host = QUrl(address).host() or address
        self.told.emit(translate("Import", "Loading a page from {host}…").format(host=host))
        self.bringing.bring(Job((Page(address, allow_private),)))

    def import_text(self, text: str) -> None:
        """Make an article of a text from elsewhere."""
        if not text.strip():
            self.told.emit(
                translate("Import", "There is no text in the clipboard. Copy some, then paste.")
            )
            return
        self.bringing.bring(Job((Clipping(text, translate("Import", "Pasted text")),)))

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

    def remove_all(self, article_ids: tuple[int, ...]) -> None:
        """Take back what an import has added; it can be brought back."""

        def set_all(*, removed: bool) -> None:
            attempt(
                lambda: self._library.set_all_removed(article_ids, removed=removed),
                self.failed.emit,
            )
            self.library_changed.emit()

        self.bringing.cancel()
        set_all(removed=True)
        for article_id in article_ids:
            self.article_removed.emit(article_id)
        sentence = translate("Import", "Removed from the library: {count}.")
        self._undo.offer(sentence.format(count=len(article_ids)), lambda: set_all(removed=False))

    def _take_text(self, text: str) -> None:
        if is_address(text):
            self.address_given.emit(text.strip())
        else:
            self.import_text(text)

    def _show_first(self, account: Account, found: Slice) -> None:
        """Open the first text as soon as it is there."""
        if found.listed:
            self.articles_listed.emit(found.listed)
        before = account.arrivals[: len(account.arrivals) - len(found.arrivals)]
        first = next((one for one in found.arrivals if one.article_id), None)
        for one in found.arrivals if account.job.quiet else ():
            if one.fate is Fate.CHANGED:
                self.article_changed.emit(one.article_id)
        if first and not account.job.quiet and not any(one.article_id for one in before):
            self.article_added.emit(first.article_id)

    def _tell(self, account: Account) -> None:
        """Say what became of what was asked for."""
        arrivals = [one for one in account.arrivals if one.fate is not Fate.PASSED_OVER]
        failed = [one for one in arrivals if one.fate is Fate.FAILED]
        sentence = describe_account(account)
        if failed and len(failed) == len(arrivals) and not account.job.quiet:
            self.failed.emit(ReaderError(sentence))
        changed = [one.article_id for one in arrivals if one.fate is Fate.CHANGED]
        if account.job.quiet:
            self._tell_quietly(account)
        elif changed == [one.article_id for one in arrivals] and len(changed) == 1:
            self._undo.offer(sentence, lambda: self.earlier_requested.emit(changed[0]))
        elif sentence:
            self.reported.emit(sentence, bool(failed))

    def _tell_quietly(self, account: Account) -> None:
        sentence = describe_watched(account)
        if sentence:
            self.reported.emit(sentence, False)

    def _tell_joined(self, joined: Joined) -> None:
        if joined.added:
            self.library_changed.emit()
        if joined.failures:
            self.failed.emit(ReaderError("\n".join(joined.failures)))

    def _fail(self, failure: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(failure)
