"""Lines that were cut at a fixed width, joined into paragraphs again.

Such lines nearly all reach the same edge and seldom end where a clause does; indentation and blank
lines then say where paragraphs begin. Verse, dialogue, lists and headlines are left as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from reader.importers.heads import is_heading

NARROWEST, WIDEST = 40, 180
"""Columns, two for a Chinese character: what somebody would cut lines at."""
RAGGED = 5
"""Columns that a full line may lack: for a mark that must not begin the next, or a number."""
LONGER = 0.02
"""The share of lines that may be longer than all others, such as addresses."""
FEWEST, FEWEST_BARE = 4, 8
"""Full lines, with indentation or blank lines to tell paragraphs by, and without."""
LEAST, LEAST_BARE = 0.3, 0.6
"""The share of lines that are full."""
FEWEST_ON, LEAST_ON = 2, 0.9
"""Of the lines that are not indented where paragraphs are: how many stand behind full lines."""
MOST_ENDED = 0.45
"""The share of full lines that end with a mark; in lines that nobody cut nearly all do."""
LEAST_ENDED = 0.6
"""The share of the other lines that do: in a list of headlines none does."""
MARKS = tuple("。！？!?…”」』：:；;，、,.）)》—")
INDENT = re.compile(r"(?:[\u3000\u2003\t]|[ \xa0\u2002]{2})[\s\xa0]*(?=\S)")
SPACED = 0.9
"""The share of lines with a blank line behind them, from which on blank lines tell nothing."""
TOLD = "{count} lines that had been cut at a fixed width were joined to those before them."


@dataclass(frozen=True, slots=True)
class _Shape:
    """What lines look like that were cut."""

    edge: int
    """From this width on a line is full."""
    by_indent: bool
    """Whether paragraphs begin with indented lines."""


def unwrap(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines with what was cut joined, and how many were joined to one before them.

    Lines come as they are written, with indentation and with blank lines between them.
    """
    written = [line.rstrip() for line in lines]
    if _is_spaced(written):
        written = [line for line in written if line]
    widths = [_measure(line) for line in written]
    shape = _find_shape(written, widths)
    if shape is None:
        return list(lines), 0
    joined: list[list[str]] = []
    was_full = False
    for line, width in zip(written, widths, strict=True):
        if was_full and line and not _begins(line, shape):
            joined[-1].append(line.strip())
        else:
            joined.append([line])
        was_full = width >= shape.edge
    return list(map(_join, joined)), len(written) - len(joined)


def _find_shape(lines: Sequence[str], widths: Sequence[int]) -> _Shape | None:
    """How the lines were cut; None where nobody cut them."""
    known = sorted(filter(None, widths))
    widest = known[ceil((1 - LONGER) * (len(known) - 1))] if known else 0
    if len(known) <= FEWEST or not NARROWEST <= widest <= WIDEST:
        return None
    edge = widest - RAGGED
    indented = sum(INDENT.match(line) is not None for line in lines)
    by_indent = 1 < indented < SPACED * len(known)
    shape = _Shape(edge, by_indent)
    told = by_indent or len(known) < len(lines) - 1
    cut = _is_cut(lines, widths, edge, told=told) or (by_indent and _goes_on(lines, widths, shape))
    return shape if cut else None


def _goes_on(lines: Sequence[str], widths: Sequence[int], shape: _Shape) -> bool:
    """Whether lines without indentation stand behind full ones and hardly anywhere else."""
    first = next(at for at, line in enumerate(lines) if INDENT.match(line))
    behind = [
        (width >= shape.edge, line.endswith(MARKS))
        for (line, after), width in list(zip(pairwise(lines), widths, strict=False))[first:]
        if line and after and not _begins(after, shape)
    ]
    full = sum(is_full for is_full, _ in behind)
    ended = sum(is_full and is_ended for is_full, is_ended in behind)
    return full >= FEWEST_ON and full >= LEAST_ON * len(behind) and ended <= MOST_ENDED * full


def _is_cut(lines: Sequence[str], widths: Sequence[int], edge: int, *, told: bool) -> bool:
    """Whether full lines are many and end anywhere. ``told``: whether paragraphs are set apart."""
    open_ended = zip(pairwise(lines), widths, strict=False)
    full = [line for (line, after), width in open_ended if width >= edge and after]
    rest = [line for line, width in zip(lines, widths, strict=True) if line and width < edge]
    fewest, least = (FEWEST, LEAST) if told else (FEWEST_BARE, LEAST_BARE)
    if len(full) < max(fewest, least * (len(full) + len(rest))):
        return False
    if sum(line.endswith(MARKS) for line in full) > MOST_ENDED * len(full):
        return False
    ended = sum(line.endswith(MARKS) for line in rest)
    return len(rest) < FEWEST or ended >= LEAST_ENDED * len(rest)


def _measure(line: str) -> int:
    """Columns: two bytes of GBK are two, and a sign that it lacks is hardly ever in a line.

    A long line was not cut, however many there are in it.
    """
    return len(line.encode("gbk", "replace")) if len(line) <= WIDEST else 2 * len(line)


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether behind nearly every line there is a blank one."""
    gaps = sum(bool(line) and not after for line, after in pairwise(lines))
    return gaps >= SPACED * max(1, sum(map(bool, lines)) - 1)


def _begins(line: str, shape: _Shape) -> bool:
    """Whether a paragraph begins with a line."""
    return (shape.by_indent and INDENT.match(line) is not None) or is_heading(line.strip())


def _join(lines: Sequence[str]) -> str:
    """One line of several; a space stands between words of letters."""
    parts = [lines[0]]
    for before, line in pairwise(lines):
        ends, begins = before[-1:], line[:1]
        between = ends.isascii() and ends.isalpha() and begins.isascii() and begins.isalpha()
        parts += [" ", line] if between else [line]
    return "".join(parts)
