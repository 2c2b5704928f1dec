"""The colours in which layers are painted in a theme."""

from typing import NamedTuple

from PySide6.QtGui import QColor

from reader.core.colour import is_colour, make_readable
from reader.core.degree_colours import choose_degree_colours
from reader.core.layers import Layers
from reader.core.tone_colours import READABLE, choose_colours
from reader.ui.theme import Theme


class Inks(NamedTuple):
    """What readings, doubts, the marked word, tones and degrees (both from 1) are drawn in."""

    ruby: QColor
    doubt: QColor
    mark: QColor
    tones: tuple[QColor, ...]
    degrees: tuple[QColor, ...]


def choose_inks(layers: Layers, theme: Theme) -> Inks:
    """Colours that can be read on the paper of a theme."""
    grounds = (theme.page, theme.card)
    wanted = layers.ruby_colour if is_colour(layers.ruby_colour) else theme.muted
    ruby = QColor(make_readable(wanted, grounds, READABLE))
    return Inks(
        ruby,
        QColor(theme.doubt),
        QColor(theme.hover),
        (ruby, *map(QColor, choose_colours(layers, grounds))),
        (ruby, *map(QColor, choose_degree_colours(grounds))),
    )


def choose_card_tones(layers: Layers, theme: Theme) -> tuple[str, ...]:
    """The colours of the five tones on the card; none where readings have one colour there."""
    return choose_colours(layers, (theme.page, theme.card)) if layers.card_toned else ()
