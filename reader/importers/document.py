"""What Markdown and office documents have in common: lines with headings become an article."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePath

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.metadata import Metadata, first_key, read_metadata_line
from reader.importers.outline import LONGEST_HEADING, Line, divide_outline, take_title
from reader.importers.page import find_head, is_title
from reader.importers.plain_text import FILLER, MOST_PARAGRAPHS, make_paragraph
from reader.importers.text_byline import read_credit_line, read_text_byline

FIRST_LINES = 3
"""Below the title, in which a document may tell who wrote it and when."""
REACH = 200
"""Lines that show whether the first is a title."""
NOTHING = Metadata()


@dataclass(slots=True)
class Flow:
    """Takes lines in the order of reading; footnotes come behind the part that they belong to."""

    lines: list[Line] = field(default_factory=list)
    _notes: list[Line] = field(default_factory=list)
    _count: int = 0

    def add(self, text: str, level: int = 0, kind: Kind = Kind.BODY) -> None:
        """Take a paragraph, or several where its text has line ends. ``level``: of a heading."""
        for part in FILLER.sub("", make_encodable(text)).split("\n"):
            line = " ".join(part.replace("\u3000", " ").split(" ")).strip() if level else part
            line = line.strip(" \t\r\u3000\xa0\u2002\u2003")
            if not line:
                continue
            if len(self.lines) >= MOST_PARAGRAPHS:
                raise SourceError(
                    f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Cut it into parts."
                )
            if level and len(line) <= LONGEST_HEADING:
                self.end_part()
                self.lines.append(Line(make_paragraph(line, Kind.HEADING), level))
            else:
                self.lines.append(Line(make_paragraph(line, kind)))

    def refer(self) -> str:
        """The sign of the next footnote."""
        self._count += 1
        return f"[{self._count}]"

    def add_note(self, sign: str, text: str) -> None:
        """Take a footnote."""
        plain = " ".join(FILLER.sub("", make_encodable(text)).split())
        if plain:
            self._notes.append(Line(make_paragraph(sign + plain, Kind.FOOTNOTE)))

    def end_part(self) -> None:
        """Put the footnotes so far behind the text."""
        self.lines += self._notes
        self._notes.clear()


def make_article(
    lines: Sequence[Line],
    name: str,
    known: Metadata,
    encoding: str = "utf-8",
    warnings: Sequence[str] = (),
    *,
    guessed: Metadata = NOTHING,
) -> Article:
    """An article of lines.

    ``known``: what its writer says of it outside of the text; ``guessed``: what the program says
    that made the file, which is believed only where the text itself tells nothing.
    """
    if not any(line.paragraph.text for line in lines):
        raise SourceError(f"There is no text in {make_encodable(name)}. Choose a file with text.")
    title, rest = take_title(lines)
    title, rest = (title, rest) if title else _find_title(rest)
    rest, told, left = _take_metadata(rest)
    known = known.or_else(told).or_else(_read_lines(rest)).or_else(guessed)
    return Article(
        title=title or known.title or PurePath(make_encodable(name)).stem,
        sections=divide_outline(rest),
        source=known.source,
        author=known.author,
        date=known.date,
        category=known.category,
        level=known.level,
        licence=known.licence,
        encoding=encoding,
        warnings=(*warnings, *left),
    )


def _find_title(lines: list[Line]) -> tuple[str, list[Line]]:
    """The title, where no style says so but a line below it does that tells who wrote it."""
    start = list(takewhile(lambda line: not line.level, lines[:REACH]))
    texts = [line.paragraph.text for line in start]
    head = find_head(texts) if texts and is_title(texts) else None
    if head is None or head.crumb >= 0 or head.known[0] != 1 or first_key(texts[0]):
        return "", lines
    title = replace(lines[0].paragraph, kind=Kind.TITLE)
    return title.text, [Line(title), *lines[1:]]


def _take_metadata(lines: list[Line]) -> tuple[list[Line], Metadata, list[str]]:
    """The lines without those right below the title that say who wrote it; and what they say."""
    start = 1 if lines and lines[0].paragraph.kind is Kind.TITLE else 0
    found = Metadata()
    left: list[str] = []
    for line in lines[start : start + FIRST_LINES]:
        text = line.paragraph.text
        told = None if line.level else read_metadata_line(text) or read_credit_line(text)
        if told is None or len(told.known_fields()) < 1 + (start == 0):
            break
        found = found.or_else(told)
        left.append(f"Left out, for it is not part of the text: {text}")
    if start + len(left) == len(lines):
        return lines, found, []
    return lines[:start] + lines[start + len(left) :], found, left


def _read_lines(lines: Sequence[Line]) -> Metadata:
    """What the lines say that stay: a name or a date below the title, or at the end."""
    texts = [line.paragraph.text for line in lines]
    is_titled = bool(lines) and (lines[0].paragraph.kind is Kind.TITLE or is_title(texts))
    return replace(read_text_byline(texts, titled=is_titled), title="")
