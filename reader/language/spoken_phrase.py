"""What is said in one breath: the syllables between two pauses, with their tones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.word import Word

_ERHUA = "r5"


@dataclass(slots=True)
class Phrase:
    """Simplified characters, and the tones that the rules for speech change one after another.

    The 儿 of erhua is left out: it is a part of the syllable before it.
    """

    text: str
    tones: list[str]
    words: Sequence[tuple[int, int]]
    """Where each word starts and ends in the text."""
    names: frozenset[int]
    """The offsets that lie in names."""
    rhotic: frozenset[int]
    """The offsets after which erhua follows."""
    places: Sequence[tuple[int, int]]
    """For each character its word in the paragraph, and its place in that word."""

    def word_at(self, offset: int) -> tuple[int, int]:
        """The start and end of the word around an offset."""
        return next(span for span in self.words if span[0] <= offset < span[1])


def find_phrases(words: Sequence[Word], simple: str) -> Iterator[Phrase]:
    """Cut a paragraph where it pauses: at punctuation, white space, digits, foreign letters.

    ``simple`` is its text with simplified characters.
    """
    stretch: list[int] = []
    for index, word in enumerate(words):
        if all(word.readings):
            stretch.append(index)
            continue
        yield from _make(words, stretch, simple)
        stretch = []
        if word.readable:
            yield from _make(words, [index], simple)
    yield from _make(words, stretch, simple)


def _make(words: Sequence[Word], indices: Sequence[int], simple: str) -> Iterator[Phrase]:
    text: list[str] = []
    tones: list[str] = []
    places: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    names: set[int] = set()
    rhotic: set[int] = set()
    for index in indices:
        start = len(text)
        word = words[index]
        for at, syllable in enumerate(word.syllables):
            if syllable == _ERHUA:
                rhotic.add(len(text) - 1)
            elif syllable:
                text.append(simple[word.start + at])
                tones.append(syllable[-1])
                places.append((index, at))
        if len(text) > start:
            spans.append((start, len(text)))
        if word.proper:
            names.update(range(start, len(text)))
    if tones:
        yield Phrase("".join(text), tones, spans, frozenset(names), frozenset(rhotic), places)
