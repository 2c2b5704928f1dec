"""Copies text with its readings: 现在(xiànzài)."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.core.position import Position
from reader.language.reading_parts import join_parts
from reader.ui.layering import Layering
from reader.ui.pane import Pane
from reader.ui.ruby_plan import Ruby
from reader.ui.translation import translate
from reader.ui.word_pointer import WordPointer

UNIT = 2
"""Bytes of a UTF-16 unit."""


class Copying(QObject):
    """What is selected, or the marked word; the plain text is what an ordinary copy gives."""

    told = Signal(str)

    def __init__(
        self, parent: QObject, pane: Pane, pointer: WordPointer, layering: Layering
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._pointer = pointer
        self._layering = layering

    def copy(self) -> None:
        """Put text with readings on the clipboard."""
        span = self._pane.selection() or self._marked()
        if span is None:
            self.told.emit(translate("Copying", "Select what you want to copy."))
            return
        QGuiApplication.clipboard().setText(self.write(*span))
        self.told.emit(translate("Copying", "Copied with readings."))

    def write(self, start: Position, end: Position) -> str:
        """The text between two positions of the page, a line for each paragraph."""
        lines = []
        for number in range(start.paragraph, end.paragraph + 1):
            display = self._pane.page.displays[number]
            first = display.to_units(start.offset) if number == start.paragraph else 0
            last = len(display.text.encode("utf-16-le", "surrogatepass")) // UNIT
            if number == end.paragraph:
                last = display.to_units(end.offset)
            rubies = self._layering.list_rubies(number)
            lines.append(write_with_readings(display.text, rubies, first, last))
        return "\n".join(lines)

    def _marked(self) -> tuple[Position, Position] | None:
        marked, at = self._pointer.marked, self._pointer.position()
        if marked is None or at is None:
            return None
        return at, Position(at.section, at.paragraph, marked.word.end)


def write_with_readings(text: str, rubies: Iterable[Ruby], start: int, end: int) -> str:
    """A stretch of text, in UTF-16 units, with the readings of what of each word lies in it."""
    units = text.encode("utf-16-le", "surrogatepass")
    written, at = b"", start
    for ruby in rubies:
        inside = [
            (place, part)
            for place, part in zip(ruby.places[1:], ruby.parts, strict=True)
            if start < place <= end
        ]
        if inside:
            upto = inside[-1][0]
            reading = join_parts(part for _, part in inside)
            written += units[at * UNIT : upto * UNIT] + f"({reading})".encode("utf-16-le")
            at = upto
    written += units[at * UNIT : end * UNIT]
    return written.decode("utf-16-le", "surrogatepass")
