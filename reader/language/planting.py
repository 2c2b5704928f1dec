"""Makes tries of sorted words, with numpy: some hundredths of a second for a hundred thousand."""

from array import array
from collections.abc import Callable
from sys import intern
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from reader.language.trie import Texts, Trie

Value = TypeVar("Value")
Nodes = NDArray[np.int32]
"""The node of each of some words, in their order."""
_LINE = ord("\n")


def plant(words: str) -> tuple[Trie, Nodes]:
    """The trie of words in lines, which are sorted and all different, and the node of each.

    It grows level by level. The words being sorted, a node begins wherever one has another
    character, or comes from another node, than the one before.
    """
    codes = np.frombuffer(words.encode("utf-32-le"), np.uint32)
    breaks = np.flatnonzero(codes == _LINE).astype(np.int32)
    begins, ends = np.append(np.int32(0), breaks + 1), np.append(breaks, np.int32(len(codes)))
    nodes = np.full(len(begins), -1, np.int32)
    longer = np.flatnonzero(ends > begins).astype(np.int32)
    reached = np.zeros(len(longer), np.int32)
    labels, parents, count, level = [codes[:0]], [reached[:0]], 0, 0
    while len(longer):
        column = codes[begins[longer] + level]
        new = np.ones(len(longer), np.bool_)
        new[1:] = (column[1:] != column[:-1]) | (reached[1:] != reached[:-1])
        labels.append(column[new])
        if level:
            parents.append(reached[new])
        reached = (count - 1 + np.cumsum(new)).astype(np.int32)
        count += len(labels[-1])
        level += 1
        ended = ends[longer] - begins[longer] == level
        nodes[longer[ended]] = reached[ended]
        longer, reached = longer[~ended], reached[~ended]
    following = np.bincount(np.concatenate(parents), minlength=count)
    starts = np.cumsum(np.append(count - following.sum(), following)).astype(np.uint32)
    return Trie(np.concatenate(labels).tobytes().decode("utf-32-le"), to_array(starts)), nodes


def place(values: NDArray[Any], nodes: Nodes, trie: Trie, missing: float) -> "array[Any]":
    """The values of words by their nodes, ``missing`` at all others and at the end."""
    placed = np.full(len(trie) + 1, missing, values.dtype)
    placed[nodes] = values
    return to_array(placed)


def place_texts(
    lines: bytes, nodes: Nodes, trie: Trie, read: Callable[[str], Value]
) -> Texts[Value]:
    """What lines say of words by their nodes, and what an empty line says at all others.

    They come as UTF-8.
    """
    kept = lines + b"\n"
    breaks = np.flatnonzero(np.frombuffer(kept, np.uint8) == _LINE)
    begins = np.append(0, breaks[:-1] + 1).astype(np.uint32)
    return Texts(kept, place(begins, nodes, trie, len(kept) - 1), read)


def find_neighbours(words: str) -> dict[str, str]:
    """By character: all that follow it in any of the words in lines."""
    codes = np.frombuffer(words.encode("utf-32-le"), np.uint32).astype(np.uint64)
    inside = (codes[1:] != _LINE) & (codes[:-1] != _LINE)
    pairs = np.sort((codes[:-1] << np.uint64(32) | codes[1:])[inside])
    pairs = pairs[_changes(pairs)]
    first = (pairs >> np.uint64(32)).astype(np.uint32)
    begins = np.flatnonzero(_changes(first))
    following = pairs.astype(np.uint32).tobytes().decode("utf-32-le")
    return {
        intern(chr(first[begin])): following[begin:end]
        for begin, end in zip(begins, [*begins[1:], len(pairs)], strict=False)
    }


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Which of sorted values differ from the one before."""
    return np.append(np.ones(min(1, len(values)), np.bool_), values[1:] != values[:-1])


def to_array(values: NDArray[Any]) -> "array[Any]":
    """The same numbers where one of them is read in a third of the time."""
    numbers = array(values.dtype.char)
    numbers.frombytes(values.data.cast("B"))
    return numbers
