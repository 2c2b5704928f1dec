"""How far characters must stand apart for the readings above them to have room."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from reader.ui.ruby_plan import Plan, Ruby, Stripe

_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f"
_CLINGING = re.compile(f"[{_MARKS}\U00010000-\U0010ffff]")
"""Signs of two UTF-16 units, and signs that change the one before them."""
_SELECTOR = "\U000e0100"
"""From here on signs of two units change the one before them, too."""
STEP = 4
"""Spaces are rounded up to a fourth of a pixel: fewer kinds of them."""


class Stretch(NamedTuple):
    """Neighbours in the same look: the space after each, and their tone."""

    start: int
    length: int
    space: float
    tone: int


def find_spaces(
    rubies: Iterable[Ruby], length: int, em: float, gap: float, measure: Callable[[Ruby], float]
) -> list[float]:
    """The space after each unit: a reading that is too wide takes as much before as after.

    One that has no neighbour on either side stands over half a character of both.
    """
    spaces = [0.0] * length
    ordered = [*rubies, None]
    before = 0
    for ruby, following in pairwise(ordered):
        if ruby is None:
            break
        first, last = ruby.places[0], ruby.places[-1]
        count = len(ruby.places) - 1
        after = following.places[0] if following else length
        alone = first > before and (last < after or last == length)
        before = last
        missing = measure(ruby) + gap - count * em - (alone and em)
        if missing <= 0:
            continue
        share = _round_up(missing / (2 * count))
        if first:
            spaces[first - 1] += share
        for place in ruby.places[1:-1]:
            spaces[place - 1] += 2 * share
        spaces[last - 1] += share
    return spaces


def hold_together(spaces: list[float], text: str) -> None:
    """Let no space stand within a character, however many units it has."""
    inside, pairs = [], 0
    for found in _CLINGING.finditer(text):
        sign, at = found[0], found.start() + pairs
        astral = sign > "\uffff"
        if astral:
            inside.append(at)
            pairs += 1
        if at and (not astral or sign >= _SELECTOR):
            inside.append(at - 1)
    for place in sorted(inside, reverse=True):
        spaces[place] = spaces[place + 1]


def find_stretches(plan: Plan, spaces: Sequence[float]) -> Iterator[Stretch]:
    """The looks of a paragraph; what has no space and no tone is left out."""
    tones = _spread(plan.tones, len(spaces))
    start = 0
    for (space, tone), same in groupby(zip(spaces, tones, strict=True)):
        length = sum(1 for _ in same)
        if space or tone:
            yield Stretch(start, length, space, tone)
        start += length


def _spread(stripes: Iterable[Stripe], length: int) -> list[int]:
    degrees = [0] * length
    for start, end, degree in stripes:
        degrees[start:end] = [degree] * (end - start)
    return degrees


def _round_up(space: float) -> float:
    return -(-space * STEP // 1) / STEP
