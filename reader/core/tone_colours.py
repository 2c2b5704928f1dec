"""The colours of the tones.

Each palette keeps its hues; how light and how strong each is was found by a search
(packaging/search_tone_colours.py), so that on light and on dark paper all five can be read and are
well apart, for usual eyes and for the three kinds of colour-blind ones. A test holds both.
"""

from itertools import combinations

from reader.core.colour import Eyes, distance, is_colour, luminance, make_readable
from reader.core.layers import Layers, Palette

TONES = 5
READABLE = 4.5
"""The contrast that WCAG 2 asks for in running text."""
DISTINCT = 10.0
"""From this distance on two colours are told apart at a glance."""

ToneColours = tuple[str, str, str, str, str]
"""Of the four tones and the neutral one."""

_LIGHT: dict[Palette, ToneColours] = {
    Palette.PLECO: ("#cb151b", "#007015", "#1b3eef", "#5c0179", "#58535b"),
    Palette.DUMMITT: ("#9a001b", "#a35300", "#097b40", "#2160c9", "#150707"),
    Palette.HANPING: ("#3859de", "#3b7900", "#702000", "#bc3146", "#1f1a14"),
}
_DARK: dict[Palette, ToneColours] = {
    Palette.PLECO: ("#ff6766", "#39b206", "#748df8", "#e874cf", "#eee1dd"),
    Palette.DUMMITT: ("#fc8153", "#e2a61f", "#57e486", "#aa8ffd", "#dcd7e0"),
    Palette.HANPING: ("#9d87f5", "#90e37d", "#fe982b", "#f4666c", "#bbafb4"),
}


def choose_colours(layers: Layers, grounds: tuple[str, ...]) -> ToneColours:
    """The colours of the chosen palette that can be read on all these grounds."""
    if layers.palette is Palette.OWN:
        colours = read_colours(layers.own_tones)
    else:
        dark = max(map(luminance, grounds)) < 0.18
        colours = (_DARK if dark else _LIGHT)[layers.palette]
    first, second, third, fourth, neutral = (
        make_readable(colour, grounds, READABLE) for colour in colours
    )
    return first, second, third, fourth, neutral


def read_colours(written: str) -> ToneColours:
    """Five colours as settings keep them; the usual one for each that is missing or none."""
    usual = Layers().own_tones.split()
    found = written.split()[:TONES]
    found += usual[len(found) :]
    first, second, third, fourth, neutral = (
        colour if is_colour(colour) else instead
        for colour, instead in zip(found, usual, strict=True)
    )
    return first, second, third, fourth, neutral


def find_alike(colours: ToneColours) -> list[tuple[int, int]]:
    """Pairs of tones (1 to 5) whose colours somebody cannot tell apart at a glance."""
    return [
        (one + 1, other + 1)
        for one, other in combinations(range(TONES), 2)
        if any(distance(colours[one], colours[other], eyes) < DISTINCT for eyes in Eyes)
    ]
