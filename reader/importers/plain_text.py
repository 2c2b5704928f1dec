"""Plain text, and pages that were saved as plain text."""

import re
from pathlib import PurePath

from reader.core.article import Article, Kind, Paragraph, Portion
from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.chapters import divide
from reader.importers.doubts import find_doubts
from reader.importers.encoding import Decoded
from reader.importers.indentation import strip_indents
from reader.importers.notes import take_notes
from reader.importers.page import PageParts, take_apart
from reader.importers.page_numbers import drop_page_numbers, find_page_numbers, leave_out
from reader.importers.wrapping import TOLD, unwrap

CAPTION = re.compile(
    r"[▲△▼▽]\s*(?P<marked>.{1,120})"
    r"|(?P<named>(?:摄影|攝影|图片|圖片|图|圖|资料图|資料圖|图片来源|圖片來源|[图圖][①-⑳\d]{1,2})\s*[:：|｜/].{1,80})"
)
LONGEST_CAPTION = 130
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
BLANK_LINES = re.compile(r"\n{3,}")
FILLER = re.compile(r"[\x00\u200b\u2060\ufeff]")
MOST_PARAGRAPHS = 150_000
"""The longest novels in print have half as many."""


def read_plain_text(decoded: Decoded, name: str, *, whole: bool = False) -> Article:
    """An article of decoded text. ``name``: of the file, a title where the text has none.

    ``whole`` keeps the lines that surround the text of a saved page.
    """
    name = make_encodable(name)
    text = FILLER.sub("", LINE_END.sub("\n", make_encodable(decoded.text)))
    _refuse_endless(text)
    written, joined, between = _unwrap(text)
    parts = take_apart("\n".join(written) if joined else text)
    lines, numbers = drop_page_numbers(parts.lines)
    numbers = between + numbers
    if whole and (parts.left_out or numbers or joined or parts.indents):
        return _read_whole(text, parts, decoded)
    paragraphs = [make_paragraph(line) for line in lines]
    known = parts.metadata
    if parts.title:
        headline = make_paragraph(parts.title, Kind.TITLE)
        title = known.title or headline.text
        paragraphs.insert(0, headline)
    elif known.title:
        title = known.title
        paragraphs.insert(0, Paragraph(title, Kind.TITLE))
    else:
        title = PurePath(name).stem
    if not any(paragraph.text for paragraph in paragraphs):
        raise SourceError(f"There is no text in {name}. Choose a file with text.")
    left_out = tuple(f"Left out, for it is not part of the text: {line}" for line in parts.left_out)
    if numbers:
        left_out += (f"Left out: {len(numbers)} page numbers, from {numbers[0]} on.",)
    if parts.indents:
        left_out += (f"Question marks that were indentation once: {parts.indents} lines.",)
    if joined:
        left_out += (TOLD.format(count=joined),)
    return Article(
        title=title,
        sections=divide(paragraphs),
        source=known.source,
        author=known.author,
        date=known.date,
        category=known.category,
        level=known.level,
        licence=known.licence,
        encoding=decoded.encoding,
        warnings=decoded.warnings + left_out,
        portion=Portion.MAIN if left_out else Portion.ALL,
    )


def _unwrap(text: str) -> tuple[list[str], int, list[str]]:
    """The lines with what was cut joined, how many were, and the page numbers that stood between.

    A page ends anywhere in a paragraph, so that what is behind a number may be its next line. Where
    nothing was cut, page numbers are left for later.
    """
    lines = BLANK_LINES.sub("\n\n", text).split("\n")
    numbers = find_page_numbers(lines)
    written, joined = unwrap(leave_out(lines, numbers) if numbers else lines)
    return written, joined, [lines[at].strip() for at in sorted(numbers)] if joined else []


def _refuse_endless(text: str) -> None:
    """Raise SourceError where a text has more lines than somebody ever read."""
    if text.count("\n") > MOST_PARAGRAPHS:
        count = sum(not line.isspace() for line in text.split("\n") if line)
        if count > MOST_PARAGRAPHS:
            raise SourceError(
                f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Cut it into parts, and import "
                "those."
            )


def _read_whole(text: str, parts: PageParts, decoded: Decoded) -> Article:
    """Every line of a saved page, with what it says of itself."""
    lines = [strip_indents(line) for line in text.split("\n")]
    kinds = {parts.title: Kind.TITLE}
    paragraphs = [make_paragraph(line, kinds.get(line, Kind.BODY)) for line in lines if line]
    known = parts.metadata
    headline = take_notes(parts.title)[0]
    return Article(
        title=known.title or headline or paragraphs[0].text[:LONGEST_CAPTION],
        sections=divide(paragraphs),
        source=known.source,
        author=known.author,
        date=known.date,
        category=known.category,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        portion=Portion.WHOLE,
    )


def make_paragraph(line: str, kind: Kind = Kind.BODY) -> Paragraph:
    """A line as a paragraph: notes and doubts found, captions known by their beginning."""
    short = kind is Kind.BODY and len(line) <= LONGEST_CAPTION
    caption = CAPTION.fullmatch(line) if short else None
    if caption:
        line, kind = caption.group("marked") or caption.group("named"), Kind.CAPTION
    text, notes = take_notes(line)
    return Paragraph(text, kind, notes, find_doubts(text))
