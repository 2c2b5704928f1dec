"""What a file or an address holds: usually one text; of a feed, every entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.importers.html_encoding import decode_page
from reader.importers.markup_start import read_start

FEEDS = frozenset(("rss", "feed", "rdf", "rdf:rdf"))


@dataclass(frozen=True, slots=True)
class Piece:
    """What one article is made of. ``charset``: the encoding that a server named."""

    name: str
    data: bytes
    address: str = ""
    charset: str = ""


def is_feed(data: bytes) -> bool:
    """Whether bytes are a feed, by how they begin."""
    return read_start(data).element in FEEDS


def list_pieces(whole: Piece, encoding: str | None = None) -> Iterator[Piece]:
    """The pieces of what was opened or loaded. Raises SourceError where it is a feed without any.

    A feed with one entry is its own piece, so that what was taken from a feed stays as it is.
    """
    if not is_feed(whole.data):
        yield whole
        return
    from reader.importers.feed import split_feed  # noqa: PLC0415 -- lxml, seldom needed

    entries = split_feed(decode_page(whole.data, encoding, whole.charset))
    if len(entries) == 1:
        yield whole
    else:
        yield from (Piece(name, data) for name, data in entries)
