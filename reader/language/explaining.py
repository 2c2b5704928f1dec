"""Everything that the card tells of a word, made of the dictionary and of what was read."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.core.explanation import Character, Explanation, Lead, Outline, Sense
from reader.core.word import Entry, Origin, Reading, Word
from reader.language.annotate import Annotator
from reader.language.capitals import choose_entries
from reader.language.glosses import find_lead, take_measures
from reader.language.ordering import is_usual, order_glosses

MOST_INSIDE = 8
LONGEST = 16
"""Characters of the longest headword that is looked for from a place on."""


class Explainer:
    """Answers from memory what was annotated; only other words are looked up in the file."""

    def __init__(self, annotator: Annotator) -> None:
        self._annotator = annotator
        self._sense = lru_cache(1 << 14)(self._make_sense)

    def prepare(self, words: Sequence[Word]) -> None:
        """Follow what the entries of words lead to, so that ``outline`` finds it in memory."""
        for word in words:
            for entry in word.entries:
                if any(map(find_lead, entry.glosses)):
                    self._sense(entry)

    def outline(self, word: Word) -> Outline:
        """What is told at a glance."""
        return Outline(self._senses(choose_entries(word)), self._annotator.standing(word.text))

    def explain(self, word: Word, parts: Sequence[Word] = ()) -> Explanation:
        """All of it. ``parts``: the words of a selected phrase."""
        outline = self.outline(word)
        chosen = choose_entries(word)
        return Explanation(
            word,
            outline,
            self._senses(_usual_first(entry for entry in word.entries if entry not in chosen)),
            self._characters(word) if len(word.text) > 1 else (),
            tuple(part for part in parts if part.readable) or self._inside(word),
        )

    def words_from(self, words: Sequence[Word], start: int) -> tuple[Word, ...]:
        """Every headword that starts at a place of a paragraph, the shortest first.

        ``words`` are those of the paragraph, which give the readings here; the one that starts at
        the place is among the result, headword or not.
        """
        text = "".join(word.text for word in words)[start : start + LONGEST]
        found = {}
        for length in range(1, len(text) + 1):
            entries = self._annotator.look_up(text[:length])
            if entries:
                found[length] = self.cut(words, start, start + length)
        for word in words:
            if word.start == start:
                found[len(word.text)] = word
        return tuple(found[length] for length in sorted(found))

    def look(self, text: str, syllables: tuple[str | None, ...] = ()) -> Word:
        """A headword on its own, with the wanted reading or its usual one."""
        entries = self._annotator.look_up(text)
        if not syllables:
            syllables = self._annotator.usual_syllables(text)
        if len(syllables) != len(text):
            syllables = tuple([None] * len(text))
        ordered = self._annotator.order_entries(text, syllables, entries)
        return Word(0, len(text), text, _readings(syllables), ordered)

    def cut(self, words: Sequence[Word], start: int, end: int) -> Word:
        """A stretch of a paragraph as one word.

        Its readings are those of the text itself, but those of the dictionary where it is a
        headword across several words.
        """
        inside = [word for word in words if word.start < end and start < word.end]
        text = "".join(word.text for word in words)[start:end]
        readings: list[Reading | None] = []
        for word in inside:
            first, last = max(start - word.start, 0), min(end, word.end) - word.start
            readings += word.readings[first:last]
        if len(inside) > 1:
            usual = self._annotator.usual_syllables(text)
            if len(usual) == len(text) and all(usual):
                readings = list(_readings(usual))
        syllables = tuple(reading.syllable if reading else None for reading in readings)
        entries = self._annotator.order_entries(text, syllables, self._annotator.look_up(text))
        return Word(start, end, text, tuple(readings), entries)

    def _senses(self, entries: Sequence[Entry]) -> tuple[Sense, ...]:
        """What a variant stands for is not told twice."""
        senses: list[Sense] = []
        for entry in entries:
            sense = self._sense(entry)
            told = {one.entry for one in senses}
            if not (sense.leads and len(sense.glosses) == 1 and sense.leads[0].entry in told):
                senses.append(sense)
        return tuple(senses)

    def _characters(self, word: Word) -> tuple[Character, ...]:
        found = []
        forms = word.entries[0].traditional if word.entries else ""
        forms = forms if len(forms) == len(word.text) else word.text
        for offset, (character, reading) in enumerate(zip(word.text, word.readings, strict=True)):
            if reading is None:
                continue
            one = self.look(character, (reading.syllable,))
            entries = sorted(one.entries, key=lambda entry: entry.traditional != forms[offset])
            known = self._annotator.character_readings(character)
            others = tuple(way for way in known if way != reading.syllable)
            placed = Word(offset, offset + 1, character, (reading,), tuple(entries))
            found.append(Character(placed, others))
        return tuple(found)

    def _inside(self, word: Word) -> tuple[Word, ...]:
        text = word.text
        spans = [
            (start, end)
            for start in range(len(text))
            for end in range(len(text), start + 1, -1)
            if (start, end) != (0, len(text)) and self._annotator.look_up(text[start:end])
        ]
        own = Word(0, len(text), text, word.readings, word.entries)
        return tuple(self.cut([own], *span) for span in spans[:MOST_INSIDE])

    def _make_sense(self, entry: Entry) -> Sense:
        glosses, measures = take_measures(entry.glosses)
        leads = [lead for gloss in glosses for lead in self._follow(gloss, {entry})]
        return Sense(entry, order_glosses(glosses), measures, tuple(dict.fromkeys(leads)))

    def _follow(self, gloss: str, seen: set[Entry]) -> tuple[Lead, ...]:
        """Where a gloss that is nothing but a reference leads, at most two steps away."""
        target = find_lead(gloss)
        if target is None or not target.alone or len(seen) > 2:
            return ()
        entries = self._annotator.look_up(target.traditional)
        wanted = tuple(syllable.lower() for syllable in target.syllables)
        fitting = [e for e in entries if tuple(s.lower() for s in e.syllables) == wanted]
        for entry in fitting or entries[:1]:
            if entry not in seen:
                further = [
                    lead for one in entry.glosses[:1] for lead in self._follow(one, seen | {entry})
                ]
                return (Lead(target.relation, entry), *further)
        return ()


def _usual_first(entries: Iterable[Entry]) -> list[Entry]:
    """A surname or a rare sense that is read as here says less than a usual one read otherwise."""
    return sorted(entries, key=lambda entry: not is_usual(entry))


def _readings(syllables: Sequence[str | None]) -> tuple[Reading | None, ...]:
    return tuple(Reading(one, Origin.PHRASE) if one else None for one in syllables)
