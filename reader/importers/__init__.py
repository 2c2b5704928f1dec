"""One file per format; each gives the same Article."""

from pathlib import Path

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.importers import formats
from reader.importers.encoding import Decoded, decode
from reader.importers.formats import list_encodings
from reader.importers.manner import Manner
from reader.importers.pieces import Piece, list_pieces
from reader.importers.plain_text import read_plain_text
from reader.importers.sources import (
    PassedOver,
    Source,
    find_passed_over,
    find_sources,
    load_file,
)
from reader.importers.tongue import tell_japanese

__all__ = [
    "PassedOver",
    "Piece",
    "Source",
    "decode",
    "fetch_piece",
    "find_passed_over",
    "find_sources",
    "list_encodings",
    "list_pieces",
    "load_file",
    "read_bytes",
    "read_file",
    "read_text",
]


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
        raise cause.within(str(path)) from cause


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
    return formats.read(data, name, Manner(encoding, whole, address, charset))


def read_text(text: str, name: str) -> Article:
    """The article that a text makes which was never bytes."""
    if not text.strip():
        raise SourceError("There is no text. Copy some, then paste it.")
    return tell_japanese(read_plain_text(Decoded(text, "utf-8"), name))


def fetch_piece(address: str, *, allow_private: bool = False) -> Piece:
    """What is at an address that the learner asked for. Raises SourceError."""
    from reader.importers.fetching import fetch  # noqa: PLC0415 -- most learners never need it

    found = fetch(address, allow_private=allow_private)
    return Piece(found.name, found.data, found.address, found.charset)
