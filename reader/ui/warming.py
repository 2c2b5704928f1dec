"""Draws what a switch of the script would show, unseen and a little at a time.

The first drawing of a character costs a twentieth of a millisecond; those of a page together would
hold up the switch for two frames.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QImage, QPainter

from reader.ui.choices import Choices
from reader.ui.fonts import choose_faces, reading_font
from reader.ui.reading import Reading
from reader.ui.typeset import font_of

SLICE, PAUSE = 30, 20
"""Characters drawn at once: one or two milliseconds."""


class Warming(QObject):
    """Begins once an article has settled, and stops when it is told to."""

    def __init__(self, parent: QObject, reading: Reading, choices: Choices) -> None:
        super().__init__(parent)
        self._reading = reading
        self._choices = choices
        self._waiting: list[tuple[QFont, str]] = []
        self._paper = QImage(SLICE * 40, 60, QImage.Format.Format_ARGB32_Premultiplied)
        self._ended = False
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._draw_some)
        reading.article_settled.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something is still to be drawn."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Draw nothing more: the window closes."""
        self._ended = True
        self._timer.stop()

    def _begin(self) -> None:
        opened, settings = self._reading.opened, self._choices.settings
        if opened is None or self._ended:
            return
        self._waiting = []
        for variant in self._reading.spare:
            faces = choose_faces(variant, opened.article.script)
            font = reading_font(settings.font_family, settings.font_size, faces)
            for kind, text in self._reading.prepared_texts(variant).items():
                characters = "".join(sorted(set(text)))
                starts = range(0, len(characters), SLICE)
                pieces = (characters[start : start + SLICE] for start in starts)
                self._waiting += [(font_of(kind, font), piece) for piece in pieces]
        self._timer.start()

    def _draw_some(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        font, characters = self._waiting.pop()
        painter = QPainter(self._paper)
        painter.setFont(font)
        painter.drawText(0, self._paper.height() // 2, characters)
        painter.end()
