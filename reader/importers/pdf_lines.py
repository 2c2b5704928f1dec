"""The lines of a PDF with their places, as pdfium finds them."""

import re
from collections.abc import Iterator
from ctypes import c_int
from dataclasses import replace
from math import hypot
from statistics import median

import pypdfium2
from pypdfium2 import raw

from reader.core.text import make_encodable
from reader.importers.pdf_columns import PageLine, place_in_columns

WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U000323af]"
BETWEEN = re.compile(rf"(?<={WIDE}) (?={WIDE})")
NARROW_GAP = 0.2
"""Of the size of a character: a space that pdfium put into a gap smaller than this is none."""
MOSTLY = 0.6


def read_page_lines(page: pypdfium2.PdfPage, number: int) -> list[PageLine]:
    """The lines of a page in the order of reading."""
    height = max(1.0, page.get_height())
    text_page = page.get_textpage()
    try:
        lines = list(_cut_lines(text_page, number, height))
    finally:
        text_page.close()
    if not _is_vertical(lines):
        return place_in_columns(lines)
    return sorted(place_in_columns(_turn(lines, height)), key=lambda line: line.column)


def _cut_lines(text_page: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[PageLine]:
    codes = [
        raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(text_page.count_chars())
    ]
    start = 0
    for end in [at for at, code in enumerate(codes) if code in {10, 13}] + [len(codes)]:
        shown = [at for at in range(start, end) if codes[at] not in {32, 160, 0x3000, 0}]
        if shown:
            text = _write(text_page, codes, shown[0], shown[-1] + 1)
            left, bottom, _, top = text_page.get_charbox(shown[0], loose=True)
            _, foot, right, _ = text_page.get_charbox(shown[-1], loose=True)
            size = _find_size(text_page, shown)
            depth = 1 - (bottom + top) / 2 / height
            depth = min(1.0, max(0.0, depth))
            yield PageLine(text, number, left, right, bottom, size, foot, depth)
        start = end + 1


def _find_size(text_page: pypdfium2.PdfTextPage, shown: list[int]) -> float:
    wide = [at for at in shown if 0x2E80 <= raw.FPDFText_GetUnicode(text_page.raw, at) <= 0x9FFF]
    return float(median(_read_size(text_page, at) for at in (wide or shown)[:3]))


def _read_size(text_page: pypdfium2.PdfTextPage, at: int) -> float:
    """The size of a character as it is seen; its box is as large as its font wants it to be."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page.raw, at, matrix)
    size = raw.FPDFText_GetFontSize(text_page.raw, at) * hypot(matrix.c, matrix.d)
    if size > 1:
        return float(size)
    _, bottom, _, top = text_page.get_charbox(at, loose=True)
    return max(1.0, float(top - bottom))


def _write(text_page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int) -> str:
    """The characters of a line, without the spaces that only stand for gaps between characters."""
    parts = []
    for at in range(start, end):
        code = codes[at]
        if code == 32 and _is_gap(text_page, codes, at):
            continue
        # 2 and U+FFFE are how pdfium tells a hyphen at the end of a line.
        parts.append("\u00ad" if code in {2, 0xFFFE} else chr(code) if code else "\ufffd")
    return make_encodable(
        "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def _is_gap(text_page: pypdfium2.PdfTextPage, codes: list[int], at: int) -> bool:
    if raw.FPDFText_IsGenerated(text_page.raw, c_int(at)) != 1:
        return False
    if not BETWEEN.search("".join(map(chr, codes[at - 1 : at + 2]))):
        return False
    before, after = (text_page.get_charbox(one, loose=True) for one in (at - 1, at + 1))
    return bool(after[0] - before[2] < NARROW_GAP * _read_size(text_page, at + 1))


def _is_vertical(lines: list[PageLine]) -> bool:
    """Whether most characters stand in columns, or alone, as pdfium gives some columns."""
    upright = sum(
        len(line.text)
        for line in lines
        if len(line.text) == 1 or line.foot < line.bottom - line.size / 2
    )
    return len(lines) > 1 and upright > MOSTLY * sum(len(line.text) for line in lines)


def _turn(lines: list[PageLine], height: float) -> list[PageLine]:
    """Columns as lines: right to left becomes top to bottom."""
    turned = sorted(
        (_turn_line(line, height) for line in lines),
        key=lambda line: (-round(line.bottom / line.size), line.left),
    )
    joined: list[PageLine] = []
    for line in turned:
        last = joined[-1] if joined else None
        is_near = last and abs(last.bottom - line.bottom) < last.size / 2
        if last and is_near and line.left - last.left >= 0 and line.left <= last.right + last.size:
            right = max(last.right, line.right)
            joined[-1] = replace(last, text=last.text + line.text, right=right, depth=0.5)
        else:
            joined.append(line)
    return joined


def _turn_line(line: PageLine, height: float) -> PageLine:
    left, right = height - line.bottom - line.size, height - line.foot
    is_upright = line.foot < line.bottom - line.size / 2
    depth = 0.5 if is_upright else line.depth  # all columns begin at the top
    return replace(line, left=left, right=right, bottom=line.left, depth=depth)
