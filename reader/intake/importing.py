"""Imports whatever was asked for, one text after the other, and keeps account of it.

One file at a time is in memory. Whoever asks takes step after step, and cancels by taking no more:
what has been added stays.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.arriving import Outcome
from reader.core.errors import ReaderError, SourceError
from reader.importers import PassedOver, Source, find_passed_over, find_sources
from reader.intake.wish import Clipping, Page, Wish
from reader.library import Library

logger = logging.getLogger(__name__)


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
    outcome: Outcome | PassedOver | None = None


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
        passed = find_passed_over(wish) if isinstance(wish, Path) and not manner.only else None
        if passed:
            yield Step(replace(progress, label=passed.path), wish, passed)


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
            found = library.arriving.import_source(source, manner.encoding, whole=manner.whole)
            yield source.label, source.size, found
    elif isinstance(wish, Page):
        loaded = library.arriving.import_address(
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
        yield library.arriving.import_text(clipping.text, clipping.name)
    except SourceError as failure:
        yield failure
