"""What stands on every page of a PDF: running heads and page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.importers.pdf_columns import PageLine

BORDER = 0.14
"""The share of a page at its top and at its foot in which running heads stand."""
LEVEL = 0.01
"""The share of a page within which lines stand beside each other."""
SENTENCE = ("。", "！", "？", "，", "；", "”", "」")
SHOWN = 5
APART = 2.5
NEAR = 4
"""Lines before and behind among which the next one below is looked for."""
OFTEN = 3
ROMAN = "[ivxlcIVXLC]{1,6}"
NUMBER = re.compile(
    rf"(?:第\s*)?[-–—·.~〔（(]*\s*(?:\d{{1,4}}|{ROMAN})\s*[-–—·.~〕）)]*(?:\s*页|\s*頁)?"
    r"(?:\s*[/／,，]?\s*(?:of|共|总)?\s*\d{1,4}\s*(?:页|頁)?)?"
    r"|[Pp](?:age|\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
)
SPACE = re.compile(r"\s+")


def drop_furniture(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[str]]:
    """The lines without running heads and page numbers, and what is to be told of those."""
    borders = _list_borders(lines)
    heads = Counter(_key(lines[number]) for number in borders)
    pages = len({line.page for line in lines})
    often = min(OFTEN, max(2, pages))
    level = _list_level(lines, borders)
    dropped: dict[int, str] = {}
    for number in borders:
        line = lines[number]
        is_number = NUMBER.fullmatch(line.text.strip()) is not None
        is_frequent = heads[_key(line)] >= (2 if is_number else often)
        if is_frequent or number in level or (is_number and _is_alone(line)):
            dropped[number] = "" if is_number else line.text
    kept = [line for number, line in enumerate(lines) if number not in dropped]
    return kept, _tell(list(dropped.values()))


def _list_borders(lines: Sequence[PageLine]) -> list[int]:
    """The numbers of the uppermost and lowest lines of each page that stand near its border."""
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        by_page[line.page].append(number)
    found = []
    for numbers in by_page.values():
        depths = [lines[number].depth for number in numbers]
        top, foot = min(depths), max(depths)
        found += [n for n in numbers if lines[n].depth < min(BORDER, top + LEVEL)]
        found += [n for n in numbers if lines[n].depth > max(1 - BORDER, foot - LEVEL)]
    return sorted(n for n in set(found) if not lines[n].text.endswith(SENTENCE))


def _list_level(lines: Sequence[PageLine], borders: Sequence[int]) -> set[int]:
    """The numbers of lines at the top that stand at one height on many pages, apart from the text.

    So stand heads that alternate, as those of books do: the title on one page, the chapter on the
    next. Of these at least half have been there before.
    """
    tops = {lines[n].page: n for n in borders if lines[n].depth < BORDER and _is_apart(lines, n)}
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in tops.values():
        found[round(lines[number].depth / LEVEL)].append(number)
    return {
        number
        for numbers in found.values()
        if len(numbers) > OFTEN and 2 * len({_key(lines[n]) for n in numbers}) <= len(numbers)
        for number in numbers
    }


def _is_apart(lines: Sequence[PageLine], number: int) -> bool:
    """Whether the next line below is far away."""
    line = lines[number]
    below = [
        line.bottom - one.bottom
        for one in lines[max(0, number - NEAR) : number + NEAR]
        if one.page == line.page and one.bottom < line.bottom
    ]
    return bool(below) and min(below) > APART * line.size


def _key(line: PageLine) -> tuple[bool, str]:
    return line.depth < BORDER, re.sub(r"\d+", "#", SPACE.sub("", line.text))


def _is_alone(line: PageLine) -> bool:
    """Whether a number is that of its own page, which needs no other pages to be known."""
    digits = re.search(r"\d+", line.text)
    return line.depth > 1 - BORDER and digits is not None and int(digits[0]) == line.page + 1


def _tell(dropped: list[str]) -> list[str]:
    heads = list(dict.fromkeys(filter(None, dropped)))
    numbers = sum(not text for text in dropped)
    told = [f"«{text}»" for text in heads[:SHOWN]] + ["…"] * (len(heads) > SHOWN)
    told += [f"{numbers} page numbers"] * bool(numbers)
    return [f"Left out, for they stand on many pages: {', '.join(told)}."] if told else []
