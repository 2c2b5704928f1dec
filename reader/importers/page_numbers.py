"""Page numbers that stand between the lines of a text: known by their form and by counting up."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.importers.heads import is_heading

_TOLD = re.compile(
    r"第\s*(\d{1,4})\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?|[Pp](?:age|\.)\s*(\d{1,4})"
)
"""Says itself that it is one."""
_OF_ALL = re.compile(r"(\d{1,4})\s*[/／]\s*(\d{1,4})")
"""1/9: also a fraction, the score of a game or a date."""
_DRAWN = re.compile(r"([-—–－·•~～])\1?\s*(\d{1,4})\s*\1{1,2}")
"""Such as - 3 -, which may also be the number of a part."""
FEWEST_TOLD, FEWEST = 2, 3
LONGEST = 20
ENDS = tuple("。！？!?…”』」：:；;）)")
SAID = re.compile("[。！？!?…；]")
"""Marks that show that a line is written with marks."""


def find_page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """Which lines are page numbers. There may be blank lines between them."""
    short = [
        (at, line.strip()) for at, line in enumerate(lines) if 0 < len(line.strip()) <= LONGEST
    ]
    drawn = _count_up(((at, int(m[2])) for at, m in _match(short, _DRAWN)), FEWEST)
    if drawn and not any(_is_broken(lines, at) for at in drawn):
        drawn = set()  # where no sentence goes on behind any of them, they number parts
    told = ((at, int(m[1] or m[2])) for at, m in _match(short, _TOLD))
    return frozenset(drawn | _count_up(told, FEWEST_TOLD) | _find_of_all(lines, short))


def leave_out(lines: Sequence[str], numbers: frozenset[int]) -> list[str]:
    """The other lines as they are, without blank ones where a number broke a sentence."""
    kept: list[str] = []
    is_open = False
    for at, line in enumerate(lines):
        if at in numbers:
            is_open = is_open or _is_broken(lines, at)
            while is_open and kept and not kept[-1].strip():
                kept.pop()
        elif line.strip() or not is_open:
            is_open = False
            kept.append(line)
    return kept


def drop_page_numbers(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without page numbers, with what they broke in two joined; and those lines."""
    numbers = find_page_numbers(lines)
    kept: list[str] = []
    joins = False
    for at, line in enumerate(lines):
        if at in numbers:
            joins = bool(kept) and not kept[-1].rstrip().endswith(ENDS)
        elif joins and _goes_on(kept[-1], line):
            kept[-1] += line
            joins = False
        else:
            kept.append(line)
            joins = False
    return kept, [lines[at] for at in sorted(numbers)]


def _match(
    lines: Sequence[tuple[int, str]], form: re.Pattern[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in lines:
        match = form.fullmatch(line)
        if match:
            yield at, match


def _count_up(found: Iterator[tuple[int, int]], fewest: int) -> set[int]:
    """Where numbers are that count up one by one."""
    row: list[tuple[int, int]] = []
    for at, number in found:
        if not row or number == row[-1][1] + 1:
            row.append((at, number))
    return {at for at, _ in row} if len(row) >= fewest else set()


def _find_of_all(lines: Sequence[str], short: Sequence[tuple[int, str]]) -> set[int]:
    """Where numbers like 1/9 are; all of them tell the same sum, and none is beyond it."""
    told = [(int(m[2]), at, int(m[1])) for at, m in _match(short, _OF_ALL)]
    numbers: set[int] = set()
    for total, group in groupby(sorted(told), key=lambda one: one[0]):
        places = [(at, number) for _, at, number in group if number <= total]
        row = _count_up(iter(places), FEWEST)
        if total == len(places) == 2 and not any(
            line.strip() for line in lines[places[1][0] + 1 :]
        ):
            row = _count_up(iter(places), total)  # both pages of two, below each of them
        numbers |= row
    return numbers


def _is_broken(lines: Sequence[str], at: int) -> bool:
    """Whether the text before a number goes on behind it."""
    above = (lines[number].rstrip() for number in range(at - 1, -1, -1))
    below = (lines[number].strip() for number in range(at + 1, len(lines)))
    before = next(filter(None, above), "")
    return bool(before) and any(below) and not before.endswith(ENDS)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line may go on in the next: verse and short lines without marks do not."""
    return bool(SAID.search(line)) and not is_heading(before) and not is_heading(line)
