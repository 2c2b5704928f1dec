"""The commands that read lines and write lines: annotate, convert."""

import gc
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reader.cli.keeping import open_library
from reader.core.article import Paragraph
from reader.core.errors import SourceError
from reader.core.paths import Paths
from reader.core.script import Script, Variant
from reader.core.style import ReadingStyle
from reader.core.text import make_encodable
from reader.core.word import Word
from reader.importers import decode
from reader.language.annotate import Annotator
from reader.language.conversion import Converter
from reader.language.script import Scripts
from reader.language.tones import to_mark

BATCH = 2048
TARGETS = tuple(variant.value for variant in Variant if variant is not Variant.AS_WRITTEN)
SOURCES = ("auto", "hans", "hant", "tw", "hk")
CONFIGS = ("s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "t2tw", "t2hk")


def annotate(options: Namespace, paths: Paths) -> int:
    """One line out for every line in."""
    annotator = Annotator(paths.lexicon, Scripts(paths.resources / "data"))
    annotator.load()
    gc.freeze()  # the tables stay to the end: looking through them again and again costs a tenth
    style = ReadingStyle(options.tones, options.standard)
    for line, words in _annotate(annotator, _read_lines(options.file), style):
        if options.json:
            described = [_describe(word) for word in words]
            print(json.dumps({"text": line, "words": described}, ensure_ascii=False))
        else:
            print(
                " ".join(
                    f"{word.text}[{_join(word)}]" if word.readable else word.text for word in words
                )
            )
    return 0


def _annotate(
    annotator: Annotator, lines: Iterator[str], style: ReadingStyle
) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Lines with their words, some hundreds at a time; a terminal is answered line by line."""
    size = 1 if sys.stdin.isatty() else BATCH
    while batch := list(islice(lines, size)):
        paragraphs = [Paragraph(line) for line in batch]
        yield from zip(batch, annotator.annotate_all(paragraphs, style), strict=True)


def convert(options: Namespace, paths: Paths) -> int:
    """One line out for every line in, in the wanted script."""
    scripts = Scripts(paths.resources / "data")
    annotator = Annotator(paths.lexicon, scripts)
    converter = Converter(paths.resources / "data", scripts, annotator.segment)
    if paths.library.exists() and not options.plain:
        with open_library(paths) as library:
            converter.learn({one.simplified: one.traditional for one in library.phrases()})
    if options.config:
        change = converter.convert if options.plain else converter.improve
        for line in _read_lines(options.file):
            print(change(line, options.config).text)
        return 0
    lines = list(_read_lines(options.file))
    script = _script(options.source, "\n".join(lines), scripts)
    for line in lines:
        print(converter.show(line, Variant(options.to), script).text)
    return 0


def _script(source: str, text: str, scripts: Scripts) -> Script:
    if source == "auto":
        return scripts.detect(text)
    return Script.SIMPLIFIED if source == "hans" else Script.TRADITIONAL


def _describe(word: Word) -> dict[str, object]:
    return {
        "start": word.start,
        "end": word.end,
        "text": word.text,
        "pinyin": [syllable and to_mark(syllable) for syllable in word.syllables],
    }


def _join(word: Word) -> str:
    return " ".join(to_mark(syllable) for syllable in word.syllables if syllable)


def _read_lines(name: str) -> Iterator[str]:
    """The lines of a file in any encoding, or of standard input in UTF-8, without their ends."""
    if name == "-":
        for line in sys.stdin:
            yield line.rstrip("\r\n")
        return
    try:
        data = Path(name).read_bytes()
    except OSError as cause:
        raise SourceError(f"{name} cannot be read: {cause.strerror}. Check its name.") from cause
    if data:
        text = _decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
        yield from text.removesuffix("\n").split("\n")


def _decode(data: bytes, name: str) -> str:
    if not data.strip(b" \t\r\n"):
        return data.decode("ascii")  # lines without text are lines
    try:
        return make_encodable(decode(data).text)
    except SourceError as cause:
        raise SourceError(f"{name}: {cause}") from cause
