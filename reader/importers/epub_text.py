"""A page of a book as lines: its headings by the contents and by its own tags, its notes."""

import re
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from reader.core.article import Kind
from reader.core.text import make_encodable
from reader.importers.epub_contents import Mark
from reader.importers.epub_notes import Footnotes
from reader.importers.epub_popups import take_popups
from reader.importers.html_blocks import Block, Layout, lay_out
from reader.importers.html_lines import HEADINGS, write_line
from reader.importers.html_tree import BLOCKS, parse, strip_tags
from reader.importers.notes import take_notes
from reader.importers.outline import LONGEST_HEADING, Line
from reader.importers.plain_text import FILLER, make_paragraph

TAGGED = 10
"""Added to the level of headings that the contents do not name."""
LINES_OF_HEADING = 4
CONTENTS = re.compile("目[录錄次]|contents|tableofcontents")
FEWEST_ENTRIES = 3
MOSTLY = 0.8
SUBSET = re.compile(r"<!DOCTYPE[^<>\[]*\[.*?\]\s*>", re.DOTALL)
"""A document type with definitions of its own: none of them is read."""


def read_page(
    markup: str, path: str, marks: Sequence[Mark], footnotes: Footnotes
) -> list[Line] | None:
    """The lines of a page; None where it only lists the contents of the book.

    ``marks``: what the contents name in it; ``path``: its own.
    """
    markup = FILLER.sub("", SUBSET.sub("", make_encodable(markup), count=1))
    root = parse(markup)
    if root is None:
        return [Line(make_paragraph(line)) for line in strip_tags(markup)]
    popups = take_popups(root)
    footnotes.mark(root, path, len(popups))
    layout = lay_out(root, with_hidden=True)
    if _is_contents(layout.blocks):
        return None
    lines = list(_write_all(root, layout, marks, footnotes.find(root, layout, path)))
    return lines + [Line(make_paragraph(note, Kind.FOOTNOTE)) for note in popups]


def _is_contents(blocks: Sequence[Block]) -> bool:
    """Whether lines are a table of contents: called one, and all else are links."""
    if len(blocks) < FEWEST_ENTRIES or not CONTENTS.fullmatch(_letters(blocks[0].text)):
        return False
    length = sum(block.length for block in blocks[1:])
    return sum(block.linked for block in blocks[1:]) > MOSTLY * length


def _write_all(
    root: etree._Element, layout: Layout, marks: Sequence[Mark], notes: Mapping[int, str]
) -> Iterator[Line]:
    """The lines with the headings that the contents name. ``notes``: which of them are notes."""
    places = _find_places(root, layout, marks)
    number = 0
    while number < len(layout.blocks):
        here = places.get(number, [])
        if number in notes and not here:
            yield Line(make_paragraph(notes[number] + layout.blocks[number].text, Kind.FOOTNOTE))
            number += 1
        elif here:
            taken = yield from _write_marked(layout.blocks[number:], here)
            number += taken
        else:
            yield _write(layout.blocks[number])
            number += 1


def _write(block: Block) -> Line:
    line = write_line(block)
    return replace(line, level=line.level + TAGGED) if line.level else line


def _write_marked(blocks: Sequence[Block], marks: Sequence[Mark]) -> Generator[Line, None, int]:
    """The headings at a place that the contents name. Returns how many lines they take."""
    taken = 0
    for number, mark in enumerate(marks, 1):
        following = blocks[taken : taken + LINES_OF_HEADING]
        count = _count_lines(following, mark.label)
        # A part and its first chapter point to the same line, which is the heading of one of them.
        if not count and not any(_count_lines(following, one.label) for one in marks[number:]):
            count = int(_resembles(following, mark.label))
        if not count:
            yield Line(make_paragraph(mark.label, Kind.HEADING), mark.level, mark.label)
        for at, block in enumerate(blocks[taken : taken + count]):
            paragraph = make_paragraph(block.text, Kind.HEADING)
            name = max(mark.label, paragraph.text, key=len) if count == 1 else mark.label
            yield Line(paragraph, mark.level, name) if not at else Line(paragraph)
        taken += count
    if not taken:
        yield _write(blocks[0])
        taken = 1
    return taken


def _count_lines(blocks: Sequence[Block], label: str) -> int:
    """How many of these lines are the heading that the contents call ``label``."""
    wanted, found = _letters(label), ""
    for number, block in enumerate(blocks):
        letters = _letters(take_notes(block.text)[0])
        if not letters or not wanted.startswith(found + letters):
            break
        found += letters
        if found == wanted:
            return number + 1
    return 0


def _resembles(blocks: Sequence[Block], label: str) -> bool:
    """Whether the first of these lines is a heading that may well be called ``label``."""
    wanted = _letters(label)
    first = blocks[0] if blocks else Block("")
    is_heading = first.tag in HEADINGS or _letters(first.text).startswith(wanted)
    return bool(wanted) and is_heading and len(first.text) <= LONGEST_HEADING


def _find_places(
    root: etree._Element, layout: Layout, marks: Sequence[Mark]
) -> dict[int, list[Mark]]:
    """The numbers of the lines at which what the contents name begins."""
    places: dict[int, list[Mark]] = defaultdict(list)
    if not layout.blocks:
        return places
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    at = {
        one.get(key): n for n, one in enumerate(elements) for key in ("id", "name") if one.get(key)
    }
    for mark in marks:
        start = _find_line(elements, at[mark.fragment], layout) if mark.fragment in at else 0
        places[min(start, len(layout.blocks) - 1)].append(mark)
    return places


def _find_line(elements: list[etree._Element], at: int, layout: Layout) -> int:
    """The line in which an element stands, or else the next."""
    element = elements[at]
    if element in layout.spans:
        return layout.spans[element][0]
    around = next((one for one in element.iterancestors() if one.tag in BLOCKS), None)
    start, end = layout.spans.get(around, (0, 0)) if around is not None else (0, 0)
    if end - start == 1:
        return start
    return next((layout.spans[one][0] for one in elements[at:] if one in layout.spans), end)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()
