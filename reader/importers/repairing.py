"""Finds how a garbled text was meant: which wrong reading has to be undone."""

import re
from collections.abc import Iterator

from reader.importers.garbling import repair
from reader.importers.likelihood import common_characters

WAYS = (
    ("cp1252", "utf-8"),
    ("cp1252", "gb18030"),
    ("cp1252", "big5hkscs"),
    ("gb18030", "utf-8"),
    ("gb18030", "big5hkscs"),
    ("big5hkscs", "gb18030"),
)
"""What the text was written as by mistake, and what it is."""
SAMPLE = 6_000
"""Characters that are looked at."""
FEWEST = 4
SOUND, BETTER = 0.75, 0.15
"""The share of common characters from which on a text is sound, and by how much the repaired one
has to be better. What is repaired has to be sound in any case.
"""
FOREIGN = re.compile("[\u0370-\u05ff\uac00-\ud7a3]")
"""Letters of Russian and the like: no Chinese was ever garbled to so many of them."""


def find_ways(text: str) -> Iterator[tuple[str, str]]:
    """How a garbled text can be repaired, the best first; nothing for a sound one."""
    sample = text[:SAMPLE]
    before = weigh(sample)
    if before >= SOUND or len(FOREIGN.findall(sample)) * 2 > len(sample):
        return
    found = sorted(
        ((weigh(repair(sample, *way)), -rank, way) for rank, way in enumerate(WAYS)), reverse=True
    )
    yield from (way for share, _, way in found if share >= max(SOUND, before + BETTER))


def weigh(text: str) -> float:
    """The share of common Chinese characters among what is not ASCII, lost ones counted."""
    common = common_characters()
    others = [sign for sign in text if sign > "\x7f"]
    if len(others) < FEWEST:
        return 1.0
    return sum(sign in common for sign in others) / len(others)
