"""Replacing the leftmost longest keys of a table, keeping track of what changed length.

Most of a text is converted by its single characters alone, which ``str.translate`` does at the
speed of C. Only a phrase whose value differs from that needs care, and it can only be where its
first two characters stand together. Around such a place the keys are matched one by one from the
nearest border that no key can cross: two neighbours that are neighbours in no key.

source   …的 头 发 ‖ 现 在…     发现 is a key too, but 头发, further left, takes 发 first
"""

from collections.abc import Callable, Iterable, Mapping
from operator import add
from typing import Final

from reader.core.display import Display, Piece

Fits = Callable[[int, int, int], bool]
"""Whether a key may change a character: the character's offset, the key's start and end."""


class Matcher:
    """A table of keys and values, ready to be applied to text."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table: Final = table
        self._wide: Final = {k: v for k, v in table.items() if len(k) == 1 != len(v)}
        self._characters: Final = str.maketrans(
            {k: v for k, v in table.items() if len(k) == len(v) == 1 and k != v}
        )
        self._phrases: Final = {k: v for k, v in table.items() if len(k) > 1}
        keys = list(self._phrases)
        plain = "\n".join(keys).translate(self._characters).split("\n")
        self._starts: Final = {
            key[:2] for key, same in zip(keys, plain, strict=False) if self._phrases[key] != same
        }
        self._joined: Final = {pair for key in keys for pair in map(add, key, key[1:])}
        self._lengths: Final = _lengths(keys)

    def convert(self, text: str, fits: Fits | None = None) -> tuple[str, list[Piece]]:
        """The text with every leftmost longest key replaced, and the pieces of changed length.

        A key counts only where all that it changes beyond its single characters fits.
        """
        plain = text.translate(self._characters)
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
            while at > done and pairs[at - 1] in self._joined:
                at -= 1
            while at <= hit:
                key, value = (
                    self._match_fitting(text, at, plain, fits)
                    if fits
                    else self._match(text, at, pairs[at])
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

    def is_phrase(self, text: str) -> bool:
        """Whether the text is a key of several characters."""
        return text in self._phrases

    def deviates(self, text: str) -> bool:
        """Whether the text may hold a key that its single characters do not account for."""
        return bool(self._find_hits(text, list(map(add, text, text[1:]))))

    def find_keys(self, text: str, fits: Fits | None = None) -> list[tuple[int, int]]:
        """Start and end of every key of several characters, leftmost longest."""
        pairs = list(map(add, text, text[1:]))
        if self._lengths.keys().isdisjoint(pairs):
            return []
        plain = text.translate(self._characters)
        found = []
        at = 0
        while at < len(pairs):
            key, _ = (
                self._match_fitting(text, at, plain, fits)
                if fits
                else self._match(text, at, pairs[at])
            )
            if len(key) > 1:
                found.append((at, at + len(key)))
            at += len(key)
        return found

    def _find_hits(self, text: str, pairs: list[str]) -> list[int]:
        starts = self._starts
        hits = [at for at, pair in enumerate(pairs) if pair in starts]
        if self._wide and not self._wide.keys().isdisjoint(text):
            hits += [at for at, character in enumerate(text) if character in self._wide]
            hits.sort()
        return hits

    def _match(self, text: str, at: int, pair: str) -> tuple[str, str | None]:
        """The longest key here and its value, or the single character."""
        for length in self._lengths.get(pair, ()):
            key = text[at : at + length]
            value = self._phrases.get(key)
            if value is not None:
                return key, value
        character = text[at]
        return character, self._wide.get(character)

    def _match_fitting(self, text: str, at: int, plain: str, fits: Fits) -> tuple[str, str | None]:
        """The longest key here that fits and its value, or the single character."""
        for length in self._lengths.get(text[at : at + 2], ()):
            key = text[at : at + length]
            value = self._phrases.get(key)
            if value is None:
                continue
            end = at + len(key)
            changed = [
                place
                for place, (new, old) in enumerate(zip(value, plain[at:], strict=False), at)
                if new != old
            ]
            # A key that changes nothing still takes its last character from the next one.
            if all(fits(place, at, end) for place in changed or (end - 1,)):
                return key, value
        return text[at], self._wide.get(text[at])


def compose(first: list[Piece], second: list[Piece]) -> list[Piece]:
    """The pieces of two conversions in a row, the second applied to what the first has shown."""
    if not first or not second:
        return first or second
    before = Display("", tuple(first))
    after = Display("", tuple(second))
    touched = [(piece.shown_start, piece.shown_end) for piece in first]
    touched += [(piece.source_start, piece.source_end) for piece in second]
    composed = (
        Piece(before.source(start), before.source(end), after.shown(start), after.shown(end))
        for start, end in _merge(sorted(touched))
    )
    return [
        piece
        for piece in composed
        if piece.source_end - piece.source_start != piece.shown_end - piece.shown_start
    ]


def shift(pieces: Iterable[Piece], source: int, shown: int) -> list[Piece]:
    """The pieces of a part of a text, as pieces of the whole."""
    return [
        Piece(
            piece.source_start + source,
            piece.source_end + source,
            piece.shown_start + shown,
            piece.shown_end + shown,
        )
        for piece in pieces
    ]


def _lengths(keys: list[str]) -> dict[str, list[int]]:
    """By the first two characters: how long keys are, the longest first."""
    found: dict[str, list[int]] = {}
    for key in sorted(keys, key=len, reverse=True):
        lengths = found.setdefault(key[:2], [])
        if not lengths or lengths[-1] != len(key):
            lengths.append(len(key))
    return found


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = spans[:1]
    for start, end in spans[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
