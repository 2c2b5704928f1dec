"""The program minus the window."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache, cached_property
from pathlib import Path

from reader.arriving import Arriving, Joined
from reader.core.article import Article, ArticleSummary, Details, Paragraph
from reader.core.bookmark import Bookmark
from reader.core.correction import Correction, Scope
from reader.core.display import Display
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.core.guess import EncodingGuess
from reader.core.mark import Mark, MarkKind, Shown
from reader.core.pace import Stint, find_pace
from reader.core.paths import Paths
from reader.core.phrase import Phrase
from reader.core.position import Anchor, Position
from reader.core.script import Script, Variant, shows_traditional
from reader.core.sentence import Occurrence
from reader.core.standing import Standing
from reader.core.strokes import StrokeOrder
from reader.core.style import PLAIN, Polish, ReadingStyle, Tones
from reader.core.text import make_encodable
from reader.core.vocabulary import Encounter, Status, VocabularyWord
from reader.core.word import Word
from reader.importers import (
    decode,
    list_encodings,
)
from reader.importers.folder_state import FileState, FolderState, look_into
from reader.importers.heads import read_heads
from reader.importers.metadata import read_date
from reader.language.alike import Alike
from reader.language.annotate import Annotator, cut_around
from reader.language.conversion import Converter, check_phrase
from reader.language.corrections import Corrector
from reader.language.explaining import Explainer
from reader.language.finding import Finder, Tools
from reader.language.proofreading import Proofreader
from reader.language.punctuation import punctuate
from reader.language.script import Scripts
from reader.language.strokes import Strokes
from reader.revising import Revising, Shelf
from reader.store.articles import Articles
from reader.store.bookmarks import Bookmarks
from reader.store.corrections import Corrections
from reader.store.database import Database
from reader.store.edits import Edits
from reader.store.phrases import Phrases
from reader.store.progress import Progress
from reader.store.reports import Reports
from reader.store.sentences import Sentences
from reader.store.versions import Versions
from reader.store.vocabulary import Vocabulary
from reader.store.watched import State, Watched

USUAL = ReadingStyle()
NO_SEEDS = {"readme", "license", "licence", "notice", "desktop", "thumbs"}
"""What files are called, without their endings, that stand in a folder and are no texts."""
GUESSING = frozenset(Variant) - {Variant.AS_WRITTEN, Variant.SIMPLIFIED}
"""Only from simplified to traditional has one character several counterparts in common use."""
DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")
LABEL_LENGTH = 16
"""Characters of the text that a bookmark is called by until its learner names it."""


class Library:
    """Keeps articles and bookmarks, and answers what is known of their text.

    Any method may be called from any thread. The language parts load at their first use.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._database = Database(paths.library)
        self._articles = Articles(self._database)
        self._bookmarks = Bookmarks(self._database)
        self._corrections = Corrections(self._database)
        self._phrases = Phrases(self._database)
        self._progress = Progress(self._database)
        self._vocabulary = Vocabulary(self._database)
        self._watched = Watched(self._database)
        self._reports = Reports(self._database)
        edits, versions = Edits(self._database), Versions(self._database)
        self._revising = Revising(
            Shelf(self._articles, self._bookmarks, self._corrections, edits, versions)
        )
        self._scripts = Scripts(paths.resources / "data")
        self._alike = Alike(self._scripts.simplify)
        self._sentences = Sentences(self._articles, self._alike.fold, self._is_word)
        self._arriving = Arriving(self._articles, self._sentences, self._revising, self._scripts)
        self._annotator = Annotator(paths.lexicon, self._scripts)
        self._explainer = Explainer(self._annotator)
        self._strokes = Strokes(paths.resources / "data" / "strokes" / "strokes.sqlite")
        self._converter = Converter(
            paths.resources / "data", self._scripts, self._annotator.segment
        )
        self._learn_phrases()

    @cached_property
    def _proofreader(self) -> Proofreader:
        data, segment = self._paths.resources / "data", self._annotator.segment
        return Proofreader(data, self._scripts, self._converter, segment)

    def close(self) -> None:
        """Let go of the library file."""
        self._database.close()

    # Articles

    def join_seeds(self) -> Joined:
        """Let every file in the seeds folder join that was not known."""
        return self._arriving.join_seeds(self._paths.seeds)

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """All articles, in the order in which they came."""
        return self._articles.summaries()

    def summary(self, article_id: int) -> ArticleSummary | None:
        """One article as it is listed; None where it is not."""
        return self._articles.summary(article_id)

    def matches(self, summary: ArticleSummary, query: str) -> bool:
        """Whether title, source or author contain a query, whatever script either is in."""
        simplify = self._scripts.simplify
        wanted = simplify(query).casefold()
        fields = (summary.title, summary.source, summary.author)
        return any(wanted in simplify(field).casefold() for field in fields)

    def names_chapter(self, title: str, query: str) -> bool:
        """Whether a title contains a query, in any script, or has it for its number: 12 is 十二."""
        if self._alike.fold(query) in self._alike.fold(title):
            return True
        numbers = {head.number for head in read_heads(title)}
        return query.isdecimal() and int(query) in numbers

    def open(self, article_id: int) -> Article:
        """A whole article. Raises LibraryError where there is none with this id.

        A text that the disk has damaged is read again from its original.
        """
        try:
            return self._articles.load(article_id)
        except DamagedLibraryError:
            return self._arriving.mend(article_id)

    @property
    def arriving(self) -> Arriving:
        """Brings texts in, and reads again what is there."""
        return self._arriving

    @property
    def revising(self) -> Revising:
        """Edits paragraphs, and knows what has lost its place."""
        return self._revising

    def list_encodings(self, article_id: int) -> tuple[EncodingGuess, ...]:
        """What the original of an article may be, the likeliest encoding first.

        Raises SourceError where it is of a format that knows its encoding.
        """
        name = self._articles.provenance(article_id).name
        return list_encodings(self._articles.original(article_id), name)

    def describe(self, article_id: int, details: Details) -> tuple[Details, Details]:
        """Put right what is said of an article. Returns what was said before, and what is now.

        A date may be written in any way that the importers know.
        """
        plain = {name: " ".join(text.split()) for name, text in asdict(details).items()}
        date = read_date(plain["date"]) or plain["date"]
        if not plain["title"]:
            raise LibraryError("An article needs a title. Nothing was changed.")
        if not DATE.fullmatch(date):
            raise LibraryError(
                f"{date} is no date. Write it like 2022-09-10 or 2022-09. Nothing was changed."
            )
        now = Details(**plain | {"date": date})
        return self._articles.describe(article_id, now), now

    def original(self, article_id: int) -> str:
        """The kept bytes as text; what cannot be decoded is shown as U+FFFD."""
        encoding = self._articles.provenance(article_id).encoding
        return decode(self._articles.original(article_id), encoding).text

    def remove(self, article_id: int) -> str:
        """Hide an article; nothing of it is erased. Returns its title."""
        return self._articles.set_removed(article_id, removed=True)

    def restore(self, article_id: int) -> str:
        """Show a hidden article again. Returns its title."""
        return self._articles.set_removed(article_id, removed=False)

    def set_all_removed(self, article_ids: Iterable[int], *, removed: bool) -> None:
        """Hide articles, or show them again, all of them or none."""
        self._articles.set_all_removed(article_ids, removed=removed)

    def keep_report(self, lines: str) -> None:
        """Remember what became of the texts of the last import."""
        self._reports.keep(lines)

    def last_report(self) -> tuple[str, str]:
        """What was remembered, and when (ISO 8601, UTC); empty where nothing was imported yet."""
        return self._reports.last()

    # A watched folder

    def look_into(self, folder: Path) -> tuple[FolderState, tuple[FileState, ...]]:
        """What lies in a folder, and what of it is new or has changed since it was noted."""
        state, known = look_into(folder), self._watched.states()
        news = tuple(file for file in state.files if _write_state(file) not in known)
        return state, news

    def note_watched(self, files: Iterable[FileState]) -> None:
        """These files have been imported as they are."""
        self._watched.note(_write_state(file) for file in files)

    # Language

    def load_language(self) -> None:
        """Load the tables that words and conversion need; some tenths of a second."""
        self._annotator.load()
        self.show("汉", Variant.TRADITIONAL, Script.SIMPLIFIED)
        self.show("漢", Variant.SIMPLIFIED, Script.TRADITIONAL)

    def annotate(
        self, paragraphs: Sequence[Paragraph], style: ReadingStyle = USUAL
    ) -> list[tuple[Word, ...]]:
        """The words of each paragraph, which they cover in order."""
        found = self._annotator.annotate_all(paragraphs, style)
        for words in found:
            self._explainer.prepare(words)
        return found

    def hear(self, paragraphs: Sequence[Paragraph]) -> list[tuple[Word, ...]]:
        """The same words with their readings alone, in half the time."""
        return self._annotator.hear(paragraphs)

    def restyle(self, words: tuple[Word, ...], style: ReadingStyle) -> tuple[Word, ...]:
        """All words of a paragraph, read in the usual style and then corrected, in another."""
        return self._annotator.restyle(words, style)

    def finder(
        self, article_id: int, article: Article, style: ReadingStyle, variant: Variant
    ) -> Finder:
        """What finds queries in an article that is shown and read so. Cheap to make."""
        annotator, simplify = self._annotator, self._scripts.simplify
        tools = Tools(
            fold=self._alike.fold,
            simplify=simplify,
            cut=lambda text: (span.start for span in annotator.segment(text)),
            sounds=cache(lambda: annotator.sounds().and_also(self._corrected_sounds(article_id))),
            rename=self._name_on_mainland if variant is Variant.TAIWAN_PHRASES else str,
            spoken=style.tones is Tones.SPOKEN,
        )
        return Finder(article, tools)

    def show(self, text: str, variant: Variant, script: Script) -> Display:
        """A paragraph in another script. ``script``: what the article is written in."""
        if variant is Variant.AS_WRITTEN:
            return Display(text)
        return self._converter.show(text, variant, script)

    def look(self, text: str, variant: Variant, script: Script, polish: Polish = PLAIN) -> Shown:
        """A paragraph as ``show`` gives it, with what a learner should look at twice.

        Only traditional articles are proofread.
        """
        marks: list[Mark] = []
        usual = text
        if polish.proofread and script is Script.TRADITIONAL:
            for one in self._proofreader.proofread(text):
                usual = usual[: one.start] + one.usual + usual[one.end :]
                marks.append(Mark(one.start, one.end, MarkKind.CORRECTED, one.written))
        display = self.show(usual, variant, script)
        if display.text != usual and script is not Script.TRADITIONAL:
            marks += [
                Mark(at, at + 1, MarkKind.GUESSED, text[at])
                for at in self._converter.find_guesses(text)
                if variant in GUESSING
            ]
        if polish.punctuation:
            traditional = shows_traditional(variant, script)
            display = punctuate(display, traditional=traditional)
        return Shown(display, tuple(marks))

    @property
    def explainer(self) -> Explainer:
        """Tells everything about words."""
        return self._explainer

    def standing(self, word: str) -> Standing | None:
        """How common a word is and its HSK levels, from memory; None for what is no headword."""
        return self._annotator.standing(word)

    def shown_syllables(self, written: str, shown: str) -> tuple[str | None, ...] | None:
        """How a word is read that stands for another one; None where it is the same word."""
        if self._scripts.simplify(written) == self._scripts.simplify(shown):
            return None
        return self._annotator.usual_syllables(shown)

    def strokes(self, character: str) -> StrokeOrder | None:
        """How a character is written; None where that is not known."""
        return self._strokes.find(character)

    # Own phrases

    def phrases(self) -> tuple[Phrase, ...]:
        """The learner's own phrases for the conversion to traditional, the newest first."""
        return self._phrases.all()

    def put_phrase(self, written: str, traditional: str) -> Phrase | None:
        """Write a word so from now on. Returns what was kept of it before.

        ``written`` may be in either script. Raises ReaderError where one character would not
        stand for one.
        """
        simplified = self._scripts.simplify(written.strip())
        check_phrase(simplified, traditional.strip())
        before = self._phrases.put(simplified, traditional.strip())
        self._learn_phrases()
        return before

    def remove_phrase(self, written: str) -> Phrase | None:
        """Forget a phrase. Returns it, None where there was none."""
        before = self._phrases.remove(self._scripts.simplify(written.strip()))
        self._learn_phrases()
        return before

    def restore_phrase(self, written: str, before: Phrase | None) -> None:
        """Let a phrase be again as it was before it was put or removed."""
        self._phrases.restore(self._scripts.simplify(written.strip()), before)
        self._learn_phrases()

    def usual_form(self, written: str) -> str:
        """A word as the conversion writes it in general traditional characters now."""
        simplified = self._scripts.simplify(written.strip())
        return self._converter.improve(simplified, "s2t").text

    def _learn_phrases(self) -> None:
        kept = {phrase.simplified: phrase.traditional for phrase in self._phrases.all()}
        self._converter.learn(kept)

    # Corrections

    def corrections(self, article_id: int | None = None) -> tuple[Correction, ...]:
        """All corrected readings, or those that hold in an article."""
        return self._corrections.all(article_id)

    def corrector(self, article_id: int, article: Article) -> Corrector:
        """What puts the corrections of an article over its words."""
        return Corrector(article, self._corrections.all(article_id), self._scripts.simplify)

    def correct(
        self,
        article_id: int,
        scope: Scope,
        place: Anchor,
        word: str,
        syllables: tuple[str | None, ...],
    ) -> Correction:
        """Keep another reading for a word; ``place`` is where the word starts."""
        return self._corrections.add(article_id, scope, place, word, syllables)

    def take_back_correction(self, correction_id: int) -> Correction:
        """Forget a correction; what is returned can be restored."""
        return self._corrections.delete(correction_id)

    def restore_correction(self, correction: Correction) -> Correction:
        """Bring back a correction as it was."""
        return self._corrections.restore(correction)

    # Vocabulary

    def vocabulary(self) -> tuple[VocabularyWord, ...]:
        """Every word that was marked as known, learning or ignored, the last one first."""
        return self._vocabulary.all()

    def word_statuses(self) -> dict[str, Status]:
        """The status of every marked word, by its simplified form."""
        return self._vocabulary.statuses()

    def vocabulary_key(self, written: str) -> str:
        """The form by which the vocabulary knows a word in either script."""
        return self._scripts.simplify(written)

    def mark_word(
        self,
        written: str,
        syllables: tuple[str | None, ...],
        status: Status,
        met: Encounter | None = None,
    ) -> VocabularyWord | None:
        """Say how well a word is known. Returns what ``restore_word`` needs to take it back."""
        key = self.vocabulary_key(written)
        return self._vocabulary.mark(VocabularyWord(key, written, syllables, status, met))

    def unmark_word(self, written: str) -> VocabularyWord | None:
        """Forget the status of a word. Returns what ``restore_word`` needs to take it back."""
        return self._vocabulary.unmark(self.vocabulary_key(written))

    def restore_word(self, written: str, before: VocabularyWord | None) -> None:
        """Let a word be again as it was before it was marked or unmarked."""
        self._vocabulary.restore(self.vocabulary_key(written), before)

    # Sentences

    def index_next(self) -> bool:
        """Index one article of a library that is older than the index; False where all are."""
        return self._sentences.index_next()

    def find_sentences(
        self,
        word: str,
        limit: int,
        here: tuple[int, Position] | None = None,
        syllables: tuple[str | None, ...] = (),
    ) -> tuple[Occurrence, ...]:
        """Sentences with a word in either script: those above ``here`` in its article, the nearest
        first, then those of other articles, the newest first.

        ``syllables``: how it is read; of a word with several readings, no others are given.
        """
        ways, wanted = self._annotator.ways(word), syllables
        if syllables and syllables not in ways:  # as spoken, or as in Taiwan: 髮 fǎ
            wanted = self._annotator.only_reading(word)
        if len(ways) < 2 or wanted not in ways:
            return self._sentences.find(word, limit, here)

        def pick(found: Sequence[Occurrence]) -> list[Occurrence]:
            places = [(one.sentence, one.start) for one in found]
            fitting = self._annotator.are_read(places, wanted)
            return [one for one, fits in zip(found, fitting, strict=True) if fits]

        return self._sentences.find(word, limit, here, pick)

    # Bookmarks and places

    def bookmarks(self, article_id: int | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of an article or of all, in reading order."""
        return self._bookmarks.all(article_id)

    def add_bookmark(self, article_id: int, place: Anchor, label: str = "") -> Bookmark:
        """Mark a place; without a label the text there is its label."""
        quote = (place.after or place.before).strip()
        return self._bookmarks.add(article_id, place, label or quote[:LABEL_LENGTH])

    def relabel_bookmark(self, bookmark_id: int, label: str) -> Bookmark:
        """Give a bookmark another label."""
        return self._bookmarks.relabel(bookmark_id, label)

    def delete_bookmark(self, bookmark_id: int) -> Bookmark:
        """Delete a bookmark; what is returned can be restored."""
        return self._bookmarks.delete(bookmark_id)

    def restore_bookmark(self, bookmark: Bookmark) -> Bookmark:
        """Bring back a deleted bookmark as it was."""
        return self._bookmarks.restore(bookmark)

    def reading_place(self, article_id: int) -> Anchor | None:
        """Where reading stopped, None where it never began."""
        return self._articles.load_place(article_id)

    def save_reading_place(
        self, article_id: int, place: Anchor, progress: float, share: float = 0.0
    ) -> None:
        """Remember where reading stopped, and how much of the article (0 to 1) lies before it.

        ``share``: how much of the section has been in view; it never gets less.
        """
        self._articles.save_place(article_id, place, progress, share)

    def sections_read(self, article_id: int) -> dict[int, float]:
        """How much of each section has been in view, 0 to 1, where any has."""
        return self._progress.sections(article_id)

    def keep_stint(self, article_id: int, stint: Stint) -> None:
        """Remember a stretch of reading, from which the pace is found."""
        self._progress.add_stint(article_id, stint)

    def pace(self, article_id: int) -> float | None:
        """Characters a minute in this article, else in all; None where too little is known."""
        return find_pace(self._progress.stints(article_id)) or find_pace(self._progress.stints())

    def _name_on_mainland(self, text: str) -> str:
        return self._converter.convert(text, "tw2sp").text

    def _corrected_sounds(self, article_id: int) -> dict[str, frozenset[str]]:
        """How the learner says that characters are read, wherever that is."""
        found: dict[str, frozenset[str]] = {}
        for correction in self._corrections.all(article_id):
            simple = self._scripts.simplify(correction.word)
            for character, syllable in zip(simple, correction.syllables, strict=False):
                if syllable:
                    found[character] = found.get(character, frozenset()) | {syllable.lower()}
        return found

    def _is_word(self, text: str, at: int) -> bool:
        near, place = cut_around(text, at, at + 1)
        spans = self._annotator.segment(self._scripts.simplify(near))
        return any(span.start == place and span.end == place + 1 for span in spans)


def _write_state(file: FileState) -> State:
    return make_encodable(str(file.path)), file.size, file.modified
