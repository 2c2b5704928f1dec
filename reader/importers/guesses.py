"""The encodings that bytes may be in, with what their text would look like."""

import re

from reader.core.guess import EncodingGuess
from reader.importers.cns import to_text
from reader.importers.garbling import MARK
from reader.importers.likelihood import suppose
from reader.importers.repairing import find_ways

SAMPLE = 1 << 16
"""Bytes that are looked at; more would not change the verdict."""
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
PREVIEW, BEFORE = 60, 8
"""Characters of a preview, and how many of them are before the first that is not ASCII."""
MOST = 8
"""Guesses that are listed."""
MOST_LOST = 0.2
"""The share of lost characters from which on a guess is none."""
USUAL = ("gb18030", "big5hkscs", "utf-8")
"""Listed in any case: what a learner is likely to have."""
GARBLED_IN = ("utf-8", "gb18030")
"""What garbled text is saved in."""
UNCOMMON = (("Chinese", "hz"), ("Chinese", "iso2022_cn"), ("Japanese", "iso2022_jp"))
"""Encodings in plain ASCII, which only their signs show."""
SIGNS = {"hz": b"~{", "iso2022_cn": b"\x1b$)", "iso2022_jp": b"\x1b$"}


def take_sample(data: bytes) -> bytes:
    """The start of a file, or where that is plain ASCII, what is around the first other byte."""
    first = BEYOND_ASCII.search(data)
    start = first.start() if first and first.start() > SAMPLE // 2 else 0
    even = max(0, start - SAMPLE // 2) // 4 * 4
    return data[even : even + SAMPLE]


def list_guesses(data: bytes) -> tuple[EncodingGuess, ...]:
    """What bytes may be, the likeliest first; those that show the same text are listed once."""
    sample = take_sample(data)
    found = [(one.language, one.codec) for one in suppose(sample)]
    signed = [pair for pair in UNCOMMON if SIGNS[pair[1]] in sample]
    guesses: dict[str, EncodingGuess] = {}
    for language, codec in (*_list_repairs(sample), *signed, *found):
        text = to_text(sample, codec)
        if text.count("\ufffd") > MOST_LOST * len(text) and codec not in USUAL:
            continue
        preview = show_start(text)
        if preview not in guesses:
            guesses[preview] = EncodingGuess(codec, language, preview)
    ranked = list(guesses.values())
    kept = ranked[:MOST]
    kept += [one for one in ranked[MOST:] if one.codec in USUAL]
    return tuple(kept)


def _list_repairs(sample: bytes) -> list[tuple[str, str]]:
    """Ways back, where the text was garbled before it was saved."""
    return [
        ("Chinese", MARK.join((codec, *way)))
        for codec in GARBLED_IN
        if (text := to_text(sample, codec)).count("\ufffd") * 20 < len(text)
        for way in find_ways(text)
    ]


def show_start(text: str) -> str:
    """The first characters that tell something."""
    first = NOT_ASCII.search(text)
    start = max(0, first.start() - BEFORE) if first else 0
    return " ".join(text[start : start + 3 * PREVIEW].split())[:PREVIEW]
