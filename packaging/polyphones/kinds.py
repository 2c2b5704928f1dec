"""Sorts words into kinds by what stands beside them: words that are used alike have one kind.

Counts of neighbouring words become positive pointwise mutual information, of that the largest
singular vectors are kept, and their directions are gathered by k-means.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from scipy.sparse.linalg import svds

from reader.language.polyphone_words import PhraseWords

KINDS = 64
FEWEST = 4
"""Words that come less often have no kind."""
NEIGHBOURS = 8000
"""So many of the most frequent words are counted beside others."""
WIDTH = 64
ROUNDS = 15
_SIDES = {-2: 0, -1: 1, 1: 2, 2: 0}
"""Which block of columns counts the word at a distance; two words off, the side is the same."""

Floats = NDArray[np.float64]


def sort_words(texts: Iterable[str], phrases: PhraseWords, seed: int) -> dict[str, int]:
    """The kind of each word that comes often enough, from 1 to KINDS."""
    lines = [[text[start:end] for start, end in phrases.split(text)[0]] for text in texts]
    counts = Counter(word for line in lines for word in line)
    words = [word for word, count in counts.most_common() if count >= FEWEST]
    found = gather(embed(count_neighbours(lines, words), seed), seed)
    return {word: int(kind) + 1 for word, kind in zip(words, found, strict=True)}


def count_neighbours(lines: Sequence[Sequence[str]], words: Sequence[str]) -> sparse.csr_matrix:
    """How often each word has each frequent word before, after, and two words off."""
    number = {word: at for at, word in enumerate(words)}
    width = min(len(words), NEIGHBOURS)
    rows: list[int] = []
    columns: list[int] = []
    for line in lines:
        numbers = [number.get(word, -1) for word in line]
        for at, row in enumerate(numbers):
            for step, side in _SIDES.items() if row >= 0 else ():
                if 0 <= at + step < len(numbers) and 0 <= numbers[at + step] < width:
                    rows.append(row)
                    columns.append(numbers[at + step] + side * width)
    ones = np.ones(len(rows), dtype=np.float32)
    return sparse.csr_matrix((ones, (rows, columns)), shape=(len(words), 3 * width))


def embed(counts: sparse.csr_matrix, seed: int) -> Floats:
    """A direction (of length 1) for each row."""
    total = counts.sum()
    by_row = np.asarray(counts.sum(1)).ravel()
    by_column = np.asarray(counts.sum(0)).ravel() ** 0.75  # else rare neighbours count too much
    by_column *= total / by_column.sum()
    cells = counts.tocoo()
    told = np.log(cells.data * total / (by_row[cells.row] * by_column[cells.col]))
    kept = told > 0
    matrix = sparse.csr_matrix((told[kept], (cells.row[kept], cells.col[kept])), shape=counts.shape)
    vectors, sizes, _ = svds(matrix, k=WIDTH, random_state=seed)
    found: Floats = vectors * np.sqrt(sizes)
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return found


def gather(directions: Floats, seed: int) -> NDArray[np.int64]:
    """Which of KINDS groups each direction is in. The first rows, the frequent words, begin."""
    start = np.random.default_rng(seed).choice(min(6000, len(directions)), KINDS, replace=False)
    centres = directions[start].copy()
    nearest = np.zeros(len(directions), dtype=np.int64)
    for _ in range(ROUNDS):
        nearest = (directions @ centres.T).argmax(1)
        for kind in range(KINDS):
            members = directions[nearest == kind]
            if len(members):
                middle = members.mean(0)
                centres[kind] = middle / (np.linalg.norm(middle) + 1e-9)
    return nearest
