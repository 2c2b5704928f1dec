"""How each character of a paragraph is read: the one place where that is decided.

1. What the source notes itself.
2. Names: the surname's reading.
3. Phrases: a headword of several characters.
4. A single character with several readings: its rule, if it has one.
5. What is still open, and headwords with several readings: a judge of context. The one built in
   knows phrases that are no headwords; a trained model takes its place.
6. The usual reading.

Everything is a citation tone: 一 yi1, 不 bu4, and no third tone changes.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from reader.core.article import Note
from reader.core.word import Origin, Reading
from reader.language.doubled import read_doubled
from reader.language.headwords import Headwords
from reader.language.names import Names
from reader.language.notes import read_notes
from reader.language.particles import RULES, place
from reader.language.segmentation import Span, SpanKind
from reader.language.taught import find_examples, find_homophone, teaches
from reader.language.usages import find_usage
from reader.language.word_usages import WORDS

Readings = tuple[Reading | None, ...]
_LONGEST_PHRASE = 4
_SURE_OF_GIVEN, _SURE_OF_SURNAME = 0.9, 0.95
_MARKS = ("", "、", "，", ",", "。", "；", "：", ":", "（", "）", "(", ")", " ", "·")
"""What stands around names in lists."""
_SURE_OF_WAY = 0.97
"""So sure the judge has to be to choose another of the ways in which dictionaries read a word."""
_RARE = 570
"""Centibels: in words rarer than one in half a million dictionaries err more than elsewhere."""
_NEVER = 2.0
"""More than any probability: the judge may doubt, but not overrule."""
_OTHER_FORMS = frozenset("祕")
"""A traditional character that is but another form of one that is read in several ways."""


class Question(NamedTuple):
    """A character whose reading is open, with the readings that it may have, the usual one first.

    ``known`` is what a dictionary says of it in its word, empty where it says nothing: a judge
    may overrule that if it is as sure as ``sure`` (a probability).
    """

    offset: int
    ways: tuple[str, ...]
    known: str = ""
    sure: float = 0.0
    in_name: bool = False


class Draft(NamedTuple):
    """A paragraph whose readings are chosen but for the open questions.

    ``text`` is simplified, as long as its source; ``found`` has an item for each span.
    """

    text: str
    spans: Sequence[Span]
    notes: Sequence[Note]
    found: list[Readings]
    questions: list[Question]


class Judge(Protocol):
    """Decides polyphones by their context."""

    def judge(self, drafts: Sequence[Draft]) -> Sequence[Sequence[tuple[str, ...]]]:
        """For each draft an answer to each of its questions: readings, the likeliest first.

        Several where there is doubt; an empty answer leaves the reading as it is. Many drafts at
        once, since a model works them off together in a fraction of the time.
        """
        ...


class Reader:
    """Chooses readings. Holds no state but what it remembers of words: any thread may use it."""

    def __init__(self, headwords: Headwords, names: Names, judge: Judge | None = None) -> None:
        self._headwords = headwords
        self._names = names
        self._judge = judge or PhraseJudge(headwords)
        self._read_word = lru_cache(1 << 14)(self._look_up_word)
        self._read_doubled = lru_cache(1 << 10)(self._look_up_doubled)
        self._find_open = lru_cache(1 << 14)(self._look_for_open)
        self._polyphones = frozenset(
            character for character, ways in headwords.characters.items() if len(ways) > 1
        )

    def read(self, drafts: Sequence[Draft]) -> None:
        """Settle the open questions of drafts, and let the notes of their sources win."""
        asked = [draft for draft in drafts if draft.questions]
        for draft, answers in zip(asked, self._judge.judge(asked) if asked else (), strict=True):
            self._accept(draft.spans, draft.questions, answers, draft.found)
        for draft in drafts:
            if draft.notes:
                self._apply_notes(draft.text, draft.spans, draft.notes, draft.found)

    def draft(
        self, text: str, source: str, spans: Sequence[Span], notes: Sequence[Note] = ()
    ) -> Draft:
        """Read all that needs no judge. ``text`` is ``source`` with simplified characters."""
        found: list[Readings] = []
        questions: list[Question] = []
        for index, (start, end, kind) in enumerate(spans):
            if kind is SpanKind.OTHER:
                found.append((None,) * (end - start))
            elif kind is SpanKind.NAME:
                listed = text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS
                found.append(self._read_name(text[start:end], start, questions, sure=listed))
            elif kind is SpanKind.DOUBLED:
                found.append(self._read_doubled(text[start:end]))
            elif end - start == 1 and text[start] in self._polyphones:
                found.append(self._read_polyphone(text, source, spans, index, questions))
            else:
                usage = find_usage(text, start, end) if text[start:end] in WORDS else ()
                if usage:
                    found.append(tuple(Reading(each, Origin.CONTEXT) for each in usage))
                    continue
                found.append(self._read_headword(text[start:end], source[start:end]))
                for at, ways, known, sure in self._find_open(text[start:end]):
                    questions.append(Question(start + at, ways, known, sure))
        return Draft(text, spans, notes, found, questions)

    def _look_up_word(self, word: str) -> Readings:
        ways = self._headwords.ways(word)
        if len(word) == 1:
            known = self._headwords.characters.get(word, ())
            return (Reading(known[0], Origin.CHARACTER) if known and known[0] != "_" else None,)
        return tuple(
            None
            if syllable == "_"
            else Reading(syllable, Origin.PHRASE, _doubts(syllable, (way[at] for way in ways)))
            for at, syllable in enumerate(ways[0])
        )

    def _look_up_doubled(self, word: str) -> Readings:
        return tuple(
            Reading(syllable, Origin.PHRASE) for syllable in read_doubled(word, self._headwords)
        )

    def _read_headword(self, word: str, written: str) -> Readings:
        """Read a simplified word as the dictionary does; the script it is written in is heeded."""
        readings = self._read_word(word)
        return readings if word == written else self._heed(written, word, readings)

    def _heed(self, written: str, word: str, readings: Readings) -> Readings:
        """Let a traditional character that has but one reading keep it in any word: 隻 is zhi1."""
        heeded = list(readings)
        for at, (own, simple) in enumerate(zip(written, word, strict=True)):
            if own == simple or own in _OTHER_FORMS or simple not in self._polyphones:
                continue
            reading, ways = heeded[at], self._headwords.characters.get(own, ())
            neutral = reading is None or reading.syllable.endswith("5")
            if len(ways) == 1 and not neutral and ways[0] in self._headwords.characters[simple]:
                heeded[at] = Reading(ways[0], Origin.CHARACTER)
        return tuple(heeded)

    def _look_for_open(self, word: str) -> tuple[tuple[int, tuple[str, ...], str, float], ...]:
        """What to ask about a word: offsets in it, possible readings, the first, how sure to be.

        Where dictionaries read it in several ways the judge may choose, and in a rare word among
        all ways of the character. Neutral tones are left out: there a dictionary is right and the
        judge is not.
        """
        spelled = self._headwords.ways(word)
        if len(word) < 2 or not spelled:
            return ()
        rare = self._headwords.costs.get(word, 0) >= _RARE
        found = []
        for at, (character, syllable) in enumerate(zip(word, spelled[0], strict=True)):
            if character not in self._polyphones or syllable[-1:] in {"5", "_"}:
                continue
            others = _others(syllable, (way[at] for way in spelled if way[at][-1:] != "5"))
            if not others and rare and len(spelled) == 1 and word.count(character) == 1:
                known = self._headwords.characters[character]
                others = _others(syllable, (way for way in known if way[-1:] != "5"))
            if others:
                found.append((at, (syllable, *others), syllable, _SURE_OF_WAY))
        return tuple(found)

    def _read_name(
        self, name: str, start: int, questions: list[Question], *, sure: bool
    ) -> Readings:
        """The surname as surnames are read; a given name's polyphones are left to the judge.

        So is a surname, unless it is ``sure`` that this is a name: 翟衣 is a robe.
        """
        readings: list[Reading | None] = []
        surname = self._names.surname_length(name)
        for at, syllable in enumerate(self._names.read(name)):
            readings += (
                (Reading(syllable, Origin.PHRASE),) if syllable else self._read_word(name[at])
            )
            ways = self._headwords.characters.get(name[at], ())
            if len(ways) > 1 and (at >= surname or (surname == 1 and not sure)):
                least = _SURE_OF_SURNAME if at < surname else _SURE_OF_GIVEN if syllable else 0.0
                questions.append(Question(start + at, ways, syllable or "", least, in_name=True))
        return tuple(readings)

    def _read_polyphone(
        self,
        text: str,
        source: str,
        spans: Sequence[Span],
        index: int,
        questions: list[Question],
    ) -> Readings:
        """Read a character by itself if its script, a name or a rule says how; or ask."""
        start = spans[index].start
        character, written = text[start], source[start]
        ways = self._headwords.characters[character]
        if written != character:
            own = [way for way in self._headwords.characters.get(written, ()) if way in ways]
            if len(own) == 1:
                return (Reading(own[0], Origin.CHARACTER),)
        told = self._find_taught(text, start, ways) if teaches(text) else ""
        if told:
            return (Reading(told, Origin.CONTEXT),)
        at = place(text, spans, index)
        heads_word = bool(at.next) and character + at.next in self._headwords.spelled
        if self._names.stands_alone(character, at.before, at.after, heads_word=heads_word):
            return (Reading(self._names.surnames[character][1][0], Origin.CONTEXT),)
        rule = RULES.get(character)
        syllable = rule(at) if rule else None
        decided = (syllable,) if syllable else find_usage(text, start, start + 1)
        if decided:
            return (Reading(decided[0], Origin.CONTEXT),)
        questions.append(Question(start, ways))
        return self._read_word(character)

    def _find_taught(self, text: str, at: int, ways: tuple[str, ...]) -> str:
        """What the text itself says of this character's sound, empty where it says nothing."""
        for way in self._headwords.characters.get(find_homophone(text, at), ()):
            if way in ways:
                return way
        for word in find_examples(text, at):
            for spelled in self._headwords.ways(word)[:1]:
                return spelled[word.index(text[at])]
        return ""

    def _accept(
        self,
        spans: Sequence[Span],
        questions: Sequence[Question],
        answers: Sequence[tuple[str, ...]],
        found: list[Readings],
    ) -> None:
        index = 0
        for question, answer in zip(questions, answers, strict=True):
            while spans[index].end <= question.offset:
                index += 1
            if answer:
                readings = list(found[index])
                at = question.offset - spans[index].start
                origin = Origin.PHRASE if answer[0] == question.known else Origin.CONTEXT
                readings[at] = Reading(answer[0], origin, answer[1:])
                found[index] = tuple(readings)

    def _apply_notes(
        self, text: str, spans: Sequence[Span], notes: Sequence[Note], found: list[Readings]
    ) -> None:
        noted = read_notes(text, notes, self._headwords.characters)
        for index, span in enumerate(spans):
            offsets = [at for at in range(span.start, span.end) if at in noted]
            if not offsets:
                continue
            readings = list(found[index])
            for at in offsets:
                readings[at - span.start] = _note(noted[at], readings[at - span.start])
            found[index] = tuple(readings)


