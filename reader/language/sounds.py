"""Every way in which a character may be read: what a search by pinyin looks at first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.language.headwords import Headwords
from reader.language.pinyin_query import Sound
from reader.language.standard import Taiwan

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sounds:
    """Syllables with tone numbers, in lower case, by simplified character."""

    ways: Mapping[str, frozenset[str]]

    @cached_property
    def _by_base(self) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for character, syllables in self.ways.items():
            for base in {syllable[:-1] for syllable in syllables}:
                found.setdefault(base, []).append(character)
        return {base: "".join(characters) for base, characters in found.items()}

    def and_also(self, more: Mapping[str, frozenset[str]]) -> "Sounds":
        """The same with more ways to read some characters."""
        if not more:
            return self
        added = {one: self.ways.get(one, _NOTHING) | syllables for one, syllables in more.items()}
        return Sounds({**self.ways, **added})

    def characters(self, sound: Sound) -> str:
        """The characters that may be read so, whatever their tone; tones change in speech."""
        if not sound.begun:
            return self._by_base.get(sound.base, "")
        return "".join(
            characters for base, characters in self._by_base.items() if base.startswith(sound.base)
        )

    def reads(self, character: str, syllable: str, sound: Sound) -> bool:
        """Whether a character that is read so here is what was typed.

        Where it has lost its tone, the tone that it has elsewhere fits too: 东西 is found by
        dōngxī as by dōngxi.
        """
        if sound.fits(syllable):
            return True
        full = syllable[:-1].lower() + sound.tone
        return syllable.endswith("5") and sound.fits(full) and full in self._ways_of(character)

    def judge(self, character: str, sound: Sound, *, any_tone: bool) -> bool | None:
        """Whether a character is read so wherever it stands; None where its place decides."""
        ways = self._ways_of(character)
        wanted = Sound(sound.base, begun=sound.begun) if any_tone else sound
        fitting = sum(self.reads(character, way, wanted) for way in ways)
        if not fitting:
            return False
        return True if fitting == len(ways) and wanted == sound else None

    def _ways_of(self, character: str) -> frozenset[str]:
        return self.ways.get(character, _NOTHING)


def collect_sounds(headwords: Headwords, taiwan: Taiwan) -> Sounds:
    """What the lexicon and Taiwan's table know of characters. Some tenths of a second."""
    ways: dict[str, set[str]] = {}
    for text, syllables in _list_readings(headwords, taiwan):
        for character, syllable in zip(text, syllables, strict=False):
            if syllable[:-1].isalpha():
                ways.setdefault(character, set()).add(syllable.lower())
    return Sounds({character: frozenset(found) for character, found in ways.items()})


def _list_readings(headwords: Headwords, taiwan: Taiwan) -> Iterator[tuple[str, Sequence[str]]]:
    """Words, phrases and characters with the syllables of each of their characters."""
    for character, syllables in headwords.characters.items():
        yield character * len(syllables), syllables
    yield from headwords.all_ways()
    yield from headwords.phrases.items()
    for (word, _), syllables in taiwan.words.items():
        yield word, syllables
    for (character, _), syllable in taiwan.characters.items():
        yield character, (syllable,)
