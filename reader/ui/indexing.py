"""Brings a library that is older than the index of its sentences up to date, quietly."""

from PySide6.QtCore import QObject, Signal

from reader.library import Library
from reader.ui import background


class Indexing(QObject):
    """One article at a time in the background, so that the program can end at any time."""

    failed = Signal(Exception)

    def __init__(self, parent: QObject, library: Library) -> None:
        super().__init__(parent)
        self._library = library

    def start(self) -> None:
        """Index what is missing; where nothing is, that costs one question.

        A damaged article stops it; that one is passed over at the next start.
        """
        background.run(self, self._library.index_next, self._go_on, self.failed.emit)

    def _go_on(self, more: bool) -> None:
        if more:
            self.start()
