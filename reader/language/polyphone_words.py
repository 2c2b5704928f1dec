"""Words and phrase readings that the polyphone model looks at.

They are its own small copy (words of two to four characters, frequencies, and the readings that
CC-CEDICT and pypinyin give to the polyphones in them), so that what it sees at run time is
exactly what it saw in training.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from reader.language.planting import place, place_texts, plant
from reader.language.trie import NOWHERE, WordMap

LONGEST = 4
NEVER = (1 << 16) - 1
"""The cost of what is no word: more than that of so many unknown characters as a word is long."""

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """What each source says about one character of a phrase; the first is its preference."""

    cedict: tuple[str, ...] = ()
    pypinyin: tuple[str, ...] = ()


Over: TypeAlias = Mapping[int, Sequence[tuple[Span, PhraseReading]]]


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Words with their costs, and the readings of polyphones in them.

    A cost is a negative log probability in hundredths; single characters have one too. ``notes``,
    over the same trie, holds unread notes, a character offset before each:
    ``1hang2/xing2 3zhong4|1hang2`` (CC-CEDICT, then pypinyin).
    ``kinds``, likewise, has a number for words that are used alike, from 1 on.
    """

    costs: WordMap[int]
    notes: WordMap[str]
    kinds: WordMap[int]
    unknown: int
    """The cost of a character that has none."""

    def split(self, text: str) -> tuple[list[Span], Over]:
        """The most probable words, as spans that cover the text, and what phrases say."""
        length = len(text)
        trie, costs, notes = self.costs.trie, self.costs.by_node, self.notes.by_node
        heads, find, starts = trie.heads, trie.labels.find, trie.starts
        noted = []
        best = [0, *[length * NEVER] * length]
        back = [0] * (length + 1)
        for start, character in enumerate(text):
            so_far = best[start]
            node = heads.get(character, NOWHERE)
            cost = so_far + (costs[node] if costs[node] < NEVER else self.unknown)
            if cost < best[start + 1]:
                best[start + 1] = cost
                back[start + 1] = start
            for end in range(start + 2, min(start + LONGEST, length) + 1):
                # Trie.find, a step at a time, and written out: this is what takes the time.
                node = find(text[end - 1], starts[node], starts[node + 1])
                if node == NOWHERE:
                    break
                cost = so_far + costs[node]
                if cost < best[end]:
                    best[end] = cost
                    back[end] = start
                note = notes[node]
                if note:
                    noted.append((start, end, note))
        return _walk(back), _spread(noted)


def gather_words(
    costs: Mapping[str, int],
    notes: Mapping[str, str],
    unknown: int,
    kinds: Mapping[str, int] = MappingProxyType({}),
) -> PhraseWords:
    """Words that are known with their costs, some with notes and kinds."""
    words = sorted(costs)
    return pack_words(
        "\n".join(words),
        np.array([costs[word] for word in words], np.uint16),
        np.array([kinds.get(word, 0) for word in words], np.uint8),
        "\n".join(notes),
        "\n".join(notes.values()).encode(),
        unknown,
    )


def pack_words(
    words: str,
    costs: NDArray[np.uint16],
    kinds: NDArray[np.uint8],
    noted: str,
    notes: bytes,
    unknown: int,
) -> PhraseWords:
    """The same from lines: sorted words, and those of them with notes beside their notes."""
    trie, nodes = plant(words)
    noted_nodes = np.fromiter((trie.find(line.rstrip("\n")) for line in StringIO(noted)), np.int32)
    return PhraseWords(
        WordMap(trie, place(costs, nodes, trie, NEVER), NEVER),
        WordMap(trie, place_texts(notes, noted_nodes, trie, str), ""),
        WordMap(trie, place(kinds, nodes, trie, 0), 0),
        unknown,
    )


def _spread(noted: list[tuple[int, int, str]]) -> Over:
    """By place, the phrases over it that say how to read it, the longest first."""
    over: dict[int, list[tuple[Span, PhraseReading]]] = {}
    noted.sort(key=lambda one: one[0] - one[1])
    for start, end, note in noted:
        for offset, reading in read_note(note).items():
            over.setdefault(start + offset, []).append(((start, end), reading))
    return over


def _walk(back: Sequence[int]) -> list[Span]:
    spans = []
    end = len(back) - 1
    while end:
        spans.append((back[end], end))
        end = back[end]
    spans.reverse()
    return spans


@lru_cache(1 << 12)
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
