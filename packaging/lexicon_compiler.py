"""From the sources to the rows and tables of the lexicon. Nothing here touches a file."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lexicon_sources import Record

from reader.language.syllables import is_legal
from reader.language.tones import from_mark

UNSEEN = 900
"""Cost in centibels of a headword that the frequency list lacks."""

_VARIANT = re.compile(r"^\(?(?:old |Japanese |archaic |erhua |ancient |Taiwan )?variant of |^see ")
_SURNAME = re.compile(r"^(?:two-character |compound )?surname ")
_RARE = re.compile(r"\((?:old|archaic|Tw|literary|dialect|Cantonese|Korean gugja)\b")
_DOUBLED = re.compile(r"(.)\1(.)\2")
"""As in 含含糊糊, whose tones are its own."""
_LATIN = re.compile(r"[A-Za-z0-9·]")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it is stored: syllables stand one for each character wherever that can be."""

    traditional: str
    simplified: str
    syllables: tuple[str, ...]
    glosses: tuple[str, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        """The syllables in lower case, ``_`` where a character has no reading."""
        lower = (syllable.lower() for syllable in self.syllables)
        return tuple(syllable if is_legal(syllable) else "_" for syllable in lower)

    @property
    def is_aligned(self) -> bool:
        """Whether there is one syllable for each character, and at least one is read."""
        return len(self.syllables) == len(self.simplified) and set(self.spoken) != {"_"}


def align(record: Record) -> Row:
    """Turn the pinyin of an entry into one syllable for each character.

    CC-CEDICT writes ``u:`` for ü and leaves out some middle dots and Latin letters; where a
    character still stands for two syllables (兙 shi2 ke4) they are kept as they are.
    """
    spelled = record.pinyin.replace("u:", "ü").replace("U:", "Ü").replace("er5", "r5").split()
    if len(spelled) == len(record.simplified):
        syllables = list(spelled)
    else:
        syllables = _insert_signs(record.simplified, spelled)
    return Row(record.traditional, record.simplified, tuple(syllables), record.glosses)


def _insert_signs(headword: str, spelled: list[str]) -> list[str]:
    signs = sum(character in "·－" for character in headword)
    if len(spelled) + signs == len(headword):
        rest = iter(spelled)
        return [character if character in "·－" else next(rest) for character in headword]
    letters = [part for token in spelled for part in (token if token.isupper() else [token])]
    return letters if len(letters) == len(headword) else spelled


def order(rows: Iterable[Row], defaults: Mapping[str, str]) -> list[Row]:
    """Entries of one headword, the likely ones first: what a learner probably wants to see."""

    def penalty(row: Row) -> tuple[int, bool]:
        first = row.glosses[0]
        weight = 0
        if all(_VARIANT.search(gloss) for gloss in row.glosses):
            weight = 4
        elif all(_SURNAME.search(gloss) for gloss in row.glosses):
            weight = 3
        elif _RARE.search(first):
            weight = 2
        elif row.syllables[0][0].isupper():
            weight = 1
        return weight, " ".join(row.spoken) != defaults.get(row.simplified)

    return sorted(rows, key=penalty)


def choose_readings(
    rows: Iterable[Row],
    chosen: Mapping[str, Sequence[tuple[str, ...]]],
    defaults: Mapping[str, str],
) -> dict[str, list[tuple[str, ...]]]:
    """Simplified headword to its readings, the one to take first.

    Readings chosen by hand are taken before any other, then the order of entries with the neutral
    tone preferred (东西 dong1 xi5) where two entries differ in nothing else.
    """
    by_word: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.is_aligned:
            by_word[row.simplified].append(row)
    readings: dict[str, list[tuple[str, ...]]] = {}
    for word, entries in by_word.items():
        ways = list(dict.fromkeys(row.spoken for row in order(entries, defaults)))
        if len(word) > 1:
            ways = _prefer_neutral(ways)
        readings[word] = ways
    for word, own in chosen.items():
        readings[word] = [*own, *(way for way in readings.get(word, []) if way not in own)]
    return readings


def lighten(
    readings: Mapping[str, list[tuple[str, ...]]], light: Iterable[str], kept: Iterable[str]
) -> dict[str, list[tuple[str, ...]]]:
    """Give longer headwords the neutral tones of the words in them: 发脾气 like 脾气.

    ``light`` are words of two characters with a neutral second, ``kept`` are headwords to leave as
    they are. A place is changed where it differs in nothing but the tone.
    """
    neutral = {word: readings[word][0] for word in light}
    kept = frozenset(kept)
    return {
        word: ways
        if len(word) < 3 or word in kept or _DOUBLED.fullmatch(word)
        else list(dict.fromkeys(_lighten(word, way, neutral) for way in ways))
        for word, ways in readings.items()
    }


def _lighten(
    word: str, way: tuple[str, ...], neutral: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    lighter = list(way)
    for at in range(1, len(word)):
        light = neutral.get(word[at - 1 : at + 1])
        doubled = word[at] == word[at + 1 : at + 2]  # 热乎乎
        if light and not doubled and light[0] == way[at - 1] and light[1][:-1] == way[at][:-1]:
            lighter[at] = light[1]
    return tuple(lighter)


def _prefer_neutral(ways: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    first = ways[0]
    for way in ways[1:]:
        same = [a[:-1] == b[:-1] for a, b in zip(first[1:], way[1:], strict=True)]
        if first[0] == way[0] and all(same) and "5" in {syllable[-1] for syllable in way[1:]}:
            return [way, *(other for other in ways if other != way)]
    return ways


def character_defaults(pypinyin: Mapping[int, str]) -> dict[str, list[str]]:
    """Character to its readings, the most common first, out of pypinyin's table."""
    return {
        chr(code): list(dict.fromkeys(restore("", chr(code), from_mark(way)) for way in ways))
        for code, ways in ((code, readings.split(",")) for code, readings in pypinyin.items())
    }


def phrase_readings(phrases: Mapping[str, list[list[str]]]) -> dict[str, tuple[str, ...]]:
    """pypinyin's phrases, with the sandhi that it writes into 一 and 不 taken out again."""
    return {
        phrase: tuple(
            restore(phrase, character, from_mark(ways[0]))
            for character, ways in zip(phrase, syllables, strict=True)
        )
        for phrase, syllables in phrases.items()
        if len(phrase) == len(syllables)
    }


def restore(phrase: str, character: str, syllable: str) -> str:
    """The citation tone of 一 and 不, and the 儿 of erhua as it is written here."""
    if character == "一" and syllable in {"yi2", "yi4"}:
        return "yi1"
    if character == "不" and syllable == "bu2":
        return "bu4"
    if character == "儿" and phrase and syllable in {"er5", "r5"}:
        return "r5"
    return syllable


def is_mixed(headword: str) -> bool:
    """Whether it holds letters, digits or a middle dot among its characters (卡拉OK)."""
    return len(headword) > 1 and bool(_LATIN.search(headword))
