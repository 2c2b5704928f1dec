"""The command that imports: what became of each text, and how far it is."""

import gc
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.arriving import Added
from reader.cli.keeping import open_library, print_json
from reader.core.article import Kind
from reader.core.errors import SourceError
from reader.core.fate import Fate
from reader.core.paths import Paths
from reader.core.text import is_address
from reader.importers import PassedOver
from reader.intake import Manner, Page, Progress, Step, Wish, import_all

STOPPED = 130
"""The exit code after Ctrl+C."""
WORDS = {
    Fate.ADDED: "added",
    Fate.CHANGED: "new version",
    Fate.SAME_BYTES: "already there",
    Fate.SAME_TEXT: "already there (same text)",
}
CLEAR_LINE = "\r\x1b[K"
SELDOM = 100_000
"""New objects between searches for garbage: a text makes many at once, and none in cycles."""


def import_files(options: Namespace, paths: Paths) -> int:
    """Import each file or address; one that fails is named and does not stop the others."""
    wishes = [_read_wish(source, options) for source in options.sources]
    manner = Manner(options.encoding, options.whole_page)
    failed, progress = False, Progress()
    gc.set_threshold(SELDOM)
    with open_library(paths) as library, _progress_line() as line:
        try:
            for step in import_all(library, wishes, manner):
                progress = step.progress
                line.hide()
                failed |= _tell(step, as_json=options.json)
                line.show(progress)
        except KeyboardInterrupt:
            line.hide()
            print(
                f"Stopped: {progress.files} of {progress.of_files} files are done, and what was "
                "added stays. The same command goes on with the rest.",
                file=sys.stderr,
            )
            return STOPPED
    return int(failed)


def _read_wish(source: str, options: Namespace) -> Wish:
    return Page(source, options.allow_private) if is_address(source) else Path(source)


def _tell(step: Step, *, as_json: bool) -> bool:
    """Print what became of a text. Returns whether it failed."""
    outcome = step.outcome
    if outcome is None:
        return False
    if isinstance(outcome, SourceError | PassedOver):
        print(outcome, file=sys.stderr)
        return isinstance(outcome, SourceError)
    if as_json:
        print_json(_describe(outcome, step.progress.label))
    else:
        print(outcome.article_id, WORDS[outcome.fate], outcome.article.title, sep="\t")
    for label in outcome.lost:
        print(f"{step.progress.label}: No place is left for «{label}».", file=sys.stderr)
    sys.stdout.flush()
    return False


class _ProgressLine:
    """A line on standard error that is written over, where a person watches."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted

    def show(self, progress: Progress) -> None:
        """Say how far it is, once there is more than one file."""
        if self._wanted and progress.of_files > 1:
            share = f"{progress.share:4.0%}" if progress.counted else "    "
            files = f"{progress.files}/{progress.of_files}"
            name = Path(progress.label).name[:40]
            sys.stderr.write(f"{CLEAR_LINE}{share} {files} {name}")
            sys.stderr.flush()

    def hide(self) -> None:
        """Make room for a line that stays."""
        if self._wanted:
            sys.stderr.write(CLEAR_LINE)


@contextmanager
def _progress_line() -> Iterator[_ProgressLine]:
    line = _ProgressLine(wanted=sys.stderr.isatty())
    try:
        yield line
    finally:
        line.hide()


def _describe(added: Added, label: str) -> dict[str, Any]:
    article = added.article
    paragraphs = list(article.paragraphs())
    return {
        "id": added.article_id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "date": article.date,
        "category": article.category,
        "script": article.script,
        "sections": len(article.sections),
        "paragraphs": article.count(Kind.BODY),
        "captions": article.count(Kind.CAPTION),
        "characters": article.characters(),
        "notes": sum(len(paragraph.notes) for paragraph in paragraphs),
        "doubtful": [
            paragraph.text[doubt.start : doubt.end]
            for paragraph in paragraphs
            for doubt in paragraph.doubts
        ],
        "encoding": article.encoding,
        "address": article.address,
        "portion": article.portion,
        "warnings": list(article.warnings),
        "new": added.new,
        "file": label,
        "outcome": added.fate,
        "lost": list(added.lost),
    }
