"""Finds how a garbled text was meant: which wrong reading has to be undone."""

import re
from collections.abc import Iterator

from reader.importers.garbling import repair
from reader.importers.likelihood import COMMONEST

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
"""Characters beyond ASCII that a verdict needs."""
CHINESE = 0.3
"""The share of the commonest characters from which on a text is Chinese: news have twice as much,
other languages and garbled text hardly any.
"""
_COMMONEST = frozenset(COMMONEST + "，。、")
FOREIGN = re.compile("[\u0370-\u05ff\u3041-\u30ff\uac00-\ud7a3]")
"""Letters of Russian, Japanese, Korean and the like."""
MOST_FOREIGN = 0.3
"""No Chinese was ever garbled to so many of them: Big5 taken for GBK has a tenth."""


def find_ways(text: str) -> Iterator[tuple[str, str]]:
    """How a garbled text can be repaired, the best first; nothing for a sound one."""
    sample = text[:SAMPLE]
    if weigh(sample) >= CHINESE or _is_foreign(sample):
        return
    found = sorted(
        ((weigh(repair(sample, *way)), -rank, way) for rank, way in enumerate(WAYS)), reverse=True
    )
    yield from (way for share, _, way in found if share >= CHINESE)


def weigh(text: str) -> float:
    """The share of the commonest Chinese characters among what is not ASCII."""
    others = [sign for sign in text if sign > "\x7f"]
    return sum(sign in _COMMONEST for sign in others) / max(FEWEST, len(others))


def _is_foreign(text: str) -> bool:
    beyond = sum(sign > "\x7f" for sign in text)
    return len(FOREIGN.findall(text)) > MOST_FOREIGN * beyond
