"""Subtitles and lyrics: SRT, WebVTT and ASS by pysubs2, LRC by ourselves. A cue is a paragraph."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import PurePath

import pysubs2
from pysubs2.exceptions import Pysubs2Error

from reader.core.article import Article
from reader.core.text import make_encodable
from reader.importers.chapters import divide
from reader.importers.encoding import Decoded
from reader.importers.metadata import Metadata
from reader.importers.plain_text import FILLER, LINE_END, make_paragraph, read_plain_text
from reader.importers.subtitle_kinds import TIME

LARGEST = 4 << 20
"""Code points; a film has a hundred thousand."""
LONGEST_LINE = 4_000
MOST_CUES = 20_000
MOST_TIMES = 40
"""At which one line of a song is sung."""
LYRIC = re.compile(rf"((?:{TIME}[ \t]*)+)(.*)")
TAG = re.compile(r"\[([a-zA-Z]{2,8}|#):([^\]\n]{0,200})\]\s*")
FIELDS = {"ti": "title", "ar": "author", "al": "source"}
WORD_TIME = re.compile(r"<(?:\d{1,3}:){1,2}\d{1,2}(?:[.:]\d{1,3})?>")
RUBY = re.compile(r"<ruby>([^<\n]{1,20})<rt>([^<\n]{1,40})(?:</rt>)?</ruby>")
ASIDES = re.compile(r"(?:(?<=\n\n)|\A)(?:NOTE|STYLE|REGION)(?=\s|\Z)[^\n]*(?:\n[^\n]+)*")
"""Blocks of WebVTT that are not shown."""
CUE_NAME = re.compile(
    r"(?<=\n\n)[^\n]+\n(?=[ \t]{0,9}(?:\d{1,4}:)?\d\d:\d\d[.,]\d{3}[ \t]{0,9}-->)"
)
"""What a cue of WebVTT may be called, on the line above its times."""
VOICE = re.compile(r"<v(?:\.[\w.]{1,40})?[ \t]+([^>\n]{1,40})>")
MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|\{\\[^{}\n]{0,500}\}")
HAN = re.compile("[\u3400-\u9fff]")
PAUSE = re.compile("[，。、：；！？…」』”）]$")
"""After these signs the next line follows without a space."""
SPEECH = re.compile(r"[-－–—‐]\s{0,2}\S")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from a time on, in seconds."""

    time: float
    text: str


def read_subtitles(decoded: Decoded, name: str, kind: str) -> Article:
    """The article of subtitles; where there is no cue in them, of a plain text."""
    text = FILLER.sub("", LINE_END.sub("\n", make_encodable(decoded.text)))
    cues, known = list[Cue](), Metadata()
    if _is_likely(text):
        cues, known = _read_lyrics(text) if kind == "lrc" else _read_events(text, kind)
    spoken, repeated = _drop_repeated(cues) if kind == "vtt" else (cues, 0)
    paragraphs = [
        replace(make_paragraph(line), time=cue.time) for cue in spoken for line in _split(cue.text)
    ]
    if not any(paragraph.text for paragraph in paragraphs):
        return read_plain_text(decoded, name)
    told = (f"{repeated} cues that repeat the one before were left out.",) if repeated else ()
    return Article(
        title=known.title or PurePath(make_encodable(name)).stem,
        sections=divide(paragraphs),
        author=known.author,
        source=known.source,
        encoding=decoded.encoding,
        warnings=decoded.warnings + told,
    )


def _is_likely(text: str) -> bool:
    """Whether somebody may have written this to be shown line by line."""
    if len(text) > LARGEST or text.count("-->") + text.count("\nDialogue:") > MOST_CUES:
        return False
    return max(map(len, text.split("\n"))) <= LONGEST_LINE


def _read_events(text: str, kind: str) -> tuple[list[Cue], Metadata]:
    if kind == "vtt":
        text = WORD_TIME.sub("", CUE_NAME.sub("", ASIDES.sub("", text)))
        text = VOICE.sub(r"\1：", RUBY.sub(r"\1(\2)", text))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a style that cannot be read; we show none
            file = pysubs2.SSAFile.from_string(text, format_=kind)
    except (Pysubs2Error, ValueError, KeyError, IndexError, OverflowError):
        return [], Metadata()
    file.sort()
    cues = [
        Cue(max(0.0, event.start / 1000), _read_text(event.plaintext, kind))
        for event in file
        if not event.is_comment and not event.is_drawing
    ]
    title = str(file.info.get("Title", ""))
    return cues, Metadata(title=title if HAN.search(title) else "")


def _read_text(text: str, kind: str) -> str:
    plain = MARKUP.sub("", text)
    return unescape(plain).replace("\xa0", " ") if kind == "vtt" else plain


def _read_lyrics(text: str) -> tuple[list[Cue], Metadata]:
    known: dict[str, str] = {}
    cues: list[Cue] = []
    shift = 0.0
    for line in text.split("\n"):
        tag, lyric = TAG.fullmatch(line.strip()), LYRIC.fullmatch(line.strip())
        if tag and tag[1].lower() == "offset":
            shift = _read_offset(tag[2])
        elif tag:
            known.setdefault(FIELDS.get(tag[1].lower(), ""), tag[2].strip())
        elif lyric:
            words = WORD_TIME.sub("", lyric[5]).strip()
            times = [_read_time(match) for match in re.finditer(TIME, lyric[1])][:MOST_TIMES]
            cues += [Cue(max(0.0, time - shift), words) for time in times if words]
        elif line.strip() and cues:
            cues.append(Cue(cues[-1].time, line.strip()))
    known.pop("", None)
    return sorted(cues, key=lambda cue: cue.time), Metadata(**known)


def _read_time(match: re.Match[str]) -> float:
    fraction = float(f"0.{match[3]}") if match[3] else 0.0
    return 60 * int(match[1]) + int(match[2]) + fraction


def _read_offset(text: str) -> float:
    try:
        return int(text.strip()) / 1000
    except ValueError:
        return 0.0


def _drop_repeated(cues: Iterable[Cue]) -> tuple[list[Cue], int]:
    """The cues without those that say again what the one before says, as rolling captions do."""
    kept: list[Cue] = []
    repeated = 0
    for cue in cues:
        if kept and kept[-1].text == cue.text:
            repeated += 1
        else:
            kept.append(cue)
    return kept, repeated


def _split(text: str) -> Iterator[str]:
    """The paragraphs of a cue: one, but for what two people say, or two languages."""
    line = ""
    for part in filter(None, (part.strip() for part in text.split("\n"))):
        other = bool(HAN.search(line)) != bool(HAN.search(part))
        if line and (other or SPEECH.match(part)):
            yield line
            line = ""
        joint = "" if not line or PAUSE.search(line) else " "
        line = f"{line}{joint}{part}"
    if line:
        yield line
