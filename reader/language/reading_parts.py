"""A written reading, syllable by syllable: what can be coloured, or set character by character."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reader.core.notation import Notation
from reader.language.syllables import is_legal
from reader.language.tones import write_word


class Part(NamedTuple):
    """What stands for one character, with what joins it to the part before (an apostrophe)."""

    text: str
    tone: int
    """1 to 5; 0 for what is no syllable."""


def find_tone(syllable: str) -> int:
    """The tone of a syllable: 1 to 5, 0 for what is none."""
    return int(syllable[-1]) if is_legal(syllable.lower()) else 0


@lru_cache(1 << 14)
def write_parts(
    syllables: tuple[str, ...], notation: Notation, *, proper: bool = False
) -> tuple[Part, ...]:
    """The reading of a word, a part for each syllable; together they are ``write_word``."""
    parts, before = [], ""
    for count, syllable in enumerate(syllables, 1):
        written = write_word(syllables[:count], notation, proper=proper)
        parts.append(Part(written[len(before) :], find_tone(syllable)))
        before = written
    return tuple(parts)


def join_parts(parts: Iterable[Part]) -> str:
    """Parts as they stand alone: without what joined the first of them to what was before."""
    return "".join(part.text for part in parts).lstrip("' ")
