"""One file per format; each gives the same Article."""

import stat
from pathlib import Path

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.importers.encoding import Decoded, decode
from reader.importers.html_encoding import decode_page, is_page
from reader.importers.mhtml import find_page, is_mhtml
from reader.importers.pieces import Piece, is_feed, list_pieces
from reader.importers.plain_text import read_plain_text

__all__ = [
    "Piece",
    "decode",
    "fetch_piece",
    "list_pieces",
    "load_file",
    "read_bytes",
    "read_file",
    "read_text",
]

LARGEST = 64 << 20
"""Bytes: ten times the longest novel."""


def read_file(
    path: Path, encoding: str | None = None, *, whole: bool = False
) -> tuple[bytes, Article]:
    """The bytes of a file and the article that they make. ``whole``: all lines of a page.

    Raises SourceError where it is missing, unreadable, empty, too large, or no text.
    """
    data = load_file(path)
    try:
        return data, read_bytes(data, path.name, encoding, whole=whole)
    except SourceError as cause:
        raise SourceError(f"{path}: {cause}") from cause


def load_file(path: Path) -> bytes:
    """The bytes of a file. Raises SourceError where it is missing, unreadable or too large."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise SourceError(f"{path} is a folder. Name the files in it.")
        if not stat.S_ISREG(kind):
            raise SourceError(f"{path} is no file but a device or a pipe. Choose a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as cause:
        raise SourceError(f"There is no file {path}. Check its name and folder.") from cause
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or cause
        raise SourceError(
            f"{path} cannot be read: {reason}. Check that you may open it."
        ) from cause
    if len(data) > LARGEST:
        raise SourceError(f"{path} is larger than {LARGEST >> 20} MB. Cut it into parts.")
    return data


def read_bytes(
    data: bytes,
    name: str,
    encoding: str | None = None,
    *,
    whole: bool = False,
    address: str = "",
    charset: str = "",
) -> Article:
    """The article that bytes make. ``name``: of their file; ``address``: where a page is.

    ``whole`` takes every line of a page, not only its main text; ``charset`` is the encoding that
    a server named.
    """
    if is_mhtml(data, name):
        page = find_page(data)
        data, charset, address = page.data, page.charset, address or page.address
        name = f"{name}.html"
    if is_page(data, name):
        from reader.importers.html import read_html  # noqa: PLC0415 -- the window shows first

        return read_html(decode_page(data, encoding, charset), name, whole=whole, address=address)
    if is_feed(data):
        from reader.importers.feed import read_entry  # noqa: PLC0415 -- the window shows first

        return read_entry(decode_page(data, encoding, charset), name)
    return read_plain_text(decode(data, encoding), name)


def read_text(text: str, name: str) -> Article:
    """The article that a text makes which was never bytes."""
    if not text.strip():
        raise SourceError("There is no text. Copy some, then paste it.")
    return read_plain_text(Decoded(text, "utf-8"), name)


def fetch_piece(address: str, *, allow_private: bool = False) -> Piece:
    """What is at an address that the learner asked for. Raises SourceError."""
    from reader.importers.fetching import fetch  # noqa: PLC0415 -- most learners never need it

    found = fetch(address, allow_private=allow_private)
    return Piece(found.name, found.data, found.address, found.charset)
