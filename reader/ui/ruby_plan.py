"""Which readings and colours a paragraph has, before anybody knows where its lines break.

Places are UTF-16 units of the shown paragraph, as in ``ui.page``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.core.display import Display
from reader.core.layers import Hsk, Layers, RubyOn, RubyUnit, Scale
from reader.core.notation import Notation
from reader.core.standing import Standing
from reader.core.vocabulary import Status
from reader.core.word import Origin, Reading, Word
from reader.language.capitals import find_capitals
from reader.language.reading_parts import Part, find_tone, write_parts

Syllables = tuple[str | None, ...]
TOP_LEVEL = 7
BANDS = 5


class Ruby(NamedTuple):
    """A reading: part ``n`` stands over ``places[n]`` up to ``places[n + 1]``."""

    places: tuple[int, ...]
    parts: tuple[Part, ...]
    doubtful: bool = False
    corrected: bool = False


class Stripe(NamedTuple):
    """A stretch of text with a tone (1 to 5), or with a degree of how common it is (1 to 7)."""

    start: int
    end: int
    degree: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is laid over one paragraph, in order."""

    rubies: tuple[Ruby, ...] = ()
    tones: tuple[Stripe, ...] = ()
    levels: tuple[Stripe, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of words beside their readings; all of it is in memory."""

    standing: Callable[[str], Standing | None]
    status: Callable[[str], Status | None]
    shown_syllables: Callable[[str, str], Syllables | None]
    """How the shown form is read where it is another word than the source has, else None."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Decides for every word of a paragraph what is laid over it."""

    layers: Layers
    notation: Notation
    known: Known
    other_words: bool = False
    """Whether the text may be shown in other words, not just in other characters."""

    def plan(self, words: Sequence[Word], display: Display) -> Plan:
        """All layers of a paragraph."""
        layers = self.layers
        readable = [word for word in words if word.readable]
        rubies: tuple[Ruby, ...] = ()
        if layers.ruby and layers.ruby_on is not RubyOn.POINTER:
            chosen = (word for word in readable if self.wants_ruby(word))
            rubies = tuple(ruby for word in chosen for ruby in self.rubies(word, display))
        tones: tuple[Stripe, ...] = ()
        if layers.text_toned:
            tones = tuple(stripe for word in readable for stripe in self._tones(word, display))
        levels: tuple[Stripe, ...] = ()
        if layers.words_marked:
            levels = tuple(stripe for word in readable for stripe in self._levels(word, display))
        return Plan(rubies, tones, levels)

    def wants_ruby(self, word: Word) -> bool:
        """Whether a word is one of those that have their reading above."""
        on = self.layers.ruby_on
        if on is RubyOn.LEVEL:
            level = find_level(self.known.standing(word.text), self.layers.hsk)
            return level is None or level > self.layers.ruby_level
        if on is RubyOn.UNKNOWN:
            return self.known.status(word.text) not in {Status.KNOWN, Status.IGNORED}
        return True

    def rubies(self, word: Word, display: Display) -> Iterator[Ruby]:
        """The readings over a word: one, or one for each character."""
        places, readings = self._read(word, display)
        capitals = find_capitals(word) if len(readings) == len(word.text) else ()
        alone = self.layers.ruby_unit is RubyUnit.CHARACTER
        for run in _runs(readings, capitals, alone=alone):
            found = [reading for reading in readings[run.start : run.stop] if reading]
            syllables = tuple(reading.syllable for reading in found)
            proper = run.start in capitals
            yield Ruby(
                places[run.start : run.stop + 1],
                write_parts(syllables, self.notation, proper=proper),
                any(r.others and r.origin is not Origin.NOTE for r in found),
                any(r.origin is Origin.CORRECTION for r in found),
            )

    def _tones(self, word: Word, display: Display) -> Iterator[Stripe]:
        places, readings = self._read(word, display)
        for number, reading in enumerate(readings):
            if reading and (tone := find_tone(reading.syllable)):
                yield Stripe(places[number], places[number + 1], tone)

    def _levels(self, word: Word, display: Display) -> Iterator[Stripe]:
        standing = self.known.standing(word.text)
        if self.layers.scale is Scale.LEVEL:
            degree = find_level(standing, self.layers.hsk)
        else:
            degree = BANDS + 1 - standing.band if standing and standing.band else None
        if degree:
            yield Stripe(display.to_units(word.start), display.to_units(word.end), degree)

    def _read(
        self, word: Word, display: Display
    ) -> tuple[tuple[int, ...], tuple[Reading | None, ...]]:
        """Where the shown characters of a word are, and how each is read."""
        start, end = display.shown(word.start), display.shown(word.end)
        readings = word.readings
        if self.other_words:
            shown = display.text[start:end]
            other = self.known.shown_syllables(word.text, shown)
            if other is not None:
                usual = len(other) == end - start
                readings = tuple(
                    Reading(syllable, Origin.PHRASE) if syllable and usual else None
                    for syllable in (other if usual else (None,) * (end - start))
                )
        if len(readings) != end - start:
            readings = (None,) * (end - start)
        first = display.to_units(word.start)
        places = [first]
        for character in display.text[start:end]:
            places.append(places[-1] + (2 if character > "\uffff" else 1))
        return tuple(places), readings


def find_level(standing: Standing | None, hsk: Hsk) -> int | None:
    """The level of a word in a standard, None where it has none."""
    if standing is None:
        return None
    return {
        Hsk.OLD: standing.hsk_2012,
        Hsk.NEW: standing.hsk_2021,
        Hsk.NEWEST: standing.hsk_2025,
    }[hsk]


def _runs(
    readings: Sequence[Reading | None], cuts: Sequence[int], *, alone: bool
) -> Iterator[range]:
    """Neighbours that are read, or each of them alone. ``cuts``: where in any case one ends."""
    start = 0
    for number in range(len(readings) + 1):
        ends = number == len(readings) or readings[number] is None
        if (ends or alone or number in cuts) and number > start:
            yield range(start, number)
            start = number
        if ends:
            start = number + 1


def name_level(level: int) -> str:
    """A level of the HSK as it is called; 7 stands for 7-9."""
    return "7–9" if level == TOP_LEVEL else str(level)
