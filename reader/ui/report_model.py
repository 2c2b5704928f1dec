"""The lines of an import report as Qt's views want them; it grows while the import goes on."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from reader.core.fate import Fate
from reader.intake import Arrival
from reader.ui.report_words import name_fate
from reader.ui.translation import translate

Index = QModelIndex | QPersistentModelIndex
ARRIVAL = Qt.ItemDataRole.UserRole
COLUMNS = 2


class Showing(IntEnum):
    """Which lines are shown."""

    ALL = 0
    ADDED = 1
    KNOWN = 2
    FAILED = 3
    REPAIRED = 4
    LOSING = 5

    def admits(self, arrival: Arrival) -> bool:
        """Whether a line is among them."""
        return {
            Showing.ALL: True,
            Showing.ADDED: arrival.fate in {Fate.ADDED, Fate.CHANGED},
            Showing.KNOWN: arrival.fate.known,
            Showing.FAILED: arrival.fate is Fate.FAILED,
            Showing.REPAIRED: bool(arrival.repairs),
            Showing.LOSING: bool(arrival.lost),
        }[self]


class ReportModel(QAbstractTableModel):
    """File and fate of each text, in the order in which they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[Arrival] = []
        self._shown: list[Arrival] = []
        self._showing = Showing.ALL

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """All lines, also those that are not shown."""
        return tuple(self._all)

    def set_arrivals(self, arrivals: Iterable[Arrival]) -> None:
        """Another report."""
        self.beginResetModel()
        self._all = list(arrivals)
        self._shown = list(filter(self._showing.admits, self._all))
        self.endResetModel()

    def add(self, arrivals: Iterable[Arrival]) -> None:
        """More lines of the same report."""
        new = list(arrivals)
        self._all += new
        shown = list(filter(self._showing.admits, new))
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def show(self, showing: Showing) -> None:
        """Show these lines only."""
        self._showing = showing
        self.set_arrivals(self._all)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        arrival = self._shown[index.row()]
        if role == ARRIVAL:
            return arrival
        if role == Qt.ItemDataRole.DisplayRole:
            return arrival.label if index.column() == 0 else _describe(arrival)
        if role == Qt.ItemDataRole.ToolTipRole:
            return arrival.label
        if role == Qt.ItemDataRole.FontRole and arrival.fate is Fate.FAILED:
            bold = QFont()
            bold.setBold(True)
            return bold if index.column() else None
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (translate("Report", "File"), translate("Report", "What became of it"))[section]


def _describe(arrival: Arrival) -> str:
    words = name_fate(arrival.fate)
    if arrival.lost:
        lost = translate("Report", "{fate}, without a place: {count}")
        return lost.format(fate=words, count=len(arrival.lost))
    if not arrival.repairs:
        return words
    repaired = translate("Report", "{fate}, repairs: {count}")
    return repaired.format(fate=words, count=len(arrival.repairs))
