"""The lines of a PDF with their places, as pdfium finds them."""

import re
from collections.abc import Iterator
from ctypes import c_int
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2
from pypdfium2 import raw

from reader.core.text import make_encodable

WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U000323af]"
BETWEEN = re.compile(rf"(?<={WIDE}) (?={WIDE})")
NARROW_GAP = 0.2
"""Of the size of a character: a space that pdfium put into a gap smaller than this is none."""
MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line in points. ``bottom`` falls from line to line; of vertical text it is turned."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    foot: float = 0.0
    """The bottom of its last character; of a column it is far below that of the first."""
    depth: float = 0.5
    """Where it stands on the page: 0 at the top, 1 at the foot."""


def read_page_lines(page: pypdfium2.PdfPage, number: int) -> list[PageLine]:
    """The lines of a page in the order of reading."""
    height = max(1.0, page.get_height())
    text_page = page.get_textpage()
    try:
        lines = list(_cut_lines(text_page, number, height))
    finally:
        text_page.close()
    return _turn(lines, height) if _is_vertical(lines) else lines


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
    boxes = [text_page.get_charbox(at, loose=True) for at in shown[:3]]
    return max(1.0, float(median(max(top - bottom, 0.0) for _, bottom, _, top in boxes)))


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
    return bool(after[0] - before[2] < NARROW_GAP * max(1.0, after[3] - after[1]))


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
    turned: list[PageLine] = []
    for line in lines:
        left, right = height - line.bottom - line.size, height - line.foot
        last = turned[-1] if turned else None
        if last and abs(last.bottom - line.left) < last.size / 2 and left >= last.right - last.size:
            turned[-1] = replace(last, text=last.text + line.text, right=right)
        else:
            turned.append(replace(line, left=left, right=right, bottom=line.left))
    return turned
