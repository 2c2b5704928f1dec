"""The one entrance: a paragraph goes in, its words come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from reader.core.article import Paragraph
from reader.core.standing import Standing
from reader.core.style import ReadingStyle, Standard, Tones
from reader.core.word import Entry, Word
from reader.language.doubled import undouble
from reader.language.headwords import UNCOUNTED, Headwords
from reader.language.lexicon import Levels, Lexicon
from reader.language.names import load_names
from reader.language.ordering import order_entries
from reader.language.readings import Draft, PhraseJudge, Reader, Readings
from reader.language.sandhi import speak
from reader.language.script import Scripts
from reader.language.segmentation import Segmenter, Span, SpanKind
from reader.language.sounds import Sounds, collect_sounds
from reader.language.standard import load_taiwan
from reader.language.trie import WordMap

_TAUGHT_TOO = frozenset("隻乾捲")
"""The lists of HSK mean these as much as 只 zhǐ, 干 gàn and 卷 juàn."""
_USUAL = ReadingStyle()
SURROUNDINGS = 10
"""Characters on either side of a word that are looked at where it alone is of interest."""


@dataclass(frozen=True, slots=True)
class _Engine:
    headwords: Headwords
    segmenter: Segmenter
    reader: Reader
    levels: WordMap[Levels | None]


class Annotator:
    """Finds words, looks them up, chooses readings. Cheap to make; any thread may use it."""

    def __init__(
        self, lexicon_path: Path, scripts: Scripts | None = None, model: Path | None = None
    ) -> None:
        self._scripts = scripts or Scripts(lexicon_path.parent)
        self._lexicon = Lexicon(lexicon_path)
        self._model = model or lexicon_path.with_name("readings.npz")
        self._fit_entries = lru_cache(1 << 14)(self._order_entries)
        self._load_taiwan = lru_cache(1)(lambda: load_taiwan(lexicon_path.with_name("taiwan.tsv")))
        self._collect_sounds = lru_cache(1)(
            lambda: collect_sounds(self._ready().headwords, self._load_taiwan())
        )
        self._lock = Lock()
        self._engine: _Engine | None = None

    def load(self) -> None:
        """Read all that annotation needs, a few tenths of a second; call it in the background.

        Whoever annotates first waits for it in any case. Raises ResourceError where the
        dictionary is missing or damaged.
        """
        self._ready()

    def look_up(self, text: str) -> tuple[Entry, ...]:
        """The entries with this headword in either script; none is not a failure."""
        return self._lexicon.look_up(text) or self._lexicon.look_up(self._scripts.simplify(text))

    def order_entries(
        self, written: str, syllables: tuple[str | None, ...], entries: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        """Entries in the order in which a learner needs them where a word is read so."""
        return self._fit_entries(written, syllables, entries)

    def usual_syllables(self, text: str) -> tuple[str | None, ...]:
        """How a headword is usually read, character by character; empty for what is none."""
        headwords = self._ready().headwords
        simplified = self._scripts.simplify(text)
        ways = headwords.ways(simplified)
        if ways:
            return tuple(None if syllable == "_" else syllable for syllable in ways[0])
        return headwords.characters.get(simplified, ())[:1]

    def ways(self, text: str) -> tuple[tuple[str | None, ...], ...]:
        """Every reading of a headword, in either script; empty for what is none."""
        headwords, simplified = self._ready().headwords, self._scripts.simplify(text)
        if len(text) == 1:
            found = (*self.character_readings(simplified), *self.character_readings(text))
            return tuple(dict.fromkeys((syllable,) for syllable in found))
        return tuple(
            tuple(None if syllable == "_" else syllable for syllable in way)
            for way in headwords.ways(simplified)
        )

    def only_reading(self, text: str) -> tuple[str, ...]:
        """How a character is read that has one reading, as written here; else nothing."""
        known = self.character_readings(text)
        return known if len(known) == 1 else ()

    def are_read(
        self, places: Sequence[tuple[str, int]], syllables: tuple[str | None, ...]
    ) -> list[bool]:
        """Of each place of a sentence, whether the word that starts there is read so."""
        found = []
        cut = [cut_around(text, start, start + len(syllables)) for text, start in places]
        for (_, start), words in zip(
            cut, self.hear([Paragraph(text) for text, _ in cut]), strict=True
        ):
            heard = [syllable for word in words for syllable in word.syllables]
            found.append(tuple(heard[start : start + len(syllables)]) == syllables)
        return found

    def character_readings(self, character: str) -> tuple[str, ...]:
        """Every reading of a character, the usual one first."""
        known = self._ready().headwords.characters
        return known.get(character) or known.get(self._scripts.simplify(character), ())

    def standing(self, text: str) -> Standing | None:
        """How common a word is and its HSK levels, from memory; None for what is no headword."""
        engine, simplified = self._ready(), self._scripts.simplify(text)
        if text != simplified and not self._shares_reading(text, simplified):
            return None
        cost = engine.headwords.costs.get(simplified)
        levels = engine.levels.get(simplified)
        if not cost and not levels:
            return None
        frequency = 10 ** (-cost / 100) if cost and cost < UNCOUNTED else None
        return Standing(frequency, *(levels or (None, None, None)))

    def _shares_reading(self, text: str, simplified: str) -> bool:
        """Whether a traditional character may be read as the simplified one usually is.

        What is known of 发 is known of fā, and is not true of 髮.
        """
        if text in _TAUGHT_TOO:
            return True
        known = self._ready().headwords.characters
        return known.get(simplified, ("",))[0] in known.get(text, known.get(simplified, ("",)))

    def segment(self, text: str) -> list[Span]:
        """The words and names of simplified text, in order, covering it."""
        return self._ready().segmenter.segment(text)

    def sounds(self) -> Sounds:
        """Every way in which a character may be read."""
        return self._collect_sounds()

    def annotate(self, paragraph: Paragraph, style: ReadingStyle = _USUAL) -> tuple[Word, ...]:
        """Words that cover the paragraph in order, offsets in code points of its text."""
        return self.annotate_all([paragraph], style)[0]

    def annotate_all(
        self, paragraphs: Sequence[Paragraph], style: ReadingStyle = _USUAL
    ) -> list[tuple[Word, ...]]:
        """The same for many paragraphs, faster than one by one."""
        engine = self._ready()
        drafts = [self._draft(engine, paragraph) for paragraph in paragraphs]
        engine.reader.read(drafts)
        return [
            self._restyle(self._make_words(paragraph.text, draft), draft.text, style)
            for paragraph, draft in zip(paragraphs, drafts, strict=True)
        ]

    def hear(self, paragraphs: Sequence[Paragraph]) -> list[tuple[Word, ...]]:
        """Words that know their readings alone: for who looks nothing up, in half the time."""
        engine = self._ready()
        drafts = [self._draft(engine, paragraph) for paragraph in paragraphs]
        engine.reader.read(drafts)
        return [
            tuple(
                Word(span.start, span.end, paragraph.text[span.start : span.end], readings)
                for span, readings in zip(draft.spans, draft.found, strict=True)
            )
            for paragraph, draft in zip(paragraphs, drafts, strict=True)
        ]

    def restyle(self, words: tuple[Word, ...], style: ReadingStyle) -> tuple[Word, ...]:
        """All words of a paragraph, read in the usual style and maybe corrected, in another."""
        if style == _USUAL:
            return words
        return self._restyle(words, self._scripts.simplify("".join(w.text for w in words)), style)

    def _restyle(
        self, words: tuple[Word, ...], simple: str, style: ReadingStyle
    ) -> tuple[Word, ...]:
        """Other words for other styles; ``simple`` is the text in simplified characters."""
        if style.standard is Standard.TAIWAN:
            words = self._load_taiwan().restyle(words, simple)
        return speak(words, simple) if style.tones is Tones.SPOKEN else words

    def _draft(self, engine: _Engine, paragraph: Paragraph) -> Draft:
        text = self._scripts.simplify(paragraph.text)
        spans = engine.segmenter.segment(text)
        return engine.reader.draft(text, paragraph.text, spans, paragraph.notes)

    def _make_words(self, source: str, draft: Draft) -> tuple[Word, ...]:
        return tuple(
            [
                self._make_word(source[span.start : span.end], draft.text, span, readings)
                for span, readings in zip(draft.spans, draft.found, strict=True)
            ]
        )

    def _make_word(self, written: str, text: str, span: Span, readings: Readings) -> Word:
        start, end, kind = span
        if kind is SpanKind.OTHER:
            return Word(start, end, written, readings)
        look_up = self._lexicon.look_up
        entries = look_up(written) or look_up(text[start:end])
        if kind is SpanKind.DOUBLED and not entries:
            entries = self.look_up(undouble(written))
        proper = kind is SpanKind.NAME
        if proper and not entries:
            entries = self._look_up_surname(written, readings)
        elif len(entries) > 1:
            entries = self._fit_entries(written, tuple(r and r.syllable for r in readings), entries)
        return Word(start, end, written, readings, entries, proper)

    def _look_up_surname(self, name: str, readings: Readings) -> tuple[Entry, ...]:
        """The entries of the surname, read as here, for a name that no dictionary has."""
        first = readings[0].syllable if readings[0] else ""
        for length in (2, 1):
            found = tuple(
                entry
                for entry in self.look_up(name[:length])
                if entry.syllables[0] == first.capitalize() and "surname" in entry.glosses[0]
            )
            if found:
                return found
        return ()

    def _order_entries(
        self, written: str, syllables: tuple[str | None, ...], entries: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        return order_entries(written, syllables, entries, self._scripts.traditional_forms(written))

    def _ready(self) -> _Engine:
        if self._engine is None:
            with self._lock:
                if self._engine is None:
                    self._engine = self._load()
        return self._engine

    def _load(self) -> _Engine:
        # numpy takes a tenth of a second: it comes with the tables, not before the window shows.
        from reader.language.headword_tables import (  # noqa: PLC0415 -- see above
            load_headwords,
            load_levels,
        )
        from reader.language.judging import ModelJudge  # noqa: PLC0415 -- see above
        from reader.language.polyphones import Polyphones  # noqa: PLC0415 -- see above

        polyphones = Polyphones(self._model)
        polyphones.load()
        headwords, names = load_headwords(self._lexicon), load_names(self._lexicon)
        judge = ModelJudge(polyphones, PhraseJudge(headwords))
        segmenter, reader = Segmenter(headwords, names), Reader(headwords, names, judge)
        return _Engine(headwords, segmenter, reader, load_levels(self._lexicon))


def cut_around(text: str, start: int, end: int) -> tuple[str, int]:
    """What stands near enough to decide on a word, and where the word is in it."""
    first = max(start - SURROUNDINGS, 0)
    return text[first : end + SURROUNDINGS], start - first
