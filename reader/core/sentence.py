"""Where a sentence begins and ends in a paragraph, and sentences in which a word occurs."""

import re
from dataclasses import dataclass

from reader.core.position import Anchor

_SENTENCE = re.compile(r"[^。！？!?；;…\n]*[。！？!?；;…\n]*[”’」』）)】》]*")
_LONGEST = 120
"""Code points; what is longer is cut around the place that is asked for."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A sentence of an article in which a word occurs, as ``sentence[start:end]``."""

    article_id: int
    title: str
    sentence: str
    start: int
    end: int
    anchor: Anchor
    """Where the word stands in the article."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence that holds ``text[start:end]``, without white space at its ends.

    Of a sentence without an end in sight only the neighbourhood is given.
    """
    first, last = start, end
    for match in _SENTENCE.finditer(text):
        if match.start() <= start < match.end():
            first = match.start()
        if match.start() < end <= match.end():
            last = match.end()
        if match.end() >= end:
            break
    if last - first > _LONGEST:
        first = max(first, start - _LONGEST // 2)
        last = min(last, max(end, first + _LONGEST))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
