"""How common a word is, and when learners meet it."""

from dataclasses import dataclass
from enum import IntEnum
from math import log10


class Band(IntEnum):
    """How often a word is met, in steps of ten times."""

    UNCOUNTED = 0
    RARE = 1
    UNCOMMON = 2
    FAIRLY_COMMON = 3
    COMMON = 4
    VERY_COMMON = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """How common a word is, and its level in the three HSK standards (7 stands for 7-9)."""

    frequency: float | None
    """The share of running text that is this word."""
    hsk_2012: int | None
    hsk_2021: int | None
    hsk_2025: int | None

    @property
    def band(self) -> Band:
        """More than once in a thousand words, in ten thousand, in a hundred thousand, a million."""
        if not self.frequency:
            return Band.UNCOUNTED
        return Band(min(max(int(log10(self.frequency) + 8), Band.RARE), Band.VERY_COMMON))
