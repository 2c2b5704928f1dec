"""Forms of signs: those of vertical lines, and radicals in the place of characters."""

import re
from unicodedata import normalize

_VERTICAL = "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈"
_HORIZONTAL = "，、。：；！？〖〗…：—–＿（）｛｝〔〕【】《》〈〉「」『』［］"
FORMS = str.maketrans(_VERTICAL, _HORIZONTAL)
"""Two dots above each other are a leader to Unicode; those who type them mean a colon."""
VERTICAL = frozenset(_VERTICAL)
TOLD = "Written for vertical lines: {count} brackets and other signs are shown in their usual form."


def lay_down(text: str) -> tuple[str, int]:
    """The text with horizontal signs, and how many were vertical."""
    count = sum(map(text.count, VERTICAL & set(text)))
    return (text.translate(FORMS), count) if count else (text, 0)


_RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺒⺓⺝⺧⺩⺻⺽⻯"
_CHARACTERS = "母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟巳幺月牛王聿臼竜"
_SUPPLEMENT = dict(zip(_RADICALS, _CHARACTERS, strict=True))
RADICAL = re.compile(f"[\u2f00-\u2fd5{_RADICALS}]")


def write_radicals(text: str) -> tuple[str, int]:
    """The text with characters for radicals, and how many there were.

    Fonts use one glyph for both, and many PDFs then tell the wrong one: ⽂ for 文, ⻓ for 长.
    """
    return RADICAL.subn(lambda match: _SUPPLEMENT.get(match[0], normalize("NFKC", match[0])), text)
