"""Which lines are heads of parts and chapters.

Some lines say so themselves: 第三回 …, 卷二, 楔子. Others (一、… · 1. … · Chapter 1 · a bare
number · 第3章 run together with its title) are heads only where they count up, one after another,
with text between them; alone they are a line of a list, or of the story.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.importers.ordinals import HAN_DIGITS, read_number

LONGEST_HEAD = 40
LONGEST_WEAK_HEAD = 30
LEAST_BETWEEN = 120
"""Characters that stand as a rule between two heads of a series; in a list there are fewer."""
SHORTEST_SERIES = 3

_HAN = HAN_DIGITS
_NUMBER = rf"[{_HAN}\d０-９]{{1,7}}"
_GAP = r"[\s\u3000:：、.．·]"
PART, CHAPTER, SUBCHAPTER = 0, 1, 2
_RANKS = dict.fromkeys("部集卷篇辑輯编編", PART) | dict.fromkeys("章回折幕话話", CHAPTER)
_RANKS |= dict.fromkeys("节節", SUBCHAPTER)
_WEAK = 3
_COUNTED = re.compile(rf"第\s*({_NUMBER})\s*([{''.join(_RANKS)}])(?:{_GAP}+(.*)|$)")
_VOLUME = re.compile(rf"(?:卷之?([{_HAN}]{{1,4}})|([上中下])[卷部篇编編])(?:{_GAP}+(.*)|$)")
_NAMED = re.compile(
    r"(?:楔子|序|序章|序幕|序言|自序|代序|引子|引言|前言|小引|缘起|緣起|尾声|尾聲|结语|結語|终章|終章"
    r"|后记|後記|跋|番外|附录|附錄)(?:[一二三四五六七八九十]|\d{1,2})?(?:[\s\u3000:：].{0,20})?"
)
_RUN_TOGETHER = re.compile(rf"第\s*({_NUMBER})\s*([章回节節话話])([^\s\u3000].*)")
_ENGLISH = re.compile(
    r"(?:(part|book|volume)|(?:chapter|lesson|unit))\s+"
    r"(\d{1,4}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(.*)",
    re.IGNORECASE,
)
_FIGURES, _BRACKETS, _ROMAN = "0123456789０１２３４５６７８９", "（(", "IVXLC"
_SERIES = (
    ("一、", _HAN, re.compile(rf"([{_HAN}]{{1,4}})\s*[、.．]\s*\S.*")),
    ("（一）", _BRACKETS, re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]\s*.*")),
    ("1.", _FIGURES, re.compile(r"(\d{1,3})\s*[、.．]\s*(?!\d)\S.*")),
    ("（1）", _BRACKETS, re.compile(r"[（(]\s*(\d{1,3})\s*[）)]\s*.*")),
    ("1 ", _FIGURES, re.compile(r"(\d{1,4})[\s\u3000]+[^\s\d].*")),
    ("1", _FIGURES, re.compile(r"(\d{1,4})[】\]]?")),
    ("一", _HAN, re.compile(rf"([{_HAN}]{{1,4}})")),
    ("一 ", _HAN, re.compile(rf"([{_HAN}]{{1,4}})[\s\u3000]+\S.*")),
    ("I", _ROMAN, re.compile(rf"([{_ROMAN}]{{1,7}})[.．]?(?:\s.*)?")),
)
"""Families of weak heads: with what a line begins that may be one, and the form."""
_DECORATION = re.compile(r"^(?:正文[\s\u3000]+|[【\[☆★◆●■]+[、\s\u3000]*)|[】\]]+$")
"""What stands around heads in novels from the web."""
_DECORATED = 12
"""Characters around a head at most."""
_AROUND, _CLOSES = "正【[☆★◆●■", "】]"
_FIRST_SURE = frozenset(_AROUND + "第卷上中下楔序自代引前小缘緣尾结結终終后後跋番附")
_FIRST_ENGLISH = frozenset("pbvcluPBVCLU")
_FIRST_LIKELY = _FIRST_ENGLISH | frozenset(_AROUND + _HAN + "第" + _FIGURES + _BRACKETS + _ROMAN)
"""How lines begin that may be heads: most begin otherwise and need no closer look."""
_ENDS_TEXT = re.compile(r"[。，；、,;]$|[。；].")
_LEADERS = re.compile(r"(?:[.…·．]{2,}|[\s\u3000.…]{3,})\s*\d+$")


class Head(NamedTuple):
    """A line that is, or may be, a head. The rank of a part is lower than that of its chapters."""

    text: str
    family: str
    number: int
    rank: int
    """-1 for a prologue and its like, which stand beside the parts."""


def is_heading(text: str) -> bool:
    """Whether a line says itself that it is the head of a chapter."""
    return bool(read_heads(text))


def read_heads(text: str) -> tuple[Head, ...]:
    """The heads in a line that says itself that it is one: 第一卷 家 第三章 春 has two."""
    if text[:1] not in _FIRST_SURE or len(text) > LONGEST_HEAD + _DECORATED:
        return ()
    text = _undecorate(text)
    if text[:1] not in _FIRST_SURE or len(text) > LONGEST_HEAD or _ENDS_TEXT.search(text):
        return ()
    if text[-1:].isdecimal() and _LEADERS.search(text):
        return ()
    if text[:1] == "第":
        counted = _COUNTED.fullmatch(text)
        return _split_counted(text, counted) if counted else ()
    if _NAMED.fullmatch(text):
        return (Head(text, text[:2], 0, -1),)
    volume = _VOLUME.fullmatch(text)
    if volume:
        number = read_number(volume[1]) if volume[1] else "上中下".index(volume[2]) + 1
        return (Head(text, "卷", number, PART),)
    return ()


def read_candidate(text: str) -> Head | None:
    """What a line would be a head of if others like it count on from it."""
    if text[:1] not in _FIRST_LIKELY or len(text) > LONGEST_HEAD + _DECORATED:
        return None
    text = _undecorate(text)
    first = text[:1]
    if first not in _FIRST_LIKELY or len(text) > LONGEST_HEAD or _ENDS_TEXT.search(text):
        return None
    english = _ENGLISH.fullmatch(text) if first in _FIRST_ENGLISH else None
    if english:
        rank = PART if english[1] else CHAPTER
        return Head(text, "part" if english[1] else "chapter", read_number(english[2]), rank)
    run_together = _RUN_TOGETHER.fullmatch(text) if first == "第" else None
    if run_together:
        rank = _RANKS[run_together[2]]
        return Head(text, "第~" + run_together[2], read_number(run_together[1]), rank)
    if len(text) <= LONGEST_WEAK_HEAD:
        for family, firsts, pattern in _SERIES:
            match = pattern.fullmatch(text) if first in firsts else None
            if match:
                return Head(text, family, read_number(match[1]), _WEAK)
    return None


def find_series(lines: Sequence[tuple[str, bool]]) -> dict[int, Head]:
    """Which lines are heads because they count up, by their number.

    ``lines``: each with whether it is text; what is none (a title, a known head) takes no part, and
    behind a known head the count may begin anew.
    """
    families: dict[str, list[tuple[int, Head]]] = {}
    restarts: set[str] = set()
    for number, (text, is_text) in enumerate(lines):
        if not is_text:
            restarts = set(families)
            continue
        head = read_candidate(text)
        if head is None:
            continue
        chain = families.setdefault(head.family, [])
        if _continues(chain, head, may_restart=head.family in restarts):
            chain.append((number, head))
            restarts.discard(head.family)
    ends = [0]
    for text, _ in lines:
        ends.append(ends[-1] + len(text))
    return {
        number: head
        for chain in families.values()
        if _is_series(chain, ends)
        for number, head in chain
    }


def _undecorate(text: str) -> str:
    """【第三章】 雨 is 第三章 雨."""
    if text[:1] not in _AROUND and text[-1:] not in _CLOSES:
        return text
    plain = _DECORATION.sub("", text)
    return plain.replace("】", " ", 1) if "【" in text[:1] else plain


def _split_counted(text: str, match: re.Match[str]) -> tuple[Head, ...]:
    unit = match[2]
    head = Head(text, unit, read_number(match[1]), _RANKS[unit])
    inner = _COUNTED.search(match[3]) if match[3] else None
    if inner and _RANKS[inner[2]] > head.rank:
        at = match.start(3) + inner.start()
        outer = Head(text[:at].strip(), unit, head.number, head.rank)
        return outer, Head(text[at:], inner[2], read_number(inner[1]), _RANKS[inner[2]])
    return (head,)


def _continues(chain: list[tuple[int, Head]], head: Head, *, may_restart: bool) -> bool:
    if not chain:
        return head.number in {0, 1}
    last = chain[-1][1].number
    return last < head.number <= last + 2 or (may_restart and head.number == 1)


def _is_series(chain: list[tuple[int, Head]], ends: list[int]) -> bool:
    if len(chain) < SHORTEST_SERIES and not (len(chain) > 1 and chain[0][1].rank < _WEAK):
        return False
    starts = [number for number, _ in chain] + [len(ends) - 1]
    between = sorted(ends[after] - ends[at + 1] for at, after in pairwise(starts))
    # The median; the module that has one loads a megabyte of others.
    return between[(len(between) - 1) // 2] + between[len(between) // 2] >= 2 * LEAST_BETWEEN
