"""Looks into a PDF for streams that would fill the memory, before a library unpacks them."""

import re
import zlib

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


def refuse_bombs(data: bytes) -> None:
    """Raise SourceError where a stream is packed several times, or much larger than it seems."""
    for count, match in enumerate(STREAM.finditer(data)):
        if count > MOST_STREAMS:
            raise SourceError("The PDF has too many parts. It was not read.")
        head = data[max(0, match.start() - DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        packed = PACKED.findall(head)
        if len(packed) > 1:
            raise SourceError("A part of the PDF is packed twice, as in harmful files.")
        if b"/Image" in head or not packed:  # pictures are not unpacked for their text
            continue
        if b"Fl" in packed[0]:
            _refuse_large(data, match.end())
        elif data.find(b"endstream", match.end()) - match.end() > LARGEST_OTHER:
            raise SourceError("A part of the PDF is packed in an old way, and too large to read.")


def _refuse_large(data: bytes, start: int) -> None:
    unpacker = zlib.decompressobj()
    total, at = 0, start
    try:
        while (
            total <= LARGEST and not unpacker.eof and (unpacker.unconsumed_tail or at < len(data))
        ):
            piece = unpacker.unconsumed_tail
            if not piece:
                piece, at = data[at : at + STEP], at + STEP
            total += len(unpacker.decompress(piece, LARGEST_STEP))
    except zlib.error:
        return
    if total > LARGEST:
        raise SourceError("A part of the PDF would fill the memory when unpacked. It was not read.")
