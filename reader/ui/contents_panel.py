"""The contents of the open article: a tree of parts, chapters and headings beside the text."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reader.core.contents import Entry
from reader.core.position import Position
from reader.ui.clearing import let_clear
from reader.ui.progress_line import describe_share
from reader.ui.theme import Theme
from reader.ui.translation import translate

PLACE = Qt.ItemDataRole.UserRole
SHARE = Qt.ItemDataRole.UserRole + 1
CURRENT = Qt.ItemDataRole.UserRole + 2
NARROWEST = 110
"""Pixels: a number and a few characters of a title."""


class ContentsPanel(QWidget):
    """Filter line and tree; the entry that is being read is lit."""

    place_chosen = Signal(Position)
    """Where the learner wants to go."""

    def __init__(self, parent: QWidget, matches: Callable[[str, str], bool]) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROWEST)
        self._matches = matches
        self._items: list[QTreeWidgetItem] = []
        self._places: list[Position] = []
        self._sections: list[QTreeWidgetItem] = []
        self._current: QTreeWidgetItem | None = None
        self.filter = QLineEdit(placeholderText=translate("Contents", "Chapter"))
        let_clear(self.filter)
        self.filter.setAccessibleName(translate("Contents", "Filter the contents"))
        self.filter.installEventFilter(self)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(translate("Contents", "Contents"))
        self.tree.setColumnCount(1)
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = ContentsDelegate(self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.installEventFilter(self)
        self._nothing = QLabel(translate("Contents", "No chapter matches."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 6)
        top.addWidget(self.filter)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._nothing, 1)
        self.filter.textChanged.connect(self.set_query)
        self.tree.itemClicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.tree.viewport().update()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List the contents of another article."""
        self.tree.clear()
        self._items, self._places, self._sections, self._current = [], [], [], None
        above: list[QTreeWidgetItem] = []
        for entry in entries:
            item = QTreeWidgetItem([entry.title])
            item.setData(0, PLACE, entry.position)
            item.setToolTip(0, entry.title)
            del above[entry.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            above.append(item)
            self._items.append(item)
            self._places.append(entry.position)
            if entry.whole:
                self._sections.append(item)
        self.tree.setRootIsDecorated(any(entry.depth for entry in entries))
        self.tree.expandAll()
        self.set_query(self.filter.text())

    def set_titles(self, titles: Sequence[str]) -> None:
        """The same entries in another script."""
        for item, title in zip(self._items, titles, strict=False):
            item.setText(0, title)
            item.setToolTip(0, title)

    def set_progress(self, shares: Mapping[int, float]) -> None:
        """How much of each section has been read, 0 to 1, by its number."""
        for section, item in enumerate(self._sections):
            share = shares.get(section, 0.0)
            item.setData(0, SHARE, share)
            spoken = ", ".join(part for part in (item.text(0), describe_share(share)) if part)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def show_place(self, place: Position) -> None:
        """Light the entry in which a position is, and keep it in view."""
        index = bisect_right(self._places, place) - 1
        item = self._items[index] if index >= 0 else None
        if item is self._current:
            return
        if self._current:
            self._current.setData(0, CURRENT, False)
        self._current = item
        if item:
            item.setData(0, CURRENT, True)
            self.tree.setCurrentItem(item)
            if not self.tree.viewport().rect().contains(self.tree.visualItemRect(item)):
                self.tree.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def set_query(self, query: str) -> None:
        """Show only the entries that match, and what they are in."""
        wanted = query.strip()
        for item in reversed(self._items):
            children = (item.child(row) for row in range(item.childCount()))
            below = any(child and not child.isHidden() for child in children)
            item.setHidden(bool(wanted) and not below and not self._matches(item.text(0), wanted))
        empty = bool(self._items) and all(item.isHidden() for item in self._items)
        self._nothing.setVisible(empty)
        self.tree.setVisible(not empty)
        if not wanted and self._current:
            self.tree.scrollToItem(self._current, QAbstractItemView.ScrollHint.PositionAtCenter)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.filter and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
                self._enter_tree(choose=event.key() == Qt.Key.Key_Return)
                return True
            if watched is self.tree and self._press_in_tree(event):
                return True
        return super().eventFilter(watched, event)

    def _press_in_tree(self, event: QKeyEvent) -> bool:
        item = self.tree.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item:
            self._choose(item)
        elif event.key() == Qt.Key.Key_Up and item and not self.tree.itemAbove(item):
            self.filter.setFocus()
        else:
            return False
        return True

    def _enter_tree(self, *, choose: bool) -> None:
        shown = [item for item in self._items if not item.isHidden()]
        matching = [item for item in shown if self._matches(item.text(0), self.filter.text())]
        current = self.tree.currentItem()
        if matching and (current is None or current not in matching):
            current = matching[0]
            self.tree.setCurrentItem(current)
        self.tree.setFocus()
        if choose and current:
            self._choose(current)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.place_chosen.emit(item.data(0, PLACE))


class ContentsDelegate(QStyledItemDelegate):
    """Draws an entry: its title, and at the end of the line how much of it has been read."""

    PADDING = 6

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, QFontMetrics(option.font).height() + 2 * self.PADDING + 1)

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
        is_current = bool(index.data(CURRENT))
        self._draw_ground(painter, option, is_current=is_current)
        room: QRect = option.rect.adjusted(8, 0, -10, 0)
        share = describe_share(index.data(SHARE) or 0.0)
        if share:
            room = self._write_share(painter, option.font, room, share)
        font = QFont(option.font)
        font.setBold(is_current)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        title = QFontMetrics(font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_current: bool
    ) -> None:
        if self.theme is None:
            return
        rectangle: QRect = option.rect
        state = option.state
        if is_current:
            painter.fillRect(rectangle, QColor(self.theme.page))
            edge = QRect(rectangle.left(), rectangle.top(), 3, rectangle.height())
            painter.fillRect(edge, QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rectangle, QColor(self.theme.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(rectangle.adjusted(0, 0, -1, -1))

    def _write_share(self, painter: QPainter, font: QFont, room: QRect, share: str) -> QRect:
        """Write at the end of the line; what is returned is the room that is left."""
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.muted if self.theme else "grey"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        return room.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(share) - 8, 0)
