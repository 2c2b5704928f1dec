"""A recurrent network over characters, run forward by numpy in batches of sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as rows of equal length, the longest first, so that the live rows are a prefix."""

    ids: Integers
    """(rows, longest); what lies past a row's length is zero."""
    lengths: Integers

    def backwards(self) -> Integers:
        """For each row, the columns in the order that the backward direction reads them."""
        columns = np.arange(self.ids.shape[1])[None]
        lengths = self.lengths[:, None]
        return np.where(columns < lengths, lengths - 1 - columns, columns)


def make_batch(sentences: Sequence[Sequence[int]]) -> Batch:
    """Pad sentences, which must come with the longest first."""
    lengths = np.array([len(row) for row in sentences])
    padded = np.zeros((len(sentences), int(lengths[0])), dtype=np.int64)
    for at, row in enumerate(sentences):
        padded[at, : len(row)] = row
    return Batch(padded, lengths)


@dataclass(frozen=True, slots=True)
class Projection:
    """Embeddings (id, width) on their way through input weights (width, 2, gates * size).

    What comes out for every id would be the largest part of the model, so each text has only that
    made which is in it.
    """

    embeddings: NDArray[np.floating[Any]]
    weights: Floats
    bias: Floats

    def project(self, ids: Integers) -> tuple[Floats, Integers]:
        """Rows for the ids that occur, and which of them is each id's in the forward direction.

        The one of the backward direction follows it.
        """
        occurs = np.zeros(len(self.embeddings), np.bool_)
        occurs[ids] = True
        used = self.embeddings[occurs].astype(np.float32, copy=False)
        made = used @ self.weights.reshape(len(self.weights), -1)
        rows: Floats = made.reshape(len(used), 2, -1)
        rows += self.bias
        return rows.reshape(2 * len(used), -1), (2 * (np.cumsum(occurs) - 1))[ids]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One bidirectional LSTM layer. ``weights`` is (2, size, 4 * size)."""

    inputs: Projection
    weights: Floats

    @property
    def size(self) -> int:
        """How many numbers each direction says about a character."""
        return int(self.weights.shape[1])

    def run(self, batch: Batch) -> Floats:
        """The states (rows, longest, 2, size) at every character, each direction its own."""
        rows, longest = batch.ids.shape
        backwards = batch.backwards()
        fed, forward = self.inputs.project(batch.ids)
        turned = np.take_along_axis(forward, backwards, axis=1) + 1
        which = np.stack([forward.T, turned.T], axis=1)
        states = np.zeros((2, rows, longest, self.size), dtype=np.float32)
        hidden = np.zeros((2, rows, self.size), dtype=np.float32)
        cell = np.zeros_like(hidden)
        for at in range(longest):
            live = int(np.searchsorted(-batch.lengths, -at))
            hidden, cell = self._step(fed[which[at, :, :live]], hidden[:, :live], cell[:, :live])
            states[:, :live, at] = hidden
        states[1] = np.take_along_axis(states[1], backwards[:, :, None], axis=1)
        return states.transpose(1, 2, 0, 3)

    def _step(self, fed: Floats, hidden: Floats, cell: Floats) -> tuple[Floats, Floats]:
        size = self.size
        total = fed + hidden @ self.weights
        gates = _squash(total[..., : 3 * size])
        new = gates[..., size : 2 * size] * cell + gates[..., :size] * np.tanh(
            total[..., 3 * size :]
        )
        return gates[..., 2 * size :] * np.tanh(new), new


def _squash(values: Floats) -> Floats:
    """The logistic function, in place."""
    half = np.float32(0.5)
    values *= half
    np.tanh(values, out=values)
    values *= half
    values += half
    return values


def log_softmax(scores: Floats, allowed: NDArray[np.bool_]) -> Floats:
    """Log probabilities along the last axis, among the allowed places only."""
    masked = np.where(allowed, scores, np.float32(-1e4))
    masked = masked - masked.max(axis=-1, keepdims=True)
    result: Floats = masked - np.log(np.exp(masked).sum(axis=-1, keepdims=True))
    return result
