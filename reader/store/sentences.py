"""Sentences in which a word occurs, from all articles."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.core.article import Article, Section
from reader.core.position import QUOTE_LENGTH, Anchor, Position
from reader.core.sentence import Occurrence, sentence_around
from reader.store.articles import Articles
from reader.store.passages import Row, Stretch, cut_passages

PER_ARTICLE = 2
"""Sentences of one article, so that a word is seen in different company."""
ABOVE = 3
"""Sentences of the article that is being read."""
WIDER = 2
"""Times as many sentences are gathered where only those that are meant stay."""
PATIENCE = 100
"""Articles looked into; a word that none of them has after all is given up."""
Pick = Callable[[Sequence[Occurrence]], list[Occurrence]]
"""Those in which a word is meant that is written as another is."""


class Sentences:
    """Looks words up in what the learner has. ``fold`` maps texts to the form that is compared.

    Folding keeps the length of a text, so that places in both are the same. ``is_word`` tells
    whether a single character of a text is a word there: 面 in 一碗面, not in 下面.
    """

    def __init__(
        self,
        articles: Articles,
        fold: Callable[[str], str],
        is_word: Callable[[str, int], bool] = lambda _text, _at: True,
    ) -> None:
        self._articles = articles
        self._fold = fold
        self._is_word = is_word

    def cut(self, article: Article) -> list[Row]:
        """What the index is to hold of an article."""
        return cut_passages(
            [self._fold(paragraph.text) for paragraph in section.paragraphs]
            for section in article.sections
        )

    def index(self, article_id: int, rows: Sequence[Row]) -> None:
        """Index an article that is kept already; nothing happens where it is indexed."""
        self._articles.passages.add(article_id, rows)

    def index_next(self) -> bool:
        """Index the newest article that is not yet in the index; False where all are.

        Raises DamagedLibraryError where that article cannot be read; it is not tried again.
        """
        missing = self._articles.passages.missing()
        if not missing:
            return False
        rows: list[Row] = []
        try:
            rows = self.cut(self._articles.load(missing[0]))
        finally:
            self._articles.passages.add(missing[0], rows)
        return len(missing) > 1

    def find(
        self,
        word: str,
        limit: int,
        here: tuple[int, Position] | None = None,
        pick: Pick | None = None,
    ) -> tuple[Occurrence, ...]:
        """Sentences with a word: those above the place that is read, nearest first, then those of
        other articles, the newest first.

        ``pick`` takes time, so that it is asked once, about the nearest and newest.
        """
        folded = self._fold(word)
        if pick is None:
            return tuple(self._gather(folded, limit, here))
        found = pick(self._gather(folded, limit * WIDER, here, WIDER))
        return tuple(_thin(found, here[0] if here else 0)[:limit])

    def _gather(
        self, folded: str, limit: int, here: tuple[int, Position] | None, times: int = 1
    ) -> list[Occurrence]:
        found: list[Occurrence] = []
        if here:
            found += _take(self._look(folded, Stretch.above(*here)), ABOVE * times)
        current = here[0] if here else 0
        bound: int | None = None
        for _ in range(PATIENCE):
            candidate = next(self._articles.passages.find(folded, Stretch.older(bound)), None)
            if candidate is None or len(found) >= limit:
                break
            bound = candidate[0]
            if bound != current:
                wanted = min(PER_ARTICLE * times, limit - len(found))
                found += _take(self._look(folded, Stretch.within(bound)), wanted)
        return found

    def _look(self, folded: str, where: Stretch) -> Iterator[Occurrence]:
        """The first occurrence in each paragraph that has one."""
        sections: dict[int, Section | None] = {}
        for article_id, position in self._articles.passages.find(folded, where):
            if position.section not in sections:
                loaded = self._articles.load_section(article_id, position.section)
                sections = {position.section: loaded}
            section = sections[position.section]
            if section is None or position.paragraph >= len(section.paragraphs):
                continue
            text = section.paragraphs[position.paragraph].text
            occurrence = self._search(article_id, position, text, folded)
            if occurrence:
                yield occurrence

    def _search(
        self, article_id: int, position: Position, text: str, folded: str
    ) -> Occurrence | None:
        same = self._fold(text)
        start = same.find(folded)
        while start >= 0:
            if len(folded) > 1 or self._is_word(text, start):
                return self._make(article_id, position, text, (start, start + len(folded)))
            start = same.find(folded, start + 1)
        return None

    def _make(
        self, article_id: int, position: Position, text: str, span: tuple[int, int]
    ) -> Occurrence:
        start, end = span
        first, last = sentence_around(text, start, end)
        place = Position(position.section, position.paragraph, start)
        return Occurrence(
            article_id,
            self._articles.title(article_id),
            text[first:last],
            start - first,
            end - first,
            Anchor(place, text[max(0, start - QUOTE_LENGTH) : start], text[start:][:QUOTE_LENGTH]),
        )


def _take(found: Iterable[Occurrence], limit: int) -> list[Occurrence]:
    """The first few, no sentence twice."""
    kept: dict[str, Occurrence] = {}
    for one in found:
        kept.setdefault(one.sentence, one)
        if len(kept) >= limit:
            break
    return list(kept.values())


def _thin(found: Iterable[Occurrence], current: int) -> list[Occurrence]:
    """So many of each article as where all that is found is taken."""
    counts: Counter[int] = Counter()
    kept = []
    for one in found:
        counts[one.article_id] += 1
        if counts[one.article_id] <= (ABOVE if one.article_id == current else PER_ARTICLE):
            kept.append(one)
    return kept
