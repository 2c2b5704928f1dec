"""PDF with a text layer, read by pdfium."""

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

import pypdfium2
from pypdfium2 import PdfiumError

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.document import make_article
from reader.importers.forms import TOLD, lay_down, write_radicals
from reader.importers.metadata import Metadata
from reader.importers.pdf_columns import PageLine
from reader.importers.pdf_furniture import drop_furniture
from reader.importers.pdf_lines import read_page_lines
from reader.importers.pdf_paragraphs import join_lines, letters
from reader.importers.pdf_streams import refuse_bombs
from reader.importers.plain_text import FILLER
from reader.importers.properties import doubt

RECOGNISE = "A program that recognises characters in pictures could read them."
LONGEST_TOLD = 30
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
DEEPEST_MARK = 6
HAN = re.compile("[\u3400-\u9fff]")
NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|wps|pptx?|txt|rtf)\b|^Microsoft |^untitled", re.IGNORECASE
)
DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
ONE_AT_A_TIME = threading.Lock()
"""pdfium may be used by one thread only at any time."""


def read_pdf(data: bytes, name: str) -> Article:
    """The article of a PDF. Raises SourceError where it is locked, damaged or without text."""
    refuse_bombs(data)
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except PdfiumError as cause:
            raise _explain(cause) from cause
        try:
            lines, empty, count = _read_pages(document)
            marks = _read_marks(document)
            known = _read_properties(document)
        except PdfiumError as cause:
            raise _explain(cause) from cause
        finally:
            document.close()
    if not lines:
        raise SourceError(f"This PDF has no text, only pictures of its pages. {RECOGNISE}")
    kept, warnings = drop_furniture(lines)
    if not kept and count > 1:
        told = lines[0].text[:LONGEST_TOLD]
        raise SourceError(
            f"This PDF has no text but what stands on every page, such as «{told}». {RECOGNISE}"
        )
    kept, mended = _mend(kept)
    warnings += mended
    if empty:
        warnings.append(f"{empty} of {count} pages have no text; they may be pictures.")
    paragraphs = join_lines(kept or lines, _match(marks, kept))
    name = PurePath(name).name
    return make_article(paragraphs, name, Metadata(), warnings=warnings, guessed=known)


def _explain(failure: PdfiumError) -> SourceError:
    if "assword" in str(failure):
        return SourceError("The PDF is locked with a password. Save it without, then import.")
    return SourceError("The PDF is damaged. Fetch it again.")


def _read_pages(document: pypdfium2.PdfDocument) -> tuple[list[PageLine], int, int]:
    """All lines, how many pages have none, and how many pages there are."""
    count = len(document)
    if count > MOST_PAGES:
        raise SourceError(f"The PDF has {count:,} pages, more than {MOST_PAGES:,}. Cut it.")
    lines: list[PageLine] = []
    empty = characters = 0
    for number in range(count):
        page = document[number]
        try:
            found = read_page_lines(page, number)
        finally:
            page.close()
        empty += not found
        lines += found
        characters += sum(len(line.text) for line in found)
        if characters > MOST_CHARACTERS:
            raise SourceError("The PDF has more text than a library of novels. Cut it into parts.")
    return lines, empty, count


def _read_marks(document: pypdfium2.PdfDocument) -> list[tuple[int, str, int]]:
    """The contents: page, letters and level of each entry."""
    marks = []
    for mark in document.get_toc(max_depth=DEEPEST_MARK):
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            marks.append((page, letters(_read_told(mark.get_title)), mark.level + 1))
    return marks


def _match(
    marks: Sequence[tuple[int, str, int]], lines: Sequence[PageLine]
) -> dict[tuple[int, str], int]:
    """The entries of the contents that are lines on their page; none where most are not."""
    there = {(line.page, letters(line.text)) for line in lines}
    found = {(page, text): level for page, text, level in marks if text and (page, text) in there}
    return found if 2 * len(found) >= len(marks) else {}


def _mend(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[str]]:
    """Lines without the forms of characters that only PDFs have, and what is to be told of it."""
    mended, radicals, vertical = [], 0, 0
    for line in lines:
        text, here = write_radicals(FILLER.sub("", line.text))
        text, upright = lay_down(text)
        radicals, vertical = radicals + here, vertical + upright
        mended.append(replace(line, text=text))
    told = [f"{radicals} signs for radicals are shown as characters."] if radicals else []
    told += [TOLD.format(count=vertical)] if vertical else []
    return mended, told


def _read_properties(document: pypdfium2.PdfDocument) -> Metadata:
    known = {
        key: _read_told(partial(document.get_metadata_value, key)).strip()
        for key in ("Title", "Author", "Subject", "CreationDate")
    }
    title, author = known.get("Title", ""), known.get("Author", "")
    date = DATE.match(known.get("CreationDate", ""))
    told = Metadata(
        title=title if HAN.search(title) and not NO_TITLE.search(title) else "",
        author=author if HAN.search(author) else "",
        date="-".join(date.groups()) if date else "",
        category=known.get("Subject", "") if HAN.search(known.get("Subject", "")) else "",
    )
    return doubt(told)


def _read_told(read: Callable[[], str]) -> str:
    """What a PDF says of itself, in UTF-16; empty where it is none."""
    try:
        return make_encodable(read())
    except UnicodeError:
        return ""
