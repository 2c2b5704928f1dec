"""Which reading a polyphone has in its sentence: a trained model, run by numpy alone."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from reader.language.polyphone_file import read_model
from reader.language.polyphone_model import Model, Sentence

Choice: TypeAlias = tuple[tuple[str, float], ...]
"""Readings with their probabilities, the most likely first."""

LONGEST = 120
"""Sentences are cut here at the latest."""
_ENDS = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]*[”’」』）)]*")
_PAUSES = frozenset("，、：,: 　—…")
_BATCH = 256


class Polyphones:
    """The trained model in the file at ``path``, read when first needed or by ``load``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._model: Model | None = None

    def load(self) -> Model:
        """Read the file now; later calls cost nothing. Raises ResourceError."""
        if self._model is None:
            self._model = read_model(self._path)
        return self._model

    @property
    def characters(self) -> frozenset[str]:
        """The (simplified) characters that the model can read."""
        return frozenset(self.load().candidates.readings)

    def predict(self, text: str, positions: Sequence[int]) -> list[Choice]:
        """The readings of the characters at ``positions``, which ``characters`` must hold."""
        return self.predict_lines([text], [positions])[0]

    def predict_lines(
        self, lines: Sequence[str], positions: Sequence[Sequence[int]]
    ) -> list[list[Choice]]:
        """The same for many lines, faster than one by one.

        Syllables have tone numbers: ``hang2``, ``lü4``, neutral ``de5``, ``r5`` for the 儿 of
        erhua. The lines are simplified, and as long as what they were simplified from.
        """
        model = self.load()
        asked = [
            (index, start, model.prepare(line[start:end], places))
            for index, (line, wanted) in enumerate(zip(lines, positions, strict=True))
            for start, end, places in _cut(line, wanted)
        ]
        asked.sort(key=lambda item: -len(item[2].text))
        found: list[dict[int, Choice]] = [{} for _ in lines]
        for first in range(0, len(asked), _BATCH):
            batch = asked[first : first + _BATCH]
            choices = iter(_choose(model, [sentence for *_, sentence in batch]))
            for index, start, sentence in batch:
                for place in sentence.places:
                    found[index][start + place] = next(choices)
        return [
            [choices[position] for position in wanted]
            for choices, wanted in zip(found, positions, strict=True)
        ]


def _choose(model: Model, sentences: Sequence[Sentence]) -> Iterator[Choice]:
    shown = model.candidates.shown
    characters = (s.text[place] for s in sentences for place in s.places)
    for character, row in zip(characters, model.probabilities(sentences).tolist(), strict=True):
        pairs = zip(shown[character], row, strict=False)
        yield tuple(sorted(pairs, key=_by_probability, reverse=True))


_by_probability = itemgetter(1)


def _cut(line: str, positions: Sequence[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The sentences of a line that hold a position, with the positions counted from each start."""
    waiting = sorted(set(positions))
    at = 0
    for start, end in _spans(line):
        first = at
        while at < len(waiting) and waiting[at] < end:
            at += 1
        if at > first:
            yield start, end, [position - start for position in waiting[first:at]]


def _spans(line: str) -> Iterator[tuple[int, int]]:
    for match in _ENDS.finditer(line):
        start, end = match.span()
        while end - start > LONGEST:
            cut = _find_pause(line, start)
            yield start, cut
            start = cut
        yield start, end


def _find_pause(line: str, start: int) -> int:
    """Where to cut a sentence that is too long: after its last pause that is not too far."""
    for at in range(start + LONGEST - 1, start + LONGEST // 2, -1):
        if line[at] in _PAUSES:
            return at + 1
    return start + LONGEST
