"""The colours of the tones.

Each palette keeps its hues; how light each is was chosen by a search, so that on light and on dark
paper all five can be read and are as far apart as can be, for usual eyes and for the three kinds
of colour-blind ones. A test holds both.
"""

from reader.core.colour import is_colour, make_readable
from reader.core.layers import Palette

TONES = 5
READABLE = 4.5
"""The contrast that WCAG 2 asks for in running text."""

ToneColours = tuple[str, str, str, str, str]
