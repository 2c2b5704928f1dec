"""Which column of a page its lines stand in, where it is set in several."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line in points. ``bottom`` falls from line to line; of vertical text it is turned."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    foot: float = 0.0
    """The bottom of its last character; of a column it is far below that of the first."""
    depth: float = 0.5
    """Where it stands on the page: 0 at the top, 1 at the foot."""
    column: int = 0
    """1 for the leftmost; 0 where it reaches across columns, or there is only one."""


FEWEST = 3
"""Lines of a column."""
NARROWEST = 8
"""Characters of its lines, on average: what is narrower is a table, or verse."""
MOST = 1_000
"""Lines; no page that is read has as many."""
CANDIDATES = 12
MOSTLY = 0.6
OVERLAP = 0.3


def place_in_columns(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page, each with the number of its column. Their order stays."""
    starts = _find_starts(lines) if len(lines) <= MOST else []
    if not starts:
        return list(lines)
    ends = [*starts, float("inf")]
    placed = []
    for line in lines:
        column = sum(line.left >= start - 1 for start in starts)
        is_across = line.right > ends[column] - 1
        placed.append(replace(line, column=0 if is_across else column + 1))
    return placed


def _find_starts(lines: Sequence[PageLine]) -> list[float]:
    """Where the second column begins, and those behind it; none where there is one only."""
    start = _find_start(lines)
    if start is None:
        return []
    left = [line for line in lines if line.right <= start + 1]
    right = [line for line in lines if line.left >= start - 1]
    return [*_find_starts(left), start, *_find_starts(right)]


def _find_start(lines: Sequence[PageLine]) -> float | None:
    """Where a page is best divided into columns; None where it is not."""
    total = sum(len(line.text) for line in lines)
    best, most = None, 0
    for at, _ in Counter(round(line.left) for line in lines).most_common(CANDIDATES):
        left = [line for line in lines if line.right <= at + 1]
        right = [line for line in lines if line.left >= at - 1]
        counts = [sum(len(line.text) for line in part) for part in (left, right)]
        few = min(len(left), len(right)) < FEWEST or sum(counts) < MOSTLY * total
        narrow = any(
            count < NARROWEST * len(part) for count, part in zip(counts, (left, right), strict=True)
        )
        if few or narrow or min(counts) <= most or not _stand_side_by_side(left, right):
            continue
        best, most = float(at), min(counts)
    return best


def _stand_side_by_side(left: Sequence[PageLine], right: Sequence[PageLine]) -> bool:
    spans = [
        (min(line.bottom for line in part), max(line.bottom for line in part))
        for part in (left, right)
    ]
    common = min(high for _, high in spans) - max(low for low, _ in spans)
    return common > OVERLAP * min(high - low for low, high in spans)
