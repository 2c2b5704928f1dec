"""The one shape that every importer gives and every view shows.

Offsets count Python code points in ``Paragraph.text``, the clean source text; they never depend
on script, font or window.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.core.script import Script


class Kind(StrEnum):
    """What a paragraph is for."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    """What its author says below the text, or behind it."""


class Portion(StrEnum):
    """How much of its source an article holds."""

    ALL = "all"
    MAIN = "main"
    """The main text of a page."""
    WHOLE = "whole"
    """Every line of a page, its menus too."""


@dataclass(frozen=True, slots=True)
class Note:
    """A pronunciation that the source itself gives for ``text[start:end]``, as written there."""

    start: int
    end: int
    reading: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A span ``text[start:end]`` that is probably not what the author wrote."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clean text without line ends, and what is known about its spans."""

    text: str
    kind: Kind = Kind.BODY
    notes: tuple[Note, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    time: float | None = None
    """When it is said or sung, in seconds from the beginning: of subtitles."""

    def of_kind(self, kind: Kind) -> "Paragraph":
        """The same as one of another kind. Several times as fast as ``dataclasses.replace``."""
        return Paragraph(self.text, kind, self.notes, self.doubts, self.time)


@dataclass(frozen=True, slots=True)
class Section:
    """What the pane shows at once. Its heading, if it has one, is also its first paragraph."""

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    within: tuple[str, ...] = ()
    """What it is a part of, the outermost first: ``("第一卷 家",)`` for its chapters."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its metadata. The title is also a paragraph of kind TITLE, if it was in the text.

    ``date`` is ISO 8601 (``2022-09-10``) or empty; ``encoding`` is a Python codec name.
    """

    title: str
    sections: tuple[Section, ...]
    source: str = ""
    author: str = ""
    date: str = ""
    category: str = ""
    level: str = ""
    licence: str = ""
    script: Script = Script.OTHER
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    address: str = ""
    """Where it is on the web: of a page that was fetched, or that says where it was saved from."""
    portion: Portion = Portion.ALL

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order."""
        for section in self.sections:
            yield from section.paragraphs

    def count(self, kind: Kind) -> int:
        """How many paragraphs are of this kind."""
        return sum(paragraph.kind is kind for paragraph in self.paragraphs())

    def characters(self) -> int:
        """The length of the text in code points, white space left out."""
        return sum(len("".join(paragraph.text.split())) for paragraph in self.paragraphs())


@dataclass(frozen=True, slots=True)
class Details:
    """What a learner may put right of what is said of an article."""

    title: str
    source: str
    author: str
    date: str
    category: str


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A row of the library: all that is shown of an article before it is opened."""

    id: int
    title: str
    source: str
    author: str
    date: str
    category: str
    level: str
    script: Script
    characters: int
    sections: int
    added: str
    """When it joined the library: ISO 8601, UTC."""
    progress: float = 0.0
    """How much of it lies above the place where reading stopped, 0 to 1."""
    read: str = ""
    """When it was read last: ISO 8601, UTC; empty where it never was."""
