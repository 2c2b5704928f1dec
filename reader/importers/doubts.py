"""Spans that are probably not what the author wrote: marked and kept, never mended silently."""

import re

from reader.core.article import Doubt
from reader.importers.notes import HAN, is_reading

PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
SUSPECT = re.compile(rf"[?\ufffd{PRIVATE}]")
LOST = re.compile("\ufffd+")
UNASSIGNED = re.compile(f"[{PRIVATE}]+")
BROKEN_PAIR = re.compile(
    rf"{HAN}?\?([a-zü\u00e0-\u01dc\u0300-\u030c]{{1,7}})\)[^\s，。、；：？！,;:!?]{{0,4}}\??"
)
"""An inline note that was put between the two bytes of a misaligned pair: 勇?lián)…姑?"""


def find_doubts(text: str) -> tuple[Doubt, ...]:
    """The doubtful spans of a paragraph, in order, none inside another."""
    if not SUSPECT.search(text):
        return ()
    found = [
        Doubt(match.start(), match.end(), "A pronunciation note has broken the characters here.")
        for match in BROKEN_PAIR.finditer(text)
        if is_reading(match.group(1))
    ]
    found += [
        Doubt(match.start(), match.end(), "These bytes of the file could not be decoded.")
        for match in LOST.finditer(text)
    ]
    found += [
        Doubt(match.start(), match.end(), "A private character: only its author knows its meaning.")
        for match in UNASSIGNED.finditer(text)
    ]
    found.sort(key=lambda doubt: (doubt.start, -doubt.end))
    kept: list[Doubt] = []
    for doubt in found:
        if not kept or doubt.start >= kept[-1].end:
            kept.append(doubt)
    return tuple(kept)
