"""Fits the log-linear part and the measure of style by L-BFGS."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from polyphones.sources import Marked
from scipy.optimize import minimize

from reader.language.feature_rows import FeatureRows
from reader.language.polyphone_features import fit, sees, weighs
from reader.language.polyphone_model import OWN_TAGS, Candidates, Linear, Sentence, Style

LOCAL_PENALTY = 0.5
SHARED_PENALTY = 0.02
ROUNDS = 150

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """One marked polyphone as the linear part sees it."""

    character: str
    label: int
    weight: float
    register: float
    names: Sequence[str]
    tags: Sequence[Sequence[str]]


def make_sample(sentence: Sentence, table: Candidates, marked: Marked, weight: float) -> Sample:
    """The sample for a sentence with one place."""
    (at,), (index,) = sentence.places, sentence.word_indices()
    readings = table.readings[sentence.text[at]]
    return Sample(
        sentence.text[at],
        readings.index(marked.reading),
        weight,
        sentence.register,
        [*sees(sentence.text, at, sentence.words, index), *sentence.kinds[0]],
        [
            [*evidence, *constant]
            for evidence, constant in zip(
                weighs(
                    [
                        (fit(span, sentence.words[index]), reading)
                        for span, reading in sentence.over.get(at, ())
                    ],
                    readings,
                ),
                table.tags[sentence.text[at]],
                strict=True,
            )
        ],
    )


class Columns:
    """The sparse matrix (candidate of a sample, weight) while it is put together."""

    def __init__(self) -> None:
        self.index: dict[tuple[str, str, int], int] = {}
        self.penalties: list[float] = []
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []

    def add(self, row: int, key: tuple[str, str, int], value: float) -> None:
        """Put a value where this row meets the key's column. Shared keys have no character."""
        column = self.index.get(key)
        if column is None:
            column = self.index[key] = len(self.index)
            self.penalties.append(LOCAL_PENALTY if key[0] else SHARED_PENALTY)
        self._rows.append(row)
        self._columns.append(column)
        self._values.append(value)

    def close(self, rows: int) -> sparse.csr_matrix:
        """The matrix."""
        return sparse.csr_matrix(
            (self._values, (self._rows, self._columns)), shape=(rows, len(self.index))
        )


def fit_linear(samples: Sequence[Sample], table: Candidates) -> tuple[Linear, list[str]]:
    """The weights that make the samples' labels most likely, and what their rows are called."""
    counts = Counter(name for sample in samples for name in sample.names)
    columns = Columns()
    starts = [0]
    for sample in samples:
        kept = [name for name in sample.names if counts[name] > 1]
        for rank, tags in enumerate(sample.tags):
            _add_candidate(columns, starts[-1] + rank, sample, kept, rank, tags)
        starts.append(starts[-1] + len(sample.tags))
    matrix = columns.close(starts[-1])
    labels = np.array([start + s.label for start, s in zip(starts[:-1], samples, strict=True)])
    weights = np.array([sample.weight for sample in samples])
    penalties = np.array(columns.penalties)
    found = fit_choices(matrix, np.array(starts), labels, weights, penalties)
    return _read_off(columns, found, table)


def _add_candidate(
    columns: Columns,
    row: int,
    sample: Sample,
    kept: Sequence[str],
    rank: int,
    tags: Sequence[str],
) -> None:
    for name in kept:
        columns.add(row, (sample.character, name, rank), 1.0)
    for tag, count in Counter(tags).items():
        columns.add(row, ("", tag, 0), count)
        columns.add(row, ("", tag, 1), count * sample.register)
        if tag in OWN_TAGS:
            columns.add(row, (sample.character, TAG_MARK + tag, 0), count)


def _read_off(columns: Columns, found: Doubles, table: Candidates) -> tuple[Linear, list[str]]:
    local: dict[str, dict[int, float]] = {}
    own_tags: dict[str, tuple[float, float]] = {}
    shared: dict[str, list[float]] = {}
    for (character, name, rank), column in columns.index.items():
        if name.startswith(TAG_MARK):
            own_tags[character + name[1:]] = (float(found[column]), 0.0)
        elif character:
            local.setdefault(name, {})[rank] = float(found[column])
        else:
            shared.setdefault(name, [0.0, 0.0])[rank] = float(found[column])
    names = [name for name in sorted(local) if max(map(abs, local[name].values())) >= SMALLEST]
    most = len(next(iter(table.classes.values())))
    weights = np.zeros((len(names) + 1, most), dtype=np.float32)
    for row, name in enumerate(names):
        for rank, value in local[name].items():
            weights[row, rank] = value
    tags = {n: (w[0], w[1]) for n, w in shared.items()}
    return Linear(FeatureRows(names), weights, tags | own_tags), names


TAG_MARK = "\t"
"""What begins the name of a column that holds a character's own weight for a tag."""

SMALLEST = 0.05
"""Features whose weights are all smaller are left out."""


def fit_choices(
    matrix: Any,
    starts: NDArray[np.int64],
    labels: NDArray[np.int64],
    weights: Doubles,
    penalties: Doubles,
) -> Doubles:
    """Weights of a conditional logit: rows ``starts[i]:starts[i+1]`` compete, one is right."""
    group = np.repeat(np.arange(len(labels)), np.diff(starts))
    turned = matrix.T.tocsr() if sparse.issparse(matrix) else matrix.T
    right = np.zeros(matrix.shape[0])
    right[labels] = 1

    def lose(theta: Doubles) -> tuple[float, Doubles]:
        scores = matrix @ theta
        highest = np.maximum.reduceat(scores, starts[:-1])
        powers = np.exp(scores - highest[group])
        totals = np.add.reduceat(powers, starts[:-1])
        likely = weights * (scores[labels] - highest - np.log(totals))
        slope = turned @ (weights[group] * (powers / totals[group] - right))
        return float(-likely.sum() + 0.5 * (penalties * theta**2).sum()), slope + penalties * theta

    start = np.zeros(matrix.shape[1])
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    result: Doubles = found.x
    return result


def fit_style(written: Sequence[str], everyday: Sequence[str]) -> Style:
    """What tells encyclopaedic sentences from everyday ones: logistic regression on characters."""
    counts = Counter(c for text in (*written, *everyday) for c in set(text))
    index = {c: at for at, c in enumerate(sorted(c for c, n in counts.items() if n > 2))}
    texts = [*written, *everyday]
    pairs = [(row, index[c]) for row, text in enumerate(texts) for c in set(text) if c in index]
    rows, columns = zip(*pairs, strict=True)
    matrix = sparse.csr_matrix(
        (np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(index))
    )
    matrix = sparse.hstack([matrix, np.ones((len(texts), 1))]).tocsr()
    sign = np.where(np.arange(len(texts)) < len(written), 1.0, -1.0)
    weights = np.where(sign > 0, len(everyday) / len(written), 1.0)

    def lose(theta: Doubles) -> tuple[float, Doubles]:
        margin = sign * (matrix @ theta)
        slope = matrix.T @ (-weights * sign / (1 + np.exp(margin)))
        return float((weights * np.logaddexp(0, -margin)).sum() + 1.5 * (theta**2).sum()), (
            slope + 3 * theta
        )

    found = minimize(lose, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B").x
    return Style({c: round(float(found[at]), 3) for c, at in index.items()}, float(found[-1]))
