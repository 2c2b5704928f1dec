"""The strokes of characters: a read-only SQLite file, compiled by packaging/build_strokes.py.

A row holds a block of 64 code points, compressed: for each character that is known its place in
the block, the length of what follows, and its strokes. Those are first what they are made of (for
each stroke the number of its letters, the letters, the number of points of its median), then all
points, each as the way from the one before, in units of two, zigzagged into seven bits a byte.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from reader.core.errors import ResourceError
from reader.core.strokes import Point, Stroke, StrokeOrder

BLOCK = 64
UNIT = 2
"""Points are kept on a grid of 512."""
LETTERS = "MLQCZ"
POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}
_REMEMBERED = 8


class Strokes:
    """Any thread may ask."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._block = lru_cache(_REMEMBERED)(self._read_block)

    def find(self, character: str) -> StrokeOrder | None:
        """How a character is written; None where that is not known or the data is not installed.

        Raises ResourceError where the file is damaged.
        """
        block, place = divmod(ord(character), BLOCK)
        data = self._block(block).get(place)
        if data is None:
            return None
        try:
            return StrokeOrder(character, tuple(read_strokes(data)))
        except (IndexError, StopIteration, RuntimeError) as cause:
            raise self._damaged() from cause

    def _read_block(self, block: int) -> dict[int, bytes]:
        if not self._path.is_file():
            return {}
        address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                row = connection.execute(
                    "SELECT data FROM strokes WHERE block = ?", (block,)
                ).fetchone()
            return dict(_split(zlib.decompress(row[0]))) if row else {}
        except (sqlite3.Error, zlib.error) as cause:
            raise self._damaged() from cause

    def _damaged(self) -> ResourceError:
        return ResourceError(
            f"The stroke data {self._path} is damaged and cannot be read. "
            "Install the program again."
        )


def _split(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at + 1 : at + 3], "big")
        yield data[at], data[at + 3 : at + 3 + length]
        at += 3 + length


def read_strokes(data: bytes) -> Iterator[Stroke]:
    """The strokes of a character as they are kept in a block."""
    at, shapes = 1, []
    for _ in range(data[0]):
        end = at + 1 + data[at]
        shapes.append(([LETTERS[code] for code in data[at + 1 : end]], data[end]))
        at = end + 1
    numbers = _read_numbers(data[at:])
    for letters, length in shapes:
        points = _read_points(numbers, sum(POINTS[letter] for letter in letters))
        outline = []
        for letter in letters:
            taken, points = points[: POINTS[letter]], points[POINTS[letter] :]
            outline.append((letter, tuple(taken)))
        yield Stroke(tuple(outline), tuple(_read_points(numbers, length)))


def _read_points(numbers: Iterator[int], count: int) -> list[Point]:
    x = y = 0
    points = []
    for _ in range(count):
        x, y = x + next(numbers), y + next(numbers)
        points.append((x * UNIT, y * UNIT))
    return points


def _read_numbers(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield (number >> 1) ^ -(number & 1)
            number = shift = 0
