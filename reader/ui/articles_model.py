"""The articles of the library as Qt's views want them: a list, sorted and filtered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from reader.core.article import ArticleSummary
from reader.core.script import Script
from reader.ui.progress_line import describe_share
from reader.ui.translation import translate

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole

SORT_KEYS: dict[str, Callable[[ArticleSummary], Any]] = {
    "added": lambda summary: (summary.added, summary.id),
    "title": lambda summary: summary.title.casefold(),
    "source": lambda summary: (summary.source.casefold(), summary.date),
    "date": lambda summary: (summary.date, summary.id),
    "length": lambda summary: summary.characters,
    "script": lambda summary: (summary.script.value, summary.title.casefold()),
    "read": lambda summary: (summary.read, summary.id),
    "progress": lambda summary: (summary.progress, summary.id),
}


SCRIPT_SIGNS = {
    Script.SIMPLIFIED: "简",
    Script.TRADITIONAL: "繁",
    Script.MIXED: "简繁",
    Script.OTHER: "",
}
"""Short, and what learners of Chinese know from everywhere."""


def describe(summary: ArticleSummary) -> str:
    """The line under a title: script, length, level, source, date; what is unknown is left out."""
    length = translate("Library", "{count} 字").format(count=f"{summary.characters:,}")
    signs = SCRIPT_SIGNS[summary.script]
    parts = (signs, length, summary.level, summary.source, summary.date)
    return " · ".join(part for part in parts if part)


class ArticlesModel(QAbstractListModel):
    """All articles, in the order in which the library gives them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._summaries: tuple[ArticleSummary, ...] = ()

    def set_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show another state of the library."""
        self.beginResetModel()
        self._summaries = summaries
        self.endResetModel()

    def put(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Some articles are new, or something of them has changed."""
        rows = {summary.id: row for row, summary in enumerate(self._summaries)}
        changed = [one for one in summaries if one.id in rows]
        new = tuple(one for one in summaries if one.id not in rows)
        if changed:
            by_id = {one.id: one for one in changed}
            self._summaries = tuple(by_id.get(one.id, one) for one in self._summaries)
            for one in changed:
                self.dataChanged.emit(self.index(rows[one.id]), self.index(rows[one.id]))
        if new:
            first = len(self._summaries)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._summaries = (*self._summaries, *new)
            self.endInsertRows()

    def set_progress(self, article_id: int, progress: float, read: str) -> None:
        """An article was read on; nothing else has changed."""
        for row, summary in enumerate(self._summaries):
            if summary.id == article_id:
                changed = replace(summary, progress=progress, read=read)
                self._summaries = (*self._summaries[:row], changed, *self._summaries[row + 1 :])
                self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._summaries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        if role == SUMMARY:
            return summary
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return summary.title
        if role in {Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole}:
            return " · ".join(
                part for part in (describe(summary), describe_share(summary.progress)) if part
            )
        return None


class SortedArticles(QSortFilterProxyModel):
    """The articles that match what was typed, by the chosen key."""

    def __init__(self, parent: QObject, matches: Callable[[ArticleSummary, str], bool]) -> None:
        super().__init__(parent)
        self._matches = matches
        self._query = ""
        self._key = SORT_KEYS["added"]

    def set_query(self, query: str) -> None:
        """Show only what matches; all where the query is blank."""
        self.beginFilterChange()
        self._query = query.strip()
        self.endFilterChange()

    def sort_by(self, key: str, order: Qt.SortOrder) -> None:
        """Sort by one of SORT_KEYS."""
        self._key = SORT_KEYS[key]
        self.invalidate()
        self.sort(0, order)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._query:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        return self._matches(index.data(SUMMARY), self._query)

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = source_left.data(SUMMARY), source_right.data(SUMMARY)
        return bool(self._key(left) < self._key(right))
