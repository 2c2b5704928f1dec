"""Puts a learner's corrections over the readings that were chosen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reader.core.article import Article
from reader.core.correction import Correction, Scope
from reader.core.position import Position, resolve
from reader.core.word import Origin, Reading, Word

Syllables = tuple[str | None, ...]


class Corrector:
    """The corrections that hold in one article.

    The narrower scope wins, and of two with the same scope the later. A word is known in either
    script; ``simplify`` maps both to one, character for character.
    """

    def __init__(
        self,
        article: Article,
        corrections: Iterable[Correction],
        simplify: Callable[[str], str],
    ) -> None:
        self._simplify = simplify
        self._words: dict[str, Syllables] = {}
        self._places: dict[tuple[int, int], list[tuple[int, Correction]]] = {}
        ranked = sorted(corrections, key=lambda one: (one.scope is Scope.ARTICLE, one.id))
        for correction in ranked:
            if correction.scope is Scope.PLACE:
                at = resolve(article, correction.anchor)
                if at is not None:
                    self._add_place(at, correction)
            else:
                self._words[simplify(correction.word)] = correction.syllables

    def apply(self, section: int, paragraph: int, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of a paragraph with what was corrected in them."""
        here = self._places.get((section, paragraph), [])
        if not self._words and not here:
            return words
        by_offset = {
            at + index: syllable
            for at, correction in here
            for index, syllable in enumerate(correction.syllables)
        }
        return tuple(self._correct(word, by_offset) for word in words)

    def _correct(self, word: Word, by_offset: Mapping[int, str | None]) -> Word:
        known = self._words.get(self._simplify(word.text)) if self._words else None
        wanted = {word.start + i: syllable for i, syllable in enumerate(known or ())}
        wanted |= {o: s for o, s in by_offset.items() if word.start <= o < word.end}
        if not wanted:
            return word
        readings = tuple(
            Reading(syllable, Origin.CORRECTION) if syllable else reading
            for offset, reading in enumerate(word.readings, word.start)
            for syllable in (wanted.get(offset),)
        )
        return replace(word, readings=readings)

    def _add_place(self, at: Position, correction: Correction) -> None:
        places = self._places.setdefault((at.section, at.paragraph), [])
        places.append((at.offset, correction))
