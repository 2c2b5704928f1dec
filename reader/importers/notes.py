"""Pronunciation notes that stand in the text, such as 調(diào): taken out and kept beside it."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from reader.core.article import Note

TONES = "\u0304\u0301\u030c\u0300"
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|van|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|üe|ve|ün|vn|a|e|i|o|u|ü|v)r?|n|ng|m|hm|hng"
)
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U000323af]"
BRACKETED = re.compile(
    rf"(?<={HAN})(?:\(([^()]{{1,32}})\)|（([^（）]{{1,32}})）|\[([^\[\]]{{1,32}})\])"
)
ZHUYIN = re.compile(r"[˙]?[\u3105-\u312f]{1,3}[ˊˇˋ˙]?")
PARTS = re.compile(r"[\s'’·\-]+")
LONGEST_SYLLABLE = 7
MOST_SYLLABLES = 4
MOST_NOTES = 200_000
"""In one line: a whole novel without line ends has fewer."""


def take_notes(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text without its notes, and the notes at the characters that they stood behind.

    A note is one syllable with its tone mark or number, or zhuyin. Without a tone, or for several
    characters (銀行(yínháng)), every syllable has to be a reading of its character. Brackets that
    hold anything else are text.
    """
    parts, notes, length, end = list[str](), list[Note](), 0, 0
    if not ("(" in text or "（" in text or "[" in text):
        return text, ()
    for match in islice(BRACKETED.finditer(text), MOST_NOTES):
        reading = next(group for group in match.groups() if group)
        reach = (
            1
            if is_reading(reading)
            else _count_read(
                text[max(end, match.start() - MOST_SYLLABLES) : match.start()], reading
            )
        )
        if not reach:
            continue
        parts.append(text[end : match.start()])
        length += match.start() - end
        notes.append(Note(length - reach, length, reading))
        end = match.end()
    return "".join(parts) + text[end:], tuple(notes)


@lru_cache(maxsize=4096)
def is_reading(text: str) -> bool:
    """Whether this is one syllable of pinyin with its tone mark or number, or of zhuyin."""
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
    letters = _without_tone(reading)
    toned = letters != _without_case(reading)
    if not re.fullmatch(r"[a-zü\s'’·\-]+", letters) or not (toned or reading.islower()):
        return 0
    joined = PARTS.sub("", letters)
    for reach in range(1, 1 + min(MOST_SYLLABLES, len(before)) if toned else 2):
        if _reads(before[-reach:], joined):
            return reach
    return 0


def _reads(characters: str, letters: str) -> bool:
    """Whether letters without tones are the readings of these characters in order."""
    if not characters:
        return not letters
    return any(
        letters.startswith(syllable) and _reads(characters[1:], letters[len(syllable) :])
        for syllable in _readings(characters[0])
    )


@lru_cache(maxsize=1024)
def _readings(character: str) -> frozenset[str]:
    """How a character may be read, without tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 -- a quarter of a second, seldom needed

    if not re.fullmatch(HAN, character):
        return frozenset()
    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=True, errors="ignore")
    return frozenset(reading for readings in found for reading in readings)


def _without_case(text: str) -> str:
    folded = unicodedata.normalize("NFC", text.lower())
    return folded.replace("ɡ", "g").replace("ɑ", "a").replace("v", "ü")


def _without_tone(text: str) -> str:
    spread = unicodedata.normalize("NFD", _without_case(text))
    kept = "".join(sign for sign in spread if sign not in TONES)
    return unicodedata.normalize("NFC", kept)
