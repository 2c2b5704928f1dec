"""All that is told of a word."""

from dataclasses import dataclass

from reader.core.standing import Standing
from reader.core.word import Entry, Word


@dataclass(frozen=True, slots=True)
class Lead:
    """Another word that a gloss refers to: «variant of» 裡, «abbr. for» 北京大學."""

    relation: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry in the order in which a learner needs it.

    ``glosses`` are those of CC-CEDICT, the usual ones first; ``measures`` are its measure words,
    such as ``個|个[ge4]``. ``leads`` are given where a gloss says nothing else.
    """

    entry: Entry
    glosses: tuple[str, ...]
    measures: tuple[str, ...] = ()
    leads: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What is told at a glance: the senses that fit the reading here, and the word's standing."""

    senses: tuple[Sense, ...]
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a word as a word of its own, read as in it; ``others``: how else it may be."""

    word: Word
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything: the outline, senses with other readings, characters, the words inside."""

    word: Word
    outline: Outline
    other_senses: tuple[Sense, ...]
    characters: tuple[Character, ...]
    inside: tuple[Word, ...]
    """Shorter headwords that it contains; of a phrase, its words."""
