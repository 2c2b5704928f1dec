"""Pronunciation notes that a text gives for itself, such as 調(diào)."""

import re
from collections.abc import Mapping, Sequence

from reader.core.article import Note
from reader.language.tones import parse_syllable

_PARTS = re.compile(r"[\s'’·\-,，、/]+")
_LONGEST = 7
"""Letters in the longest syllable with its number, ``zhuang4``."""


def read_notes(
    text: str, notes: Sequence[Note], characters: Mapping[str, tuple[str, ...]]
) -> dict[int, str]:
    """Offset to syllable for every note that can be understood; the others are ignored.

    ``text`` is simplified and ``characters`` says how each of its characters may be read: a note
    without a tone is taken for the reading that it fits.
    """
    found: dict[int, str] = {}
    for note in notes:
        length = note.end - note.start
        syllables = _split(note.reading, length)
        if syllables is None or not 0 <= note.start < note.end <= len(text):
            continue
        for offset, syllable in enumerate(syllables, note.start):
            fitting = _fit(syllable, characters.get(text[offset], ()))
            if fitting:
                found[offset] = fitting
    return found


def _fit(syllable: str, ways: tuple[str, ...]) -> str | None:
    """The syllable itself; but what bears no tone means a toned reading where only that exists."""
    if syllable[-1] != "5" or syllable in ways:
        return syllable
    return next((way for way in ways if way[:-1] == syllable[:-1]), None)


def _split(reading: str, length: int) -> list[str] | None:
    parts = [part for part in _PARTS.split(reading.strip()) if part]
    if len(parts) == length:
        syllables = [parse_syllable(part) for part in parts]
        return None if None in syllables else [syllable for syllable in syllables if syllable]
    return _split_joined("".join(parts), length) if length > 1 else None


def _split_joined(reading: str, length: int) -> list[str] | None:
    """``diàochá`` for two characters; the longest syllables that leave room for the rest."""
    if length == 0 or not reading:
        return [] if length == 0 and not reading else None
    for end in range(min(_LONGEST, len(reading)), 0, -1):
        syllable = parse_syllable(reading[:end])
        if syllable:
            rest = _split_joined(reading[end:], length - 1)
            if rest is not None:
                return [syllable, *rest]
    return None
