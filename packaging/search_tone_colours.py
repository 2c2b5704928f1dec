"""Finds how light and how strong the colours of tones have to be; prints core/tone_colours' tables.

    python packaging/search_tone_colours.py

Each palette keeps its hues within some degrees. Of all ways in which every colour can be read on
every paper, the search climbs to the one in which the two likest are far enough apart, for usual
eyes and for the three kinds of colour-blind ones, and the colours as strong as can be.
"""

import math
import random
from itertools import combinations

from reader.core.colour import Eyes, contrast, distance
from reader.core.tone_colours import READABLE

LIGHT = ("#fdfcf9", "#ffffff", "#f5ecd9", "#fbf5e8")
DARK = ("#1e2023", "#282b2f", "#000000", "#141414")
HUES = {
    "PLECO": (35, 140, 290, 322, None),
    "DUMMITT": (35, 68, 140, 290, None),
    "HANPING": (290, 140, 62, 35, None),
}
"""Degrees in CIE L*a*b*; None is grey."""
SWAY, STRONGEST, WEAKEST, GREYEST = 14.0, 105.0, 32.0, 5.0
ENOUGH = 18.0
"""Of distance: several times what can just be told apart."""
DARKEST, LIGHTEST = 22.0, 86.0
"""A hue is not seen in what is nearly black or white."""
STARTS, STEPS = 6, 2500
DICE = random.Random(4)  # noqa: S311 -- it only shakes colours
MARGIN = 0.05
"""Of contrast: what rounding may take away."""

Colour = tuple[float, float, float]
"""Lightness, chroma, hue."""


def to_hex(colour: Colour) -> str | None:
    """A colour as the program writes it, None where no screen can show it."""
    lightness, chroma, hue = colour
    y = (lightness + 16) / 116
    x = y + chroma * math.cos(math.radians(hue)) / 500
    z = y - chroma * math.sin(math.radians(hue)) / 200
    x, y, z = (
        white * (part**3 if part**3 > 0.008856 else (part - 16 / 116) / 7.787)
        for part, white in ((x, 0.95047), (y, 1.0), (z, 1.08883))
    )
    linear = (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
    if not all(-0.002 <= part <= 1.002 for part in linear):
        return None
    clipped = (min(max(part, 0.0), 1.0) for part in linear)
    shown = (
        12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in clipped
    )
    return "#" + "".join(f"{round(part * 255):02x}" for part in shown)


def judge(colours: list[Colour], grounds: tuple[str, ...]) -> float:
    """How good colours are; less than nothing where one cannot be read or shown."""
    known = [written for written in map(to_hex, colours) if written]
    if len(known) < len(colours):
        return -1.0
    least = READABLE + MARGIN
    if any(contrast(colour, ground) < least for colour in known for ground in grounds):
        return -1.0
    apart = min(distance(a, b, eyes) for a, b in combinations(known, 2) for eyes in Eyes)
    strong = sum(min(chroma, 60.0) for _, chroma, _ in colours) / len(colours)
    return min(apart, ENOUGH) + strong / 20


def start(hues: tuple[int | None, ...], *, dark: bool) -> list[Colour]:
    """Some colours with these hues."""
    low, high = (62.0, LIGHTEST) if dark else (DARKEST, 44.0)
    return [
        (
            DICE.uniform(low, high),
            DICE.uniform(WEAKEST, 60) if hue is not None else 0.0,
            float(hue or 0),
        )
        for hue in hues
    ]


def vary(colours: list[Colour], hues: tuple[int | None, ...], size: float) -> list[Colour]:
    """One of the colours a little different."""
    at = DICE.randrange(len(colours))
    lightness, chroma, hue = colours[at]
    wanted = hues[at]
    most = GREYEST if wanted is None else STRONGEST
    low = 0.0 if wanted is None else WEAKEST
    darkest, lightest = (0.0, 100.0) if wanted is None else (DARKEST, LIGHTEST)
    turned = hue + DICE.gauss(0, 4 * size)
    if wanted is not None:
        turned = min(max(turned, wanted - SWAY), wanted + SWAY)
    changed = (
        min(max(lightness + DICE.gauss(0, 6 * size), darkest), lightest),
        min(max(chroma + DICE.gauss(0, 10 * size), low), most),
        turned,
    )
    return [*colours[:at], changed, *colours[at + 1 :]]


def search(hues: tuple[int | None, ...], *, dark: bool) -> tuple[float, list[str]]:
    """The best colours of all climbs."""
    grounds = DARK if dark else LIGHT
    best: tuple[float, list[Colour]] = (-1.0, [])
    for _ in range(STARTS):
        colours = start(hues, dark=dark)
        while (worth := judge(colours, grounds)) < 0:
            colours = start(hues, dark=dark)
        for step in range(STEPS):
            tried = vary(colours, hues, 1.2 - step / STEPS)
            tried_worth = judge(tried, grounds)
            if tried_worth >= worth:
                colours, worth = tried, tried_worth
        best = max(best, (worth, colours))
    return best[0], [written for written in map(to_hex, best[1]) if written]


def main() -> None:
    """Search for every palette, on light and on dark paper."""
    for name, hues in HUES.items():
        for dark in (False, True):
            worth, colours = search(hues, dark=dark)
            print(f"{name} {'dark' if dark else 'light'}: {worth:.1f} {colours}")


if __name__ == "__main__":
    main()
