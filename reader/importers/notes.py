"""Pronunciation notes that stand in the text, such as 調(diào): taken out and kept beside it."""

import re
import unicodedata

from reader.core.article import Note

TONES = "\u0304\u0301\u030c\u0300"
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|van|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|üe|ve|ün|vn|a|e|i|o|u|ü|v)r?|n|ng|m|hm|hng"
)
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U000323af]"
BRACKETED = re.compile(
    rf"(?<={HAN})(?:\(([^()\s]{{1,8}})\)|（([^（）\s]{{1,8}})）|\[([^\[\]\s]{{1,8}})\])"
)
ZHUYIN = re.compile(r"[˙]?[\u3105-\u312f]{1,3}[ˊˇˋ˙]?")


def take_notes(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text without its notes, and the notes at the characters that they stood behind.

    Brackets that hold anything but one syllable with its tone mark, or zhuyin, are text.
    """
    parts, notes, length, end = list[str](), list[Note](), 0, 0
    for match in BRACKETED.finditer(text):
        reading = next(group for group in match.groups() if group)
        if not is_reading(reading):
            continue
        parts.append(text[end : match.start()])
        length += match.start() - end
        notes.append(Note(length - 1, length, reading))
        end = match.end()
    return "".join(parts) + text[end:], tuple(notes)


def is_reading(text: str) -> bool:
    """Whether this is one syllable of pinyin with its tone mark or number, or of zhuyin."""
    if ZHUYIN.fullmatch(text):
        return True
    marks = [sign for sign in unicodedata.normalize("NFD", text.lower()) if sign in TONES]
    numbered = text[-1:] in set("12345") and len(text) > 1
    if len(marks) + numbered != 1:
        return False
    return SYLLABLE.fullmatch(_without_tone(text.rstrip("12345"))) is not None


def _without_tone(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.lower().replace("ɡ", "g").replace("ɑ", "a"))
    kept = "".join(sign for sign in spread if sign not in TONES)
    return unicodedata.normalize("NFC", kept)
