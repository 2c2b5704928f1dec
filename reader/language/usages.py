"""Everyday uses of polyphones and of words with several readings, by what is written around them.

Each line of the three tables was checked against the marked sentences of CPP and g2pL before it
came in; where one was wrong there more than once in twenty, it was left out.
"""

import re

from reader.language.character_usages import USAGES
from reader.language.verb_usages import VERB_USAGES
from reader.language.word_usages import WORDS

_CHARACTERS = {
    character: USAGES.get(character, ()) + VERB_USAGES.get(character, ())
    for character in USAGES | VERB_USAGES
}
PATTERNS = {
    word: tuple(
        (tuple(usage.reading.split()), re.compile(usage.before + r"\Z"), re.compile(usage.after))
        for usage in usages
    )
    for word, usages in (_CHARACTERS | WORDS).items()
}
FAR = 8
"""Characters before the word that a usage may look at."""


def find_usage(text: str, start: int, end: int) -> tuple[str, ...]:
    """The reading of a word by its nearest neighbours; empty where none decides."""
    for reading, before, after in PATTERNS.get(text[start:end], ()):
        if before.search(text, max(0, start - FAR), start) and after.match(text, end):
            return reading
    return ()
