"""Ways to write a syllable: tone number, tone mark and zhuyin, and the pinyin of a whole word.

hang2 ↔ háng ↔ ㄏㄤˊ. A syllable is written as in ``reader.core.word``: ü as ü, the neutral tone as
5, the 儿 of erhua as r5. A capital at its start is kept by pinyin; zhuyin has none.
"""

import unicodedata
from collections.abc import Iterable

from reader.core.notation import Notation
from reader.language.syllables import TONES, is_legal
from reader.language.zhuyin import read_zhuyin, write_zhuyin

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_NUMBERS = {mark: number for number, mark in _MARKS.items() if mark} | {"\u0306": "3"}
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "ü", "V": "Ü"})


def to_mark(syllable: str) -> str:
    """Write with a tone mark: ``lü4`` gives ``lǜ``, ``Xi1`` gives ``Xī``, ``r5`` gives ``r``."""
    base, tone = syllable[:-1], syllable[-1]
    at = _marked_letter(base.lower())
    marked = base[: at + 1] + _MARKS[tone] + base[at + 1 :]
    return unicodedata.normalize("NFC", marked)


def from_mark(text: str) -> str:
    """Read a tone mark: ``lǜ`` gives ``lü4``; without a mark the tone is neutral."""
    tone, letters = "5", []
    for character in unicodedata.normalize("NFD", text):
        if character in _NUMBERS:
            tone = _NUMBERS[character]
        else:
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def to_zhuyin(syllable: str) -> str:
    """Write in zhuyin: ``hang2`` gives ``ㄏㄤˊ``, ``ma5`` gives ``˙ㄇㄚ``."""
    return write_zhuyin(syllable.lower())


def from_zhuyin(text: str) -> str | None:
    """Read zhuyin: ``ㄏㄤˊ`` gives ``hang2``; None if it is not a syllable."""
    return read_zhuyin(text)


def parse_syllable(text: str) -> str | None:
    """Read one syllable however a text may write it, in lower case; None if it is not one.

    Tone marks, numbers (0 and 5 are neutral) and zhuyin are understood, full-width letters, ɡ, ɑ,
    and ``u:`` or ``v`` for ü.
    """
    plain = unicodedata.normalize("NFKC", text.strip()).lower().translate(_LOOKALIKES)
    plain = plain.replace("u:", "ü")
    if plain[-1:] in TONES + "0":
        candidate = plain.replace("0", "5")
        marked = unicodedata.normalize("NFD", plain)
        if any(character in _NUMBERS for character in marked):
            return None
    else:
        candidate = from_mark(plain)
    if is_legal(candidate):
        return candidate
    return read_zhuyin(text.strip())


def join_pinyin(syllables: Iterable[str | None], *, proper: bool = False) -> str:
    """The pinyin of a word as it is written: ``Xī'ān``, ``nǚ'ér``, ``nàr``.

    An apostrophe stands before a, o, e inside the word. What is not a syllable (a letter, a comma)
    is kept as it is. ``proper`` gives the first letter a capital.
    """
    parts: list[str] = []
    for syllable in syllables:
        if not syllable:
            continue
        if not is_legal(syllable.lower()):
            parts.append(syllable)
            continue
        written = to_mark(syllable)
        if syllable[0].isupper() and parts:
            parts.append(" ")
        elif parts and syllable[0] in "aoeê" and parts[-1][-1].isalpha():
            parts.append("'")
        parts.append(written)
    word = "".join(parts)
    return word[:1].upper() + word[1:] if proper else word


def write_word(syllables: Iterable[str | None], notation: Notation, *, proper: bool = False) -> str:
    """The reading of a word in the notation that a learner wants. ``proper``: it is a name."""
    known = [syllable for syllable in syllables if syllable]
    if notation is Notation.MARKS:
        return join_pinyin(known, proper=proper)
    if notation is Notation.ZHUYIN:
        return " ".join(to_zhuyin(s) if is_legal(s.lower()) else s for s in known)
    if notation is Notation.PLAIN:
        neutral = [s[:-1] + "5" if is_legal(s.lower()) else s for s in known]
        return join_pinyin(neutral, proper=proper)
    word = "".join(known)
    return word[:1].upper() + word[1:] if proper else word


def _marked_letter(base: str) -> int:
    """Where the tone mark stands: a, e or the o of ou; else the last vowel; else m or n."""
    for letters in ("a", "e", "ê", "ou"):
        if (at := base.find(letters)) >= 0:
            return at
    vowels = [index for index, letter in enumerate(base) if letter in "iouü"]
    if vowels:
        return vowels[-1]
    return next(index for index, letter in enumerate(base) if letter in "mnr")
