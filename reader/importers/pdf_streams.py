"""Looks into a PDF for what would take all memory or all time, before a library reads it."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.core.errors import SourceError

STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 2_000
"""Bytes before a stream in which it says how it is packed."""
PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
LARGEST = 64 << 20
"""Bytes of one stream when unpacked; a page of text has some thousands, a picture some millions."""
LARGEST_OTHER = 100_000
"""Bytes of a stream that is packed otherwise, packed: LZW unpacks to a thousand times as much."""
STEP, LARGEST_STEP = 1 << 15, 1 << 20
MOST_STREAMS = 200_000
OBJECT = re.compile(rb"(\d{1,10}) \d{1,5} obj\b")
REFERENCE = re.compile(rb"(\d{1,10}) \d{1,5} R\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
DRAW = re.compile(rb"\bDo\b")
DEEPEST = 8
"""Drawings within drawings; programs that draw make two or three."""
MOST_DRAWN = 5_000_000
FEWEST_FORMS = 4
"""So many drawings that draw others twice have to come together to be harmful."""
MOST_FOLLOWED = 4


def refuse_bombs(data: bytes) -> None:
    """Raise SourceError where a stream is packed several times, or much larger than it seems.

    Likewise where drawings draw drawings that draw drawings, more often than can be done.
    """
    drawn = 0
    forms: dict[bytes, _Form] = {}
    for count, match in enumerate(STREAM.finditer(data)):
        if count > MOST_STREAMS:
            raise SourceError("The PDF has too many parts. It was not read.")
        before = data[max(0, match.start() - DICTIONARY) : match.start()]
        head = before[before.rfind(b" obj") + 1 :]
        packed = PACKED.findall(head)
        if len(packed) > 1:
            raise SourceError("A part of the PDF is packed twice, as in harmful files.")
        if b"/Image" in head or b"/FontFile" in head:  # they are not unpacked for the text
            continue
        _refuse_other(data, match.end(), packed)
        count_drawn = _count_drawn(data, match.end(), is_packed=bool(packed))
        if FORM.search(head):
            number = ([found[1] for found in OBJECT.finditer(before)] or [b""])[-1]
            forms[number] = _Form(count_drawn, tuple(REFERENCE.findall(head)))
        else:
            drawn += count_drawn
    if sum(form.drawn > 1 for form in forms.values()) >= FEWEST_FORMS:
        _refuse_drawings(
            drawn, {number: _follow(data, one, forms) for number, one in forms.items()}
        )


@dataclass(frozen=True, slots=True)
class _Form:
    """A drawing that others may draw: how often it draws, and which objects it names."""

    drawn: int
    names: tuple[bytes, ...]


def _follow(data: bytes, form: _Form, forms: Mapping[bytes, _Form]) -> _Form:
    """A drawing with what the objects name that it names, such as its resources."""
    named = list(form.names)
    for name in [one for one in form.names if one not in forms][:MOST_FOLLOWED]:
        place = re.search(rb"(?<!\d)" + name + rb" \d{1,5} obj\b", data)
        if place:
            named += REFERENCE.findall(data, place.end(), place.end() + DICTIONARY)
    return replace(form, names=tuple(named))


def _refuse_other(data: bytes, start: int, packed: list[bytes]) -> None:
    is_other = bool(packed) and b"Fl" not in packed[0]
    if is_other and data.find(b"endstream", start) - start > LARGEST_OTHER:
        raise SourceError("A part of the PDF is packed in an old way, and too large to read.")


def _count_drawn(data: bytes, start: int, *, is_packed: bool) -> int:
    """How many drawings a stream draws. Raises SourceError where it is too large."""
    if not is_packed:
        end = data.find(b"endstream", start)
        return len(DRAW.findall(data, start, end if end >= 0 else len(data)))
    unpacker = zlib.decompressobj()
    total, at, drawn, rest = 0, start, 0, b""
    try:
        while not unpacker.eof and (unpacker.unconsumed_tail or at < len(data)):
            piece = unpacker.unconsumed_tail
            if not piece:
                piece, at = data[at : at + STEP], at + STEP
            found = rest + unpacker.decompress(piece, LARGEST_STEP)
            drawn += len(DRAW.findall(found))
            total, rest = total + len(found) - len(rest), found[-2:]
            if total > LARGEST:
                raise SourceError(
                    "A part of the PDF would fill the memory when unpacked. It was not read."
                )
    except zlib.error:
        return drawn
    return drawn


def _refuse_drawings(drawn: int, forms: Mapping[bytes, _Form]) -> None:
    """Find what the deepest drawing costs, and what all pages cost that may draw it."""
    cost = dict.fromkeys(forms, 1)
    for _ in range(DEEPEST):
        cost = {
            number: 1
            + form.drawn * max((cost[one] for one in form.names if one in cost), default=0)
            for number, form in forms.items()
        }
        if max(cost.values(), default=0) * max(1, drawn) > MOST_DRAWN:
            raise SourceError("The PDF draws more than can ever be drawn, as harmful files do.")
