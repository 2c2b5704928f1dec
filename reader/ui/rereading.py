"""Reading an article again from its original, in another encoding, or from an earlier version."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.arriving import Added
from reader.core.article import Article
from reader.core.guess import GARBLED, EncodingGuess
from reader.core.position import Anchor, anchor
from reader.core.recoding import Recoding
from reader.library import Library
from reader.store.edits import Moves
from reader.ui import background
from reader.ui.bookmarking import Desk
from reader.ui.encoding_dialog import EncodingDialog
from reader.ui.reading import Opened
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Rereading(QObject):
    """Asks with previews; bookmarks keep their places, and undo leads back to just the same."""

    library_changed = Signal()
    told = Signal(str)
    offered = Signal(str)
    """The open text is garbled: an offer to ask how it was meant."""
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, desk: Desk, undo: Undo) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._desk = desk
        self._undo = undo
        desk.reading.article_opened.connect(self._offer)

    def ask(self) -> None:
        """Show what the open article looks like in other encodings."""
        library, opened = self._library, self._desk.reading.opened
        if opened:
            article_id = opened.id
            background.run(
                self,
                lambda: library.list_encodings(article_id),
                lambda guesses: self._show(opened, guesses),
                self.failed.emit,
            )

    def read(
        self, article_id: int, encoding: str, *, before: str = "", back: Moves | None = None
    ) -> None:
        """Read an article again. ``before``: the encoding that undo leads back to.

        ``back``: where bookmarks were when it was read so before.
        """
        library, desk = self._library, self._desk
        opened = desk.reading.opened
        is_open = bool(opened and opened.id == article_id)
        top = anchor(opened.article, desk.pane.position_at_top()) if opened and is_open else None

        def work() -> tuple[Article, Anchor | None, tuple[str, ...], Moves]:
            marks = library.revising.list_anchors(article_id)
            article = library.arriving.read_again(article_id, encoding, back=back)
            place = Recoding(opened.article, article).follow(top) if opened and top else None
            return article, place, library.revising.list_lost(article_id), marks

        def show(result: tuple[Article, Anchor | None, tuple[str, ...], Moves]) -> None:
            self.library_changed.emit()
            if is_open:
                desk.reading.open(article_id, result[1])
            if before:
                sentence = translate("Encoding", "{title} is read as {encoding} now.")
                told = sentence.format(title=result[0].title, encoding=encoding.upper())
                if result[2]:
                    words = translate("Encoding", "Without a place now: {lost}.")
                    told += " " + words.format(lost=", ".join(f"«{one}»" for one in result[2]))
                self._undo.offer(told, lambda: self.read(article_id, before, back=result[3]))

        background.run(self, work, show, self.failed.emit)

    def exchange(self, article_id: int) -> None:
        """Let the earlier version of an article be the article; again, and the newer one is."""
        library, desk = self._library, self._desk
        is_open = bool(desk.reading.opened and desk.reading.opened.id == article_id)

        def show(added: Added) -> None:
            self.library_changed.emit()
            if is_open:
                desk.reading.open(article_id)
            sentence = translate("Encoding", "{title} is back in the other version.")
            self._undo.offer(
                sentence.format(title=added.article.title), lambda: self.exchange(article_id)
            )

        background.run(
            self, lambda: library.arriving.take_back_version(article_id), show, self.failed.emit
        )

    def part(self, article_id: int) -> None:
        """Let the newest version of an article be one of its own, and show it."""
        library, desk = self._library, self._desk

        def show(added: Added) -> None:
            self.library_changed.emit()
            desk.reading.open(added.article_id)
            sentence = translate("Encoding", "{title} is there in both versions now.")
            self.told.emit(sentence.format(title=added.article.title))

        background.run(
            self, lambda: library.arriving.part_versions(article_id), show, self.failed.emit
        )

    def refresh(self, article_id: int) -> None:
        """Show an article anew if it is open, since its text is another; the place stays."""
        desk, opened = self._desk, self._desk.reading.opened
        if opened and opened.id == article_id:
            desk.reading.open(article_id, anchor(opened.article, desk.pane.position_at_top()))

    def _offer(self, opened: Opened) -> None:
        if GARBLED in opened.article.warnings:
            sentence = translate("Encoding", "The characters of {title} look garbled.")
            self.offered.emit(sentence.format(title=opened.article.title))

    def _show(self, opened: Opened, guesses: tuple[EncodingGuess, ...]) -> None:
        question = translate(
            "Encoding",
            "{title} is read as {encoding}. Choose how its characters are right; the file and your "
            "bookmarks are kept.",
        )
        current = opened.article.encoding
        shown = question.format(title=opened.article.title, encoding=current.upper())
        dialog = EncodingDialog(self._window, shown, guesses, current)
        if GARBLED in opened.article.warnings:
            dialog.list.setCurrentRow(0)
        dialog.encoding_chosen.connect(
            lambda encoding, _: self.read(opened.id, encoding, before=current)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
