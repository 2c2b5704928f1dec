"""How a character is written."""

from dataclasses import dataclass

Point = tuple[int, int]

SIDE, TOP = 1024, 900
"""The square that a character is drawn in, and the height of its upper edge: y grows upwards."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """``outline``: letters of an SVG path (M L Q C Z) with their points; ``median``: the way."""

    outline: tuple[tuple[str, tuple[Point, ...]], ...]
    median: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class StrokeOrder:
    """The strokes of a character in the order in which they are written."""

    character: str
    strokes: tuple[Stroke, ...]
