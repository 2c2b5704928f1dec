"""The commands about what the library keeps: list, show, bookmarks."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter
from typing import Any

from reader.core.article import Article
from reader.core.bookmark import Bookmark
from reader.core.errors import LibraryError, ReaderError
from reader.core.paths import Paths
from reader.core.position import Position, anchor, nearest, resolve
from reader.language.tones import to_mark
from reader.library import Library


def list_articles(options: Namespace, paths: Paths) -> int:
    """Every article on a line."""
    with open_library(paths) as library:
        for summary in library.summaries():
            if options.json:
                print_json(asdict(summary))
            else:
                parts = (summary.id, summary.script, summary.characters, summary.date)
                print(*parts, summary.source, summary.title, sep="\t")
    return 0


def show_article(options: Namespace, paths: Paths) -> int:
    """The paragraphs of an article, in whatever script is wanted, or its original."""
    with open_library(paths) as library:
        if options.original:
            print(library.original(options.id), end="")
            return 0
        article = library.open(options.id)
        for section_number, section in enumerate(article.sections):
            for number, paragraph in enumerate(section.paragraphs):
                text = library.show(paragraph.text, options.to, article.script).text
                if options.json:
                    print_json(
                        {
                            "section": section_number,
                            "paragraph": number,
                            "kind": paragraph.kind,
                            "text": text,
                            "notes": [asdict(note) for note in paragraph.notes],
                            "doubts": [asdict(doubt) for doubt in paragraph.doubts],
                            "time": paragraph.time,
                        }
                    )
                else:
                    print(text)
    return 0


def list_bookmarks(options: Namespace, paths: Paths) -> int:
    """Every bookmark on a line, at the place where its words are now."""
    failed = False
    with open_library(paths) as library:
        by_article = groupby(library.bookmarks(), key=attrgetter("article_id"))
        for article_id, bookmarks in by_article:
            try:
                article = library.open(article_id)
            except ReaderError as failure:
                print(failure, file=sys.stderr)
                failed = True
                continue
            for bookmark in bookmarks:
                _print_bookmark(bookmark, article, as_json=options.json)
    return int(failed)


def list_corrections(options: Namespace, paths: Paths) -> int:
    """Every corrected reading on a line."""
    with open_library(paths) as library:
        for correction in library.corrections():
            pinyin = [syllable and to_mark(syllable) for syllable in correction.syllables]
            if options.json:
                print_json(asdict(correction) | {"pinyin": pinyin})
            else:
                shown = " ".join(syllable for syllable in pinyin if syllable)
                print(correction.id, correction.scope, correction.word, shown, sep="\t")
    return 0


def list_vocabulary(options: Namespace, paths: Paths) -> int:
    """Every marked word on a line, the one marked last first."""
    with open_library(paths) as library:
        for word in library.vocabulary():
            pinyin = [syllable and to_mark(syllable) for syllable in word.syllables]
            if options.json:
                print_json(asdict(word) | {"pinyin": pinyin})
            else:
                shown = " ".join(syllable for syllable in pinyin if syllable)
                sentence = word.met.sentence if word.met else ""
                print(word.status, word.written, shown, sentence, sep="\t")
    return 0


def list_phrases(options: Namespace, paths: Paths) -> int:
    """Every own phrase on a line, the newest first."""
    with open_library(paths) as library:
        for phrase in library.phrases():
            if options.json:
                print_json(asdict(phrase))
            else:
                print(phrase.simplified, phrase.traditional, sep="\t")
    return 0


def keep_phrase(options: Namespace, paths: Paths) -> int:
    """Keep an own phrase, or forget it."""
    with open_library(paths) as library:
        if options.remove:
            if library.remove_phrase(options.written) is None:
                raise LibraryError(
                    f"There is no phrase {options.written} in this library. «wenchuang phrases» "
                    "lists them."
                )
        elif options.traditional is None:
            raise LibraryError("Write the word in traditional characters too, or --remove.")
        else:
            library.put_phrase(options.written, options.traditional)
    return 0


def add_bookmark(options: Namespace, paths: Paths) -> int:
    """Mark a place that exists."""
    with open_library(paths) as library:
        article = library.open(options.id)
        position = Position(options.section, options.paragraph, options.offset)
        if nearest(article, position) != position:
            raise LibraryError(
                f"Article {options.id} has no place with section {position.section}, paragraph "
                f"{position.paragraph}, offset {position.offset}. They count from 0; «wenchuang "
                f"show {options.id} --json» numbers them."
            )
        place = anchor(article, position)
        bookmark = library.add_bookmark(options.id, place, options.label)
        _print_bookmark(bookmark, article, as_json=options.json)
    return 0


@contextmanager
def open_library(paths: Paths) -> Iterator[Library]:
    """The library, closed in the end."""
    library = Library(paths)
    try:
        yield library
    finally:
        library.close()


def _print_bookmark(bookmark: Bookmark, article: Article, *, as_json: bool) -> None:
    place = resolve(article, bookmark.anchor)
    at = place or bookmark.anchor.position
    if as_json:
        print_json(
            {
                "id": bookmark.id,
                "article": bookmark.article_id,
                "title": article.title,
                "section": at.section,
                "paragraph": at.paragraph,
                "offset": at.offset,
                "label": bookmark.label,
                "before": bookmark.anchor.before,
                "after": bookmark.anchor.after,
                "created": bookmark.created,
                "found": place is not None,
            }
        )
    else:
        where = f"{at.section}:{at.paragraph}:{at.offset}" + ("" if place else " (words not found)")
        print(bookmark.id, bookmark.article_id, where, bookmark.label, sep="\t")


def print_json(value: dict[str, Any]) -> None:
    """An object on a line of its own."""
    print(json.dumps(value, ensure_ascii=False))
