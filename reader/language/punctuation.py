"""Chinese punctuation for the ASCII commas and quotes of a Chinese text; only what is shown.

Numbers (3,000 and 12:30), addresses and Latin sentences keep theirs: what a mark becomes depends
on what stands before and after it. Brackets and quotes change in pairs or not at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.display import Display, Piece
from reader.language.pieces import compose

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇々"
CHINESE = re.compile(f"[{HAN}]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
AFTER = re.compile(f"[{HAN}，。；：？！、）》」』】”’…—]")
"""A character after which a mark belongs to a Chinese sentence."""
CANDIDATE = re.compile(r"\.{3,}|-{2,}|[,;:?!.]")
MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
NUMBER_END = re.compile(rf"(?P<word>[{HAN}]+)(?P<rest>[^{HAN}A-Za-zÀ-ɏ]*[0-9][%‰℃°]?)$")
"""A number after which the dot of a Chinese sentence may stand, with the word before it."""
ATTACHED = re.compile(r"[0-9.,:/%‰℃°-]+")
CLOSING = re.compile(r"[\"')\]”’」』）]+")
SENTENCE_START = re.compile(rf"\s+[\"'“‘「『《]?[{HAN}]")
NEAR = 40
"""Characters before the dot that are looked at."""
LABEL = 4
"""Fewer characters right before a number may be those of a label: 图1. 步骤2."""
ENDS = ".?!"
"""After a Latin word these belong to its sentence, even where Chinese goes on."""
QUOTES = {
    False: (('"', "“", "”"), ("'", "‘", "’")),
    True: (('"', "「", "」"), ("'", "『", "』")),
}
"""What is written, and what opens and closes instead; by whether the text is traditional."""


@dataclass(frozen=True, slots=True)
class Change:
    """``text[start:end]`` is shown as ``mark``."""

    start: int
    end: int
    mark: str


def punctuate(display: Display, *, traditional: bool) -> Display:
    """The same with Chinese punctuation. ``traditional``: with the quotes of such a text."""
    changes = find_punctuation(display.text, traditional=traditional)
    if not changes:
        return display
    parts, pieces, at, shift = list[str](), list[Piece](), 0, 0
    for change in changes:
        parts += (display.text[at : change.start], change.mark)
        at, start = change.end, change.start + shift
        if len(change.mark) != change.end - change.start:
            end = start + len(change.mark)
            pieces.append(Piece(change.start, change.end, start, end))
            shift += len(change.mark) - (change.end - change.start)
    shown = "".join((*parts, display.text[at:]))
    return Display(shown, tuple(compose(list(display.pieces), pieces)))


def find_punctuation(text: str, *, traditional: bool) -> tuple[Change, ...]:
    """What is shown otherwise in a paragraph, in order."""
    if not is_chinese(text):
        return ()
    found = [*_find_marks(text), *_find_brackets(text), *_find_quotes(text, QUOTES[traditional])]
    return tuple(sorted(found, key=lambda change: change.start))


def is_chinese(text: str) -> bool:
    """Whether a paragraph is written in Chinese, whatever words of others are in it."""
    return len(CHINESE.findall(text)) > len(LATIN_WORD.findall(text))


def _find_marks(text: str) -> Iterator[Change]:
    stops = "。" in text
    for match in CANDIDATE.finditer(text):
        start, end, mark = match.start(), match.end(), match[0]
        before, after = text[:start].rstrip(" \"')]")[-1:], text[end:].lstrip(" ")[:1]
        if len(mark) > 1:
            if AFTER.match(before) or CHINESE.match(after):
                yield Change(start, _skip_space(text, end), "……" if mark[0] == "." else "——")
        elif mark == "." and _is_inside(text, end, stops=stops):
            continue
        elif mark == "." and _ends_number(text, start, end):
            yield Change(start, _skip_space(text, end), "。")
        elif AFTER.match(before) or (mark not in ENDS and before and CHINESE.match(after)):
            yield Change(start, _skip_space(text, end), MARKS[mark])


def _ends_number(text: str, start: int, end: int) -> bool:
    """Whether the dot is the full stop of a Chinese sentence after a number: 时间是12:30."

    With it the paragraph ends, or a quote, or another sentence begins behind a space. After Latin
    words it belongs to theirs, and without a word before it the number is that of a list.
    """
    number = NUMBER_END.search(text[max(start - NEAR, 0) : start].rstrip(" \"')]"))
    if number is None:
        return False
    closing = CLOSING.match(text, end)
    behind = closing.end() if closing else end
    if not text[behind:].strip():
        return True
    if closing and (closing[0][0] not in "\"'" or text.count(closing[0][0], 0, end) % 2):
        return True
    attached = ATTACHED.fullmatch(number["rest"]) and len(number["word"]) >= LABEL
    return bool(attached and SENTENCE_START.match(text, end))


def _is_inside(text: str, end: int, *, stops: bool) -> bool:
    """Whether the dot before ``end`` is one of a name: 文件.txt, or 约翰.史密斯 among 。"""
    after = text[end : end + 1]
    return (after.isascii() and after.isalnum()) or (stops and bool(CHINESE.match(after)))


def _skip_space(text: str, end: int) -> int:
    """A Chinese mark has its own room: the space after the ASCII one is not shown."""
    wide = text[end : end + 1] == " " and text[end + 1 : end + 2].strip()
    return end + 1 if wide else end


def _find_brackets(text: str) -> Iterator[Change]:
    opened = list[int]()
    for at, character in enumerate(text):
        if character == "(":
            opened.append(at)
        elif character == ")" and opened:
            start = opened.pop()
            before = text[:start].rstrip(" ")[-1:]
            if CHINESE.search(text, start, at) or AFTER.match(before):
                yield Change(start, start + 1, "（")
                yield Change(at, at + 1, "）")


def _find_quotes(text: str, forms: tuple[tuple[str, str, str], ...]) -> Iterator[Change]:
    for quote, opening, closing in forms:
        places = [
            at
            for at, character in enumerate(text)
            if character == quote and not (_is_latin(text, at - 1) and _is_latin(text, at + 1))
        ]
        pairs = list(zip(places[::2], places[1::2], strict=False))
        # Inches, feet and a quote that is never closed leave all of them as they are.
        wrong = any(_is_latin(text, start - 1) or _is_latin(text, end + 1) for start, end in pairs)
        if len(places) % 2 or wrong:
            continue
        for start, end in pairs:
            if CHINESE.search(text, start, end) or AFTER.match(text[:start].rstrip(" ")[-1:]):
                yield Change(start, start + 1, opening)
                yield Change(end, end + 1, closing)


def _is_latin(text: str, at: int) -> bool:
    """Whether a Latin letter or a digit stands there."""
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()
