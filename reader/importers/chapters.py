"""Sections: at headings where a text has them, else where it gets too long to lay out at once."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from reader.core.article import Doubt, Kind, Note, Paragraph, Section

Span = TypeVar("Span", Note, Doubt)

LONGEST_SECTION = 12_000
"""Code points. One section of this length lays out in about ten milliseconds."""
LONGEST_PARAGRAPH = 4_000
LONGEST_HEADING = 40
HEADING = re.compile(
    r"(?:第\s*[〇零○一二三四五六七八九十百千两兩\d０-９]{1,7}\s*[章回节節卷部篇集幕折](?:[\s\u3000:：、.．]|$).*"
    r"|(?:卷|卷之)[一二三四五六七八九十百]{1,4}(?:[\s\u3000:：].*)?"
    r"|(?:楔子|序章|序幕|序言|自序|引子|前言|尾声|尾聲|后记|後記|跋|番外)(?:[\s\u3000:：].{0,20})?)"
)
SENTENCE_END = re.compile(r"[。！？!?…；;][”」』’）)]*")


def is_heading(text: str) -> bool:
    """Whether a line is the head of a chapter."""
    return len(text) <= LONGEST_HEADING and HEADING.fullmatch(text) is not None


def divide(paragraphs: Iterable[Paragraph]) -> tuple[Section, ...]:
    """Cut paragraphs into sections; there is always one at least."""
    marked = _mark_headings([part for one in paragraphs for part in _cut_paragraph(one)])
    sections: list[list[Paragraph]] = [[]]
    for paragraph in marked:
        # Heads in a row (第一卷, 第一章) belong to the section of the last of them.
        if paragraph.kind is Kind.HEADING and any(p.kind is Kind.BODY for p in sections[-1]):
            sections.append([])
        sections[-1].append(paragraph)
    return tuple(part for section in sections for part in _cut_section(section))


def _mark_headings(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A line that is repeated later stood in a table of contents before: there it is text."""
    heads = [p.kind is Kind.BODY and is_heading(p.text) for p in paragraphs]
    left = Counter(p.text for p, head in zip(paragraphs, heads, strict=True) if head)
    marked = []
    for paragraph, head in zip(paragraphs, heads, strict=True):
        if head:
            left[paragraph.text] -= 1
        is_last = head and left[paragraph.text] == 0
        marked.append(replace(paragraph, kind=Kind.HEADING) if is_last else paragraph)
    return marked


def _cut_section(paragraphs: list[Paragraph]) -> Iterator[Section]:
    heads = [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.HEADING]
    title = " ".join(heads)
    parts: list[list[Paragraph]] = [[]]
    length = 0
    for paragraph in paragraphs:
        if parts[-1] and length + len(paragraph.text) > LONGEST_SECTION:
            parts.append([])
            length = 0
        parts[-1].append(paragraph)
        length += len(paragraph.text)
    for number, part in enumerate(parts, 1):
        numbered = f"{title} · {number}" if title and len(parts) > 1 else title
        yield Section(tuple(part), numbered)


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
