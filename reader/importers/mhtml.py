"""Pages that a browser saved as one file: a message of many parts, the first page of which is it.

Only that part is decoded; pictures and styles are left where they are.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.errors import SourceError

if TYPE_CHECKING:
    from email.message import Message

ENDINGS = (".mht", ".mhtml")
BEGINNING = re.compile(
    rb"(?:[A-Za-z][A-Za-z\-]{1,40}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,20}){1,40}"
)
LONGEST_HEADER = 1 << 16
DEEPEST = 3
"""Parts within parts; browsers make one level."""
MOST_PARTS = 5_000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page within a message: its bytes, the encoding and the address that are named for it."""

    data: bytes
    charset: str
    address: str


def is_mhtml(data: bytes, name: str) -> bool:
    """Whether bytes are a saved page in one file, by how they begin."""
    head = data[:4096]
    match = BEGINNING.match(head)
    if not match:
        return False
    start = match[0].lower()
    return b"multipart/" in start or (name.lower().endswith(ENDINGS) and b"content-type:" in start)


def find_page(data: bytes) -> SavedPage:
    """The page of a message. Raises SourceError where it has none."""
    header, start = _read_header(data, 0, len(data))
    address = _text(header, "Snapshot-Content-Location")
    for part, body_start, end in _list_pages(data, header, (start, len(data)), 0):
        page = _decode(data[body_start:end], _text(part, "Content-Transfer-Encoding"))
        charset = part.get_param("charset")
        return SavedPage(
            page,
            charset if isinstance(charset, str) else "",
            address or _text(part, "Content-Location"),
        )
    raise SourceError("There is no web page in it. Save the page again, as a complete page.")


def _list_pages(
    data: bytes, header: Message, span: tuple[int, int], depth: int
) -> Iterator[tuple[Message, int, int]]:
    """The parts that are pages: header, start and end of the body."""
    if header.get_content_type() == "text/html":
        yield header, *span
    boundary = header.get_boundary("")
    if header.get_content_maintype() != "multipart" or not boundary or depth >= DEEPEST:
        return
    for start, end in _cut(data, span, boundary.encode("latin-1", "replace")):
        part, body = _read_header(data, start, end)
        yield from _list_pages(data, part, (body, end), depth + 1)


def _cut(data: bytes, span: tuple[int, int], boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends."""
    mark = b"--" + boundary
    at = data.find(mark, *span)
    for _ in range(MOST_PARTS):
        if at < 0 or data.startswith(b"--", at + len(mark)):
            return
        line = data.find(b"\n", at, span[1])
        following = data.find(b"\n" + mark, at + len(mark), span[1])
        if line < 0:
            return
        yield line + 1, span[1] if following < 0 else following
        at = following + 1 if following >= 0 else -1


def _read_header(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """The header of a part, and where its body begins."""
    # Python's mail takes two megabytes: it comes with the first such page, not with the window.
    from email.message import Message  # noqa: PLC0415 -- see above
    from email.parser import BytesHeaderParser  # noqa: PLC0415 -- see above

    blank = re.compile(rb"\r?\n\r?\n").search(data, start, min(end, start + LONGEST_HEADER))
    if blank is None:
        return Message(), end
    return BytesHeaderParser().parsebytes(data[start : blank.end()]), blank.end()


def _text(header: Message, name: str) -> str:
    return str(header.get(name, "")).strip()


def _decode(body: bytes, transfer: str) -> bytes:
    if transfer.lower() == "base64":
        try:
            return base64.b64decode(body + b"=" * (-len(b"".join(body.split())) % 4))
        except binascii.Error as cause:
            raise SourceError("The page in it is damaged. Save the page again.") from cause
    return quopri.decodestring(body) if transfer.lower() == "quoted-printable" else body
