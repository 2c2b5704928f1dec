"""Ruby as text with notes in brackets, 漢(hàn), where ``notes.take_notes`` finds them.

What is no reading of its base stays legible there, so that nothing of a page is lost.
"""

from lxml import etree

from reader.importers.notes import SYLLABLE, is_reading

PARTS = frozenset(("rb", "rt", "rp"))


def write_ruby(ruby: etree._Element) -> str:
    """The text of a ruby element with its readings behind their bases."""
    written: list[str] = []
    bases: list[str] = []
    readings: list[str] = []
    for kind, text in _list_parts(ruby):
        if kind == "rt":
            readings.append(text)
        elif kind != "rp":
            if readings:
                written.append(_pair_all(bases, readings))
                bases, readings = [], []
            bases.append(text)
    return "".join((*written, _pair_all(bases, readings)))


def _list_parts(ruby: etree._Element) -> list[tuple[str, str]]:
    """Base texts, readings and brackets in order; white space between them tells nothing."""
    parts: list[tuple[str, str]] = []
    kinds = ["rb"]
    for event, element in etree.iterwalk(ruby, events=("start", "end", "comment")):
        known = event != "comment" and element.tag in PARTS
        if event == "start" and known:
            kinds.append(element.tag)
        elif event == "end" and known:
            kinds.pop()
        outside = element is ruby and event == "end"
        text = "" if outside else (element.text if event == "start" else element.tail) or ""
        if text.strip():
            parts.append((kinds[-1], text.strip()))
    return parts


def _pair_all(bases: list[str], readings: list[str]) -> str:
    if len(bases) == len(readings):
        return "".join(map(pair_ruby, bases, readings))
    return pair_ruby("".join(bases), " ".join(readings))


def pair_ruby(base: str, reading: str) -> str:
    """A base with its reading behind it, character by character where they are as many."""
    syllables = reading.split()
    if len(syllables) == len(base) and all(map(_is_syllable, syllables)):
        return "".join(
            f"{character}({syllable})" for character, syllable in zip(base, syllables, strict=True)
        )
    return f"{base}({reading})" if reading else base


def _is_syllable(text: str) -> bool:
    return is_reading(text) or SYLLABLE.fullmatch(text) is not None
