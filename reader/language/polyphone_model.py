"""The parts of the polyphone model and how they are added up.

sentence ─┬─ linear: neighbours, words, kinds of words, phrases ─┐
          └─ g2pM's network ─────────────────────────────────────┴─ mix ─ probabilities
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reader.language.feature_rows import FeatureRows
from reader.language.polyphone_features import (
    describe,
    find_clause,
    find_kinds,
    fit,
    sees,
    weighs,
)
from reader.language.polyphone_network import (
    Floats,
    Integers,
    Recurrence,
    log_softmax,
    make_batch,
)
from reader.language.polyphone_words import Over, PhraseReading, PhraseWords, Span

LOWEST = np.float32(-10)
"""Log probabilities count as this much at least."""
MOST_KEPT = 20_000
"""How many sums of phrase evidence are remembered at most."""
OWN_TAGS = frozenset({"cC1", "cC0", "cP1", "SC", "SP"})
"""Tags that each character weighs for itself too, under its name and the tag's."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text, places in it to be read, what is in it, and how written it sounds."""

    text: str
    places: Sequence[int]
    words: Sequence[Span]
    over: Over
    kinds: Sequence[Sequence[str]]
    """For each place, features of what kinds of words stand around it, and of its clause."""
    register: float

    def word_indices(self) -> list[int]:
        """For each place, which word it is in."""
        owners = own_words(self.text, self.words)
        return [owners[place] for place in self.places]


def own_words(text: str, words: Sequence[Span]) -> list[int]:
    """For each character, which word it is in."""
    owners = [0] * len(text)
    for index, (start, end) in enumerate(words):
        owners[start:end] = [index] * (end - start)
    return owners


@dataclass(frozen=True, slots=True)
class Candidates:
    """The readings of each character, and a number for each (character, reading)."""

    readings: Mapping[str, Sequence[str]]
    shown: Mapping[str, Sequence[str]]
    """The readings as the program writes them, with ü rather than v."""
    classes: Mapping[str, Sequence[int]]
    """As many numbers for every character as the most ambiguous has readings; 0 fills up."""
    tags: Mapping[str, Sequence[Sequence[str]]]
    """What is known of each reading without context, as tags."""

    def classes_of(self, sentences: Sequence[Sentence]) -> Integers:
        """The classes (place, candidate) of every place, in order."""
        return np.array(
            [self.classes[s.text[place]] for s in sentences for place in s.places], dtype=np.int64
        )


def number_candidates(
    readings: Mapping[str, Sequence[str]], singles: Mapping[str, Sequence[str]]
) -> Candidates:
    """Candidates numbered from 1 in the order of the characters.

    ``singles`` are CC-CEDICT's readings of the characters, in its order.
    """
    most = max(map(len, readings.values()))
    classes = {}
    number = 1
    for character in sorted(readings):
        count = len(readings[character])
        classes[character] = [*range(number, number + count), *[0] * (most - count)]
        number += count
    tags = {c: describe(known, singles.get(c, ())) for c, known in readings.items()}
    shown = {c: [r.replace("v", "ü") for r in known] for c, known in readings.items()}
    return Candidates(readings, shown, classes, tags)


@dataclass(frozen=True, slots=True)
class Network:
    """A recurrent layer, one hidden layer, and a row of weights for each class."""

    vocabulary: Mapping[str, int]
    borders: tuple[int, int]
    """What stands before and after a sentence; an unknown character is ``unknown``."""
    unknown: int
    recurrence: Recurrence
    hidden: Floats
    hidden_bias: Floats
    rows: Floats
    row_bias: Floats

    def encode(self, text: str) -> list[int]:
        """The numbers of the characters, between the borders."""
        find = self.vocabulary.get
        unknown = self.unknown
        return [self.borders[0], *[find(c, unknown) for c in text], self.borders[1]]

    def scores(self, sentences: Sequence[Sentence], classes: Integers) -> Floats:
        """A score for each candidate (place, candidate), the longest sentence coming first."""
        batch = make_batch([self.encode(s.text) for s in sentences])
        rows = [row for row, s in enumerate(sentences) for _ in s.places]
        columns = [place + 1 for s in sentences for place in s.places]
        states = self.recurrence.run(batch)[rows, columns].reshape(len(rows), -1)
        inner = np.maximum(states @ self.hidden + self.hidden_bias, 0)
        found: Floats = np.einsum("pb,pcb->pc", inner, self.rows[classes], optimize=False)
        return found + self.row_bias[classes]


