"""Pronunciation notes that stand in the text, such as 調(diào): taken out and kept beside it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from reader.core.article import Note

TONES = "\u0304\u0301\u030c\u0300"
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|van|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|üe|ve|ün|vn|a|e|i|o|u|ü|v)r?|n|ng|m|hm|hng"
)
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U000323af]"
_LETTERS = r"a-zA-Z\u00c0-\u01dcɡɑ\u0300-\u030c"
_TONED = r"\u00c0-\u00fc\u0101-\u01dc\u0300-\u030c\u3105-\u312f"
_SPELT = rf"([{_LETTERS}\u3105-\u312fˉˊˇˋ˙1-5\s'’·\-]{{1,80}})"
"""Pinyin or zhuyin. In brackets for titles and the like anything else is text at first sight."""
_SAID = "(?:(?:读音|讀音|拼音|读作|讀作|音|读|讀|念|唸)[ :：]{0,2})?"
_BASE = rf"({HAN}{{1,12}})"
_BRACKETS = (
    *(rf"\({_SAID}([^()]{{1,80}})\)", rf"（{_SAID}([^（）]{{1,80}})）"),
    *(rf"\[{_SAID}([^\[\]]{{1,80}})\]", rf"［{_SPELT}］", rf"【{_SPELT}】", rf"《{_SPELT}》"),
    rf"〔{_SPELT}〕",
)
_MARKED = (
    rf"[{{｛]{_BASE}[|｜]{_SPELT}[}}｝]",
    *(
        rf"[|｜]{_BASE}《{_SPELT}》",
        rf"[|｜]{_BASE}【{_SPELT}】",
        rf"[|｜]{_BASE}[（(]{_SPELT}[)）]",
    ),
)
"""Readings that say what they are of: {銀行|yínháng}, ｜銀行《yínháng》."""
_BEHIND = rf"(?:(?<={HAN})|(?<={HAN}[ \u3000]))"
"""A character, or a space behind one."""
WRITTEN = re.compile("|".join((*_MARKED, rf"{_BEHIND}(?:{'|'.join(_BRACKETS)})")))
BARE = re.compile(
    rf"[{_LETTERS}]{{1,24}}(?:[ '’][{_LETTERS}]{{1,8}}){{0,3}}(?![{_LETTERS}0-9])"
    r"|˙?[\u3105-\u312f]{1,3}[ˊˇˋ˙]?(?![\u3105-\u312fˊˇˋ˙])"
)
"""A note without brackets, which is left where the line above was copied: 漢hàn字zì."""
BRACKET = re.compile(rf"[(（\[［【《〔](?:(?<={HAN}.)|(?<={HAN}[ \u3000].))|[{{｛|｜]")
AFTER_HAN = re.compile(rf"{HAN}(?=[{_LETTERS}˙\u3105-\u312f])")
"""Where notes may begin: looked for by themselves, since most signs begin none."""
TONED = re.compile(f"[{_TONED}]")
ZHUYIN = re.compile(r"[˙]?[\u3105-\u312f]{1,3}[ˉˊˇˋ˙]?")
ALL_ZHUYIN = re.compile(r"[\u3105-\u312fˉˊˇˋ˙\s·\-]*[\u3105-\u312f][\u3105-\u312fˉˊˇˋ˙\s·\-]*")
ZHUYIN_TONES = re.compile("[ˉˊˇˋ˙]")
NUMBERED = re.compile(r"(?<=[a-züA-ZÜ])[1-5](?![0-9])")
PARTS = re.compile(r"[\s'’·\-]+")
OR = re.compile(r"\s*(?:[/／、,，;；|]|或)\s*")
EXPLAINED = re.compile(r"[\s:：=\-–—,，;；]*[a-zA-Z0-9]")
"""What follows a reading in a list of words: 银行 (yínháng) bank."""
SPACES = frozenset(" \u3000")
ERHUA = frozenset("儿兒")
NASAL = frozenset(("m", "n", "ng", "hm", "hng"))
"""Syllables that with a number are rather a unit or a grade: m2, N1."""
TAIWAN = {
    reading: frozenset(characters)
    for reading, characters in (
        ("hàn", "和"), ("lè", "垃"), ("sè", "圾"), ("jiě", "姊"), ("yái", "崖"), ("xī", "携攜"),
        ("zhàn", "暂暫"), ("yì", "液腋"), ("yáo", "淆"), ("xiǎn", "癣癬"), ("guā", "蜗蝸"),
        ("nüè", "谑謔"), ("sì", "赐賜"), ("xiào", "酵"), ("què", "怯"), ("zhé", "慑懾"),
        ("xiá", "挟挾"), ("sāo", "艘"), ("ruǎn", "蠕"), ("zòu", "骤驟"), ("mán", "蹒蹣"),
        ("dùn", "饨飩"), ("gēng", "粳"), ("zhǔn", "隼"), ("zōu", "诌謅"),
    )
}  # fmt: skip
"""Readings of Taiwan that pypinyin lacks, where more than the tone is another."""
MOST_SYLLABLES = 12
MOST_WAYS = 5
"""Readings of one character that a note may name."""
MARKS, FOR_TITLES = tuple("{｛|｜"), frozenset("《【〔")
FEWEST_BARE = 2
"""Notes without brackets, from which on one without a tone is believed: 我wǒ的de書shū."""
MOST_NOTES = 100_000
"""In one line: a whole novel without line ends has fewer."""


class _Found(NamedTuple):
    """A note between ``start`` and ``end`` of what is written."""

    start: int
    end: int
    base: str
    """What it is the reading of: what stands before it, or within where that is marked too."""
    reading: str
    bare: bool = False


def take_notes(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text without its notes, and the notes at the characters that they stood behind.

    A note in brackets is one syllable with its tone mark, or of zhuyin. With a number or without a
    tone, for several characters (銀行(yínháng)), behind a space, in brackets for titles or in none,
    every syllable has to be a reading of its character, and so has each of several that may be
    meant (乐(lè、yuè)). Brackets that hold anything else are text: 氧气(O2).
    """
    toned = TONED.search(text)
    if not toned and not BRACKET.search(text):
        return text, ()
    found = list(_find(text, with_bare=bool(toned)))
    if not found:
        return text, ()
    if sum(one.bare and _is_toned(one.reading) for one in found) < FEWEST_BARE:
        found = [one for one in found if not one.bare or _is_toned(one.reading)]
    parts, notes, length, end = list[str](), list[Note](), 0, 0
    for one in found:
        marked = text[one.start : one.end].startswith(MARKS)
        parts += [text[end : one.start], one.base] if marked else [text[end : one.start]]
        length += one.start - end + len(one.base) * marked
        notes.append(Note(length - len(one.base), length, one.reading))
        end = one.end
    return "".join(parts) + text[end:], tuple(notes)


