"""Indentation of Chinese paragraphs: spaces of several kinds, and what is left of lost ones."""

import re

_INDENT = " \t\u3000\xa0\u2002\u2003\u200b\ufeff"
_WIDE = ("\u3000", "\xa0", "\u2003")
_LOST = re.compile(r"[?？\ufffd]{2,4}(?=[\u3400-\u9fff“「『《（(—]|\d)")


def strip_indents(line: str) -> str:
    """The line without white space at both ends."""
    return line.strip(_INDENT)


def restore_indents(lines: list[str], *, is_page: bool) -> list[str]:
    """Take away question marks at the start of lines that were indentation once.

    They were where the lines are those of a saved page or others of them are indented with wide
    spaces, or where most lines begin with the same number of them. In a story somebody may just be
    puzzled.
    """
    lost = [match.group() for line in lines if (match := _LOST.match(line))]
    if not lost:
        return lines
    indented = any(line.startswith(_WIDE) for line in lines)
    uniform = len(set(lost)) == 1 and len(lost) > max(2, len(lines) // 2)
    if not (is_page or indented or uniform):
        return lines
    return [_LOST.sub("", line, count=1) if _LOST.match(line) else line for line in lines]
