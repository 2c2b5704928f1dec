"""Marks the heads among paragraphs: not those of a table of contents, not a line of the story."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.core.article import Kind, Paragraph
from reader.importers.heads import CHAPTER, PART, Head, find_series, read_heads

LISTED = 3
"""So many heads in a row, all of which come again, are a table of contents."""
MOST_HEADS = 50_000
"""Lines that say that they are heads. The longest novels on the web have a fifth as many."""

Marked = tuple[Paragraph, tuple[Head, ...]]
"""A paragraph, and the heads of sections that stand in it."""


def mark_heads(paragraphs: Sequence[Paragraph]) -> Iterator[Marked]:
    """Each paragraph, of kind HEADING where it is one, with the heads at which a section begins.

    Headings without such are those inside of a chapter.
    """
    read = [_read(paragraph) for paragraph in paragraphs]
    if sum(map(bool, read)) > MOST_HEADS:
        yield from ((paragraph, ()) for paragraph in paragraphs)
        return
    sure = _drop_contents(paragraphs, read)
    series = find_series(
        [
            (paragraph.text, paragraph.kind is Kind.BODY and not heads)
            for paragraph, heads in zip(paragraphs, sure, strict=True)
        ]
    )
    for number, (paragraph, heads) in enumerate(zip(paragraphs, sure, strict=True)):
        counted = series.get(number)
        if counted and counted.rank <= CHAPTER:
            heads = (counted,)  # noqa: PLW2901 -- what the series knows of this line
        if (heads or counted) and paragraph.kind is not Kind.HEADING:
            paragraph = paragraph.of_kind(Kind.HEADING)  # noqa: PLW2901 -- known now
        yield paragraph, heads


def _read(paragraph: Paragraph) -> tuple[Head, ...]:
    may_be = paragraph.kind in {Kind.BODY, Kind.HEADING}
    return read_heads(paragraph.text) if may_be else ()


def _drop_contents(
    paragraphs: Sequence[Paragraph], heads: list[tuple[Head, ...]]
) -> list[tuple[Head, ...]]:
    """A line that is repeated later stood in a table of contents before: there it is text."""
    texts = Counter(p.text for p, found in zip(paragraphs, heads, strict=True) if found)
    named = [_name(found) for found in heads]
    names = Counter(filter(None, named))
    kept: list[tuple[Head, ...]] = []
    for number, found in enumerate(heads):
        if found:
            texts[paragraphs[number].text] -= 1
            names[named[number]] -= 1
            comes_again = texts[paragraphs[number].text] > 0
            listed = names[named[number]] > 0 and _is_listed(heads, number)
            if listed or (comes_again and not _opens_chapter(heads, number)):
                kept.append(())
                continue
        kept.append(found)
    return kept


def _name(found: tuple[Head, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((head.family, head.number) for head in found)


def _is_listed(heads: Sequence[tuple[Head, ...]], number: int) -> bool:
    """Whether it stands among several heads without text between them."""
    first = last = number
    while first > 0 and heads[first - 1]:
        first -= 1
    while last + 1 < len(heads) and heads[last + 1]:
        last += 1
    return last - first + 1 >= LISTED


def _opens_chapter(heads: Sequence[tuple[Head, ...]], number: int) -> bool:
    """Whether it names the part again above a single chapter of it."""
    following = heads[number + 1] if number + 1 < len(heads) else ()
    after = heads[number + 2] if number + 2 < len(heads) else ()
    return heads[number][-1].rank == PART and bool(following) and not after
