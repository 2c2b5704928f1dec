"""Words and phrase readings that the polyphone model looks at.

They are its own small copy (words of two to four characters, frequencies, and the readings that
CC-CEDICT and pypinyin give to the polyphones in them), so that what it sees at run time is
exactly what it saw in training.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

LONGEST = 4

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """What each source says about one character of a phrase; the first is its preference."""

    cedict: tuple[str, ...] = ()
    pypinyin: tuple[str, ...] = ()


Over: TypeAlias = Mapping[int, Sequence[tuple[Span, PhraseReading]]]


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Words with their costs (negative log probability), and the readings of polyphones in them.

    ``costs`` holds single characters too. ``notes`` holds unread notes, a character offset before
    each: ``1hang2/xing2 3zhong4|1hang2`` (CC-CEDICT, then pypinyin).
    """

    costs: Mapping[str, float]
    notes: Mapping[str, str]
    unknown: float
    heads: frozenset[str] = field(init=False, repr=False)
    """How the words begin: their first two characters."""
    _read: dict[str, Mapping[int, PhraseReading]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        heads = frozenset(word[:2] for word in self.costs if len(word) > 1)
        object.__setattr__(self, "heads", heads)

    def readings(self, word: str) -> Mapping[int, PhraseReading]:
        """The known readings of the polyphones in a word, by offset."""
        known = self._read.get(word)
        if known is None:
            known = self._read[word] = read_note(self.notes[word]) if word in self.notes else {}
        return known

    def split(self, text: str) -> tuple[list[Span], Over]:
        """The most probable words, as spans that cover the text, and what phrases say."""
        length = len(text)
        find = self.costs.get
        heads = self.heads
        notes = self.notes
        noted = []
        best = [0.0, *[inf] * length]
        back = [0] * (length + 1)
        for start, character in enumerate(text):
            so_far = best[start]
            cost = so_far + find(character, self.unknown)
            if cost < best[start + 1]:
                best[start + 1] = cost
                back[start + 1] = start
            if text[start : start + 2] in heads:
                for end in range(start + 2, min(start + LONGEST, length) + 1):
                    word = text[start:end]
                    cost = so_far + find(word, inf)
                    if cost < best[end]:
                        best[end] = cost
                        back[end] = start
                    if word in notes:
                        noted.append((start, end))
        return _walk(back), self._spread(text, noted)

    def _spread(self, text: str, noted: list[Span]) -> Over:
        """By place, the phrases over it that say how to read it, the longest first."""
        over: dict[int, list[tuple[Span, PhraseReading]]] = {}
        noted.sort(key=lambda span: span[0] - span[1])
        for span in noted:
            for offset, reading in self.readings(text[span[0] : span[1]]).items():
                over.setdefault(span[0] + offset, []).append((span, reading))
        return over


def _walk(back: Sequence[int]) -> list[Span]:
    spans = []
    end = len(back) - 1
    while end:
        spans.append((back[end], end))
        end = back[end]
    spans.reverse()
    return spans


def read_note(note: str) -> Mapping[int, PhraseReading]:
    """The readings by offset that a note such as ``1hang2/xing2|1hang2`` holds."""
    cedict, pypinyin = (_read_part(part) for part in note.split("|"))
    return {
        offset: PhraseReading(cedict.get(offset, ()), pypinyin.get(offset, ()))
        for offset in cedict.keys() | pypinyin.keys()
    }


def write_note(cedict: Mapping[int, Sequence[str]], pypinyin: Mapping[int, Sequence[str]]) -> str:
    """The note that holds these readings."""
    return "|".join(
        " ".join(f"{offset}{'/'.join(syllables)}" for offset, syllables in sorted(part.items()))
        for part in (cedict, pypinyin)
    )


def _read_part(part: str) -> dict[int, tuple[str, ...]]:
    return {int(item[0]): tuple(item[1:].split("/")) for item in part.split()}