def _find(text: str, *, with_bare: bool) -> Iterator[_Found]:
    end = 0
    for match in _match(text, with_bare=with_bare):
        if match.start() < end:
            continue
        groups = [group for group in match.groups() if group]
        base, reading = groups if len(groups) == 2 else ("", *(groups or [match[0]]))
        start = match.start()
        apart = not base and text[start - 1] in SPACES
        start -= apart
        if apart and EXPLAINED.match(text, match.end()):
            continue
        before = base or text[max(end, start - MOST_SYLLABLES) : start]
        strict = not groups or apart or text[match.start()] in FOR_TITLES
        reach = _count_noted(before, reading.strip(), strict=strict)
        if reach and (not base or reach == len(base)):
            yield _Found(start, match.end(), before[-reach:], reading, bare=not groups)
            end = match.end()


def _match(text: str, *, with_bare: bool) -> list[re.Match[str]]:
    """What may be notes, in order."""
    starts = [at.start() for at in islice(BRACKET.finditer(text), MOST_NOTES)]
    written = [match for start in starts if (match := WRITTEN.match(text, start))]
    if not with_bare:
        return written
    ends = [at.end() for at in islice(AFTER_HAN.finditer(text), MOST_NOTES)]
    bare = [match for end in ends if (match := BARE.match(text, end))]
    return sorted((*written, *bare), key=re.Match.start) if written and bare else written or bare


def _count_noted(before: str, reading: str, *, strict: bool) -> int:
    """How many characters at the end of a text a note is for; 0 where it is none.

    ``strict``: one syllable has to be a reading of its character too.
    """
    if not before:
        return 0
    if not strict and is_reading(reading) and not NUMBERED.search(reading):
        return 1
    if reading == "r" and before[-1] in ERHUA:
        return int(not strict)
    if ZHUYIN.fullmatch(reading):
        return int(reading in _read_in_zhuyin(before[-1]))
    if ALL_ZHUYIN.fullmatch(reading):
        return _count_zhuyin(before[-len(reading) :], reading)
    ways = OR.split(reading)
    if 1 < len(ways) <= MOST_WAYS:
        return int(all(_may_be(before[-1], way) for way in ways))
    return _count_read(before[-len(reading) :], reading)


