"""Places in an article that hold when script, font, window or even the text changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.core.article import Article, Paragraph

QUOTE_LENGTH = 24
"""Code points kept before and after a place; enough to be unique in a book."""
REMAINS = (12, 8)
"""Code points of a piece of a quote that is looked for where neither half of it is left."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters: indices from 0, offset in code points of the source."""

    section: int = 0
    paragraph: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position and the source text on both sides of it."""

    position: Position
    before: str = ""
    after: str = ""


def anchor(article: Article, position: Position) -> Anchor:
    """Quote the text around a position, which is first moved to the nearest one that exists."""
    place = nearest(article, position)
    text = _text(article, place)
    start = max(0, place.offset - QUOTE_LENGTH)
    return Anchor(
        place, text[start : place.offset], text[place.offset : place.offset + QUOTE_LENGTH]
    )


def nearest(article: Article, position: Position) -> Position:
    """The position itself, or the closest that the article has."""
    section = min(max(position.section, 0), len(article.sections) - 1)
    paragraphs = article.sections[section].paragraphs
    paragraph = min(max(position.paragraph, 0), len(paragraphs) - 1)
    offset = min(max(position.offset, 0), len(paragraphs[paragraph].text))
    return Position(section, paragraph, offset)


def resolve(article: Article, place: Anchor) -> Position | None:
    """Where an anchor is now, or None where its quote is nowhere in the article.

    The old position is tried first, then the whole quote anywhere (the nearest paragraph wins),
    then its longer half. Where the text was changed close by on both sides, what is left of a half
    has to be the only one of its kind.
    """
    quotes = _quotes(place)
    if not quotes:
        return nearest(article, place.position)
    if _holds(article, place):
        return place.position
    search = _Search(article)
    for quote, shift in quotes:
        found = search.nearest(quote, place.position)
        if found:
            return replace(found, offset=found.offset + shift)
    for quote, shift in _remains(place):
        alone = search.alone(quote)
        if alone:
            return nearest(article, replace(alone, offset=alone.offset + shift))
    return None


class _Search:
    """Finds quotes in an article. A section that has none of it costs next to nothing."""

    def __init__(self, article: Article) -> None:
        self._texts = [
            [paragraph.text for paragraph in section.paragraphs] for section in article.sections
        ]
        self._whole = ["\n".join(texts) for texts in self._texts]

    def nearest(self, quote: str, old: Position) -> Position | None:
        """Where a quote stands, in the paragraph that is nearest to where it stood."""
        return min(
            self._find(quote),
            key=lambda at: (abs(at.section - old.section), abs(at.paragraph - old.paragraph)),
            default=None,
        )

    def alone(self, quote: str) -> Position | None:
        """Where a quote stands, None where it stands nowhere or more than once."""
        if sum(text.count(quote) for text in self._whole) != 1:
            return None
        return next(self._find(quote), None)

    def _find(self, quote: str) -> Iterator[Position]:
        """Its first place in each paragraph."""
        for section, texts in enumerate(self._texts):
            if quote in self._whole[section]:
                for paragraph, text in enumerate(texts):
                    start = text.find(quote)
                    if start >= 0:
                        yield Position(section, paragraph, start)


def _remains(place: Anchor) -> list[tuple[str, int]]:
    """Pieces of the quote, those next to the place first, and how far from their start it is.

    Longer pieces come before shorter ones.
    """
    found = []
    for length in REMAINS:
        for step in range(0, QUOTE_LENGTH - length, length // 2):
            before = place.before[: len(place.before) - step][-length:]
            after = place.after[step : step + length]
            found += [(before, length + step)] if len(before) == length else []
            found += [(after, -step)] if len(after) == length else []
    return found


def _quotes(place: Anchor) -> list[tuple[str, int]]:
    whole = place.before + place.after
    halves = sorted([(place.before, len(place.before)), (place.after, 0)], key=lambda q: -len(q[0]))
    return [(text, shift) for text, shift in [(whole, len(place.before)), *halves] if text]


def _holds(article: Article, place: Anchor) -> bool:
    if nearest(article, place.position) != place.position:
        return False
    text = _text(article, place.position)
    offset = place.position.offset
    return text[:offset].endswith(place.before) and text[offset:].startswith(place.after)


def paragraph_at(article: Article, position: Position) -> Paragraph:
    """The paragraph that a position is in."""
    return article.sections[position.section].paragraphs[position.paragraph]


def _text(article: Article, position: Position) -> str:
    return paragraph_at(article, position).text
