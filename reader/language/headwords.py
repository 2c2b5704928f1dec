"""What segmentation and readings keep in memory of the lexicon, in few megabytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.language.character_map import CharacterMap
from reader.language.trie import WordMap

UNCOUNTED = 900
"""The cost of a headword whose frequency nobody has counted."""
Ways = tuple[tuple[str, ...], ...]
"""The readings of a word, the one to take first; ``_`` stands where a character has none."""


@dataclass(frozen=True, slots=True)
class Headwords:
    """Words with costs and readings. All keys are simplified.

    A cost is in centibels: 10 ** (-cost / 100) is the share of running text that is this word.
    """

    costs: WordMap[int]
    spelled: WordMap[str]
    mixed: dict[str, str]
    """How headwords are read with letters, digits or a middle dot in them, the long ones first."""
    characters: CharacterMap[tuple[str, ...]]
    """Every character with its readings, the usual one first."""
    phrases: WordMap[tuple[str, ...]]
    """Readings of phrases that are no headwords but decide how their characters are read."""

    def ways(self, word: str) -> Ways:
        """The readings of a headword; empty for what is none."""
        spelled = self.spelled.get(word) or self.mixed.get(word)
        if not spelled:
            return ()
        return tuple(tuple(way.split(" ")) for way in spelled.split("|"))

    def all_ways(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every headword with each of its readings."""
        for words in (self.spelled, self.mixed):
            for word, spelled in words.items():
                for way in spelled.split("|"):
                    yield word, tuple(way.split(" "))
