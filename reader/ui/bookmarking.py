"""Bookmarks between library, pane and panel: add, jump, rename, delete, undo."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reader.core.article import Article
from reader.core.bookmark import Bookmark
from reader.core.position import Anchor, Position, anchor, resolve
from reader.library import Library
from reader.ui.attempt import attempt
from reader.ui.bookmark_panel import BookmarkPanel
from reader.ui.pane import Pane
from reader.ui.reading import Reading
from reader.ui.translation import translate
from reader.ui.undo import Undo
from reader.ui.word_pointer import WordPointer


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of the window that reading goes on in."""

    reading: Reading
    pane: Pane
    pointer: WordPointer
    panel: BookmarkPanel


class Bookmarking(QObject):
    """Keeps the marks in the margin and the panel true to the library."""

    failed = Signal(Exception)
    told = Signal(str)

    def __init__(self, parent: QObject, library: Library, desk: Desk, undo: Undo) -> None:
        super().__init__(parent)
        self._library = library
        self._desk = desk
        self._undo = undo
        self._titles: dict[int, str] = {}
        self._article: Article | None = None
        self._places: dict[Anchor, Position | None] = {}

    def set_titles(self, titles: dict[int, str]) -> None:
        """What the articles are called, for the tips in the panel."""
        self._titles = titles

    def add_titles(self, titles: dict[int, str]) -> None:
        """Some articles are new."""
        self._titles = self._titles | titles

    def add(self) -> None:
        """Mark the selection, else the marked word, else the line at the top."""
        desk, opened = self._desk, self._desk.reading.opened
        if opened is None:
            return
        selection = desk.pane.selection()
        place = selection[0] if selection else desk.pointer.position()
        at = place or desk.pane.position_at_top()
        quoted = anchor(opened.article, at)
        bookmark = attempt(lambda: self._library.add_bookmark(opened.id, quoted), self.failed.emit)
        if bookmark:
            added = translate("Bookmarks", "Bookmark added: {label}")
            self.told.emit(added.format(label=bookmark.label))
        self.refresh()

    def rename(self, bookmark: Bookmark, label: str) -> None:
        """Give a bookmark another label."""
        renamed = self._relabel(bookmark, label)
        if renamed:
            sentence = translate("Bookmarks", "Bookmark renamed: {label}").format(label=label)
            self._undo.offer(sentence, lambda: self._relabel(bookmark, bookmark.label))

    def delete(self, bookmark: Bookmark) -> None:
        """Delete a bookmark; the message offers to bring it back."""
        deleted = attempt(lambda: self._library.delete_bookmark(bookmark.id), self.failed.emit)
        if deleted:
            sentence = translate("Bookmarks", "Bookmark deleted: {label}")
            self._undo.offer(sentence.format(label=deleted.label), lambda: self._restore(deleted))
        self.refresh()

    def jump(self, bookmark: Bookmark) -> None:
        """Show the place of a bookmark at the top of the window."""
        self._desk.reading.open(bookmark.article_id, bookmark.anchor)

    def refresh(self) -> None:
        """Read the bookmarks again and show them."""
        opened = self._desk.reading.opened
        bookmarks = attempt(self._library.bookmarks, self.failed.emit) or ()
        article_id = opened.id if opened else 0
        places = {
            bookmark.id: self._resolve(opened.article, bookmark.anchor)
            for bookmark in bookmarks
            if opened and bookmark.article_id == article_id
        }
        lost = frozenset(number for number, place in places.items() if place is None)
        self._desk.panel.set_bookmarks(bookmarks, article_id, self._titles, lost)
        if opened:
            section = self._desk.reading.section
            found = places.values()
            self._desk.pane.set_bookmarks(p for p in found if p and p.section == section)

    def _resolve(self, article: Article, place: Anchor) -> Position | None:
        """Where an anchor is, looked for once in an article that is open."""
        if article is not self._article:
            self._article, self._places = article, {}
        if place not in self._places:
            self._places[place] = resolve(article, place)
        return self._places[place]

    def _relabel(self, bookmark: Bookmark, label: str) -> Bookmark | None:
        renamed = attempt(
            lambda: self._library.relabel_bookmark(bookmark.id, label), self.failed.emit
        )
        self.refresh()
        return renamed

    def _restore(self, bookmark: Bookmark) -> None:
        attempt(lambda: self._library.restore_bookmark(bookmark), self.failed.emit)
        self.refresh()
