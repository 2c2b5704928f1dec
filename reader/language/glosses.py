"""CC-CEDICT's glosses in a form for readers: words with their pinyin, measure words apart."""

import re

from reader.language.tones import join_pinyin, parse_syllable

REFERENCE = re.compile(
    r"(?P<traditional>[^\s|\[\],;()]+)(?:\|(?P<simplified>[^\s|\[\],;()]+))?\[(?P<pinyin>[^\]]+)\]"
)
MEASURE = "CL:"


def plain_gloss(gloss: str, *, traditional: bool) -> str:
    """``variant of 裡|里[li3]`` as ``variant of 里 lǐ``, in the script that is wanted."""

    def write(match: re.Match[str]) -> str:
        simplified = match["simplified"] or match["traditional"]
        word = match["traditional"] if traditional else simplified
        parts = match["pinyin"].replace("u:", "ü").split()
        syllables = [parse_syllable(part) for part in parts]
        if not all(syllables):
            return f"{word} {match['pinyin']}"
        return f"{word} {join_pinyin(syllables, proper=parts[0][:1].isupper())}"

    return REFERENCE.sub(write, gloss)


def split_measure_words(
    glosses: tuple[str, ...], *, traditional: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The glosses themselves, and the measure words that CC-CEDICT lists among them."""
    plain = tuple(
        plain_gloss(gloss, traditional=traditional)
        for gloss in glosses
        if not gloss.startswith(MEASURE)
    )
    measures = tuple(
        plain_gloss(word, traditional=traditional)
        for gloss in glosses
        if gloss.startswith(MEASURE)
        for word in gloss.removeprefix(MEASURE).split(",")
    )
    return plain, measures
