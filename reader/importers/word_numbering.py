"""The numbers that Word writes before headings and in lists: 第一章, 1.2, (三)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from reader.importers.word_styles import child_value, find_child
from reader.importers.xml_tree import attribute, local_name

DEEPEST = 9
LONGEST_SIGN = 40
LARGEST = 9_999
DIGITS = "〇一二三四五六七八九"
LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
ROMAN = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL"} | {
    10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I",
}  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered. ``sign``: such as ``第%1章``."""

    start: int = 1
    form: str = "decimal"
    sign: str = ""
    is_plain: bool = False
    """Whether the numbers of wider levels are plain ones in it."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    lists: dict[str, str] = field(default_factory=dict)
    """The kind of each list."""
    kinds: dict[str, dict[int, Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """List and level of paragraphs by their style."""
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Where lists begin anew that are of a kind that was counted before, by level."""
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def read_lists(self, root: etree._Element) -> None:
        """Take what the part of a document says that defines its lists."""
        for one in root:
            if local_name(one) == "abstractNum":
                found = (level for level in one if local_name(level) == "lvl")
                self.kinds[attribute(one, "abstractNumId")] = dict(map(_read_level, found))
            elif local_name(one) == "num":
                self.lists[attribute(one, "numId")] = child_value(one, "abstractNumId")
                self.starts[attribute(one, "numId")] = dict(_read_starts(one))

    def read_styles(self, styles: Iterable[etree._Element]) -> None:
        """Take what styles say of the lists that their paragraphs belong to."""
        for style in styles:
            place = _read_place(style, ("", 0)) if local_name(style) == "style" else ("", 0)
            if place[0]:
                self.styles[attribute(style, "styleId")] = place

    def count(self, paragraph: etree._Element) -> str:
        """The sign before a paragraph, which is the next of its list; empty where it has none."""
        properties = find_child(paragraph, "pPr")
        if properties is None:
            return ""
        name, depth = _read_place(
            paragraph, self.styles.get(child_value(properties, "pStyle"), ("", 0))
        )
        kind = self.lists.get(name, "")
        levels = self.kinds.get(kind, {})
        if depth not in levels:
            return ""
        anew = self.starts.get(name, {})
        starts = [anew.get(n, levels.get(n, Level()).start) - 1 for n in range(DEEPEST)]
        counts = self._counts.setdefault(name if anew else kind, starts.copy())
        counts[depth] += 1
        counts[depth + 1 :] = starts[depth + 1 :]
        return _write_sign(levels, depth, counts)


def _read_place(element: etree._Element, usual: tuple[str, int]) -> tuple[str, int]:
    """The list and the level that a paragraph or style says it belongs to."""
    properties = find_child(element, "pPr")
    place = find_child(properties, "numPr") if properties is not None else None
    if place is None:
        return usual
    depth = child_value(place, "ilvl")
    return child_value(place, "numId") or usual[0], int(depth) if depth in set("012345678") else 0


def _read_starts(one: etree._Element) -> Iterator[tuple[int, int]]:
    """The levels at which a list begins anew, and with which number."""
    for level in (each for each in one if local_name(each) == "lvlOverride"):
        depth, start = attribute(level, "ilvl"), child_value(level, "startOverride")
        if depth in set("012345678") and start.isdecimal() and len(start) < len(str(LARGEST)):
            yield int(depth), int(start)


def _read_level(level: etree._Element) -> tuple[int, Level]:
    depth, start = attribute(level, "ilvl"), child_value(level, "start")
    found = Level(
        int(start) if start.isdecimal() and len(start) < len(str(LARGEST)) else 1,
        child_value(level, "numFmt") or "decimal",
        child_value(level, "lvlText")[:LONGEST_SIGN],
        find_child(level, "isLgl") is not None,
    )
    return int(depth) if depth in set("012345678") else DEEPEST, found


def _write_sign(levels: dict[int, Level], depth: int, counts: list[int]) -> str:
    here = levels[depth]
    if here.form in {"bullet", "none"}:
        return ""

    def write(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = "decimal" if here.is_plain else levels.get(at, Level()).form
        return write_number(max(1, counts[at]), form)

    sign = re.sub("%([1-9])", write, here.sign).strip()
    return f"{sign} " if sign else ""


def write_number(number: int, form: str) -> str:
    """A number in one of the forms of Word; in digits where the form is not known."""
    writer = FORMS.get(form)
    return writer(number) if writer and 0 < number <= LARGEST else str(number)


def _write_chinese(number: int) -> str:
    written, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + sign
        gap = not digit
    return written.removeprefix("一") if written.startswith("一十") else written


def _write_roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN.items():
        written += sign * (number // value)
        number %= value
    return written


def _write_letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * min(5, 1 + (number - 1) // 26)


def _write_circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else str(number)


def _write_stem(number: int) -> str:
    return STEMS[(number - 1) % 10]


FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _write_roman,
    "lowerRoman": lambda number: _write_roman(number).lower(),
    "upperLetter": _write_letter,
    "lowerLetter": lambda number: _write_letter(number).lower(),
    "decimalEnclosedCircle": _write_circled,
    "decimalEnclosedCircleChinese": _write_circled,
    "decimalFullWidth": lambda number: str(number).translate(
        {n: n + 0xFEE0 for n in range(48, 58)}
    ),
    "ideographTraditional": _write_stem,
    "chineseLegalSimplified": lambda number: _write_chinese(number).translate(LEGAL),
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"),
        ),
        _write_chinese,
    ),
}
