"""How each character of a paragraph is read: the one place where that is decided.

1. What the source notes itself.
2. Names: the surname's reading.
3. Phrases: a headword of several characters.
4. A single character with several readings: its rule, then what a judge of context says; without
   a judge, phrases around it that are no headwords, and else its usual reading.

Everything is a citation tone: 一 yi1, 不 bu4, and no third tone changes.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from reader.core.article import Note
from reader.core.word import Origin, Reading
from reader.language.headwords import Headwords
from reader.language.names import Names
from reader.language.notes import read_notes
from reader.language.particles import RULES, place
from reader.language.segmentation import Span, SpanKind

Readings = tuple[Reading | None, ...]
_LONGEST_PHRASE = 4


class Judge(Protocol):
    """Decides polyphones by their context."""

    def judge(
        self, text: str, spans: Sequence[Span], offsets: Sequence[int]
    ) -> Sequence[tuple[str, ...]]:
        """For each offset its readings, the likeliest first; more than one where in doubt.

        Empty where the judge does not know the character.
        """
        ...


class Reader:
    """Chooses readings. Holds no state but what it remembers of words: any thread may use it."""

    def __init__(self, headwords: Headwords, names: Names, judge: Judge | None = None) -> None:
        self._headwords = headwords
        self._names = names
        self._judge = judge or PhraseJudge(headwords)
        self._read_word = lru_cache(1 << 16)(self._look_up_word)
        self._polyphones = frozenset(
            character for character, ways in headwords.characters.items() if len(ways) > 1
        )

    def read(
        self, text: str, source: str, spans: Sequence[Span], notes: Sequence[Note] = ()
    ) -> list[Readings]:
        """The readings of each span. ``text`` is ``source`` with simplified characters."""
        found: list[Readings] = []
        open_spans: list[int] = []
        for index, (start, end, kind) in enumerate(spans):
            if kind is SpanKind.OTHER:
                found.append((None,) * (end - start))
            elif kind is SpanKind.NAME:
                found.append(self._read_name(text[start:end]))
            else:
                found.append(self._read_word(text[start:end]))
                if end - start == 1 and text[start] in self._polyphones:
                    open_spans.append(index)
        if open_spans:
            self._settle(text, source, spans, open_spans, found)
        if notes:
            self._apply_notes(text, spans, notes, found)
        return found

    def _look_up_word(self, word: str) -> Readings:
        ways = self._headwords.ways(word)
        if len(word) == 1:
            known = self._headwords.characters.get(word, ())
            return (Reading(known[0], Origin.CHARACTER) if known and known[0] != "_" else None,)
        return tuple(
            None
            if syllable == "_"
            else Reading(syllable, Origin.PHRASE, _others(syllable, (way[at] for way in ways)))
            for at, syllable in enumerate(ways[0])
        )

    def _read_name(self, name: str) -> Readings:
        return tuple(
            Reading(syllable, Origin.PHRASE) if syllable else self._read_word(character)[0]
            for character, syllable in zip(name, self._names.read(name), strict=True)
        )

    def _settle(
        self,
        text: str,
        source: str,
        spans: Sequence[Span],
        indices: Sequence[int],
        found: list[Readings],
    ) -> None:
        """Decide single polyphones: what needs no judge first, the rest in one question."""
        asked: list[int] = []
        for index in indices:
            known = self._decide_alone(text, source, spans, index)
            if known:
                found[index] = (known,)
            else:
                asked.append(index)
        offsets = [spans[index].start for index in asked]
        for index, ways in zip(asked, self._judge.judge(text, spans, offsets), strict=True):
            if ways:
                found[index] = (Reading(ways[0], Origin.CONTEXT, tuple(ways[1:])),)

    def _decide_alone(
        self, text: str, source: str, spans: Sequence[Span], index: int
    ) -> Reading | None:
        start = spans[index].start
        character, written = text[start], source[start]
        if written != character:
            ways = self._headwords.characters.get(written, ())
            if len(ways) == 1 and ways[0] in self._headwords.characters[character]:
                return Reading(ways[0], Origin.CHARACTER)
        at = place(text, spans, index)
        if self._names.stands_alone(character, at.before, at.after):
            return Reading(self._names.surnames[character][1][0], Origin.CONTEXT)
        rule = RULES.get(character)
        syllable = rule(at) if rule else None
        return Reading(syllable, Origin.CONTEXT) if syllable else None

    def _apply_notes(
        self, text: str, spans: Sequence[Span], notes: Sequence[Note], found: list[Readings]
    ) -> None:
        noted = read_notes(text, notes, self._headwords.characters)
        for index, span in enumerate(spans):
            offsets = [at for at in range(span.start, span.end) if at in noted]
            if not offsets:
                continue
            readings = list(found[index])
            for at in offsets:
                readings[at - span.start] = _note(noted[at], readings[at - span.start])
            found[index] = tuple(readings)


class PhraseJudge:
    """Reads a character as the longest known phrase around it does, else as it usually is."""

    def __init__(self, headwords: Headwords) -> None:
        self._phrases = headwords.phrases
        self._characters = headwords.characters

    def judge(
        self,
        text: str,
        spans: Sequence[Span],  # noqa: ARG002  # part of the protocol
        offsets: Sequence[int],
    ) -> Sequence[tuple[str, ...]]:
        """One or no reading for each offset: phrases leave no doubt, and the rest is a guess."""
        return [self._read(text, at) for at in offsets]

    def _read(self, text: str, at: int) -> tuple[str, ...]:
        for length in range(_LONGEST_PHRASE, 1, -1):
            for start in range(max(0, at - length + 1), min(at, len(text) - length) + 1):
                reading = self._phrases.get(text[start : start + length])
                if reading:
                    return (reading[at - start],)
        return self._characters.get(text[at], ())[:1]


def _others(syllable: str, ways: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in dict.fromkeys(ways) if other not in {syllable, "_"})


def _note(syllable: str, before: Reading | None) -> Reading:
    """The note wins; what would have been read without it is kept where it differs."""
    differs = before is not None and before.syllable != syllable
    return Reading(syllable, Origin.NOTE, (before.syllable,) if before and differs else ())
