"""What became of each text of an import: read it, copy it, open one, try one again."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.core.fate import Fate
from reader.intake import Arrival
from reader.ui.bringing import Account
from reader.ui.report_model import ARRIVAL, ReportModel, Showing
from reader.ui.report_words import (
    count_fates,
    describe_time,
    explain,
    name_fate,
    write_report,
)
from reader.ui.translation import translate

SMALLEST = 320


class ReportDialog(QDialog):
    """A list of files; below it all that is known of the one that is marked."""

    article_chosen = Signal(int)
    encoding_requested = Signal(Arrival)
    earlier_requested = Signal(int)
    """An article whose earlier version is wanted back."""
    parting_requested = Signal(int)
    """An article whose newest version is wanted as an article of its own."""
    removal_requested = Signal(tuple)
    """The ids of all articles that the import has added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Report", "Import report"))
        self.model = ReportModel(self)
        self._ended = ""
        self._head = QLabel()
        self._head.setWordWrap(True)
        self.showing = QComboBox()
        self.showing.setAccessibleName(translate("Report", "Which texts are listed"))
        for showing, label in (
            (Showing.ALL, translate("Report", "All texts")),
            (Showing.ADDED, translate("Report", "Added")),
            (Showing.KNOWN, translate("Report", "Already there")),
            (Showing.FAILED, translate("Report", "Not read")),
            (Showing.REPAIRED, translate("Report", "Repaired")),
            (Showing.LOSING, translate("Report", "Bookmarks without a place")),
        ):
            self.showing.addItem(label, showing)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(translate("Report", "Imported files"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(50)
        header.setHighlightSections(False)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.document().setDocumentMargin(10)
        self.details.setAccessibleName(translate("Report", "What became of the marked file"))
        buttons = QDialogButtonBox.ButtonRole
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        add = self._buttons.addButton
        self.copy_button = add(translate("Report", "&Copy report"), buttons.ActionRole)
        self.open_button = add(translate("Report", "&Open"), buttons.ActionRole)
        self.encoding_button = add(translate("Report", "&Encoding…"), buttons.ActionRole)
        self.earlier_button = add(translate("Report", "Earlier &version"), buttons.ActionRole)
        self.part_button = add(translate("Report", "Keep &both"), buttons.ActionRole)
        self.part_button.setToolTip(
            translate("Report", "The new version becomes an article of its own")
        )
        self.remove_button = add(translate("Report", "Take &all back"), buttons.ActionRole)
        self.remove_button.setToolTip(
            translate("Report", "Remove every text that this import has added")
        )
        self._lay_out(parent)
        self._buttons.rejected.connect(self.reject)
        self.showing.currentIndexChanged.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._explain)
        self.table.activated.connect(self._open)
        self.copy_button.clicked.connect(self.copy)
        self.open_button.clicked.connect(self._open)
        self.encoding_button.clicked.connect(self._ask_for_encoding)
        self.remove_button.clicked.connect(self._take_back)
        self.earlier_button.clicked.connect(self._ask_for_earlier)
        self.part_button.clicked.connect(self._ask_to_part)
        self._explain()

    def set_account(self, account: Account) -> None:
        """Show a report from its beginning, with what failed first in view."""
        self.model.set_arrivals(account.arrivals)
        self._ended = account.ended
        failed = any(one.fate is Fate.FAILED for one in account.arrivals)
        self.showing.setCurrentIndex(Showing.FAILED if failed else Showing.ALL)
        self._count()
        self._mark_first()

    def add(self, arrivals: tuple[Arrival, ...]) -> None:
        """More of the report that is shown."""
        self.model.add(arrivals)
        self._count()

    def marked(self) -> Arrival | None:
        """The line that is marked."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].data(ARRIVAL) if rows else None

    def copy(self) -> None:
        """Put the whole report into the clipboard."""
        QGuiApplication.clipboard().setText(write_report(self.model.arrivals))

    def _lay_out(self, parent: QWidget) -> None:
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self.showing)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.details)
        halves.setSizes([300, 160])
        halves.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(halves, 1)
        layout.addWidget(self._buttons)
        room = parent.size()
        self.table.setFocus()
        self.resize(max(SMALLEST, room.width() * 3 // 4), max(SMALLEST, room.height() * 3 // 4))

    def _show(self) -> None:
        self.model.show(Showing(self.showing.currentData()))
        self._mark_first()

    def _mark_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self._explain()

    def _count(self) -> None:
        counts = count_fates(self.model.arrivals)
        parts = [f"{name_fate(fate)}: {counts[fate]:,}" for fate in Fate if counts[fate]]
        self.remove_button.setVisible(counts[Fate.ADDED] > 1)
        if parts and self._ended:
            parts.insert(0, describe_time(self._ended))
        self._head.setText(" · ".join(parts) or translate("Report", "Nothing was imported yet."))

    def _explain(self, *_: QItemSelection) -> None:
        arrival = self.marked()
        self.details.setPlainText("\n".join(explain(arrival)) if arrival else "")
        self.open_button.setEnabled(bool(arrival and arrival.article_id))
        self.encoding_button.setVisible(bool(arrival and arrival.guesses))
        changed = bool(arrival and arrival.fate is Fate.CHANGED)
        self.earlier_button.setVisible(changed)
        self.part_button.setVisible(changed)

    def _open(self, _: QModelIndex | bool = False) -> None:
        arrival = self.marked()
        if arrival and arrival.article_id:
            self.article_chosen.emit(arrival.article_id)
            self.accept()

    def _ask_for_encoding(self) -> None:
        arrival = self.marked()
        if arrival:
            self.encoding_requested.emit(arrival)

    def _ask_for_earlier(self) -> None:
        arrival = self.marked()
        if arrival:
            self.earlier_requested.emit(arrival.article_id)

    def _ask_to_part(self) -> None:
        arrival = self.marked()
        if arrival:
            self.parting_requested.emit(arrival.article_id)
            self.accept()

    def _take_back(self) -> None:
        added = (one.article_id for one in self.model.arrivals if one.fate is Fate.ADDED)
        self.removal_requested.emit(tuple(added))
        self.accept()
