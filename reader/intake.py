"""Imports whatever was asked for, one text after the other, and keeps account of it.

One file at a time is in memory. Whoever asks takes step after step, and cancels by taking no more:
what has been added stays.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.article import Article
from reader.core.errors import ReaderError, SourceError, UnclearEncodingError
from reader.core.fate import Fate
from reader.core.guess import EncodingGuess
from reader.importers import Source, find_sources
from reader.library import Added, Library, Outcome

MOST_REPAIRS, LONGEST = 40, 300
"""Lines of a report on one text, and characters of a line: a damaged book has thousands."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """An address that the learner asked for. ``private``: also in the learner's own network."""

    address: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Clipping:
    """A text that has no file."""

    text: str
    name: str


Wish = Path | Page | Clipping
"""What is to be imported; a path stands for all that it holds."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is to be read. ``only``: of all that a path holds, the files with these labels."""

    encoding: str | None = None
    whole: bool = False
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. How much there is to do is known when it is ``counted``."""

    label: str = ""
    """What is being read."""
    files: int = 0
    size: int = 0
    """Bytes of the files that are done."""
    of_files: int = 0
    of_size: int = 0
    counted: bool = False

    @property
    def share(self) -> float:
        """0 to 1: by bytes, or where no size is known by files."""
        done, whole = (self.size, self.of_size) if self.of_size else (self.files, self.of_files)
        return min(1.0, done / whole) if whole else 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is, and what became of a text where one is done."""

    progress: Progress
    wish: Wish
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A line of the report: what became of a text. ``label``: its file or address."""

    label: str
    fate: Fate
    wish: Wish
    article_id: int = 0
    """0 where it failed."""
    title: str = ""
    repairs: tuple[str, ...] = ()
    """What was left out, repaired or is doubtful, a sentence each."""
    reason: str = ""
    """Why it failed, a sentence that names the file."""
    guesses: tuple[EncodingGuess, ...] = ()
    """Where it failed because its encoding is not clear: what it may be."""
    lost: tuple[str, ...] = ()
    """Bookmarks and corrected words that the new version has no place for."""


def import_all(library: Library, wishes: Iterable[Wish], manner: Manner) -> Iterator[Step]:
    """Count what there is, then import it. Raises LibraryError where the library fails."""
    asked, progress = tuple(wishes), Progress()
    for wish in asked:
        for size in _measure(wish, manner):
            files, total = progress.of_files + 1, progress.of_size + size
            progress = replace(progress, of_files=files, of_size=total)
            yield Step(progress, wish)
    progress = replace(progress, counted=True)
    for wish in asked:
        for label, size, outcomes in _open(library, wish, manner):
            progress = replace(progress, label=label)
            yield Step(progress, wish)
            for outcome in _confine(outcomes, label):
                yield Step(progress, wish, outcome)
            progress = replace(progress, files=progress.files + 1, size=progress.size + size)
            yield Step(progress, wish)


def report(step: Step) -> Arrival | None:
    """The line of a step in the report; it does not hold the text itself."""
    label, outcome = step.progress.label, step.outcome
    if outcome is None:
        return None
    if isinstance(outcome, Added):
        article = outcome.article
        return Arrival(
            label,
            outcome.fate,
            step.wish,
            outcome.article_id,
            article.title,
            () if outcome.fate.known else list_repairs(article),
            lost=outcome.lost,
        )
    guesses = outcome.guesses if isinstance(outcome, UnclearEncodingError) else ()
    return Arrival(label, Fate.FAILED, step.wish, reason=str(outcome), guesses=guesses)


def list_repairs(article: Article) -> tuple[str, ...]:
    """What was left out of an article, repaired in it or is doubtful; of very many, the first."""
    paragraphs = tuple(article.paragraphs())
    notes = sum(len(paragraph.notes) for paragraph in paragraphs)
    doubts = [(paragraph, doubt) for paragraph in paragraphs for doubt in paragraph.doubts]
    taken = (f"Pronunciation notes that became readings: {notes}.",) if notes else ()
    shown = (
        f"Doubtful: {paragraph.text[doubt.start : doubt.end][:LONGEST]} – {doubt.reason}"
        for paragraph, doubt in doubts[:MOST_REPAIRS]
    )
    told = (*(warning[:LONGEST] for warning in article.warnings), *taken, *shown)
    more = len(article.warnings) + len(taken) + len(doubts) - MOST_REPAIRS
    rest = (f"And {more:,} more like these.",) if more > 0 else ()
    return (*told[:MOST_REPAIRS], *rest)


def _measure(wish: Wish, manner: Manner) -> Iterator[int]:
    """The sizes of the files that there are, 0 where that shows later."""
    if isinstance(wish, Path):
        yield from (source.size for source in _find(wish, manner))
    else:
        yield 0


def _open(
    library: Library, wish: Wish, manner: Manner
) -> Iterator[tuple[str, int, Iterable[Outcome]]]:
    """Each file with its label, its size and what becomes of the texts in it."""
    if isinstance(wish, Path):
        for source in _find(wish, manner):
            found = library.import_source(source, manner.encoding, whole=manner.whole)
            yield source.label, source.size, found
    elif isinstance(wish, Page):
        loaded = library.import_address(
            wish.address, manner.encoding, whole=manner.whole, allow_private=wish.private
        )
        yield wish.address, 0, loaded
    else:
        yield wish.name, 0, _import_text(library, wish)


def _confine(outcomes: Iterable[Outcome], label: str) -> Iterator[Outcome]:
    """A defect of ours in one file does not keep the others out."""
    try:
        yield from outcomes
    except ReaderError:
        raise
    except Exception as defect:
        logger.exception("while importing %s", label)
        sentence = f"{label}: A defect of the program kept it out ({type(defect).__name__}). "
        yield SourceError(f"{sentence}Please report it with the file wenchuang.log.")


def _find(path: Path, manner: Manner) -> Iterator[Source]:
    return (one for one in find_sources(path) if not manner.only or one.label in manner.only)


def _import_text(library: Library, clipping: Clipping) -> Iterator[Outcome]:
    try:
        yield library.import_text(clipping.text, clipping.name)
    except SourceError as failure:
        yield failure
