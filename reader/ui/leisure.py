"""Waits with what is not urgent until the reader's hand rests.

Work in the background is in Python too, and Python runs one thread at a time: while it loads tables
or converts, a word that the pointer asks about is answered a frame or two later.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

REST = 250
"""Milliseconds without a question."""
LONGEST_WAIT = 5_000
"""Milliseconds: whoever looks up word after word still gets the next page made ready."""


class Leisure(QObject):
    """Begins what it was asked for, in that order, once nothing was heard of for a while."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something waits for its turn."""
        return bool(self._waiting)

    def ask(self, work: Callable[[], None]) -> None:
        """Do this when there is time, in the thread that asks."""
        if not self._waiting:
            self._since.start()
        self._waiting.append(work)
        self._timer.start()

    def disturb(self) -> None:
        """The reader is busy: wait on, unless that has been long already."""
        if self._waiting and self._since.elapsed() < LONGEST_WAIT:
            self._timer.start()

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()
