"""OpenCC's conversion: leftmost longest matches, stage after stage, with the map to the source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.core.display import Display, Piece

Entries = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch ``text[start:end]`` whose replacement has another length."""

    start: int
    end: int
    length: int


Attempts = dict[str, list[tuple[int, Entries]]]
"""For each first character: which lengths to try in which entries, in this order."""


def list_attempts(entries: Entries) -> Attempts:
    """The attempts for a single file: the longest first."""
    attempts: Attempts = {}
    for length, first in sorted({(len(key), key[0]) for key in entries}, reverse=True):
        attempts.setdefault(first, []).append((length, entries))
    return attempts


def join_attempts(parts: Sequence[Attempts], *, union: bool) -> Attempts:
    """The attempts for a group: of a union the longest first, else part after part."""
    joined: Attempts = {}
    for part in parts:
        for first, found in part.items():
            joined.setdefault(first, []).extend(found)
    if union:
        for found in joined.values():
            found.sort(key=lambda attempt: -attempt[0])
    return joined


class Dictionary:
    """A dictionary or group of them, ready to be matched."""

    def __init__(self, attempts: Attempts) -> None:
        self._attempts = attempts
        starts = "".join(map(re.escape, attempts))
        self._starts = re.compile(f"[{starts}]") if starts else None

    def matches(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where each match in ``text[start:end]`` begins and ends, and what replaces it."""
        attempts_at, search = self._attempts, self._starts
        at = start
        while search is not None:
            found = search.search(text, at, end)
            if found is None:
                return
            at = found.start()
            for length, entries in attempts_at[text[at]]:
                if at + length <= end:
                    value = entries.get(text[at : at + length])
                    if value is not None:
                        yield at, at + length, value
                        at += length
                        break
            else:
                at += 1


def replace_all(
    text: str, borders: Sequence[int], dictionary: Dictionary
) -> tuple[str, list[Edit]]:
    """Replace every match that lies between two borders. Borders begin with 0, end with the end."""
    parts, edits, done = list[str](), list[Edit](), 0
    for number in range(len(borders) - 1):
        for start, end, value in dictionary.matches(text, borders[number], borders[number + 1]):
            if start > done:
                parts.append(text[done:start])
            parts.append(value)
            done = end
            if len(value) != end - start:
                edits.append(Edit(start, end, len(value)))
    parts.append(text[done:])
    return "".join(parts), edits


def find_borders(text: str, dictionary: Dictionary) -> list[int]:
    """Cut a text at the ends of every match: no later stage may match across these borders."""
    borders = [0]
    for start, end, _ in dictionary.matches(text, 0, len(text)):
        if start > borders[-1]:
            borders.append(start)
        borders.append(end)
    if borders[-1] < len(text):
        borders.append(len(text))
    return borders


def move_borders(borders: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Where borders are after a stage. No edit goes across one."""
    if not edits:
        return list(borders)
    moved, shift, rest = list[int](), 0, list(edits)
    for border in borders:
        while rest and rest[0].end <= border:
            edit = rest.pop(0)
            shift += edit.length - (edit.end - edit.start)
        moved.append(border + shift)
    return moved


def make_pieces(edits: Sequence[Edit]) -> tuple[Piece, ...]:
    """The pieces of a single stage."""
    pieces, shift = list[Piece](), 0
    for edit in edits:
        start = edit.start + shift
        pieces.append(Piece(edit.start, edit.end, start, start + edit.length))
        shift += edit.length - (edit.end - edit.start)
    return tuple(pieces)


def compose(first: Display, second: Display) -> Display:
    """One map for two stages: ``second`` shows the text that ``first`` made.

    Pieces of the two that touch become one, since inside of a piece nothing is aligned.
    """
    if not first.pieces:
        return second
    if not second.pieces:
        return Display(second.text, first.pieces)
    spans = [(p.shown_start, p.shown_end) for p in first.pieces]
    spans += [(p.source_start, p.source_end) for p in second.pieces]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    pieces = (
        Piece(first.source(start), first.source(end), second.shown(start), second.shown(end))
        for start, end in merged
    )
    kept = [p for p in pieces if p.source_end - p.source_start != p.shown_end - p.shown_start]
    return Display(second.text, tuple(kept))
