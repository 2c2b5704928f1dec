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
BROKEN_PAIR = re.compile(
    rf"{HAN}?\?([a-zü\u00e0-\u01dc\u0300-\u030c]{{1,7}})\)[^\s，。、；：？！,;:!?]{{0,4}}\??"
)
EACH, MOST = 8, 20_000
"""Characters for which a line may have one span, and spans of an endless line."""
SIGN = rf"[\ufffd{PRIVATE}]"
CLUSTER = re.compile(rf"{SIGN}(?:[^\ufffd{PRIVATE}]{{0,{EACH}}}{SIGN}){{0,400}}")
"""Signs that stand close together; the pieces of an endless one are short enough for the stack of
the engine."""


def find_doubts(text: str) -> tuple[Doubt, ...]:
    """The doubtful spans of a paragraph, in order, none inside another.

    Where they are very many, those that stand close together are one.
    """
    if not SUSPECT.search(text):
        return ()
    most = min(1 + len(text) // EACH, MOST)
    signs = [
        Doubt(match.start(), match.end(), LOST if match[0][0] == "\ufffd" else UNASSIGNED)
        for match in _find_signs(text, most)
    ]
    if "?" not in text:
        return tuple(signs)
    pairs = (match for match in BROKEN_PAIR.finditer(text) if is_reading(match.group(1)))
    found = [Doubt(match.start(), match.end(), BROKEN) for match in islice(pairs, most)] + signs
    found.sort(key=lambda doubt: (doubt.start, -doubt.end))
    kept: list[Doubt] = []
    for doubt in found:
        if not kept or doubt.start >= kept[-1].end:
            kept.append(doubt)
    return tuple(kept)


def _find_signs(text: str, most: int) -> list[re.Match[str]]:
    """Lost and private characters: each run of them, or where they are too many, each cluster."""
    runs = list(islice(SIGNS.finditer(text), most + 1))
    return runs if len(runs) <= most else list(islice(CLUSTER.finditer(text), most))
