"""Spans that are probably not what the author wrote: marked and kept, never mended silently."""

import re
from itertools import islice

from reader.core.article import Doubt
from reader.importers.notes import HAN, is_reading

PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
SUSPECT = re.compile(rf"[?\ufffd{PRIVATE}]")
LOST = "These bytes of the file could not be decoded."
UNASSIGNED = "A private character: only its author knows its meaning."
BROKEN = "A pronunciation note has broken the characters here."
SIGNS = re.compile(f"\ufffd+|[{PRIVATE}]+")
CLUSTERS = tuple(
    re.compile(rf"{sign}(?:[^{signs}]{{0,{gap}}}{sign}){{0,400}}")
    for signs in (rf"\ufffd{PRIVATE}",)
    for sign in (f"[{signs}]",)
    for gap in (1, 4, 16)
)
"""Signs with no more than so many characters between them; the pieces of an endless one are short
enough for the engine's stack."""
FEW, EACH, MOST = 1, 16, 20_000
"""Spans that any line may have, characters for each one more, and spans of an endless line."""
BROKEN_PAIR = re.compile(
    rf"{HAN}?\?([a-zü\u00e0-\u01dc\u0300-\u030c]{{1,7}})\)[^\s，。、；：？！,;:!?]{{0,4}}\??"
)
"""An inline note that was put between the two bytes of a misaligned pair: 勇?lián)…姑?"""


def find_doubts(text: str) -> tuple[Doubt, ...]:
    """The doubtful spans of a paragraph, in order, none inside another.

    Where they are very many, those that stand close together are one.
    """
    if not SUSPECT.search(text):
        return ()
    most = min(FEW + len(text) // EACH, MOST)
    signs = [
        Doubt(match.start(), match.end(), LOST if match[0][0] == "\ufffd" else UNASSIGNED)
        for match in _find_signs(text, most)
    ]
    if "?" not in text:
        return tuple(signs)
    pairs = (match for match in BROKEN_PAIR.finditer(text) if is_reading(match.group(1)))
    found = [Doubt(match.start(), match.end(), BROKEN) for match in islice(pairs, most + 1)] + signs
    found.sort(key=lambda doubt: (doubt.start, -doubt.end))
    kept: list[Doubt] = []
    for doubt in found:
        if not kept or doubt.start >= kept[-1].end:
            kept.append(doubt)
    return tuple(kept)


def _find_signs(text: str, most: int) -> list[re.Match[str]]:
    """Lost and private characters: each run of them, or as few spans as are needed for ``most``."""
    found: list[re.Match[str]] = []
    for pattern in (SIGNS, *CLUSTERS):
        found = list(islice(pattern.finditer(text), most + 1))
        if len(found) <= most:
            break
    return found
