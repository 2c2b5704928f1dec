"""Paragraphs that a learner has put right, over the text as it was read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reader.core.article import Article, Kind, Paragraph, Section
from reader.core.position import Anchor, Position, anchor, paragraph_at, resolve

LARGEST = 2_000
"""Code points of a changed stretch that is compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A paragraph as it was read, and what is wanted in its place.

    ``place``: where it stands, or where it stood if ``placed`` is false: the words that were put
    right are not in the text any more.
    """

    id: int
    place: Position
    original: Paragraph
    text: str
    placed: bool = True

    @property
    def paragraph(self) -> Paragraph:
        """What is shown."""
        return reword(self.original, self.text)


class Rewording:
    """Where the places of a text are after it was changed."""

    def __init__(self, old: str, new: str) -> None:
        start = _count_same(old, new)
        end = min(_count_same(old[::-1], new[::-1]), min(len(old), len(new)) - start)
        middle = old[start : len(old) - end], new[start : len(new) - end]
        blocks = [(0, 0, start), *_match(*middle, start), (len(old) - end, len(new) - end, end)]
        self._blocks = [block for block in blocks if block[2]]

    def move(self, offset: int) -> int:
        """The offset in the new text; a place in what is gone is where that was."""
        moved = 0
        for old, new, length in self._blocks:
            if offset < old:
                break
            moved = new + min(offset - old, length)
        return moved

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span is that is the same in the new text; None where it was changed."""
        for old, new, length in self._blocks:
            if old <= start < end <= old + length:
                return start - old + new, end - old + new
        return None


class Carrier:
    """Carries anchors over from an article to the same with one paragraph edited."""

    def __init__(self, old: Article, new: Article, edited: Position) -> None:
        self._old = old
        self._new = new
        self._edited = edited
        texts = (paragraph_at(article, edited).text for article in (old, new))
        self._rewording = Rewording(*texts)

    def all(self, anchors: Iterable[tuple[int, Anchor]]) -> tuple[tuple[int, Anchor], ...]:
        """The anchors that stand in the paragraph, as they are after the edit."""
        moved = []
        for number, place in anchors:
            at = resolve(self._old, place)
            if at and (at.section, at.paragraph) == (self._edited.section, self._edited.paragraph):
                offset = self._rewording.move(at.offset)
                moved.append((number, anchor(self._new, replace(at, offset=offset))))
        return tuple(moved)


def reword(paragraph: Paragraph, text: str) -> Paragraph:
    """A paragraph with another text; what is known of spans that are unchanged stays."""
    rewording = Rewording(paragraph.text, text)
    notes = (
        replace(note, start=span[0], end=span[1])
        for note in paragraph.notes
        if (span := rewording.span(note.start, note.end))
    )
    doubts = (
        replace(doubt, start=span[0], end=span[1])
        for doubt in paragraph.doubts
        if (span := rewording.span(doubt.start, doubt.end))
    )
    return replace(paragraph, text=text, notes=tuple(notes), doubts=tuple(doubts))


def put_paragraph(article: Article, place: Position, paragraph: Paragraph) -> Article:
    """An article with another paragraph at a place. A heading names its section anew."""
    section = article.sections[place.section]
    changed = put_into(section, place.paragraph, paragraph)
    sections = (*article.sections[: place.section], changed, *article.sections[place.section + 1 :])
    return replace(article, sections=sections)


def put_into(section: Section, number: int, paragraph: Paragraph) -> Section:
    """A section with another paragraph."""
    old = section.paragraphs[number]
    named = old.kind is Kind.HEADING and old.text == section.title
    paragraphs = (*section.paragraphs[:number], paragraph, *section.paragraphs[number + 1 :])
    return replace(section, paragraphs=paragraphs, title=paragraph.text if named else section.title)


def apply_edits(article: Article, edits: Iterable[Edit]) -> tuple[Article, tuple[Edit, ...]]:
    """An article with what was put right in it, and where that is now."""
    placed = []
    for edit in edits:
        at = _find(article, edit)
        if at is None:
            placed.append(replace(edit, placed=False))
            continue
        old = article.sections[at.section].paragraphs[at.paragraph]
        article = put_paragraph(article, at, reword(old, edit.text))
        placed.append(replace(edit, place=at, original=old, placed=True))
    return article, tuple(placed)


def _find(article: Article, edit: Edit) -> Position | None:
    """The nearest paragraph that still is as it was when it was put right."""
    found = (
        Position(s, p)
        for s, section in enumerate(article.sections)
        for p, paragraph in enumerate(section.paragraphs)
        if paragraph.text == edit.original.text
    )
    here = edit.place
    return min(
        found,
        key=lambda at: (abs(at.section - here.section), abs(at.paragraph - here.paragraph)),
        default=None,
    )


def _count_same(one: str, other: str) -> int:
    """How many characters at the start are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _match(old: str, new: str, start: int) -> list[tuple[int, int, int]]:
    """What a changed stretch has in common with what it was changed to."""
    if max(len(old), len(new)) > LARGEST:
        return []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (block.a + start, block.b + start, block.size) for block in matcher.get_matching_blocks()
    ]
