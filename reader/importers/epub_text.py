"""A page of a book as lines: its headings by the contents and by its own tags, its notes."""

import re
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from reader.core.article import Kind
from reader.core.text import make_encodable
from reader.importers.epub_contents import Mark
from reader.importers.epub_notes import Footnotes
from reader.importers.html_blocks import Block, Layout, lay_out
from reader.importers.html_lines import HEADINGS, write_line
from reader.importers.html_tree import BLOCKS, parse, strip_tags
from reader.importers.notes import take_notes
from reader.importers.outline import LONGEST_HEADING, Line
from reader.importers.plain_text import FILLER, make_paragraph

TAGGED = 10
"""Added to the level of headings that the contents do not name."""
LINES_OF_HEADING = 4
SUBSET = re.compile(r"<!DOCTYPE[^<>\[]*\[.*?\]\s*>", re.DOTALL)
"""A document type with definitions of its own: none of them is read."""


def read_page(
    markup: str, path: str, marks: Sequence[Mark], footnotes: Footnotes
) -> Iterator[Line]:
    """The lines of a page. ``marks``: what the contents name in it; ``path``: its own."""
    markup = FILLER.sub("", SUBSET.sub("", make_encodable(markup), count=1))
    root = parse(markup)
    if root is None:
        yield from (Line(make_paragraph(line)) for line in strip_tags(markup))
        return
    footnotes.mark(root, path)
    layout = lay_out(root, with_hidden=True)
    places = _find_places(root, layout, marks)
    notes = footnotes.find(root, layout, path)
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
    for mark in marks:
        count = _count_lines(blocks[taken : taken + LINES_OF_HEADING], mark.label)
        if not count:
            yield Line(make_paragraph(mark.label, Kind.HEADING), mark.level, mark.label)
        for number, block in enumerate(blocks[taken : taken + count]):
            paragraph = make_paragraph(block.text, Kind.HEADING)
            name = max(mark.label, paragraph.text, key=len) if count == 1 else mark.label
            yield Line(paragraph, mark.level, name) if not number else Line(paragraph)
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
    first = blocks[0] if blocks else Block("")
    is_heading = first.tag in HEADINGS or _letters(first.text).startswith(wanted)
    return int(bool(wanted) and is_heading and len(first.text) <= LONGEST_HEADING)


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
