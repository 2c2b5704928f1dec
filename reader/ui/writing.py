"""Shows in the card how the characters of its word are written."""

from PySide6.QtCore import QObject, Signal

from reader.core.strokes import StrokeOrder
from reader.library import Library
from reader.ui import background
from reader.ui.explaining import Explaining
from reader.ui.stroke_field import StrokeField
from reader.ui.theme import Theme
from reader.ui.word_card import WordCard

MOST = 4
"""Characters written side by side; a longer word is written as far as that."""


class Writing(QObject):
    """Between the card and the data of strokes."""

    failed = Signal(Exception)

    def __init__(
        self, parent: QObject, library: Library, explaining: Explaining, card: WordCard
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._explaining = explaining
        self._card = card
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme

    def show(self) -> None:
        """Pin the card of the marked word and write its characters; again, where they stand."""
        if isinstance(self._card.extra, StrokeField):
            self._card.extra.replay()
            return
        subject = self._explaining.pin_marked()
        if subject is None:
            return
        word, shown = subject.hovered.word, subject.hovered.shown
        text = shown if len(shown) == len(word.text) else word.text
        readable = zip(text, word.readings, strict=True)
        characters = "".join(character for character, reading in readable if reading)[:MOST]

        def work() -> tuple[StrokeOrder | None, ...]:
            return tuple(self._library.strokes(character) for character in characters)

        def play(orders: tuple[StrokeOrder | None, ...]) -> None:
            if self._theme and self._explaining.subject is subject:
                field = StrokeField(characters, orders, self._theme)
                self._card.set_extra(field)
                field.setFocus()
                field.play()

        if characters:
            background.run(self, work, play, self.failed.emit)
