"""Words in little memory: a trie that stands in one string and one array.

A node is a beginning of words; its number is the place of its last character in ``labels``. The
nodes that go on from node n are ``starts[n]`` to ``starts[n + 1]``, so a step is a search in a
slice of the string, about as quick as a question to a dict. A hundred thousand words take a
megabyte here, and ten as the keys of a dict.

words    发 头发 现 现代 现代化 现在
node     0   1   2   3   4   5   6
labels   发  头  现  发  代  在  化
starts   3   3   4   6   6   7   7  7
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from sys import intern
from typing import Generic, TypeVar, overload

Value = TypeVar("Value")
Default = TypeVar("Default")

NOWHERE = -1
"""The node of what begins no word. No step leads away from it."""


class Trie:
    """Words, and a number for each and for each of their beginnings."""

    def __init__(self, labels: str, starts: "array[int]") -> None:
        self.labels = labels
        self.starts = starts
        self.heads = {intern(head): node for node, head in enumerate(labels[: starts[0]])}
        """The nodes of first characters, which tries have in common."""

    def __len__(self) -> int:
        return len(self.labels)

    def find(self, word: str) -> int:
        """The node of a word or of a beginning."""
        node = self.heads.get(word[:1], NOWHERE)
        find, starts = self.labels.find, self.starts
        for character in word[1:]:
            node = find(character, starts[node], starts[node + 1])
            if node == NOWHERE:
                break
        return node

    def follow(self, text: str, start: int) -> list[int]:
        """The nodes of the beginnings that stand in a text from ``start`` on, the short ones first.

        The words among them are all words that begin there.
        """
        nodes = []
        node = self.heads.get(text[start], NOWHERE)
        find, starts = self.labels.find, self.starts
        while node != NOWHERE:
            nodes.append(node)
            start += 1
            if start == len(text):
                break
            node = find(text[start], starts[node], starts[node + 1])
        return nodes

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """What each node stands for, in order, with its number."""
        waiting = [*reversed(self.heads.items())]
        while waiting:
            text, node = waiting.pop()
            yield text, node
            first = self.starts[node]
            following = enumerate(self.labels[first : self.starts[node + 1]], first)
            waiting += reversed([(text + character, number) for number, character in following])


class Texts(Sequence[Value], Generic[Value]):
    """Texts by number, or what is read from them. They are kept as UTF-8, a line each.

    Where nothing is said of a number, it is at the end of the last line.
    """

    def __init__(self, lines: bytes, starts: "array[int]", read: Callable[[str], Value]) -> None:
        self._lines = lines
        self._starts = starts
        self._read = read
        self._end = len(lines) - 1
        self.missing = read("")

    @overload
    def __getitem__(self, number: int) -> Value: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Value]: ...
    def __getitem__(self, number: int | slice) -> Value | Sequence[Value]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        start = self._starts[number]
        if start == self._end:
            return self.missing
        return self._read(self._lines[start : self._lines.index(b"\n", start)].decode())

    def __len__(self) -> int:
        return len(self._starts)


class WordMap(Mapping[str, Value]):
    """What a dict of words would be, in a tenth of its memory; read only.

    ``by_node`` holds the values, with ``missing`` for beginnings that are no words, and at its end
    for NOWHERE.
    """

    def __init__(self, trie: Trie, by_node: Sequence[Value], missing: Value) -> None:
        self.trie = trie
        self.by_node = by_node
        self.missing = missing

    def __getitem__(self, word: str) -> Value:
        value = self.by_node[self.trie.find(word)]
        if value == self.missing:
            raise KeyError(word)
        return value

    @overload
    def get(self, word: str) -> Value | None: ...
    @overload
    def get(self, word: str, default: Value) -> Value: ...
    @overload
    def get(self, word: str, default: Default) -> Value | Default: ...
    def get(self, word: str, default: Value | Default | None = None) -> Value | Default | None:
        """As a dict gives it; a failed question costs no more than one that is answered."""
        node = self.trie.find(word)
        if node == NOWHERE:
            return default
        value = self.by_node[node]
        return default if value == self.missing else value

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.by_node[self.trie.find(word)] != self.missing

    def __iter__(self) -> Iterator[str]:
        return (word for word, node in self.trie if self.by_node[node] != self.missing)

    def __len__(self) -> int:
        return sum(1 for _ in self)
