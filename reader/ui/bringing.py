"""Imports in the background, a slice of time after the other, so that it can be stopped anywhere.

Each slice is a piece of work of its own: between two of them other work in the background has its
turn, the window hears of what came, and the program can end.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from reader.core.article import ArticleSummary
from reader.core.errors import LibraryError
from reader.intake import Arrival, Manner, Progress, Step, Wish, import_all, report
from reader.library import Library
from reader.ui import background

SLICE = 0.1
"""Seconds; a file that takes longer is read to its end."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for at once. ``quiet``: nobody waits for it."""

    wishes: tuple[Wish, ...]
    manner: Manner = field(default_factory=Manner)
    quiet: bool = False
    instead_of: tuple[Arrival, ...] = ()
    """Lines of the last report: texts that are tried once more."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What happened in a stretch of time."""

    progress: Progress
    arrivals: tuple[Arrival, ...]
    listed: tuple[ArticleSummary, ...]
    """The articles that are new in the list or have changed there."""
    done: bool


@dataclass(slots=True)
class Account:
    """What became of the texts of a job. It grows while the job goes on."""

    job: Job
    arrivals: list[Arrival] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)
    cancelled: bool = False
    ended: str = ""
    """When that was (ISO 8601, UTC), of one from before the program started."""


class Bringing(QObject):
    """One job at a time; what is asked for meanwhile waits."""

    began = Signal(Account)
    sliced = Signal(Account, Slice)
    """Something happened: the account has it already."""
    ended = Signal(Account)
    failed = Signal(Exception)
    """The library failed, so the rest of the job was not done."""

    def __init__(self, parent: QObject, library: Library) -> None:
        super().__init__(parent)
        self._library = library
        self._waiting: list[Job] = []
        self._account: Account | None = None
        self._steps: Iterator[Step] = iter(())

    @property
    def busy(self) -> bool:
        """Whether something is being imported."""
        return self._account is not None

    def bring(self, job: Job) -> None:
        """Import this as soon as what was asked for before is done."""
        self._waiting.append(job)
        if not self.busy:
            self._begin()

    def cancel(self) -> None:
        """Do nothing more than the file that is being read; what was added stays."""
        self._waiting.clear()
        if self._account:
            self._account.cancelled = True

    def stop(self) -> None:
        """The window closes: nothing is begun any more, and nobody is told."""
        self.cancel()
        self._account = None

    def _begin(self) -> None:
        if not self._waiting:
            return
        job = self._waiting.pop(0)
        self._account = Account(job)
        self._steps = import_all(self._library, job.wishes, job.manner)
        self.began.emit(self._account)
        self._go_on(self._account)

    def _go_on(self, account: Account) -> None:
        library, steps = self._library, self._steps

        def work() -> Slice:
            return _take_slice(library, steps, account)

        def take(found: Slice) -> None:
            if account is not self._account:
                return
            account.arrivals += found.arrivals
            account.progress = found.progress
            self.sliced.emit(account, found)
            if found.done or account.cancelled:
                self._end(account)
            else:
                self._go_on(account)

        def fail(failure: Exception) -> None:
            if account is not self._account:
                return
            if isinstance(failure, LibraryError):  # a full disk fails every text
                self.cancel()
            self._end(account)
            self.failed.emit(failure)

        background.run(self, work, take, fail)

    def _end(self, account: Account) -> None:
        self._account = None
        self._steps = iter(())
        self.ended.emit(account)
        if not self.busy:  # whoever heard of it may have asked for more
            self._begin()


def _take_slice(library: Library, steps: Iterator[Step], account: Account) -> Slice:
    """Go on for a while. Only one thread does so at a time."""
    until = time.monotonic() + SLICE
    progress, arrivals, listed = account.progress, list[Arrival](), dict[int, ArticleSummary]()
    for step in steps:
        progress = step.progress
        arrival = report(step)
        if arrival:
            arrivals.append(arrival)
            summary = library.summary(arrival.article_id) if arrival.article_id else None
            if summary:
                listed[summary.id] = summary
        if account.cancelled or time.monotonic() > until:
            return Slice(progress, tuple(arrivals), tuple(listed.values()), done=False)
    return Slice(progress, tuple(arrivals), tuple(listed.values()), done=True)
