"""The contents of an article: its parts, chapters and the headings in them, in reading order."""

import re
from dataclasses import dataclass
from itertools import takewhile

from reader.core.article import Article, Kind, Section
from reader.core.position import Position

OPENING = 18
"""Characters of its text that a section without a title is called by."""
HEADS = {Kind.TITLE, Kind.HEADING}
PART_NUMBER = re.compile(r" · \d+$")
"""What the importers add to the title of a chapter that is cut for its length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents. What is deeper belongs to the nearest line above that is less so."""

    title: str
    position: Position
    depth: int = 0
    whole: bool = False
    """Whether it stands for a whole section, not for a part of several or for a heading inside."""


def list_contents(article: Article) -> tuple[Entry, ...]:
    """Every part, section and inner heading of an article."""
    entries: list[Entry] = []
    above: tuple[str, ...] = ()
    for number, section in enumerate(article.sections):
        start = Position(number)
        shared = _count_shared(above, section.within)
        entries += [
            Entry(name, start, depth)
            for depth, name in enumerate(section.within)
            if depth >= shared
        ]
        above = (*section.within, PART_NUMBER.sub("", section.title))
        entries.append(Entry(name_section(section), start, len(section.within), whole=True))
        entries += _list_headings(number, section)
    return tuple(entries)


def list_sections(article: Article) -> tuple[str, ...]:
    """What each section is called, with all that it is a part of."""
    return tuple(
        " · ".join((*section.within, name_section(section))) for section in article.sections
    )


def name_section(section: Section) -> str:
    """The title of a section, or the words that it opens with."""
    if section.title:
        return section.title
    opening = next((paragraph.text for paragraph in section.paragraphs if paragraph.text), "")
    return opening if len(opening) <= OPENING else opening[:OPENING] + "…"


def _list_headings(number: int, section: Section) -> list[Entry]:
    """The headings inside a section; those that it begins with are its own."""
    own = sum(1 for _ in takewhile(lambda one: one.kind in HEADS, section.paragraphs))
    return [
        Entry(paragraph.text, Position(number, at), len(section.within) + 1)
        for at, paragraph in enumerate(section.paragraphs)
        if at >= own and paragraph.kind is Kind.HEADING
    ]


def _count_shared(above: tuple[str, ...], within: tuple[str, ...]) -> int:
    """How many names two paths begin with in common."""
    pairs = zip(above, within, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