Summed: TypeAlias = tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Linear:
    """A log-linear model: weights by character and feature, and by tags shared by all."""

    rows: FeatureRows
    weights: NDArray[np.floating[Any]]
    """(row, candidate); the last row, that of all unknown features, is zero."""
    tags: Mapping[str, tuple[float, float]]
    """The weight of each tag, and what is added to it in fully written style."""

    _summed: dict[tuple[object, ...], Summed] = field(default_factory=dict, repr=False)

    def scores(self, sentences: Sequence[Sentence], table: Candidates) -> Floats:
        """A score for each candidate (place, candidate)."""
        names: list[str] = []
        starts: list[int] = []
        summed: list[Summed] = []
        for sentence in sentences:
            text, words = sentence.text, sentence.words
            indices = sentence.word_indices()
            for at, index, kinds in zip(sentence.places, indices, sentence.kinds, strict=True):
                starts.append(len(names))
                names += sees(text, at, words, index)
                names += kinds
                word = words[index]
                over = tuple(
                    (fit(span, word), reading) for span, reading in sentence.over.get(at, ())
                )
                summed.append(self._sum(text[at], over, table))
        shared = np.array(summed, dtype=np.float32)
        return (
            shared[:, 0]
            + spread_register(sentences) * shared[:, 1]
            + np.add.reduceat(
                self.weights[self.rows.find_all(names)].astype(np.float32, copy=False),
                starts,
                axis=0,
            )
        )

    def _sum(
        self, character: str, over: tuple[tuple[str, PhraseReading], ...], table: Candidates
    ) -> Summed:
        """The shared weights of the candidates, plain and written; the same phrases come often."""
        key = (character, *over)
        known = self._summed.get(key)
        if known is None:
            tags = weighs(over, table.readings[character])
            pairs = [
                self._weigh([*some, *constant], character)
                for some, constant in zip(tags, table.tags[character], strict=True)
            ]
            pairs += [(0.0, 0.0)] * (len(table.classes[character]) - len(pairs))
            plain, written = zip(*pairs, strict=True)
            if len(self._summed) > MOST_KEPT:
                self._summed.clear()
            known = self._summed[key] = (plain, written)
        return known

    def _weigh(self, tags: Sequence[str], character: str) -> tuple[float, float]:
        plain = written = 0.0
        for tag in tags:
            weight = self.tags.get(tag, (0.0, 0.0))
            plain += weight[0]
            written += weight[1]
            if tag in OWN_TAGS:
                plain += self.tags.get(character + tag, (0.0, 0.0))[0]
        return plain, written


def spread_register(sentences: Sequence[Sentence]) -> Floats:
    """The register of each place's sentence, as a column."""
    values = [s.register for s in sentences for _ in s.places]
    return np.array(values, dtype=np.float32)[:, None]


@dataclass(frozen=True, slots=True)
class Style:
    """How written (1) or everyday (0) a sentence sounds, from the characters in it."""

    weights: Mapping[str, float]
    bias: float

    def measure(self, text: str) -> float:
        """The probability that the sentence is encyclopaedic rather than everyday prose."""
        find = self.weights.get
        total = self.bias + sum(find(character, 0.0) for character in set(text))
        return 1 / (1 + exp(-total)) if total > -30 else 0.0


def prepare(phrases: PhraseWords, style: Style, text: str, places: Sequence[int]) -> Sentence:
    """The sentence with its words, their kinds and its register."""
    words, over = phrases.split(text)
    owners = own_words(text, words)
    kinds = [
        find_kinds(text, at, words, owners[at], phrases.kinds)
        + find_clause(text, at, words, owners[at])
        for at in places
    ]
    return Sentence(text, places, words, over, kinds, style.measure(text))


@dataclass(frozen=True, slots=True)
class Model:
    """All parts. ``mix`` is (linear or g2pM; weight, its share of register, of practice)."""

    candidates: Candidates
    phrases: PhraseWords
    style: Style
    teacher: Network
    linear: Linear
    practice: Mapping[str, float]
    """How much the linear part has seen of a character."""
    mix: Floats

    def prepare(self, text: str, places: Sequence[int]) -> Sentence:
        """The sentence with its words, their kinds and its register."""
        return prepare(self.phrases, self.style, text, places)

    def parts(self, sentences: Sequence[Sentence], classes: Integers) -> tuple[Floats, Floats]:
        """Log probabilities (place, candidate) by the linear part and g2pM."""
        teacher = self.teach(sentences, classes)
        linear = self.linear.scores(sentences, self.candidates)
        return log_softmax(linear, classes > 0), teacher

    def teach(self, sentences: Sequence[Sentence], classes: Integers) -> Floats:
        """What g2pM's network says: log probabilities (place, candidate)."""
        return log_softmax(self.teacher.scores(sentences, classes), classes > 0)

    def shares(self, sentences: Sequence[Sentence]) -> Floats:
        """What each place's mix depends on (place, 3): nothing, its register, its practice."""
        practice = [[self.practice.get(s.text[at], 0.0)] for s in sentences for at in s.places]
        ones = np.ones((len(practice), 1), dtype=np.float32)
        return np.hstack([ones, spread_register(sentences), np.array(practice, dtype=np.float32)])

    def probabilities(self, sentences: Sequence[Sentence]) -> Floats:
        """Probabilities (place, candidate), the longest sentence coming first."""
        classes = self.candidates.classes_of(sentences)
        weights = self.shares(sentences) @ self.mix.T
        total = sum(
            weights[:, [at]] * np.maximum(part, LOWEST)
            for at, part in enumerate(self.parts(sentences, classes))
        )
        found: Floats = np.exp(log_softmax(np.asarray(total, dtype=np.float32), classes > 0))
        return found
