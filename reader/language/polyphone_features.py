"""What the linear part of the polyphone model sees of one character in its sentence."""

from collections.abc import Mapping, Sequence

from reader.language.polyphone_words import PhraseReading, Span

BORDER = "#"
_STEPS = (-2, -1, 1, 2)
_BY_CLAUSE = frozenset("为过场曲")
"""Frequent characters that are read by what stands further off in their clause: 为大家准备."""
_PAUSES = frozenset('，。！？；：、,.!?;:（）()“”"《》…—')


def sees(text: str, at: int, words: Sequence[Span], index: int) -> list[str]:
    """Names of the features of ``text[at]``, which lies in ``words[index]``.

    Neighbouring characters one by one and in pairs and threes, the word and its neighbours.
    """
    padded = f"{BORDER * 3}{text}{BORDER * 3}"
    c3, c2, c1, me, d1, d2, d3 = tuple(padded[at : at + 7])
    start, end = words[index]
    before = text[slice(*words[index - 1])] if index else BORDER
    after = text[slice(*words[index + 1])] if index + 1 < len(words) else BORDER
    size = end - start
    names = [
        me,
        f"{me}-1{c1}",
        f"{me}-2{c2}",
        f"{me}-3{c3}",
        f"{me}+1{d1}",
        f"{me}+2{d2}",
        f"{me}+3{d3}",
        f"{me}-b{c2}{c1}",
        f"{me}=b{c1}{d1}",
        f"{me}+b{d1}{d2}",
        f"{me}-t{c3}{c2}{c1}",
        f"{me}-u{c2}{c1}{d1}",
        f"{me}+u{c1}{d1}{d2}",
        f"{me}+t{d1}{d2}{d3}",
        f"{me}w{at - start}{text[start:end]}",
        f"{me}l{at - start}{size}",
        f"{me}p{before}",
        f"{me}n{after}",
        f"{me}P{size}{len(before)}",
        f"{me}N{size}{len(after)}",
    ]
    if index > 1:
        names.append(f"{me}q{text[slice(*words[index - 2])]}")
    if index + 2 < len(words):
        names.append(f"{me}o{text[slice(*words[index + 2])]}")
    return names


def find_kinds(
    text: str, at: int, words: Sequence[Span], index: int, kinds: Mapping[str, int]
) -> list[str]:
    """Names of the features that say what kinds of words stand around ``text[at]``.

    A word's kind is that of words used alike, 河 湖 山 or 说 问 告诉: what was learnt beside one
    serves beside the others. Characters have kinds too.
    """
    me = text[at]
    start, end = words[index]
    near = [(f"C{step}", text[at + step]) for step in _STEPS if 0 <= at + step < len(text)]
    if index:
        near.append(("A", text[slice(*words[index - 1])]))
    if index + 1 < len(words):
        near.append(("B", text[slice(*words[index + 1])]))
    if end - start > 1:
        near.append((f"W{at - start}", text[start:end]))
    return [f"{me}{where}{kind}" for where, word in near if (kind := kinds.get(word, 0))]


def find_clause(text: str, at: int, words: Sequence[Span], index: int) -> list[str]:
    """Names of the features that say what else is in the clause of ``text[at]``.

    Whether it begins the clause, how that ends, and the words that are not its neighbours. Only
    for the few characters that need it: for the others it gained nothing.
    """
    me = text[at]
    if me not in _BY_CLAUSE:
        return []
    start, end = at, at + 1
    while start and text[start - 1] not in _PAUSES:
        start -= 1
    while end < len(text) and text[end] not in _PAUSES:
        end += 1
    names = [f"{me}E{int(start == at)}{text[end : end + 1] or BORDER}"]
    if end > at + 1:
        names.append(f"{me}F{text[end - 1]}")
    for number, (first, last) in enumerate(words):
        if start <= first < end and abs(number - index) > 1:
            names.append(f"{me}{'X' if number > index else 'Z'}{text[first:last]}")
    return names


def describe(candidates: Sequence[str], singles: Sequence[str]) -> list[list[str]]:
    """Tags that hold without context: the rank in our list and in ``singles``, and the tone."""
    return [
        [
            f"r{rank}",
            f"k{singles.index(syllable) if syllable in singles[:3] else 9}",
            f"t{syllable[-1]}",
        ]
        for rank, syllable in enumerate(candidates)
    ]


class Evidence:
    """What phrases say about the candidates of one character: tags that all characters share."""

    def __init__(self, candidates: Sequence[str]) -> None:
        self._candidates = candidates
        self.tags: list[list[str]] = [[] for _ in candidates]
        self._votes = [0] * len(candidates)

    def add_longest(self, source: str, syllables: Sequence[str], lies: str) -> None:
        """Count the longest phrase of one source; ``lies`` is how it fits the word."""
        doubt = "m" if len(syllables) > 1 else ""
        for at, candidate in enumerate(self._candidates):
            if candidate not in syllables:
                continue
            first = candidate == syllables[0]
            self.tags[at] += [
                f"{source}{lies}{doubt}{'+' if first else '~'}",
                f"c{source}{first:d}",
            ]
            self._votes[at] += first

    def add_word(self, source: str, syllables: Sequence[str], size: str) -> None:
        """Count what one source says about the word that segmentation found."""
        for at, candidate in enumerate(self._candidates):
            if candidate == syllables[0]:
                self.tags[at] += [f"S{source}", f"S{source}{size}"]

    def close(self) -> None:
        """Count how many sources agree."""
        if total := sum(self._votes):
            for tags, votes in zip(self.tags, self._votes, strict=True):
                tags.append(f"v{votes}/{total}")


def fit(span: Span, word: Span) -> str:
    """How a phrase lies on the word: its length, and whether it is it, in, over, across it."""
    size = span[1] - span[0]
    if span == word:
        return f"{size}="
    if word[0] <= span[0] and span[1] <= word[1]:
        return f"{size}<"
    return f"{size}>" if span[0] <= word[0] and word[1] <= span[1] else f"{size}x"


def weighs(
    phrases: Sequence[tuple[str, PhraseReading]], candidates: Sequence[str]
) -> list[list[str]]:
    """For each candidate reading, the tags of what the phrases say for it.

    ``phrases`` come with how they fit, the longest first.
    """
    evidence = Evidence(candidates)
    waiting = {"C", "P"}
    for lies, reading in phrases:
        for source in ("C", "P"):
            syllables = reading.cedict if source == "C" else reading.pypinyin
            if not syllables:
                continue
            if source in waiting:
                waiting.discard(source)
                evidence.add_longest(source, syllables, lies)
            if lies[1] == "=":
                evidence.add_word(source, syllables, lies[0])
    evidence.close()
    return evidence.tags
