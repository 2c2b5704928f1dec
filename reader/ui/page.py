"""What the pane shows at once, and where the places of the article are in it.

Block ``n`` of the text document shows paragraph ``n`` of the section. Qt counts UTF-16 units from
the start of the document; everything outside of the pane counts code points of the source.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextDocument

from reader.core.article import Kind, Paragraph
from reader.core.display import Display
from reader.core.mark import Mark, MarkKind
from reader.core.position import Position
from reader.core.script import Script, Variant
from reader.core.word import Word

SAMPLE = 32
"""Characters."""


@dataclass(frozen=True, slots=True)
class Page:
    """A section as it is shown: its paragraphs in the source, and what shows each."""

    section: int
    paragraphs: tuple[Paragraph, ...]
    displays: tuple[Display, ...]
    marks: tuple[tuple[Mark, ...], ...] = ()
    """For each paragraph; none at all where nothing is marked."""
    variant: Variant = Variant.AS_WRITTEN
    script: Script = Script.OTHER

    def without(self, kind: MarkKind) -> "Page":
        """The same page without one kind of marks."""
        kept = (tuple(mark for mark in marks if mark.kind is not kind) for marks in self.marks)
        return replace(self, marks=tuple(kept))

    def marks_of(self, paragraph: int) -> tuple[Mark, ...]:
        """The marks of a paragraph."""
        return self.marks[paragraph] if self.marks else ()

    def sample(self) -> str:
        """A few words of its running text, as they are shown."""
        running = (
            display.text
            for paragraph, display in zip(self.paragraphs, self.displays, strict=True)
            if paragraph.kind is Kind.BODY and len(display.text) > SAMPLE
        )
        return next(running, "")[:SAMPLE]

    def units(self, document: QTextDocument, position: Position) -> int:
        """The place in the document, in UTF-16 units, of a position in this section."""
        block = document.findBlockByNumber(position.paragraph)
        return block.position() + self.displays[position.paragraph].to_units(position.offset)

    def position(self, document: QTextDocument, units: int) -> Position:
        """The position in the article of a place in the document."""
        block = document.findBlock(units)
        number = max(block.blockNumber(), 0)
        offset = self.displays[number].from_units(units - block.position())
        return Position(self.section, number, offset)


def word_at(words: tuple[Word, ...], offset: int) -> Word | None:
    """The word that covers the character at this offset; words are in order and cover the text."""
    index = bisect_right(words, offset, key=lambda word: word.start) - 1
    return words[index] if index >= 0 and offset < words[index].end else None


def next_readable(words: tuple[Word, ...], offset: int, step: int) -> Word | None:
    """The nearest word with a reading that starts after (1) or before (-1) an offset."""
    if step > 0:
        return next((word for word in words if word.start > offset and word.readable), None)
    return next((word for word in reversed(words) if word.start < offset and word.readable), None)


@dataclass(frozen=True, slots=True)
class Hovered:
    """What the pointer rests on, or a walk by keyboard came to."""

    paragraph: int
    word: Word
    shown: str
    """The word in the script that the pane shows."""
    doubt: str = ""
    """Why the text is doubtful here, empty where it is not."""
    marks: tuple[Mark, ...] = ()
    """Where what is shown is not simply what the source says."""
    spoken: tuple[str, ...] = ()
    """How a number in digits is read."""
