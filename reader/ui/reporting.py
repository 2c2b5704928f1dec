"""The import report between imports and window: it is kept, shown on demand, and grows.

The library remembers it, so that what failed can be looked up after a restart.
"""

from collections.abc import Iterable
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.intake import Arrival, Manner, Wish, read_arrivals, write_arrivals
from reader.library import Library
from reader.ui import background
from reader.ui.attempt import attempt
from reader.ui.bringing import Account, Bringing, Job, Slice
from reader.ui.encoding_dialog import EncodingDialog
from reader.ui.report_dialog import ReportDialog
from reader.ui.translation import translate


class Reporting(QObject):
    """Keeps what became of the last import, and tries unclear texts once more."""

    article_chosen = Signal(int)
    earlier_requested = Signal(int)
    parting_requested = Signal(int)
    removal_requested = Signal(tuple)
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, bringing: Bringing) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._bringing = bringing
        self._last = Account(Job(()))
        self._dialog: ReportDialog | None = None
        bringing.began.connect(self.begin)
        bringing.sliced.connect(self.go_on)
        bringing.ended.connect(self.end)

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The lines of the report."""
        return tuple(self._last.arrivals)

    def start(self) -> None:
        """Look up the report from before the program started."""
        library, unasked = self._library, self._last

        def work() -> Account:
            lines, kept = library.last_report()
            return Account(Job(()), list(read_arrivals(lines)), ended=kept)

        def take(account: Account) -> None:
            if self._last is unasked:
                self._last = account
                if self._dialog:
                    self._dialog.set_account(account)

        background.run(self, work, take, self.failed.emit)

    def stop(self) -> None:
        """The window closes: an import that goes on is reported as far as it has come."""
        if self._bringing.busy and not self._last.ended and self._last.arrivals:
            lines = write_arrivals(self._last.arrivals)
            attempt(lambda: self._library.keep_report(lines), self.failed.emit)

    def begin(self, account: Account) -> None:
        """Another import begins, and its report takes the place of the last."""
        if not account.job.instead_of and not account.job.quiet:
            self._last = account
            if self._dialog:
                self._dialog.set_account(account)

    def go_on(self, account: Account, found: Slice) -> None:
        """More has been imported."""
        if self._dialog and account is self._last:
            self._dialog.add(found.arrivals)

    def end(self, account: Account) -> None:
        """What was tried once more is told of in its old place; a lone unclear text is asked of."""
        if account.job.instead_of:
            self._replace(account)
            self._keep()
        elif account.job.quiet and any(not one.fate.known for one in account.arrivals):
            self._last = account
            if self._dialog:
                self._dialog.set_account(account)
            self._keep()
        elif account is self._last:
            self._keep()
            self._ask_for_lone()

    def _ask_for_lone(self) -> None:
        if len(self.arrivals) == 1 and self.arrivals[0].guesses:
            self.ask_for_encoding(self.arrivals[0])

    def show(self) -> None:
        """Show the report; while an import goes on, it grows."""
        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.article_chosen.connect(self.article_chosen)
            self._dialog.parting_requested.connect(self.parting_requested)
            self._dialog.removal_requested.connect(self.removal_requested)
            self._dialog.earlier_requested.connect(self.earlier_requested)
            self._dialog.encoding_requested.connect(self.ask_for_encoding)
            self._dialog.finished.connect(self._forget)
        self._dialog.set_account(self._last)
        self._dialog.show()
        self._dialog.raise_()

    def ask_for_encoding(self, arrival: Arrival) -> None:
        """Show what an unclear text would look like in each encoding that it may be in."""
        question = translate(
            "Encoding",
            "It is not clear how {name} is encoded. Choose how its characters are right.",
        )
        shown = question.format(name=PurePath(arrival.label).name)
        dialog = EncodingDialog(self._dialog or self._window, shown, arrival.guesses)
        others = [one for one in self.arrivals if one.guesses and one != arrival]
        dialog.offer_others(len(others))
        dialog.encoding_chosen.connect(
            lambda encoding, all_of_them: self.try_again(
                [arrival, *others] if all_of_them else [arrival], encoding
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def try_again(self, arrivals: Iterable[Arrival], encoding: str) -> None:
        """Import texts in an encoding that the learner chose."""
        by_wish: dict[Wish, list[Arrival]] = {}
        for arrival in arrivals:
            by_wish.setdefault(arrival.wish, []).append(arrival)
        for number, (wish, tried) in enumerate(by_wish.items()):
            manner = Manner(encoding, only=frozenset(one.label for one in tried))
            quiet = number > 0
            self._bringing.bring(Job((wish,), manner, quiet=quiet, instead_of=tuple(tried)))

    def _keep(self) -> None:
        library, arrivals = self._library, self.arrivals

        def work() -> None:
            library.keep_report(write_arrivals(arrivals))

        background.run(self, work, lambda _: None, self.failed.emit)

    def _replace(self, account: Account) -> None:
        new: dict[str, list[Arrival]] = {}
        for arrival in account.arrivals:
            new.setdefault(arrival.label, []).append(arrival)
        tried = set(account.job.instead_of)
        self._last.arrivals = [
            line
            for old in self._last.arrivals
            for line in (new.get(old.label, [old]) if old in tried else [old])
        ]
        if self._dialog:
            self._dialog.set_account(self._last)

    def _forget(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
