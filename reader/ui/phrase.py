"""What is selected in the pane, as something that a card can tell of."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from reader.core.word import Word
from reader.language.explaining import Explainer
from reader.ui.bookmarking import Desk
from reader.ui.page import Hovered

LONGEST = 160
"""Characters: more than that is no phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A selection with the words that it consists of (none where it is one word)."""

    hovered: Hovered
    parts: tuple[Word, ...]
    rectangle: QRect
    """Where it is in the window."""


def find_phrase(desk: Desk, explainer: Explainer) -> Phrase | None:
    """The selection, where it lies in one paragraph whose words are known and can be read."""
    selection = desk.pane.selection()
    if selection is None or selection[0].paragraph != selection[1].paragraph:
        return None
    start, end = selection
    words = desk.pointer.words(start.paragraph)
    if not words or not start.offset < end.offset <= start.offset + LONGEST:
        return None
    word = explainer.cut(words, start.offset, end.offset)
    if not word.readable:
        return None
    parts = tuple(
        explainer.cut(words, max(one.start, word.start), min(one.end, word.end))
        for one in words
        if one.start < word.end and word.start < one.end
    )
    around = desk.pane.span_rectangle(start, end).toAlignedRect()
    corner = desk.pane.viewport().mapTo(desk.pane.window(), around.topLeft())
    return Phrase(
        Hovered(start.paragraph, word, desk.pane.span(start, end).selectedText()),
        parts if len(parts) > 1 else (),
        QRect(corner, around.size()),
    )
