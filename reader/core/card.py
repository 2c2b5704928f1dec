"""When the card of a word appears, and what it shows."""

from dataclasses import dataclass
from enum import StrEnum


class CardOn(StrEnum):
    """What brings the card."""

    HOVER = "hover"
    """The pointer rests on a word."""
    CLICK = "click"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class CardParts:
    """What a card shows beside the word and its reading."""

    glosses: bool = True
    level: bool = True
    """HSK level and frequency."""
    measures: bool = True
    characters: bool = True
    words: bool = True
    """The shorter words inside, and the longer ones that start here."""
    sentences: bool = True
    """Earlier sentences with the word."""
