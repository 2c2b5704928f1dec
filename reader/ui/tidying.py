"""Looks for garbage when nobody waits: left to itself, Python does so in the midst of a scroll."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 30_000
"""Milliseconds. Little of what the program makes is garbage in cycles."""


class Tidying(QObject):
    """Takes the collector of cycles over, in the thread of the window.

    A search of the whole heap takes a tenth of a second with a book open, in whatever thread it
    happens, and there it may meet objects of Qt that only their own thread may delete.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._collect_young)

    def start(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """What there is now (tables, the article) stays: it need not be looked at again.

        It is not searched for garbage before: that takes a tenth of a second, and there is little.
        """
        gc.freeze()

    def stop(self) -> None:
        """Python does it again."""
        self._timer.stop()
        gc.enable()

    def _collect_young(self) -> None:
        gc.collect(1)
