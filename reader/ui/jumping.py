"""Jumps through a text and from text to text, each of which can be taken back."""

from PySide6.QtCore import QObject, Signal

from reader.core.position import Anchor, Position
from reader.core.trail import Stop, Trail
from reader.ui.pane import Pane
from reader.ui.reading import Reading


class Jumping(QObject):
    """Remembers where each jump started."""

    trail_changed = Signal(bool, bool)
    """Whether there is a way back, and one forward."""

    def __init__(self, parent: QObject, reading: Reading, pane: Pane) -> None:
        super().__init__(parent)
        self._reading = reading
        self._pane = pane
        self._trail = Trail()

    def leave(self) -> None:
        """A jump starts here."""
        here = self._here()
        if here:
            self._trail.leave(here)
            self._tell()

    def leave_from(self, position: Position) -> None:
        """A jump started at a place of the open article."""
        if self._reading.opened:
            self._trail.leave(Stop(self._reading.opened.id, position))
            self._tell()

    def go_to(self, position: Position) -> None:
        """Show a place of the open article in the first line."""
        self.leave()
        self._reading.go_to(position)
        self._pane.setFocus()

    def go_to_share(self, share: float) -> None:
        """Show what lies behind this share, 0 to 1, of the open article."""
        if self._reading.opened:
            self.go_to(self._reading.opened.extent.at_share(share))

    def go_back(self) -> None:
        """Show where the last jump started."""
        here = self._here()
        self._show(self._trail.go_back(here) if here else None)

    def go_forward(self) -> None:
        """Show where the last way back started."""
        here = self._here()
        self._show(self._trail.go_forward(here) if here else None)

    def forget(self, article_id: int) -> None:
        """An article has gone."""
        self._trail.forget(article_id)
        self._tell()

    def _here(self) -> Stop | None:
        opened = self._reading.opened
        return Stop(opened.id, self._pane.position_at_top()) if opened else None

    def _show(self, stop: Stop | None) -> None:
        opened = self._reading.opened
        if stop and opened and stop.article_id == opened.id:
            self._reading.go_to(stop.position)
        elif stop:
            self._reading.open(stop.article_id, Anchor(stop.position))
        self._tell()

    def _tell(self) -> None:
        self.trail_changed.emit(self._trail.can_go_back, self._trail.can_go_forward)
