"""The way back after a jump, and forward again."""

from dataclasses import dataclass

from reader.core.position import Position

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in an article of the library."""

    article_id: int
    position: Position


class Trail:
    """Where jumps started from. A new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there was a jump to take back."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether a jump was taken back."""
        return bool(self._ahead)

    def leave(self, here: Stop) -> None:
        """A jump starts here."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-LONGEST]

    def go_back(self, here: Stop) -> Stop | None:
        """Where the last jump started; ``here`` is what going forward comes back to."""
        return _move(self._behind, self._ahead, here)

    def go_forward(self, here: Stop) -> Stop | None:
        """Where the last way back started."""
        return _move(self._ahead, self._behind, here)

    def forget(self, article_id: int) -> None:
        """An article has gone: no way leads there."""
        self._behind = [stop for stop in self._behind if stop.article_id != article_id]
        self._ahead = [stop for stop in self._ahead if stop.article_id != article_id]


def _move(source: list[Stop], target: list[Stop], here: Stop) -> Stop | None:
    while source:
        stop = source.pop()
        if stop != here:
            target.append(here)
            return stop
    return None
