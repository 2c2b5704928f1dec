"""Taking back what a hand did by mistake, newest first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Undo(QObject):
    """A stack of ways back. Each can be taken once, from the message or with Ctrl+Z."""

    offered = Signal(str)
    """What was done; the window shows it with a button that takes it back."""
    changed = Signal(bool)
    """Whether there is something to take back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ways: list[Callable[[], object]] = []

    def offer(self, sentence: str, way_back: Callable[[], object]) -> None:
        """Remember how to take back what ``sentence`` says was done."""
        self._ways.append(way_back)
        self.changed.emit(True)
        self.offered.emit(sentence)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._ways:
            self._ways.pop()()
        self.changed.emit(bool(self._ways))
