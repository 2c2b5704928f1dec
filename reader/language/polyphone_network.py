"""Recurrent networks over characters, run forward by numpy in batches of sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as rows of equal length, the longest first, so that the live rows are a prefix."""

    ids: tuple[Integers, ...]
    """One array a kind of input (rows, longest); what lies past a row's length is zero."""
    lengths: Integers

    def backwards(self) -> Integers:
        """For each row, the columns in the order that the backward direction reads them."""
        columns = np.arange(self.ids[0].shape[1])[None]
        lengths = self.lengths[:, None]
        return np.where(columns < lengths, lengths - 1 - columns, columns)


def make_batch(kinds: Sequence[Sequence[Sequence[int]]]) -> Batch:
    """Pad sentences, given per kind of input, which must come with the longest first."""
    lengths = np.array([len(row) for row in kinds[0]])
    arrays = []
    for rows in kinds:
        padded = np.zeros((len(rows), int(lengths[0])), dtype=np.int64)
        for at, row in enumerate(rows):
            padded[at, : len(row)] = row
        arrays.append(padded)
    return Batch(tuple(arrays), lengths)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One bidirectional layer. The step is a GRU's where ``gates`` is 3, an LSTM's where it is 4.

    ``inputs`` are the embeddings already multiplied by the input weights, biases included: one
    table (2, id, gates * size) a kind of input; ``weights`` is (2, size, gates * size).
    """

    inputs: tuple[Floats, ...]
    weights: Floats
    bias: Floats

    @property
    def size(self) -> int:
        """How many numbers each direction says about a character."""
        return int(self.weights.shape[1])

    def run(self, batch: Batch) -> Floats:
        """The states (rows, longest, 2, size) at every character, each direction its own."""
        rows, longest = batch.ids[0].shape
        backwards = batch.backwards()
        fed = self._feed(batch, backwards)
        states = np.zeros((2, rows, longest, self.size), dtype=np.float32)
        hidden = np.zeros((2, rows, self.size), dtype=np.float32)
        cell = np.zeros_like(hidden)
        step = self._gru if self.weights.shape[2] == 3 * self.size else self._lstm
        for at in range(longest):
            live = int(np.searchsorted(-batch.lengths, -at))
            hidden, cell = step(fed[at, :, :live], hidden[:, :live], cell[:, :live])
            states[:, :live, at] = hidden
        states[1] = np.take_along_axis(states[1], backwards[:, :, None], axis=1)
        return states.transpose(1, 2, 0, 3)

    def _feed(self, batch: Batch, backwards: Integers) -> Floats:
        """What each step is fed: (step, direction, row, gates * size)."""
        fed: Floats | None = None
        for table, ids in zip(self.inputs, batch.ids, strict=True):
            count = table.shape[1]
            turned = np.take_along_axis(ids, backwards, axis=1)
            where = np.stack([ids.T, turned.T + count], axis=1)
            more = self._flat(table)[where]
            fed = more if fed is None else np.add(fed, more, out=fed)
        if fed is None:
            raise ValueError("a recurrent layer without inputs")
        return fed

    @staticmethod
    def _flat(table: Floats) -> Floats:
        """The rows of one direction after those of the other."""
        return table.reshape(-1, table.shape[-1])

    def _gru(self, fed: Floats, hidden: Floats, cell: Floats) -> tuple[Floats, Floats]:
        size = self.size
        kept: Floats = hidden @ self.weights
        gates = _squash(np.add(kept[..., : 2 * size], fed[..., : 2 * size]))
        new = kept[..., 2 * size :]  # from here on in place, since this runs once a character
        new += self.bias[:, None]
        new *= gates[..., :size]
        new += fed[..., 2 * size :]
        np.tanh(new, out=new)
        after = hidden - new
        after *= gates[..., size:]
        after += new
        return after, cell

    def _lstm(self, fed: Floats, hidden: Floats, cell: Floats) -> tuple[Floats, Floats]:
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


def project(embeddings: Floats, weights: Floats) -> Floats:
    """Embeddings (id, width) times weights (width, 2, gates * size): one table a direction."""
    return np.stack([embeddings @ weights[:, direction] for direction in (0, 1)])
