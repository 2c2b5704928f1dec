"""Texts that say where their parts begin: books with contents, documents with headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.article import Kind, Paragraph, Section
from reader.importers.chapters import Titled, divide, divide_titled

LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``level``: 1 for the widest heading, 0 for text.

    ``name`` is what the contents call what begins here, where that is not the heading itself.
    """

    paragraph: Paragraph
    level: int = 0
    name: str = ""


def divide_outline(lines: Sequence[Line], surely: int = 0) -> tuple[Section, ...]:
    """Sections that begin at headings down to a level; those below it stay headings inside.

    Without ``surely`` it is the widest level that occurs more than once: a single heading above
    all others is the title. Where there is none, the text is searched for the heads of chapters.
    """
    counts = Counter(line.level for line in lines if line.level)
    several = [level for level, count in sorted(counts.items()) if count > 1]
    deepest = surely or (several[0] if several else 0)
    if not any(level <= deepest for level in counts):
        return divide(line.paragraph for line in lines)
    return divide_titled(
        Titled(line.paragraph, line.name or line.paragraph.text, line.level)
        if 0 < line.level <= deepest
        else Titled(line.paragraph)
        for line in lines
    )


def take_title(lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """The title, where the text begins with a heading above all others; and all lines with it."""
    levels = [line.level for line in lines if line.level]
    first = lines[0] if lines else None
    if (
        first is None
        or not first.level
        or levels.count(first.level) > 1
        or first.level > min(levels)
    ):
        return "", list(lines)
    title = replace(first.paragraph, kind=Kind.TITLE)
    return title.text, [Line(title), *lines[1:]]
