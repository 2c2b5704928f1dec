"""The import report between imports and window: it is kept, shown on demand, and grows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.intake import Arrival
from reader.ui.bringing import Account, Bringing, Job, Slice
from reader.ui.report_dialog import ReportDialog


class Reporting(QObject):
    """Keeps what became of the last import that had anything to tell."""

    article_chosen = Signal(int)

    def __init__(self, parent: QWidget, bringing: Bringing) -> None:
        super().__init__(parent)
        self._window = parent
        self._bringing = bringing
        self._last = Account(Job(()))
        self._dialog: ReportDialog | None = None
        bringing.began.connect(self.begin)
        bringing.sliced.connect(self.go_on)

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The lines of the report."""
        return tuple(self._last.arrivals)

    def begin(self, account: Account) -> None:
        """Another import begins, and its report takes the place of the last."""
        self._last = account
        if self._dialog:
            self._dialog.set_account(account)

    def go_on(self, account: Account, found: Slice) -> None:
        """More has been imported."""
        if self._dialog and account is self._last:
            self._dialog.add(found.arrivals)

    def show(self) -> None:
        """Show the report; while an import goes on, it grows."""
        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.article_chosen.connect(self.article_chosen)
            self._dialog.finished.connect(self._forget)
        self._dialog.set_account(self._last)
        self._dialog.show()
        self._dialog.raise_()

    def _forget(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
