"""Words whose two characters are each said twice: 清楚 makes 清清楚楚 qīngqīngchǔchǔ.

The second character has its full tone then, whatever it has in the word. Dictionaries have a
hundred or two of these; any adjective can make one.
"""

import re
from collections.abc import Iterator
from operator import eq

from reader.language.headwords import Headwords

LENGTH = 4
_DOUBLED = re.compile(r"([一-鿿])\1(?!\1)([一-鿿])\2(?!\2)")
_ADVERBS = frozenset("好慢快常多早天人年每处个")
"""What is said twice by itself: 好好学学 is 好好 and 学学, not 好学."""
_FULL = {"瘩": "da1", "糊": "hu2", "量": "liang2"}
"""Full tones that are not the usual ones of their characters."""


def find_doubled(text: str, headwords: Headwords) -> Iterator[tuple[int, int]]:
    """Where such words are. 爸爸妈妈 is none: both halves are words with a light end."""
    if not any(map(eq, text, text[1:])):  # a tenth of the time of the pattern, and mostly enough
        return
    for match in _DOUBLED.finditer(text):
        first, second = match.groups()
        if match.start() and text[match.start() - 1] == first:
            continue
        known = headwords.costs.get(match.group())
        if known or (
            first not in _ADVERBS
            and headwords.costs.get(first + second)
            and not (_is_light(first, headwords) and _is_light(second, headwords))
        ):
            yield match.start(), match.end()


def read_doubled(word: str, headwords: Headwords) -> tuple[str, ...]:
    """Its four syllables; empty where neither it nor the word in it is known."""
    own, single = headwords.ways(word), headwords.ways(undouble(word))
    if own and not _is_broken(own[0]):
        return own[0]
    if not single:
        return own[0] if own else ()
    first, second = single[0]
    full = _make_full(word[-1], second, headwords)
    return (first, first, full, full)


def undouble(word: str) -> str:
    """清清楚楚 is made of 清楚."""
    return word[0] + word[2]


def _is_broken(syllables: tuple[str, ...]) -> bool:
    """Whether the second half is light, which it never is."""
    return any(syllable.endswith("5") for syllable in syllables[2:])


def _is_light(character: str, headwords: Headwords) -> bool:
    ways = headwords.ways(character * 2)
    return bool(ways) and ways[0][-1].endswith("5")


def _make_full(character: str, syllable: str, headwords: Headwords) -> str:
    if not syllable.endswith("5"):
        return syllable
    if character in _FULL:
        return _FULL[character]
    ways = headwords.characters.get(character, ())
    full = (way for way in ways if way[:-1] == syllable[:-1] and not way.endswith("5"))
    return next(full, syllable)
