"""What one query has found until now: hits in order, and what is still in doubt."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

from reader.language.finding import Finder, Found, Hit, Wish, merge_hits

Place = tuple[int, int]
"""Section and paragraph."""


class Search:
    """Grows while sections are looked through and readings are checked.

    One thread at a time may let it grow; ``hits`` may be read by another meanwhile, for it is
    replaced as a whole.
    """

    def __init__(self, finder: Finder, wish: Wish, sections: Iterable[int]) -> None:
        """``sections``: all of them, in the order in which they are to be searched."""
        self.finder = finder
        self.wish = wish
        self.hits: Sequence[Hit] = ()
        """In reading order."""
        self._sections = list(sections)
        self._by_section: dict[int, tuple[Hit, ...]] = {}
        self._doubtful: dict[Place, list[Hit]] = {}
        self._length = 0
        self._checked = 0

    @property
    def under_way(self) -> int | None:
        """How far it has got in per cent, None when everything is found."""
        if not self._sections and not self._doubtful:
            return None
        return min(99, self._checked * 100 // self._length) if self._length else 0

    @property
    def sections_left(self) -> bool:
        """Whether some have not been looked through."""
        return bool(self._sections)

    def next_sections(self, count: int) -> tuple[int, ...]:
        """The sections to look through next; none when all have been."""
        wanted = tuple(self._sections[:count])
        del self._sections[:count]
        return wanted

    def add(self, found: Iterable[Found]) -> None:
        """Take what was found in sections that were not looked through before."""
        new: list[Hit] = []
        for one in found:
            new += one.hits
            for hit in one.doubtful:
                self._doubt(hit)
        self._take(new)

    def next_batch(
        self, size: int, section: int | None = None
    ) -> tuple[tuple[Place, tuple[Hit, ...]], ...]:
        """The first paragraphs in doubt, of all or of a section, together about ``size`` long."""
        batch, length = [], 0
        for place, hits in self._doubtful.items():
            if length < size and section in {None, place[0]}:
                batch.append((place, tuple(hits)))
                length += self.finder.length(*place)
        return tuple(batch)

    def is_first(self, hit: Hit, here: Hit) -> bool:
        """Whether nothing in doubt lies between ``here`` and a hit, going on and round."""

        def order(section: int, paragraph: int) -> tuple[bool, int, int]:
            return (section, paragraph) < (here.section, here.paragraph), section, paragraph

        reached = order(hit.section, hit.paragraph)
        return all(order(*place) >= reached for place in self._doubtful)

    def settle(self, places: Iterable[Place], hits: Iterable[Hit]) -> None:
        """Some paragraphs are in doubt no more: these are their hits."""
        for place in places:
            del self._doubtful[place]
            self._checked += self.finder.length(*place)
        self._take(hits)

    def in_section(self, section: int) -> Sequence[Hit]:
        """The hits of one section."""
        first = bisect_left(self.hits, Hit(section, 0, 0, 0))
        return self.hits[first : bisect_left(self.hits, Hit(section + 1, 0, 0, 0))]

    def number(self, hit: Hit) -> int:
        """Which of all it is, from 1."""
        return bisect_left(self.hits, hit) + 1

    def nearest(self, place: Hit) -> Hit | None:
        """The first hit from a place on, None where none is behind it."""
        at = bisect_left(self.hits, place)
        return self.hits[at] if at < len(self.hits) else None

    def next_to(self, place: Hit, step: int) -> Hit:
        """The hit after (1) or before (-1) a place; after the last comes the first."""
        at = bisect_left(self.hits, place)
        if step < 0:
            at -= 1
        elif at < len(self.hits) and self.hits[at] == place:
            at += 1
        return self.hits[at % len(self.hits)]

    def _doubt(self, hit: Hit) -> None:
        place = hit.section, hit.paragraph
        if place not in self._doubtful:
            self._doubtful[place] = []
            self._length += self.finder.length(*place)
        self._doubtful[place].append(hit)

    def _take(self, hits: Iterable[Hit]) -> None:
        """Only the sections of new hits are put in order anew: a book may have 20,000."""
        new: dict[int, list[Hit]] = {}
        for hit in hits:
            new.setdefault(hit.section, []).append(hit)
        for section, more in new.items():
            known = self._by_section.get(section, ())
            self._by_section[section] = merge_hits([*known, *more]) if known else tuple(more)
        if new:
            ordered = (self._by_section[section] for section in sorted(self._by_section))
            self.hits = tuple(chain.from_iterable(ordered))
