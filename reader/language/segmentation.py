"""Where words begin and end: the most probable path over headwords and names.

The text is simplified; runs of letters, digits, white space and each mark of punctuation are
spans of their own, and a headword with letters in it (卡拉OK) is one span.
"""

import re
from enum import Enum
from typing import NamedTuple

from reader.language.doubled import LENGTH, find_doubled
from reader.language.headwords import Headwords
from reader.language.names import Names
from reader.language.trie import NOWHERE

_RUNS = re.compile(
    r"(?P<chinese>[㐀-䶿一-鿿豈-﫿〇々〻\U00020000-\U0003ffff]+)"
    r"|[A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚ0-9]+(?:[.,:'’%％/-][A-Za-zÀ-ɏ0-9]+)*|\s+|(.)(?:\2)*",
    re.DOTALL,
)
_LETTER = re.compile(r"[A-Za-z0-9·－]")
_UNKNOWN = 1000
"""Cost of a character that is no headword."""


class SpanKind(Enum):
    """What segmentation took a span for."""

    WORD = "word"
    DOUBLED = "doubled"
    """A word whose characters are each said twice: 清清楚楚."""
    NAME = "name"
    OTHER = "other"
    """White space, punctuation, digits, foreign letters."""


class Span(NamedTuple):
    """``text[start:end]`` and what it is."""

    start: int
    end: int
    kind: SpanKind


class Segmenter:
    """Splits text by what it knows of words and names. Holds no state: any thread may use it."""

    def __init__(self, headwords: Headwords, names: Names) -> None:
        self._headwords = headwords
        self._trie, self._costs = headwords.costs.trie, headwords.costs.by_node
        self._names = names
        self._first_of_double = frozenset(s[0] for s in names.surnames if len(s) == 2)
        self._mixed = re.compile("|".join(map(re.escape, headwords.mixed)) or r"(?!)")

    def segment(self, text: str) -> list[Span]:
        """Spans that cover the text in order."""
        spans: list[Span] = []
        done = 0
        if _LETTER.search(text):
            for found in self._mixed.finditer(text):
                if _stands_free(text, found.start(), found.end()):
                    self._split_runs(text, done, found.start(), spans)
                    spans.append(Span(found.start(), found.end(), SpanKind.WORD))
                    done = found.end()
        self._split_runs(text, done, len(text), spans)
        return spans

    def _split_runs(self, text: str, start: int, end: int, spans: list[Span]) -> None:
        for run in _RUNS.finditer(text, start, end):
            if run.lastgroup == "chinese":
                self._split_chinese(run.group(), run.start(), spans)
            else:
                spans.append(Span(run.start(), run.end(), SpanKind.OTHER))

    def _split_chinese(self, run: str, offset: int, spans: list[Span]) -> None:
        done = 0
        for start, end in find_doubled(run, self._headwords) if len(run) >= LENGTH else ():
            self._split_words(run[done:start], offset + done, spans)
            spans.append(Span(offset + start, offset + end, SpanKind.DOUBLED))
            done = end
        self._split_words(run[done:] if done else run, offset + done, spans)

    def _split_words(self, run: str, offset: int, spans: list[Span]) -> None:
        """From the end to the start: the cheapest way to go on from each character."""
        heads, starts, costs = self._trie.heads, self._trie.starts, self._costs
        find = self._trie.labels.find
        surnames, doubles = self._names.surnames, self._first_of_double
        characters = list(run)
        length = len(characters)
        best = [0] * (length + 1)
        ends = [0] * length
        names: set[int] = set()
        for start in range(length - 1, -1, -1):
            character = characters[start]
            node = heads.get(character, NOWHERE)
            least = (costs[node] or _UNKNOWN) + best[start + 1]
            chosen = end = start + 1
            while end < length:
                # Trie.find, a step at a time, and written out: this is what takes the time.
                node = find(characters[end], starts[node], starts[node + 1])
                if node == NOWHERE:
                    break
                end += 1
                cost = costs[node]
                if cost and cost + best[end] < least:
                    least, chosen = cost + best[end], end
            if character in surnames or character in doubles:
                name, cost = self._best_name(run, start, best)
                if name and cost < least:
                    least, chosen = cost, name
                    names.add(start)
            best[start], ends[start] = least, chosen
        at = 0
        while at < length:
            kind = SpanKind.NAME if at in names else SpanKind.WORD
            spans.append(Span(offset + at, offset + ends[at], kind))
            at = ends[at]

    def _best_name(self, run: str, start: int, best: list[int]) -> tuple[int, int]:
        """Where the likeliest name from here ends, and the cost of the rest with it; or 0, 0."""
        least, chosen = 0, 0
        for surname in (1, 2):
            first = start + surname
            if run[start:first] not in self._names.surnames:
                continue
            if not self._names.may_begin(run[first : first + 1]):
                continue
            for end in (first + 1, first + 2):
                if end > len(run):
                    break
                cost = self._names.cost(run, start, end, surname)
                if cost and (not chosen or cost + best[end] < least):
                    least, chosen = cost + best[end], end
        return chosen, least


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit is cut off from the ones in a mixed headword."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_foreign(before) and _foreign(text[start])) and not (
        _foreign(after) and _foreign(text[end - 1])
    )


def _foreign(character: str) -> bool:
    return character.isascii() and character.isalnum()
