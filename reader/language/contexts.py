"""Which of its traditional forms a character takes, by what stands around it.

A table holds the rules (its head explains them); words, where segmentation gives them, forbid a
phrase to reach from the middle of one word into the next.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from reader.core.errors import ResourceError
from reader.language.segmentation import Span, SpanKind

Segment = Callable[[str], Iterable[Span]]
"""The words of a simplified text, in order, covering it."""

_SURNAMES: Final = str.maketrans("范余于朴钟郁涂游岳谷姜后云党才", "范余于朴鍾郁涂游岳谷姜后雲党才")
"""Surnames that are not written as their characters usually are."""

_DOUBTFUL: Final = {
    "于": re.compile(
        r"(?:^|[，。！？；：、（“《\s和与跟同是叫请让找给向手员者授长任士友])于(?!.{1,5}[年月日])"
    ),
    "余": re.compile(r"(?:^|[^有其残剩业多留糊十百千万亿零0-9])余"),
}
"""Surnames that are words as well, and where they are not."""

_BORDERS: Final = frozenset('，。！？；：、…“”‘’「」『』（）《》〈〉,!?;:()" 　\n\t')
"""Marks that no word contains."""

_USUAL_MARKS: Final = str.maketrans(",!?;:()", "，！？；：（）")
"""Rules name the marks of Chinese text; many texts have those of a typewriter."""

_SHORT_NAME: Final = 2
"""Characters of a name that may as well be a word."""

_REACH: Final = 16
"""How many characters before the place a rule may look at."""


class Rule(NamedTuple):
    """A form, and what must stand before and after."""

    form: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    strong: bool = False
    """Whether it speaks of a character in the midst of a word too: 船只|能 is 船|只能 here."""

    def holds(self, text: str, at: int) -> bool:
        """Whether the rule speaks of the character at an offset."""
        if self.after and not self.after.match(text, at + 1):
            return False
        return not self.before or self.before.search(text[max(0, at - _REACH) : at]) is not None


class Contexts:
    """The rules of a table, by character."""

    def __init__(self, path: Path) -> None:
        self._rules: dict[str, list[Rule]] = {}
        try:
            self._read(path)
        except (OSError, ValueError, re.error) as cause:
            raise ResourceError(
                f"The table {path.name} is missing or damaged. Install the program again."
            ) from cause
        self._places: Final = re.compile(f"[{''.join(self._rules)}]")

    def mend(
        self,
        text: str,
        converted: str,
        is_settled: Callable[[int], bool] = lambda _: False,
        decided: set[int] | None = None,
    ) -> str:
        """The conversion of a text, of equal length, with the forms that the rules decide.

        Where it is settled already what a character has to be, no rule changes that. ``decided``
        takes the offsets of the characters of which a rule spoke.
        """
        text = text.translate(_USUAL_MARKS)
        parts: list[str] = []
        end = 0
        for place in self._places.finditer(text):
            at = place.start()
            for rule in self._rules[place[0]]:
                if rule.holds(text, at):
                    if rule.form != converted[at] and (rule.strong or not is_settled(at)):
                        parts += (converted[end:at], rule.form)
                        end = at + 1
                    if decided is not None:
                        decided.add(at)
                    break
        return "".join([*parts, converted[end:]]) if parts else converted

    def _read(self, path: Path) -> None:
        definitions: dict[str, str] = {}
        for line in path.read_text("utf-8").splitlines():
            if not line or line[0] == "#":
                continue
            if line[0] == "{":
                name, pattern = line.split("\t")
                definitions[name] = f"(?:{pattern})"
                continue
            character, form, before, after = line.split("\t")
            for name, pattern in definitions.items():
                before, after = before.replace(name, pattern), after.replace(name, pattern)
            self._rules.setdefault(character, []).append(
                Rule(
                    form.lstrip("!"),
                    re.compile(f"(?:{before.removesuffix('$')})$") if before else None,
                    re.compile(after) if after else None,
                    strong=form.startswith("!"),
                )
            )


class Words:
    """What the words of a text say about its characters. Segments when it is first asked."""

    def __init__(
        self,
        text: str,
        segment: Segment,
        exempt: Callable[[str], bool],
        is_phrase: Callable[[str], bool],
    ) -> None:
        self._text = text
        self._is_phrase = is_phrase
        self._segment = segment
        self._exempt = exempt
        self._words: list[Span] = []
        self._start = self._end = 0

    def fits(self, place: int, start: int, end: int) -> bool:
        """Whether a key from start to end may change the character at a place.

        Not if that character is part of a word that the key cuts: in 国王|后面, 王后 changes 后.
        """
        word = self._find(place)
        if (start <= word.start and word.end <= end) or (word.start <= start and end <= word.end):
            return True
        if word.kind is SpanKind.NAME and word.start == place and not self._is_surname(place):
            return True  # 生于|田边: what begins like a name is none
        return self._exempt(self._text[start:end])

    def settle(self, place: int) -> bool:
        """Whether a character stands in a word that is a phrase as it is: 头发, whatever follows.

        Or in a given name, which has its characters as they are usually written.
        """
        word = self._find(place)
        if word.kind is SpanKind.NAME:
            return word.start < place and word.end - word.start > _SHORT_NAME
        return word.end - word.start > 1 and self._is_phrase(self._text[word.start : word.end])

    def mend_surnames(self, text: str, converted: str, decided: set[int] | None = None) -> str:
        """The conversion of the text, of equal length, with surnames as families write them."""
        surnames = {character for character in text if ord(character) in _SURNAMES}
        if not surnames:
            return converted
        characters = list(converted)
        for place, character in enumerate(text):
            if character in surnames and self._is_surname(place):
                characters[place] = character.translate(_SURNAMES)
                if decided is not None:
                    decided.add(place)
        return "".join(characters)

    def _is_surname(self, place: int) -> bool:
        character = self._text[place]
        if self._text[place + 1 : place + 2] == character:  # 郁郁 is no name
            return False
        doubtful = _DOUBTFUL.get(character)
        if doubtful and not doubtful.match(self._text, max(0, place - 1)):
            return False
        word = self._find(place)
        if word.kind is not SpanKind.NAME or word.start != place:
            return False
        # 余生 between two marks looks like a name, but is a word first.
        return word.end - word.start > _SHORT_NAME or not self._is_phrase(
            self._text[word.start : word.end]
        )

    def _find(self, place: int) -> Span:
        """The word at a place. Only the clause around it is segmented, and remembered."""
        if not self._start <= place < self._end:
            self._start, self._end = place, place + 1
            while self._start and self._text[self._start - 1] not in _BORDERS:
                self._start -= 1
            while self._end < len(self._text) and self._text[self._end] not in _BORDERS:
                self._end += 1
            self._words = list(self._segment(self._text[self._start : self._end]))
        offset = place - self._start
        start, end, kind = self._words[
            bisect_right(self._words, offset, key=attrgetter("start")) - 1
        ]
        return Span(start + self._start, end + self._start, kind)