class PhraseJudge:
    """Reads a character as the longest known phrase around it does, else as it usually is."""

    def __init__(self, headwords: Headwords) -> None:
        self._phrases = headwords.phrases

    def judge(self, drafts: Sequence[Draft]) -> Sequence[Sequence[tuple[str, ...]]]:
        """An answer where a phrase is found; it leaves no doubt."""
        return [
            [
                () if ask.in_name or ask.known else self._read(draft.text, ask.offset)
                for ask in draft.questions
            ]
            for draft in drafts
        ]

    def _read(self, text: str, at: int) -> tuple[str, ...]:
        for length in range(_LONGEST_PHRASE, 1, -1):
            for start in range(max(0, at - length + 1), min(at, len(text) - length) + 1):
                reading = self._phrases.get(text[start : start + length])
                if reading:
                    return (reading[at - start],)
        return ()


def _others(syllable: str, ways: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in dict.fromkeys(ways) if other not in {syllable, "_"})


def _doubts(syllable: str, ways: Iterable[str]) -> tuple[str, ...]:
    """The other ways, but for a tone that some leave out: that 回去 may be light is no doubt."""
    return tuple(other for other in _others(syllable, ways) if other != syllable[:-1] + "5")


def _note(syllable: str, before: Reading | None) -> Reading:
    """The note wins; what would have been read without it is kept where it differs."""
    differs = before is not None and before.syllable != syllable
    return Reading(syllable, Origin.NOTE, (before.syllable,) if before and differs else ())
