"""Sections: at headings where a text has them, else where it gets too long to lay out at once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reader.core.article import Doubt, Kind, Note, Paragraph, Section
from reader.importers.heads import LONGEST_HEAD, Head
from reader.importers.marking import mark_heads

Span = TypeVar("Span", Note, Doubt)

LONGEST_SECTION = 12_000
"""Code points. One section of this length lays out in about ten milliseconds."""
LONGEST_PARAGRAPH = 4_000
READABLE = 6_000
"""Code points that are read in one go: only what is longer is cut at the headings inside."""
SHORTEST_PART = 1_000
PROLOGUE_RANK = 1
SENTENCE_END = re.compile(r"[。！？!?…；;][”」』’）)]*")


@dataclass(frozen=True, slots=True)
class Titled:
    """A paragraph; with a rank, a section begins here that is called ``title``."""

    paragraph: Paragraph
    title: str = ""
    rank: int = 0


def divide(paragraphs: Iterable[Paragraph]) -> tuple[Section, ...]:
    """Cut paragraphs into sections; there is always one at least.

    A paragraph of kind HEADING that an importer gives is cut at where what it heads is long
    enough; else it stays a heading inside.
    """
    parts = [part for one in paragraphs for part in _cut_paragraph(one)]
    chapters: list[_Chapter] = [_Chapter()]
    for paragraph, heads in mark_heads(parts):
        if heads and chapters[-1].has_text:
            chapters.append(_Chapter(list(chapters[-1].path)))
        chapters[-1].add(paragraph, heads)
    return tuple(section for chapter in chapters for section in _cut_chapter(chapter))


def divide_titled(paragraphs: Iterable[Titled]) -> tuple[Section, ...]:
    """Cut paragraphs into sections where a text itself says that they begin."""
    chapters: list[_Chapter] = [_Chapter()]
    for one in paragraphs:
        heads = (Head(one.title, "", 0, one.rank),) if one.rank else ()
        if heads and chapters[-1].has_text:
            chapters.append(_Chapter(list(chapters[-1].path)))
        for part in _cut_paragraph(one.paragraph):
            chapters[-1].add(part, heads)
            heads = ()
    return tuple(section for chapter in chapters for section in _cut_chapter(chapter))


@dataclass(slots=True)
class _Chapter:
    """What stands under one head, or under several in a row."""

    path: list[Head] = field(default_factory=list)
    """The heads that hold here, the widest first; those of the chapter before in the beginning."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    has_text: bool = False

    def add(self, paragraph: Paragraph, heads: Iterable[Head]) -> None:
        """Take a paragraph; with heads it says where in the book this is."""
        for head in heads:
            self._enter(head)
        self.paragraphs.append(paragraph)
        self.has_text = self.has_text or paragraph.kind is Kind.BODY

    def _enter(self, head: Head) -> None:
        first = not any(one.kind is Kind.HEADING for one in self.paragraphs)
        if head.rank < 0:  # a prologue belongs to the part whose head is right above it
            if first:
                self.path.clear()
            head = head._replace(rank=PROLOGUE_RANK)
        above = None
        while self.path and self.path[-1].rank >= head.rank:
            above = self.path.pop()
        joins = above and above.rank == head.rank and not first and above.text != head.text
        if above and joins and len(above.text) <= LONGEST_HEAD:
            head = head._replace(text=f"{above.text} {head.text}")
        self.path.append(head)


def _cut_chapter(chapter: _Chapter) -> Iterator[Section]:
    names = tuple(head.text for head in chapter.path)
    stretches = _cut_at_headings(chapter.paragraphs)
    for number, stretch in enumerate(stretches):
        path = names
        if number or (not names and len(stretches) > 1):
            inner = next((p.text for p in stretch if p.kind is Kind.HEADING), "")
            path = (*names, inner) if inner else names
        yield from _cut_length(stretch, path)


def _cut_at_headings(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """The stretches under the headings inside a chapter, or all in one where they are short."""
    stretches: list[list[Paragraph]] = [[]]
    has_text = False
    for paragraph in paragraphs:
        if paragraph.kind is Kind.HEADING and has_text:
            stretches.append([])
            has_text = False
        has_text = has_text or paragraph.kind is Kind.BODY
        stretches[-1].append(paragraph)
    length = sum(len(paragraph.text) for paragraph in paragraphs)
    if length > READABLE and length / len(stretches) >= SHORTEST_PART:
        return stretches
    return [paragraphs]


def _cut_length(paragraphs: list[Paragraph], path: tuple[str, ...]) -> Iterator[Section]:
    """Parts of about the same length, none of them too long. ``path``: what they are called."""
    left = sum(len(paragraph.text) for paragraph in paragraphs)
    count = -(-left // LONGEST_SECTION)
    parts: list[list[Paragraph]] = [[]]
    length, goal = 0, left / max(1, count)
    for paragraph in paragraphs:
        size = len(paragraph.text)
        full = length + size / 2 > goal and left > size
        if parts[-1] and (length + size > LONGEST_SECTION or (full and len(parts) < count)):
            parts.append([])
            length = 0
        parts[-1].append(paragraph)
        length += size
        left -= size
    title = path[-1] if path else ""
    for number, part in enumerate(parts, 1):
        numbered = f"{title} · {number}" if title and len(parts) > 1 else title
        yield Section(tuple(part), numbered, path[:-1])


def _cut_paragraph(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph longer than a page is cut at the ends of sentences, its notes with it."""
    text = paragraph.text
    if len(text) <= LONGEST_PARAGRAPH:
        yield paragraph
        return
    start = 0
    while start < len(text):
        end = _end_of_part(text, start)
        yield replace(
            paragraph,
            text=text[start:end],
            notes=_clip(paragraph.notes, start, end),
            doubts=_clip(paragraph.doubts, start, end),
        )
        start = end


def _clip(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """What of these spans, which are in order, lies between start and end, counted from start."""
    # Looked up, not walked through: a line of ten megabytes may have a million of them.
    first = bisect_right(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans[first:last]
    )


def _end_of_part(text: str, start: int) -> int:
    furthest = start + LONGEST_PARAGRAPH
    if furthest >= len(text):
        return len(text)
    ends = [match.end() for match in SENTENCE_END.finditer(text, start, furthest)]
    return ends[-1] if ends else furthest
