"""Replacing the leftmost longest keys of a table, keeping track of what changed length.

Most of a text is converted by its single characters alone, which ``str.translate`` does at the
speed of C. Only a phrase whose value differs from that needs care, and it can only be where its
first two characters stand together. Around such a place the keys are matched one by one from the
nearest border that no key can cross: two neighbours that are neighbours in no key.

source   …的 头 发 ‖ 现 在…     发现 is a key too, but 头发, further left, takes 发 first
"""

from collections.abc import Callable, Mapping
from io import StringIO
from operator import add
from typing import Final, NamedTuple

from reader.core.display import Piece
from reader.language.planting import find_neighbours, place_texts, plant
from reader.language.trie import WordMap

_SLICE = 1 << 15

Fits = Callable[[int, int, int], bool]
"""Whether a key may change a character: the character's offset, the key's start and end."""


class Table(NamedTuple):
    """Keys with their values: single characters, and phrases in lines, sorted.

    Not as one dict, so that those hundred thousand strings are gone before what stays is made:
    it would be scattered among them and keep their memory.
    """

    single: Mapping[str, str]
    keys: str
    values: str


def pack_table(table: Mapping[str, str]) -> Table:
    """The same in the form that a Matcher takes."""
    single = {key: value for key, value in table.items() if len(key) == 1}
    families: dict[str, list[str]] = {}
    for key in table:
        if len(key) > 1:
            families.setdefault(key[0], []).append(key)
    # Many small sorts: a single one would keep the window waiting for twenty milliseconds.
    keys = [key for first in sorted(families) for key in sorted(families[first])]
    return Table(single, "\n".join(keys), "\n".join(map(table.__getitem__, keys)))


class Matcher:
    """A table of keys and values, ready to be applied to text."""

    def __init__(self, table: Table) -> None:
        single = table.single
        self._wide: Final = {k: v for k, v in single.items() if len(v) != 1}
        self.characters: Final = str.maketrans(
            {k: v for k, v in single.items() if len(v) == 1 and k != v}
        )
        lines = map(StringIO, (table.keys, self._translate(table.keys), table.values))
        self._starts: Final = {
            key[0] + key[1] for key, plain, value in zip(*lines, strict=True) if value != plain
        }
        self._joined: Final = find_neighbours(table.keys)
        trie, nodes = plant(table.keys)
        self._values: Final = place_texts(table.values.encode(), nodes, trie, str)
        self._phrases: Final = WordMap(trie, self._values, "")
        self._follow: Final = trie.follow

    @property
    def table(self) -> dict[str, str]:
        """All keys with their values, but for characters that stay as they are."""
        single = {chr(code): value for code, value in self.characters.items()}
        return {**self._phrases, **self._wide, **single}

    def convert(self, text: str, fits: Fits | None = None) -> tuple[str, list[Piece]]:
        """The text with every leftmost longest key replaced, and the pieces of changed length.

        A key counts only where all that it changes beyond its single characters fits.
        """
        plain = text.translate(self.characters)
        pairs = list(map(add, text, text[1:]))
        pairs.append("")
        hits = self._find_hits(text, pairs)
        if not hits:
            return plain, []
        parts: list[str] = []
        pieces: list[Piece] = []
        copied = done = grown = 0
        for hit in hits:
            if hit < done:
                continue
            at = hit
            while at > done and text[at] in self._joined.get(text[at - 1], ""):
                at -= 1
            while at <= hit:
                key, value = (
                    self._match_fitting(text, at, plain, fits) if fits else self._match(text, at)
                )
                end = at + len(key)
                if value is not None and value != plain[at:end]:
                    parts += (plain[copied:at], value)
                    copied = end
                    if len(value) != len(key):
                        pieces.append(Piece(at, end, at + grown, at + grown + len(value)))
                        grown += len(value) - len(key)
                at = end
            done = at
        parts.append(plain[copied:])
        return "".join(parts), pieces

    def _translate(self, text: str) -> str:
        """A piece at a time: a megabyte at once keeps every other thread waiting."""
        slices = (text[at : at + _SLICE] for at in range(0, len(text), _SLICE))
        return "".join(piece.translate(self.characters) for piece in slices)

    def is_phrase(self, text: str) -> bool:
        """Whether the text is a key of several characters."""
        return text in self._phrases

    def deviates(self, text: str) -> bool:
        """Whether the text may hold a key that its single characters do not account for."""
        return bool(self._find_hits(text, list(map(add, text, text[1:]))))

    def find_keys(self, text: str, fits: Fits | None = None) -> list[tuple[int, int]]:
        """Start and end of every key of several characters, leftmost longest."""
        heads = self._phrases.trie.heads
        if heads.keys().isdisjoint(text):
            return []
        plain = text.translate(self.characters)
        found = []
        done = 0
        for at, character in enumerate(text):
            if at < done or character not in heads:
                continue
            key, _ = self._match_fitting(text, at, plain, fits) if fits else self._match(text, at)
            if len(key) > 1:
                done = at + len(key)
                found.append((at, done))
        return found

    def _find_hits(self, text: str, pairs: list[str]) -> list[int]:
        starts = self._starts
        hits = [at for at, pair in enumerate(pairs) if pair in starts]
        if self._wide and not self._wide.keys().isdisjoint(text):
            hits += [at for at, character in enumerate(text) if character in self._wide]
            hits.sort()
        return hits

    def _match(self, text: str, at: int) -> tuple[str, str | None]:
        """The longest key here and its value, or the single character."""
        nodes = self._follow(text, at)
        while len(nodes) > 1:
            value = self._values[nodes[-1]]
            if value:
                return text[at : at + len(nodes)], value
            nodes.pop()
        character = text[at]
        return character, self._wide.get(character)

    def _match_fitting(self, text: str, at: int, plain: str, fits: Fits) -> tuple[str, str | None]:
        """The longest key here that fits and its value, or the single character."""
        nodes = self._follow(text, at)
        while len(nodes) > 1:
            value, end = self._values[nodes[-1]], at + len(nodes)
            if value and all(fits(place, at, end) for place in _changes(value, plain, at, end)):
                return text[at:end], value
            nodes.pop()
        character = text[at]
        return character, self._wide.get(character)


def _changes(value: str, plain: str, at: int, end: int) -> list[int]:
    """Where the value of a key from ``at`` to ``end`` differs from the plain text.

    A key that changes nothing still takes its last character from the next one.
    """
    return [
        place
        for place, (new, old) in enumerate(zip(value, plain[at:], strict=False), at)
        if new != old
    ] or [end - 1]
