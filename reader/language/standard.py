"""Taiwan's readings where they differ from the mainland's: 期 qí, 垃圾 lèsè, 和 hàn.

The table is resources/data/taiwan.tsv, which says where it comes from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.errors import ResourceError
from reader.core.word import Origin, Reading, Word

_GIVEN = frozenset((Origin.NOTE, Origin.CORRECTION))
"""What the source or the learner said stays as it is."""


@dataclass(frozen=True, slots=True)
class Taiwan:
    """Readings by word and mainland reading, and by character and mainland syllable."""

    words: Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]
    characters: Mapping[tuple[str, str], str]

    def restyle(self, words: Sequence[Word], simple: str) -> tuple[Word, ...]:
        """Words with mainland readings as Taiwan reads them; ``simple`` is the simplified text."""
        return tuple(self._restyle(word, simple[word.start : word.end]) for word in words)

    def _restyle(self, word: Word, simple: str) -> Word:
        if not word.readable:
            return word
        mainland = tuple(syllable or "" for syllable in word.syllables)
        whole = self.words.get((simple, mainland)) or tuple(
            self.characters.get(pair, pair[1]) for pair in zip(simple, mainland, strict=True)
        )
        if whole == mainland:
            return word
        readings = tuple(map(_read, word.readings, whole))
        return replace(word, readings=readings)


def load_taiwan(path: Path) -> Taiwan:
    """Read the table. Raises ResourceError."""
    words: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    characters: dict[tuple[str, str], str] = {}
    try:
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            key, mainland, taiwan = line.split("\t")
            if len(key) == 1:
                characters[key, mainland] = taiwan
            else:
                words[key.removeprefix("="), tuple(mainland.split())] = tuple(taiwan.split())
    except (OSError, ValueError) as cause:
        raise ResourceError(
            f"The table of Taiwan's readings {path} is missing or damaged. Install the program "
            "again."
        ) from cause
    return Taiwan(words, characters)


def _read(reading: Reading | None, syllable: str) -> Reading | None:
    if reading is None or reading.origin in _GIVEN or reading.syllable == syllable:
        return reading
    return replace(reading, syllable=syllable)
