"""Readings that a learner has put right."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.position import Anchor


class Scope(StrEnum):
    """How far a correction reaches."""

    PLACE = "place"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Correction:
    """A reading for a word: one syllable (or None) for each character, as in ``core.word``.

    ``anchor`` is where it was made, which is all that it is good for with ``Scope.PLACE``.
    ``created`` is ISO 8601, UTC.
    """

    id: int
    article_id: int
    scope: Scope
    anchor: Anchor
    word: str
    syllables: tuple[str | None, ...]
    created: str
