"""How numbers written in digits are read: 2022年 èr líng èr èr nián, 48 sìshíbā, 3.5% …

Every function gives syllables with citation tones, such as ``("si4", "shi2", "ba1")``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby

Syllables = tuple[str, ...]

_DIGITS = ("ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3")
_PLACES = ((), ("shi2",), ("bai3",), ("qian1",))
_GROUPS = ((), ("wan4",), ("yi4",), ("wan4", "yi4"))
_LARGEST = 16
"""Digits of the longest number that is not read digit by digit."""
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS = {"-": "fu4", "−": "fu4", "+": "zheng4"}


def read_number(text: str) -> Syllables:
    """Read digits with what belongs to them; empty for what is no number.

    Understood are ``2022年``, ``2022-09-10``, ``9月10日``, ``3.5%``, ``1/3``, ``8:30``, ``第3``,
    ``1,234.5``, ``-3``, ``3~5``, ``10:2``. The Chinese characters among them are read too. A number
    of more than sixteen digits, or one with a leading zero, is read digit by digit.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    for pattern, read in _FORMS:
        found = pattern.fullmatch(plain)
        if found:
            return read(found)
    return ()


def _read_plain(text: str) -> Syllables:
    """``1,234.5`` by its value, or by its digits if it is a code."""
    whole, _, fraction = text.replace(",", "").partition(".")
    decimals = ("dian3", *_read_digits(fraction)) if fraction else ()
    return (*_read_whole(whole), *decimals)


def _read_digits(text: str) -> Syllables:
    return tuple(_DIGITS[int(digit)] for digit in text)


def _read_whole(text: str) -> Syllables:
    if len(text) > _LARGEST or (len(text) > 1 and text.startswith("0")):
        return _read_digits(text)
    if int(text) == 0:
        return (_DIGITS[0],)
    groups = _cut(text, 4)
    spoken: list[str] = []
    gap = False
    for rank, group in zip(range(len(groups) - 1, -1, -1), groups, strict=True):
        if int(group) == 0:
            gap = bool(spoken)
            continue
        if spoken and (gap or group.startswith("0")):
            spoken.append(_DIGITS[0])
        spoken += (*_read_group(group.lstrip("0")), *_GROUPS[rank])
        gap = False
    return tuple(_trim_ten(_join_large(spoken)))


def _read_group(group: str) -> Iterable[str]:
    """A number below ten thousand: 305 sān bǎi líng wǔ."""
    rank = len(group)
    for digit, run in groupby(group):
        size = len(tuple(run))
        if digit == "0":
            rank -= size
            if rank:
                yield _DIGITS[0]
            continue
        for _ in range(size):
            rank -= 1
            yield _DIGITS[int(digit)]
            yield from _PLACES[rank]


def _join_large(spoken: list[str]) -> list[str]:
    """兆 is not said: 一万二千亿, with one 亿 for all that is above a hundred million."""
    last = max((at for at, syllable in enumerate(spoken) if syllable == "yi4"), default=-1)
    return [s for at, s in enumerate(spoken) if s != "yi4" or at == last]


def _trim_ten(spoken: list[str]) -> list[str]:
    """12 is 十二, but 112 is 一百一十二."""
    return spoken[1:] if spoken[:2] == ["yi1", "shi2"] else spoken


def _cut(text: str, size: int) -> list[str]:
    head = len(text) % size
    return [text[:head]] * bool(head) + [
        text[at : at + size] for at in range(head, len(text), size)
    ]


def _read_year(found: re.Match[str]) -> Syllables:
    return (*_read_digits(found["year"]), "nian2")


def _read_date(found: re.Match[str]) -> Syllables:
    parts = found.groupdict()
    spoken: list[str] = []
    for name, unit in (("year", "nian2"), ("month", "yue4"), ("day", "ri4")):
        digits = parts.get(name)
        if digits:
            spoken += _read_digits(digits) if name == "year" else _read_whole(digits.lstrip("0"))
            spoken.append("hao4" if name == "day" and found[0].endswith("号") else unit)
    return tuple(spoken)


def _read_time(found: re.Match[str]) -> Syllables:
    """8:05 bā diǎn líng wǔ fēn, 8:00 bā diǎn, 8:30:15 …"""
    hour, minute, second = found["hour"], found["minute"], found["second"]
    spoken = [*_read_clock(hour.lstrip("0") or "0"), "dian3"]
    if int(minute) or second:
        spoken += [*_read_clock(minute), "fen1"]
    if second:
        spoken += [*_read_clock(second), "miao3"]
    return tuple(spoken)


def _read_clock(digits: str) -> Syllables:
    if digits.startswith("0") and int(digits):
        return (_DIGITS[0], *_read_whole(digits[1:]))
    return _read_whole(str(int(digits)))


def _read_percentage(found: re.Match[str]) -> Syllables:
    of = ("qian1", "fen1", "zhi1") if found["sign"] == "‰" else ("bai3", "fen1", "zhi1")
    return (*_read_sign(found["minus"]), *of, *_read_plain(found["number"]))


def _read_fraction(found: re.Match[str]) -> Syllables:
    return (*_read_whole(found["below"]), "fen1", "zhi1", *_read_whole(found["above"]))


def _read_ordinal(found: re.Match[str]) -> Syllables:
    return ("di4", *_read_whole(found["number"]))


def _read_range(found: re.Match[str]) -> Syllables:
    return (*_read_plain(found["from"]), "dao4", *_read_plain(found["to"]))


def _read_score(found: re.Match[str]) -> Syllables:
    return (*_read_whole(found["from"]), "bi3", *_read_whole(found["to"]))


def _read_signed(found: re.Match[str]) -> Syllables:
    return (*_read_sign(found["minus"]), *_read_plain(found["number"]))


def _read_sign(sign: str | None) -> Syllables:
    return (_SIGNS[sign],) if sign else ()


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Syllables]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?P<year>\d{2}|\d{4})年", _read_year),
        (
            r"(?:(?P<year>\d{4})年)?(?P<month>0?[1-9]|1[0-2])月(?:(?P<day>[0-3]?\d)[日号])?",
            _read_date,
        ),
        (r"(?P<day>0?[1-9]|[12]\d|3[01])[日号]", _read_date),
        (
            r"(?P<year>\d{4})[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12]\d|3[01])",
            _read_date,
        ),
        (r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?", _read_time),
        (rf"(?P<minus>[-+−])?(?P<number>{_NUMBER})\s?(?P<sign>[%‰])", _read_percentage),
        (r"(?P<above>\d+)[/⁄](?P<below>\d+)", _read_fraction),
        (r"第(?P<number>\d+)", _read_ordinal),
        (rf"(?P<from>{_NUMBER})[~～—–-](?P<to>{_NUMBER})", _read_range),
        (r"(?P<from>\d+):(?P<to>\d+)", _read_score),
        (rf"(?P<minus>[-+−])?(?P<number>{_NUMBER})", _read_signed),
    )
)


_AROUND = re.compile(
    r"(?:第|[-+−])?[0-9０-９][0-9０-９,.:/~～—–⁄-]*"
    r"(?:年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}[日号])?)?"
    r"|月(?:[0-9０-９]{1,2}[日号])?|[日号]|\s?[%％‰])?"
)


def find_number(text: str, offset: int) -> tuple[int, int, Syllables] | None:
    """The longest number or date around the digit at an offset: its start, end and reading."""
    for found in _AROUND.finditer(text):
        if found.start() <= offset < found.end():
            for end in range(found.end(), offset, -1):
                spoken = read_number(text[found.start() : end])
                if spoken and not text[end - 1].isspace():
                    return found.start(), end, spoken
    return None
