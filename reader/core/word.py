"""What annotation knows about the spans of a paragraph.

A syllable is written with its tone number, ü as ü, the neutral tone as 5, the 儿 of erhua as r5:
``hang2``, ``lü4``, ``de5``.
"""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """What a reading rests on, the strongest first."""

    CORRECTION = "correction"
    NOTE = "note"
    PHRASE = "phrase"
    CONTEXT = "context"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True)
class Entry:
    """A headword with one reading and its glosses."""

    traditional: str
    simplified: str
    syllables: tuple[str, ...]
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one character is pronounced here; ``others`` are given where there is doubt."""

    syllable: str
    origin: Origin
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """``paragraph[start:end]``, with one reading (or None) for each of its characters.

    White space, punctuation, digits and foreign letters are words too, without readings: the
    words of a paragraph cover it in order.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading | None, ...]
    entries: tuple[Entry, ...] = ()
    proper: bool = False
    """Whether it is a name that no dictionary has: its pinyin takes a capital."""

    @property
    def syllables(self) -> tuple[str | None, ...]:
        """One syllable for each character, None where there is no reading."""
        return tuple(reading.syllable if reading else None for reading in self.readings)

    @property
    def readable(self) -> bool:
        """Whether any of it has a reading: whether a learner can ask about it."""
        return any(reading is not None for reading in self.readings)
