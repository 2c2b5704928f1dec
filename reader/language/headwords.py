"""What segmentation and readings keep in memory of the lexicon: plain dictionaries."""

import sys
from array import array
from dataclasses import dataclass

from reader.language.lexicon import Lexicon

UNCOUNTED = 900
"""The cost of a headword whose frequency nobody has counted."""
Ways = tuple[tuple[str, ...], ...]
"""The readings of a word, the one to take first; ``_`` stands where a character has none."""


@dataclass(frozen=True, slots=True)
class Headwords:
    """Words with costs and readings. All keys are simplified.

    A cost is in centibels: 10 ** (-cost / 100) is the share of running text that is this word. A
    cost of 0 says that some headword begins so, but that this is none.
    """

    costs: dict[str, int]
    spelled: dict[str, str]
    mixed: tuple[str, ...]
    """Headwords with letters, digits or a middle dot in them, the long ones first."""
    characters: dict[str, tuple[str, ...]]
    """Every character with its readings, the usual one first."""
    phrases: dict[str, tuple[str, ...]]
    """Readings of phrases that are no headwords but decide how their characters are read."""

    def ways(self, word: str) -> Ways:
        """The readings of a headword; empty for what is none."""
        spelled = self.spelled.get(word)
        if not spelled:
            return ()
        return tuple(tuple(way.split(" ")) for way in spelled.split("|"))


def load_headwords(lexicon: Lexicon) -> Headwords:
    """Read the tables of the lexicon. Takes a tenth of a second or two: not for the window."""
    words = lexicon.read_table("words").decode().split("\n")
    costs = array("H", lexicon.read_table("costs"))
    if sys.byteorder == "big":
        costs.byteswap()
    mixed = _pairs(lexicon.read_table("mixed"))
    # What is equal is kept once: there are some hundred thousand of each.
    numbers = {cost: cost for cost in set(costs)}
    texts: dict[str, str] = {}
    readings = lexicon.read_table("readings").decode().split("\n")
    spelled = {
        word: texts.setdefault(reading, reading)
        for word, reading in zip(words, readings, strict=True)
    }
    spelled.update(mixed)
    return Headwords(
        {word: numbers[cost] for word, cost in zip(words, costs, strict=True)},
        spelled,
        tuple(mixed),
        _split(_pairs(lexicon.read_table("characters"))),
        _split(_pairs(lexicon.read_table("phrases"))),
    )


def _pairs(table: bytes) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in table.decode().split("\n"):
        key, _, value = line.partition("\t")
        pairs[key] = value
    return pairs


def _split(pairs: dict[str, str]) -> dict[str, tuple[str, ...]]:
    known: dict[str, str] = {}
    return {
        key: tuple(known.setdefault(syllable, syllable) for syllable in value.split(" "))
        for key, value in pairs.items()
    }
