"""Lines of a PDF joined into paragraphs, with what is larger than the text as headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.core.article import Kind
from reader.importers.outline import Line
from reader.importers.pdf_columns import PageLine
from reader.importers.pdf_lines import WIDE
from reader.importers.plain_text import make_paragraph

LARGER = 1.15
LONGEST_HEADING = 60
INDENT = 0.8
"""Of the size of a character."""
SHORT = 1.6
SHORT_OPEN = 4.0
"""Likewise, where the line does not end a sentence, or paragraphs are known by their indents."""
SHORT_LATIN = 8.0
"""Likewise, of words with spaces."""
OFTEN = 0.1
"""The share of indented lines from which on paragraphs are known by them."""
APART = 1.5
"""Of the usual distance between lines: what is farther apart is another paragraph."""
NO_HEADING = re.compile(r"[。，；,;]$")
ENDS_SENTENCE = re.compile(r"[。！？!?…：:][”’」』）)]*$")
LATIN_END = re.compile(r"[A-Za-z0-9,.;:)'\"]$")

Marks = Mapping[tuple[int, str], int]
"""The level of each heading that the contents name, by page and letters."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in the document: size, distance between lines; the margins of each column."""

    size: float
    pitch: float
    margins: Mapping[tuple[int, int], tuple[float, float]]
    """By page and column."""
    indented: bool


def join_lines(lines: Sequence[PageLine], marks: Marks) -> list[Line]:
    """Paragraphs and headings."""
    if not lines:
        return []
    measure = _measure(lines)
    levels = _rank_sizes(lines, measure)
    joined: list[tuple[list[PageLine], int]] = []
    for line in lines:
        before = joined[-1] if joined else None
        level = _find_level(line, levels, marks)
        if before and before[1] and _continues(before[0][-1], line, measure, before[1]):
            level = before[1]
        if before and before[1] == level and _continues(before[0][-1], line, measure, level):
            before[0].append(line)
        else:
            joined.append(([line], level))
    return [_write(part, level) for part, level in joined]


def letters(text: str) -> str:
    """What of a heading has to be the same in the contents."""
    return re.sub(r"[\W_]", "", text)


def _measure(lines: Sequence[PageLine]) -> _Measure:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = max(sizes, key=sizes.__getitem__)
    body = [line for line in lines if abs(line.size - size) < 0.1 * size]
    drops = [a.bottom - b.bottom for a, b in pairwise(body) if a.page == b.page]
    pitch = median([drop for drop in drops if 0.8 * size < drop < 3 * size] or [1.5 * size])
    wide = _list_margins(body)
    lefts = [(line.left, wide[line.page, line.column][0]) for line in body]
    indents = sum(1.2 * size < left - margin < 3 * size for left, margin in lefts)
    return _Measure(size, pitch, wide, indented=indents > OFTEN * len(body))


def _list_margins(lines: Sequence[PageLine]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right of each column of each page."""
    parts: defaultdict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        parts[line.page, line.column].append(line)
    margins = {place: _find_margins(part) for place, part in parts.items()}
    widths: defaultdict[bool, list[float]] = defaultdict(list)
    for (_, column), (left, right) in margins.items():
        widths[column > 0].append(right - left)
    usual = {is_column: median(found) for is_column, found in widths.items()}
    # A page with a few short lines does not show how wide it is.
    return {
        (page, column): (left, max(right, left + usual[column > 0]))
        for (page, column), (left, right) in margins.items()
    }


def _find_margins(lines: Sequence[PageLine]) -> tuple[float, float]:
    """Left and right: where most lines begin, but for the indented ones, and the farthest end."""
    lefts = Counter(round(line.left / 2) * 2 for line in lines)
    most = max(lefts.values())
    left = min(at for at, count in lefts.items() if count >= max(1, most // 4))
    return float(left), max(line.right for line in lines)


def _rank_sizes(lines: Sequence[PageLine], measure: _Measure) -> dict[float, int]:
    """The level of each size in which headings are set."""
    large = {round(line.size) for line in lines if line.size > LARGER * measure.size}
    return {float(size): level for level, size in enumerate(sorted(large, reverse=True), 1)}


def _find_level(line: PageLine, levels: Mapping[float, int], marks: Marks) -> int:
    if marks:
        return marks.get((line.page, letters(line.text)), 0)
    if len(line.text) > LONGEST_HEADING or NO_HEADING.search(line.text):
        return 0
    return levels.get(float(round(line.size)), 0)


def _continues(before: PageLine, line: PageLine, measure: _Measure, level: int) -> bool:
    """Whether a line belongs to the same paragraph, or heading, as the one before it."""
    if abs(before.size - line.size) > 0.1 * measure.size:
        return False
    drop = before.bottom - line.bottom
    same_page = before.page == line.page
    if level:
        return same_page and 0 < drop < 2 * line.size and line.size > LARGER * measure.size
    next_column = line.column > before.column and drop <= 0
    if same_page and not next_column and not 0 < drop <= APART * measure.pitch:
        return False
    left, _ = measure.margins.get((line.page, line.column), (line.left, line.right))
    _, right = measure.margins.get((before.page, before.column), (before.left, before.right))
    is_full = before.right >= right - _slack(before.text, measure) * measure.size
    return is_full and line.left <= left + INDENT * measure.size


def _slack(text: str, measure: _Measure) -> float:
    """How far before the margin a line may end that goes on in the next, in characters."""
    if LATIN_END.search(text):
        return SHORT_LATIN
    is_open = measure.indented or not ENDS_SENTENCE.search(text)
    return SHORT_OPEN if is_open else SHORT


def _write(part: Sequence[PageLine], level: int) -> Line:
    text = part[0].text
    for line in part[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line.text
        elif re.match(WIDE, line.text) or re.search(f"{WIDE}$", text):
            text += line.text
        else:
            text = f"{text} {line.text}"
    text = text.replace("\u00ad", "-").strip(" \u3000\xa0")
    level = level if len(text) <= LONGEST_HEADING else 0
    return Line(make_paragraph(text, Kind.HEADING if level else Kind.BODY), level)
