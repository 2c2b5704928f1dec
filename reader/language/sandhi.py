"""Spoken tones from citation tones: what a speaker's tones become among their neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from reader.core.word import Reading, Word
from reader.language.repeats import change_repeats
from reader.language.spoken_phrase import find_phrases
from reader.language.third_tones import change_third_tones
from reader.language.yi_bu import change_yi_and_bu


def speak(words: Sequence[Word], simple: str = "") -> tuple[Word, ...]:
    """The words of a paragraph with the tones of speech; nothing else of them changes.

    Their readings must be citation tones. ``simple`` is the text of the paragraph in simplified
    characters; without it the words are taken to be in simplified characters.
    """
    tones: dict[tuple[int, int], str] = {}
    for phrase in find_phrases(words, simple or "".join(word.text for word in words)):
        change_yi_and_bu(phrase)
        change_repeats(phrase)
        change_third_tones(phrase)
        tones.update(zip(phrase.places, phrase.tones, strict=True))
    return tuple(_retone(word, index, tones) for index, word in enumerate(words))


def _retone(word: Word, index: int, tones: dict[tuple[int, int], str]) -> Word:
    readings = tuple(
        _say(reading, tones.get((index, at))) for at, reading in enumerate(word.readings)
    )
    return word if readings == word.readings else replace(word, readings=readings)


def _say(reading: Reading | None, tone: str | None) -> Reading | None:
    if reading is None or tone is None or reading.syllable[-1] == tone:
        return reading
    return replace(reading, syllable=reading.syllable[:-1] + tone)
