"""Page numbers that stand between the lines of a text: known by their form and by counting up."""

import re
from collections.abc import Sequence

_TOLD = re.compile(
    r"第\s*(\d{1,4})\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?"
    r"|(\d{1,4})\s*/\s*\d{1,4}|[Pp](?:age|\.)\s*(\d{1,4})"
)
"""Says itself that it is one."""
_DRAWN = re.compile(r"([-—–－·•~～])\1?\s*(\d{1,4})\s*\1{1,2}")
"""Such as - 3 -, which may also be the number of a part."""
FEWEST_TOLD, FEWEST_DRAWN = 2, 3
ENDS = tuple("。！？!?…”』」：:；;）)")


def drop_page_numbers(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without page numbers, with what they broke in two joined; and those lines."""
    drawn = _find(lines, _DRAWN, FEWEST_DRAWN)
    if drawn and not any(_is_broken(lines, at) for at in drawn):
        drawn = set()  # where no sentence goes on behind any of them, they number parts
    numbers = drawn | _find(lines, _TOLD, FEWEST_TOLD)
    if not numbers:
        return list(lines), []
    kept: list[str] = []
    joins = False
    for at, line in enumerate(lines):
        if at in numbers:
            joins = bool(kept) and not kept[-1].rstrip().endswith(ENDS)
        elif joins:
            kept[-1] += line
            joins = False
        else:
            kept.append(line)
    return kept, [lines[at] for at in sorted(numbers)]


def _find(lines: Sequence[str], form: re.Pattern[str], fewest: int) -> set[int]:
    """Where lines of this form are that count up one by one."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        match = form.fullmatch(line.strip()) if len(line) <= 20 else None
        if match:
            number = next(int(group) for group in match.groups() if group and group.isdigit())
            if not found or number == found[-1][1] + 1:
                found.append((at, number))
    return {at for at, _ in found} if len(found) >= fewest else set()


def _is_broken(lines: Sequence[str], at: int) -> bool:
    """Whether the line before goes on in the line behind."""
    if not 0 < at < len(lines) - 1:
        return False
    return bool(lines[at - 1]) and not lines[at - 1].rstrip().endswith(ENDS)