def _may_be(character: str, reading: str) -> bool:
    """Whether this is a reading of a character, with its tone."""
    if ZHUYIN.fullmatch(reading):
        return reading in _read_in_zhuyin(character)
    return is_reading(reading) and _count_read(character, reading) == 1


@lru_cache(maxsize=4096)
def is_reading(text: str) -> bool:
    """Whether this looks like one syllable of pinyin with its tone mark or number, or of zhuyin."""
    if ZHUYIN.fullmatch(text):
        return True
    marks = [sign for sign in unicodedata.normalize("NFD", text.lower()) if sign in TONES]
    numbered = text[-1:] in set("12345") and len(text) > 1
    if len(marks) + numbered != 1:
        return False
    return SYLLABLE.fullmatch(_without_tone(text.rstrip("12345"))) is not None


@lru_cache(maxsize=4096)
def _count_read(before: str, reading: str) -> int:
    """How many characters at the end of a text a reading is for; 0 where it is for none."""
    plain = NUMBERED.sub("", reading)
    letters, toned = _without_tone(plain), _is_toned(reading)
    if not re.fullmatch(r"[a-zü\s'’·\-]+", letters) or not (toned or reading.islower()):
        return 0
    joined = PARTS.sub("", letters)
    for reach in range(1, 1 + min(MOST_SYLLABLES, len(before)) if toned else 2):
        if _reads(before[-reach:], joined, _readings):
            named = plain != reading and (joined in NASAL or not plain.islower())
            return 0 if reach == 1 and named else reach
    return 0


@lru_cache(maxsize=4096)
def _count_zhuyin(before: str, reading: str) -> int:
    """The same for several syllables of zhuyin, whatever their tones."""
    joined = ZHUYIN_TONES.sub("", PARTS.sub("", reading))
    for reach in range(2, 1 + min(MOST_SYLLABLES, len(before))):
        if _reads(before[-reach:], joined, _toneless_zhuyin):
            return reach
    return 0


def _reads(characters: str, letters: str, readings: Callable[[str], frozenset[str]]) -> bool:
    """Whether letters without tones are the readings of these characters in order."""
    if not characters:
        return not letters
    return any(
        letters.startswith(syllable) and _reads(characters[1:], letters[len(syllable) :], readings)
        for syllable in readings(characters[0])
    )


@lru_cache(maxsize=1024)
def _readings(character: str) -> frozenset[str]:
    """How a character may be read, without tones."""
    ways = frozenset(map(_without_tone, _look_up(character)))
    return ways | {"r"} if character in ERHUA else ways


@lru_cache(maxsize=1024)
def _toneless_zhuyin(character: str) -> frozenset[str]:
    return frozenset(ZHUYIN_TONES.sub("", way) for way in _read_in_zhuyin(character))


@lru_cache(maxsize=1024)
def _read_in_zhuyin(character: str) -> frozenset[str]:
    from pypinyin import Style  # noqa: PLC0415 -- a quarter of a second, seldom needed
    from pypinyin.style import convert  # noqa: PLC0415 -- the same

    ways = {convert(way, Style.BOPOMOFO, strict=True) for way in _look_up(character)}
    toneless = {ZHUYIN_TONES.sub("", reading) for reading in ways}
    # A neutral tone stands in no dictionary for most characters, and before or behind.
    return frozenset(ways | {f"˙{one}" for one in toneless} | {f"{one}˙" for one in toneless})


@lru_cache(maxsize=1024)
def _look_up(character: str) -> frozenset[str]:
    """How a character may be read, in pinyin with tone marks."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 -- a quarter of a second, seldom needed

    if not re.fullmatch(HAN, character):
        return frozenset()
    found = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    here = frozenset(reading for readings in found for reading in readings)
    return here | {reading for reading, characters in TAIWAN.items() if character in characters}


@lru_cache(maxsize=4096)
def _is_toned(reading: str) -> bool:
    """Whether it says the tone, which zhuyin always does."""
    if ZHUYIN.fullmatch(reading):
        return True
    spread = unicodedata.normalize("NFD", reading)
    return any(sign in TONES for sign in spread) or bool(NUMBERED.search(reading))


def _without_case(text: str) -> str:
    folded = unicodedata.normalize("NFC", text.lower())
    return folded.replace("ɡ", "g").replace("ɑ", "a").replace("v", "ü")


def _without_tone(text: str) -> str:
    spread = unicodedata.normalize("NFD", _without_case(text))
    kept = "".join(sign for sign in spread if sign not in TONES)
    return unicodedata.normalize("NFC", kept)
