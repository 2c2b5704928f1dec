"""Where places are after the bytes of a text were decoded anew: by shares, since no word is left.

Every character may be another one then, so that no quote can be found. What stays are the bytes,
and so nearly always the paragraphs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reader.core.article import Article
from reader.core.position import Anchor, Position, anchor, resolve

TRIFLE = 1e-6
"""Of a byte."""


class Recoding:
    """Finds places of a text in what its bytes are now."""

    def __init__(self, old: Article, new: Article) -> None:
        self._new = new
        self._old = old
        self._before, self._after = _Measured(old), _Measured(new)

    def follow(self, place: Anchor) -> Anchor | None:
        """An anchor of the new text; None where the old one has no place for it.

        What still can be found by its quote is.
        """
        at = resolve(self._old, place)
        if at is None:
            return None
        found = resolve(self._new, place) if place.before or place.after else None
        return anchor(self._new, found or self.place(at))

    def place(self, at: Position) -> Position:
        """The same paragraph, where there are as many, and the same share of it or of the text."""
        number = self._before.number(at)
        share = self._before.share(number, at.offset)
        if len(self._before.texts) == len(self._after.texts):
            return self._after.find(number, share)
        whole, start = self._before.starts[-1], self._before.starts[number]
        part = self._before.starts[number + 1] - start
        reached = (start + share * part) / max(1, whole) * self._after.starts[-1]
        # Where one paragraph ends the next begins, whatever fractions make of it.
        last = len(self._after.texts) - 1
        number = min(last, bisect_right(self._after.starts, reached + TRIFLE) - 1)
        start, end = self._after.starts[number : number + 2]
        return self._after.find(number, max(0.0, reached - start) / max(1, end - start))


class _Measured:
    """The paragraphs of an article, and how many bytes they take in its encoding."""

    def __init__(self, article: Article) -> None:
        self._encoding = article.encoding
        self._places = [
            (section, paragraph)
            for section, whole in enumerate(article.sections)
            for paragraph in range(len(whole.paragraphs))
        ]
        self.texts = [paragraph.text for paragraph in article.paragraphs()]
        self.starts = [0, *accumulate(_weigh(text, self._encoding) for text in self.texts)]

    def number(self, at: Position) -> int:
        """The number of a paragraph in the whole text."""
        return bisect_left(self._places, (at.section, at.paragraph))

    def share(self, number: int, offset: int) -> float:
        """How much of a paragraph stands before an offset, 0 to 1."""
        reached = self._reach(number)
        return reached[offset] / max(1, reached[-1])

    def find(self, number: int, share: float) -> Position:
        """Where so much of a paragraph has been said."""
        reached = self._reach(number)
        wanted = share * reached[-1]
        offset = bisect_left(reached, wanted)
        # Whichever of the characters on both sides is nearer.
        if (
            offset
            and wanted - reached[offset - 1] < reached[min(offset, len(reached) - 1)] - wanted
        ):
            offset -= 1
        return Position(*self._places[number], min(offset, len(reached) - 1))

    def _reach(self, number: int) -> Sequence[int]:
        return [0, *accumulate(_weigh(sign, self._encoding) for sign in self.texts[number])]


def _weigh(text: str, encoding: str) -> int:
    """Bytes, or characters where nobody but the importers knows the encoding."""
    try:
        return len(text.encode(encoding, "replace"))
    except LookupError:
        return len(text)
