"""The list of articles: filter as you type, sort by any property, keyboard all the way."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QActionGroup, QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reader.core.article import ArticleSummary
from reader.ui.articles_model import SUMMARY, ArticlesModel, SortedArticles, describe
from reader.ui.clearing import let_clear
from reader.ui.progress_line import describe_share
from reader.ui.theme import Theme
from reader.ui.translation import translate


class LibraryView(QWidget):
    """Filter line, sort menu and list."""

    article_chosen = Signal(int)
    """Its id: the learner wants to read it."""
    removal_requested = Signal(int)

    def __init__(self, parent: QWidget, matches: Callable[[ArticleSummary, str], bool]) -> None:
        super().__init__(parent)
        self._model = ArticlesModel(self)
        self.articles = SortedArticles(self, matches)
        self.articles.setSourceModel(self._model)
        self.filter = QLineEdit(placeholderText=translate("Library", "Title, source, author"))
        let_clear(self.filter)
        self.filter.setAccessibleName(translate("Library", "Filter the articles"))
        self.filter.installEventFilter(self)
        self.sort_button = QToolButton()
        self.sort_button.setToolTip(translate("Library", "Sort the articles"))
        self.sort_button.setAccessibleName(self.sort_button.toolTip())
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self._make_sort_menu())
        self.list = QListView()
        self.list.setModel(self.articles)
        self.list.setAccessibleName(translate("Library", "Articles"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self._delegate = ArticleDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.installEventFilter(self)
        self._nothing = QLabel(translate("Library", "No article matches."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.articles.sort_by("added", Qt.SortOrder.DescendingOrder)
        self._lay_out()
        self.filter.textChanged.connect(self.set_query)
        self.list.clicked.connect(self._choose)

    def set_theme(self, theme: Theme, sort_icon: QIcon) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.sort_button.setIcon(sort_icon)
        self.list.viewport().update()

    def set_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show another state of the library; the current article stays current."""
        current = self.current_id()
        self._model.set_summaries(summaries)
        if current:
            self.make_current(current)
        self._tell_when_empty()

    def put(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """List more articles, or show what has changed of some."""
        self._model.put(summaries)
        self._tell_when_empty()

    def show_progress(self, article_id: int, progress: float) -> None:
        """An article was read just now, so far."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._model.set_progress(article_id, progress, now)

    def make_current(self, article_id: int) -> None:
        """Mark an article as the one that is open."""
        for row in range(self.articles.rowCount()):
            index = self.articles.index(row, 0)
            if index.data(SUMMARY).id == article_id:
                self.list.setCurrentIndex(index)
                return

    def first_id(self) -> int:
        """The id of the article that is listed first, 0 where none is."""
        index = self.articles.index(0, 0)
        return index.data(SUMMARY).id if index.isValid() else 0

    def current_id(self) -> int:
        """The id of the marked article, 0 where none is."""
        index = self.list.currentIndex()
        return index.data(SUMMARY).id if index.isValid() else 0

    def set_query(self, query: str) -> None:
        """Show only the articles that match."""
        self.articles.set_query(query)
        self._tell_when_empty()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.filter and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
                self._enter_list(choose=event.key() == Qt.Key.Key_Return)
                return True
            if watched is self.list and self._press_in_list(event):
                return True
        return super().eventFilter(watched, event)

    def _press_in_list(self, event: QKeyEvent) -> bool:
        index = self.list.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._choose(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_requested.emit(index.data(SUMMARY).id)
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.filter.setFocus()
        else:
            return False
        return True

    def _enter_list(self, *, choose: bool) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.articles.index(0, 0))
        self.list.setFocus()
        if choose and self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.article_chosen.emit(index.data(SUMMARY).id)

    def _tell_when_empty(self) -> None:
        empty = self.articles.rowCount() == 0
        self._nothing.setVisible(empty)
        self.list.setVisible(not empty)

    def _make_sort_menu(self) -> QMenu:
        menu = QMenu(self)
        keys, orders = QActionGroup(menu), QActionGroup(menu)
        for key, label in (
            ("added", translate("Library", "Date added")),
            ("title", translate("Library", "Title")),
            ("source", translate("Library", "Source")),
            ("date", translate("Library", "Date")),
            ("length", translate("Library", "Length")),
            ("script", translate("Library", "Script")),
            ("read", translate("Library", "Last read")),
            ("progress", translate("Library", "Progress")),
        ):
            action = menu.addAction(label)
            action.setData(key)
            action.setCheckable(True)
            keys.addAction(action)
        menu.addSeparator()
        for order, label in (
            (Qt.SortOrder.AscendingOrder, translate("Library", "Ascending")),
            (Qt.SortOrder.DescendingOrder, translate("Library", "Descending")),
        ):
            action = menu.addAction(label)
            action.setData(order)
            action.setCheckable(True)
            orders.addAction(action)
        keys.actions()[0].setChecked(True)
        orders.actions()[1].setChecked(True)

        def sort() -> None:
            self.articles.sort_by(keys.checkedAction().data(), orders.checkedAction().data())

        menu.triggered.connect(sort)
        return menu

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 10, 6, 6)
        top.addWidget(self.filter, 1)
        top.addWidget(self.sort_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)


class ArticleDelegate(QStyledItemDelegate):
    """Draws an article in two lines: its title, and under it what is known of it."""

    PADDING = 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        title, below = self._fonts(option)
        height = QFontMetrics(title).height() + QFontMetrics(below).height()
        return QSize(120, height + 2 * self.PADDING + 2)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self.theme is None:
            return
        painter.save()
        self._draw_ground(painter, option)
        summary: ArticleSummary = index.data(SUMMARY)
        title, below = self._fonts(option)
        room: QRect = option.rect.adjusted(14, self.PADDING, -12, -self.PADDING)
        height = QFontMetrics(title).height()
        self._write(painter, title, self.theme.text, room, summary.title)
        lower = room.adjusted(0, height + 2, 0, 0)
        share = describe_share(summary.progress)
        if share:
            metrics = QFontMetrics(below)
            room = lower.adjusted(lower.width() - metrics.horizontalAdvance(share), 0, 0, 0)
            self._write(painter, below, self.theme.muted, room, share)
            lower = lower.adjusted(0, 0, -room.width() - 8, 0)
        self._write(painter, below, self.theme.muted, lower, describe(summary))
        self._draw_progress(painter, option.rect, summary.progress)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if self.theme is None:
            return
        rectangle: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rectangle, QColor(self.theme.page))
            painter.fillRect(
                rectangle.adjusted(0, 0, 3 - rectangle.width(), 0), QColor(self.theme.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rectangle, QColor(self.theme.hover))
        painter.setPen(QColor(self.theme.border))
        painter.drawLine(rectangle.bottomLeft(), rectangle.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(rectangle.adjusted(0, 0, -1, -2))

    def _draw_progress(self, painter: QPainter, rectangle: QRect, progress: float) -> None:
        """A line at the lower edge, as long as what has been read."""
        if self.theme and progress > 0:
            width = max(3, round(rectangle.width() * min(1.0, progress)))
            line = QRect(rectangle.left(), rectangle.bottom() - 1, width, 2)
            painter.fillRect(line, QColor(self.theme.accent))

    @staticmethod
    def _write(painter: QPainter, font: QFont, colour: str, room: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    @staticmethod
    def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        base: QFont = option.font
        title, below = QFont(base), QFont(base)
        title.setPointSizeF(base.pointSizeF() * 1.12)
        below.setPointSizeF(base.pointSizeF() * 0.88)
        return title, below
