"""Where readings and marks stand, once the lines of a paragraph are known.

All coordinates are those of the block. A reading whose word is broken over two lines is broken
with it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from PySide6.QtGui import QTextBlock, QTextLine

from reader.language.reading_parts import Part, join_parts
from reader.ui import geometry
from reader.ui.ruby_plan import Ruby, Stripe
from reader.ui.ruby_type import RubyType

OVERHANG = 12.0
"""Pixels by which a reading may stand out at the end of a line."""


class Written(NamedTuple):
    """A piece of a reading, with one colour."""

    x: float
    baseline: float
    width: float
    text: str
    tone: int
    doubtful: bool


class Bar(NamedTuple):
    """The mark of a word, or of its part in one line: its left end, and the baseline."""

    x: float
    baseline: float
    width: float
    degree: int


class _Piece(NamedTuple):
    """What of a reading stands in one line."""

    x: float
    width: float
    parts: tuple[Part, ...]
    doubtful: bool


def place_rubies(
    block: QTextBlock, rubies: Sequence[Ruby], ruby_type: RubyType, *, by_tone: bool
) -> list[Written]:
    """Every reading of a block. ``by_tone``: a piece for each syllable."""
    found: list[Written] = []
    lines = geometry.lines(block)
    starts = _cut(rubies, lines)
    for line, inside in zip(lines, starts, strict=True):
        baseline = line.y() + line.ascent() - ruby_type.rise
        pieces = [_measure(line, ruby, first, last, ruby_type) for ruby, first, last in inside]
        for piece in _push_apart(pieces, line.x() + line.width() + OVERHANG, ruby_type.gap / 2):
            found += _write(piece, baseline, ruby_type, by_tone=by_tone)
    return found


def place_bars(block: QTextBlock, stripes: Sequence[Stripe], em: float) -> list[Bar]:
    """The marks of words, a little shorter than the words so that neighbours stay apart."""
    bars, lines, at = [], geometry.lines(block), 0
    for start, end, degree in stripes:
        while at < len(lines) and _end(lines[at]) <= start:
            at += 1
        for line in lines[at:]:
            if line.textStart() >= end:
                break
            left = _x(line, max(start, line.textStart()))
            last = min(end, _end(line))
            right = min(_x(line, last), _x(line, last - 1) + em)
            baseline = line.y() + line.ascent()
            bars.append(Bar(left + em * 0.05, baseline, right - left - em * 0.1, degree))
    return bars


def _cut(rubies: Sequence[Ruby], lines: Sequence[QTextLine]) -> list[list[tuple[Ruby, int, int]]]:
    """For each line the readings that stand above it, from one of their parts to another."""
    cut: list[list[tuple[Ruby, int, int]]] = [[] for _ in lines]
    if not lines:
        return cut
    ends = [_end(line) for line in lines]
    at = 0
    for ruby in rubies:
        first, count = 0, len(ruby.parts)
        while first < count:
            while at + 1 < len(ends) and ends[at] <= ruby.places[first]:
                at += 1
            last = first + 1
            while last < count and (at + 1 == len(ends) or ruby.places[last] < ends[at]):
                last += 1
            cut[at].append((ruby, first, last))
            first = last
    return cut


def _measure(line: QTextLine, ruby: Ruby, first: int, last: int, ruby_type: RubyType) -> _Piece:
    """A piece of a reading, centred over its characters."""
    left = _x(line, ruby.places[first])
    right = (_x(line, ruby.places[last - 1]) if last - first > 1 else left) + ruby_type.em
    parts = ruby.parts[first:last]
    width = ruby_type.width(join_parts(parts))
    return _Piece((left + right - width) / 2, width, parts, ruby.doubtful)


def _push_apart(pieces: Sequence[_Piece], right: float, gap: float) -> Iterator[_Piece]:
    """The same pieces, none over another, and none beyond the end of the line if it can be."""
    free = float("-inf")
    moved = []
    for piece in pieces:
        x = max(piece.x, free)
        moved.append(piece._replace(x=x))
        free = x + piece.width + gap
    limit = right
    for number in range(len(moved) - 1, -1, -1):
        piece = moved[number]
        if piece.x + piece.width <= limit:
            break
        moved[number] = piece._replace(x=limit - piece.width)
        limit = moved[number].x - gap
    return iter(moved)


def _write(
    piece: _Piece, baseline: float, ruby_type: RubyType, *, by_tone: bool
) -> Iterator[Written]:
    if not by_tone:
        text = join_parts(piece.parts)
        yield Written(piece.x, baseline, piece.width, text, 0, piece.doubtful)
        return
    x = piece.x
    for number, part in enumerate(piece.parts):
        text = part.text if number else join_parts(piece.parts[:1])
        width = ruby_type.width(text)
        yield Written(x, baseline, width, text, part.tone, piece.doubtful)
        x += width


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _x(line: QTextLine, place: int) -> float:
    """PySide6 gives the x together with the offset that it corrected to."""
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
