"""How long the parts of an article are: from places to lengths, and back."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reader.core.article import Article
from reader.core.position import Position


@dataclass(frozen=True, slots=True)
class Extent:
    """An article measured in code points of its paragraphs."""

    article: Article
    before: tuple[int, ...]
    """What lies before each section, and in the end the length of all."""

    @property
    def length(self) -> int:
        """Of the whole article."""
        return self.before[-1]

    def section_length(self, section: int) -> int:
        """Of one section."""
        return self.before[section + 1] - self.before[section]

    def count(self, position: Position) -> int:
        """How much lies before a position."""
        paragraphs = self.article.sections[position.section].paragraphs[: position.paragraph]
        within = sum(len(paragraph.text) for paragraph in paragraphs)
        return self.before[position.section] + within + position.offset

    def share(self, position: Position) -> float:
        """How much of the article lies before a position, 0 to 1."""
        return min(1.0, self.count(position) / max(1, self.length))

    def section_share(self, position: Position) -> float:
        """How much of its section lies before a position, 0 to 1."""
        within = self.count(position) - self.before[position.section]
        return min(1.0, within / max(1, self.section_length(position.section)))

    def at_share(self, share: float) -> Position:
        """The position before which this share of the article lies."""
        wanted = min(self.length, max(0, round(share * self.length)))
        last = len(self.article.sections) - 1
        section = min(bisect_right(self.before, wanted) - 1, last)
        left = wanted - self.before[section]
        paragraphs = self.article.sections[section].paragraphs
        for number, paragraph in enumerate(paragraphs):
            if left < len(paragraph.text):
                return Position(section, number, left)
            left -= len(paragraph.text)
        return self.end_of(section)

    def end_of(self, section: int) -> Position:
        """The end of a section."""
        paragraphs = self.article.sections[section].paragraphs
        return Position(section, len(paragraphs) - 1, len(paragraphs[-1].text))


def measure(article: Article) -> Extent:
    """Add up the lengths of an article."""
    lengths = (sum(len(p.text) for p in section.paragraphs) for section in article.sections)
    return Extent(article, tuple(accumulate(lengths, initial=0)))
