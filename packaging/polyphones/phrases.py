"""Builds the words and phrase readings that the polyphone model looks at."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pypinyin.contrib.tone_convert import to_tone3
from pypinyin.phrases_dict import phrases_dict

from reader.language.polyphone_words import LONGEST, PhraseWords, gather_words, write_note

UNCOUNTED = 2
"""How often a word without a frequency counts as seen."""


def build_phrases(
    cedict: Iterable[tuple[str, list[str]]],
    frequencies: Mapping[str, int],
    readings: Mapping[str, Sequence[str]],
) -> PhraseWords:
    """Words of CC-CEDICT and pypinyin with jieba's frequencies, and their polyphones' readings."""
    first: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for word, syllables in cedict:
        if 2 <= len(word) == len(syllables) <= LONGEST:
            _add(first[word], word, syllables, readings)
    second: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for word, marked in phrases_dict.items():
        if 2 <= len(word) == len(marked) <= LONGEST:
            _add(second[word], word, [_number(options[0]) for options in marked], readings)
    total = math.log(sum(frequencies.values()))
    singles = {word for word in frequencies if len(word) == 1}
    costs = {
        word: round(100 * (total - math.log(frequencies.get(word) or UNCOUNTED)))
        for word in sorted(first.keys() | second.keys() | singles)
    }
    notes = {
        word: write_note(first.get(word, {}), second.get(word, {}))
        for word in sorted(first.keys() | second.keys())
        if first.get(word) or second.get(word)
    }
    return gather_words(costs, notes, round(100 * (total - 1)))


def _add(
    known: dict[int, list[str]],
    word: str,
    syllables: Sequence[str],
    readings: Mapping[str, Sequence[str]],
) -> None:
    for offset, (character, syllable) in enumerate(zip(word, syllables, strict=True)):
        if character in readings:
            options = known.setdefault(offset, [])
            if syllable not in options:
                options.append(syllable)


def _number(marked: str) -> str:
    return to_tone3(marked, neutral_tone_with_five=True, v_to_u=False).replace("ü", "v")
