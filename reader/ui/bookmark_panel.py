"""The bookmarks of this article or of all: jump, rename, delete."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from reader.core.bookmark import Bookmark
from reader.ui.translation import translate

BOOKMARK = Qt.ItemDataRole.UserRole


class BookmarkPanel(QWidget):
    """A list whose items are edited in place."""

    bookmark_chosen = Signal(Bookmark)
    label_edited = Signal(Bookmark, str)
    deletion_requested = Signal(Bookmark)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bookmarks: tuple[Bookmark, ...] = ()
        self._article_id = 0
        self._titles: dict[int, str] = {}
        self._lost = frozenset[int]()
        self.scope = QComboBox()
        self.scope.addItem(translate("Bookmarks", "In this article"))
        self.scope.addItem(translate("Bookmarks", "In all articles"))
        self.scope.setAccessibleName(translate("Bookmarks", "Which bookmarks are listed"))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Bookmarks", "Bookmarks"))
        self.list.setObjectName("marks")
        self.list.setWordWrap(True)
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.list.installEventFilter(self)
        self._hint = QLabel(
            translate("Bookmarks", "Ctrl+D marks the selection, the word or the line at the top.")
        )
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(14, 10, 14, 10)
        self.lost_hint = QLabel(
            translate("Bookmarks", "In italics: words that are no longer in this text.")
        )
        self.lost_hint.setWordWrap(True)
        self.lost_hint.setContentsMargins(14, 8, 14, 8)
        self.lost_hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.addWidget(self.scope)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.lost_hint)
        self.scope.currentIndexChanged.connect(self._fill)
        self.list.itemClicked.connect(self._choose)
        self.list.itemChanged.connect(self._rename)

    def set_bookmarks(
        self,
        bookmarks: tuple[Bookmark, ...],
        article_id: int,
        titles: dict[int, str],
        lost: frozenset[int] = frozenset(),
    ) -> None:
        """Show another state of the library's bookmarks. ``lost``: those without a place now."""
        self._bookmarks, self._article_id, self._titles = bookmarks, article_id, titles
        self._lost = lost
        self._fill()

    def edit(self, bookmark: Bookmark) -> None:
        """Let the learner write the label of a bookmark."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(BOOKMARK).id == bookmark.id:
                self.list.setCurrentItem(item)
                self.list.editItem(item)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.list.currentItem()
            if item and event.key() == Qt.Key.Key_Delete:
                self.deletion_requested.emit(item.data(BOOKMARK))
                return True
            if item and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        everywhere = self.scope.currentIndex() == 1
        self.list.blockSignals(True)
        self.list.clear()
        for bookmark in self._bookmarks:
            if everywhere or bookmark.article_id == self._article_id:
                item = QListWidgetItem(bookmark.label)
                item.setData(BOOKMARK, bookmark)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(self._titles.get(bookmark.article_id, ""))
                if bookmark.id in self._lost:
                    self._show_loss(item, bookmark)
                self.list.addItem(item)
        self.list.blockSignals(False)
        self._hint.setVisible(self.list.count() == 0)
        self.lost_hint.setVisible(bool(self._lost))

    def _show_loss(self, item: QListWidgetItem, bookmark: Bookmark) -> None:
        font = item.font()
        font.setItalic(True)
        item.setFont(font)
        item.setForeground(self.palette().placeholderText())
        quote = f"{bookmark.anchor.before}|{bookmark.anchor.after}"
        words = translate("Bookmarks", "No longer in this text: {quote}").format(quote=quote)
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)

    def _choose(self, item: QListWidgetItem) -> None:
        self.bookmark_chosen.emit(item.data(BOOKMARK))

    def _rename(self, item: QListWidgetItem) -> None:
        bookmark: Bookmark = item.data(BOOKMARK)
        if item.text().strip() and item.text() != bookmark.label:
            self.label_edited.emit(bookmark, item.text().strip())
        else:
            self._fill()
