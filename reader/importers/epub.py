"""EPUB 2 and 3: the pages in their order, divided as the contents say."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.archive import Archive
from reader.importers.epub_contents import Mark, read_contents
from reader.importers.epub_notes import Footnotes
from reader.importers.epub_package import Item, read_package
from reader.importers.epub_text import TAGGED, read_page
from reader.importers.forms import TOLD, lay_down
from reader.importers.html_encoding import decode_page
from reader.importers.html_tree import LARGEST
from reader.importers.outline import Line, divide_outline

LARGEST_TEXT = 48 << 20
"""Bytes of markup in all; the longest novels have some ten million."""
SURELY = 2
"""Levels of the contents at which a section always begins: parts and chapters."""


def read_epub(archive: Archive, name: str) -> Article:
    """The article of a book. ``name``: of its file. Raises SourceError where it has no text."""
    package = read_package(archive)
    marks = read_contents(archive, package)
    lines, warnings = _read_spine(archive, package.spine, marks, package.nav)
    if not any(line.paragraph.text for line in lines):
        if warnings:
            raise SourceError(f"None of the pages of this book can be read. {warnings[0]}")
        raise SourceError(
            "There is no text in this book: its pages are pictures. "
            "A program that recognises characters in pictures could read them."
        )
    if not any(0 < line.level < TAGGED for line in lines):
        lines = [replace(line, level=max(0, line.level - TAGGED)) for line in lines]
        sections = divide_outline(lines)
    else:
        sections = divide_outline(lines, SURELY)
    known = package.metadata
    return Article(
        title=known.title or PurePath(make_encodable(name)).stem,
        sections=sections,
        source=known.source,
        author=known.author,
        date=known.date,
        category=known.category,
        licence=known.licence,
        warnings=tuple(warnings),
    )


def _read_spine(
    archive: Archive, spine: Sequence[Item], marks: Sequence[Mark], nav: str
) -> tuple[list[Line], list[str]]:
    """The lines of all pages, and what a learner should know of them."""
    lines: list[Line] = []
    warnings: list[str] = []
    footnotes, left, vertical = Footnotes(), LARGEST_TEXT, 0
    for item in spine:
        if not item.is_text or item.path == nav:
            continue
        entry = archive.find(item.path)
        if entry is None or entry.size > min(left, LARGEST):
            why = "is missing in the book" if entry is None else "is too large"
            warnings.append(f"{item.path} {why}; it was left out.")
            continue
        left -= entry.size
        try:
            decoded = decode_page(archive.read(entry))
            text, count = lay_down(decoded.text)
            here = [mark for mark in marks if mark.path in {item.path, entry.name}]
            page = read_page(text, item.path, here, footnotes)
        except SourceError as failure:
            if entry.size:
                warnings.append(f"{item.path} was left out. {failure}")
            continue
        vertical += count
        warnings += decoded.warnings
        lines += page or []
        if page is None:
            warnings.append(f"{item.path} was left out: it only lists the contents.")
    if vertical:
        warnings.append(TOLD.format(count=vertical))
    return lines, warnings
