"""Shown text and its map to the source: the one place for it, and for UTF-16.

source   看 著 𠮷 野 家 的 算 法       offsets in code points
shown    看 着 𠮷 野 家 的 演 算 法    a piece: source 6..8 is shown 6..9
Qt       0  1  2  4  5  6  7 8 9       𠮷 is two units
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch whose length changed: ``source[source_start:source_end]`` and what shows it."""

    source_start: int
    source_end: int
    shown_start: int
    shown_end: int


@dataclass(frozen=True, slots=True)
class Display:
    """Text as shown, with the pieces whose length differs from the source, in order.

    Both maps are total and monotone, and inverse to each other at the borders of pieces and
    everywhere outside of them.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    _astral: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        astral: tuple[int, ...] = ()
        if self.text and max(self.text) > "\uffff":
            astral = tuple(i for i, character in enumerate(self.text) if character > "\uffff")
        object.__setattr__(self, "_astral", astral)
        for left, right in pairwise(self.pieces):
            if left.source_end > right.source_start or left.shown_end > right.shown_start:
                raise ValueError("pieces overlap or are out of order")

    def shown(self, offset: int) -> int:
        """The offset in the shown text, in code points, of an offset in the source."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.source_start) - 1
        if index < 0:
            return offset
        piece = self.pieces[index]
        if offset >= piece.source_end:
            return offset - piece.source_end + piece.shown_end
        return min(piece.shown_start + offset - piece.source_start, piece.shown_end)

    def source(self, offset: int) -> int:
        """The offset in the source, in code points, of an offset in the shown text."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.shown_start) - 1
        if index < 0:
            return offset
        piece = self.pieces[index]
        if offset >= piece.shown_end:
            return offset - piece.shown_end + piece.source_end
        return min(piece.source_start + offset - piece.shown_start, piece.source_end)

    def to_units(self, offset: int) -> int:
        """The UTF-16 offset in the shown text of a code-point offset in the source."""
        shown = self.shown(offset)
        return shown + bisect_left(self._astral, shown)

    def from_units(self, units: int) -> int:
        """The code-point offset in the source of a UTF-16 offset in the shown text.

        The middle of a surrogate pair counts as its start.
        """
        passed = bisect_right(range(len(self._astral)), units, key=self._end_of_pair)
        if passed < len(self._astral) and units == self._end_of_pair(passed) - 1:
            return self.source(self._astral[passed])
        return self.source(units - passed)

    def _end_of_pair(self, rank: int) -> int:
        """The UTF-16 offset just after the surrogate pair with this rank."""
        return self._astral[rank] + rank + 2
