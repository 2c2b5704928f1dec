"""What a learner has said of words, and where they met them."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.position import Anchor


class Status(StrEnum):
    """How far a word has been learned."""

    KNOWN = "known"
    LEARNING = "learning"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Encounter:
    """The sentence in which a word was met: ``sentence[start:]`` begins with it.

    ``start`` is -1 where the sentence does not hold the word itself (a character of it was asked
    about, or a longer word that begins so).
    """

    sentence: str
    start: int
    article_id: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class VocabularyWord:
    """A word with its status. ``marked``: when that was last said, ISO 8601, UTC."""

    word: str
    """Simplified, by which it is found whatever script a text is in."""
    written: str
    """As the text had it."""
    syllables: tuple[str | None, ...]
    """One for each character, as in ``core.word``."""
    status: Status
    met: Encounter | None
    marked: str = ""
