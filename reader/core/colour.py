"""Colours as eyes see them: luminance and contrast, and how far apart two are.

A colour is ``#rrggbb``. Luminance and contrast are those of WCAG 2; the three deficiencies are
simulated by the matrices of Machado, Oliveira and Fernandes (2009) for full severity; distance is
that of CIE L*a*b* (1976), in which 2 can just be told apart.
"""

import math
import re
from enum import Enum

_HEX = re.compile("#[0-9a-fA-F]{6}")
_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)
_KNEE = 0.008856

Triple = tuple[float, float, float]


class Eyes(Enum):
    """Ways to see colours; the value turns linear red, green and blue into what is seen."""

    USUAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTANOPE = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPE = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPE = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


def is_colour(text: str) -> bool:
    """Whether this is a colour as we write it."""
    return _HEX.fullmatch(text) is not None


def luminance(colour: str) -> float:
    """From 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, eyes: Eyes = Eyes.USUAL) -> float:
    """How far apart two colours are for such eyes."""
    pairs = zip(_lab(one, eyes), _lab(other, eyes), strict=True)
    return math.sqrt(sum((a - b) ** 2 for a, b in pairs))


def make_readable(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """The same hue, as much darker or lighter as it takes to be read on all grounds."""
    darker = sum(map(luminance, grounds)) / len(grounds) > 0.18
    end = "#000000" if darker else "#ffffff"
    for step in range(51):
        tried = _mix(colour, end, step / 50)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return end


def _mix(one: str, other: str, share: float) -> str:
    parts = zip(_bytes(one), _bytes(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(colour: str) -> Triple:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (value / 255 for value in _bytes(colour))
    )
    return red, green, blue


def _lab(colour: str, eyes: Eyes) -> Triple:
    seen = _turn(eyes.value, _linear(colour))
    clipped = (
        min(max(seen[0], 0.0), 1.0),
        min(max(seen[1], 0.0), 1.0),
        min(max(seen[2], 0.0), 1.0),
    )
    x, y, z = (
        value ** (1 / 3) if value > _KNEE else 7.787 * value + 16 / 116
        for value in (
            part / white for part, white in zip(_turn(_XYZ, clipped), _WHITE, strict=True)
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _turn(matrix: tuple[Triple, Triple, Triple], value: Triple) -> Triple:
    first, second, third = (
        row[0] * value[0] + row[1] * value[1] + row[2] * value[2] for row in matrix
    )
    return first, second, third
