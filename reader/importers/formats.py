"""Which reader a file is for: one table, from the first bytes and the name to an article.

A reader is imported when the first file of its format comes, so that the window shows early.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.core.guess import EncodingGuess
from reader.importers.archive import Archive, is_zip
from reader.importers.encoding import decode
from reader.importers.guesses import list_guesses
from reader.importers.html_encoding import decode_page, is_page
from reader.importers.manner import Manner
from reader.importers.mhtml import find_page, is_mhtml
from reader.importers.pieces import is_feed
from reader.importers.plain_text import read_plain_text
from reader.importers.subtitle_kinds import find_kind
from reader.importers.tongue import tell_japanese
from reader.importers.widths import narrow

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what its files are called in a sentence, how they are known, what reads them."""

    name: str
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Manner], Article]
    is_text: bool = True
    """Whether its bytes can be shown as text."""


def find_format(data: bytes, name: str) -> Format:
    """The format of bytes. ``name``: of their file; it decides only where the bytes do not."""
    return next(one for one in FORMATS if one.fits(data, name))


def read(data: bytes, name: str, manner: Manner) -> Article:
    """The article that bytes make. Raises SourceError where they make none."""
    article = find_format(data, name).read(data, name, manner)
    return tell_japanese(narrow(article, whole=manner.whole))


def list_encodings(data: bytes, name: str) -> tuple[EncodingGuess, ...]:
    """What else bytes may be, the likeliest first. Raises SourceError where they are no text."""
    found = find_format(data, name)
    if not found.is_text:
        raise SourceError(f"It is {found.name}, which says itself how its text is encoded.")
    return list_guesses(find_page(data).data if is_mhtml(data, name) else data)


def _is_zip(data: bytes, name: str) -> bool:  # noqa: ARG001 -- every row of the table is called alike
    return is_zip(data)


def _read_zip(data: bytes, name: str, manner: Manner) -> Article:  # noqa: ARG001 -- likewise
    archive = Archive(data)
    kind = archive.kind()
    if kind in ZIPPED:
        return ZIPPED[kind](archive, data, name)
    if kind:
        raise SourceError(f"It is {kind}, which cannot be read. Save it as plain text.")
    raise SourceError("It is a zip file within another. Unpack it, and import the files in it.")


def _read_epub(archive: Archive, data: bytes, name: str) -> Article:  # noqa: ARG001 -- likewise
    from reader.importers.epub import read_epub  # noqa: PLC0415 -- see the head of this file

    return read_epub(archive, name)


def _read_word_document(archive: Archive, data: bytes, name: str) -> Article:
    from reader.importers.word_document import (  # noqa: PLC0415 -- see the head of this file
        read_word_document,
    )

    return read_word_document(archive, data, name)


def _read_open_document(archive: Archive, data: bytes, name: str) -> Article:
    from reader.importers.open_document import (  # noqa: PLC0415 -- see the head of this file
        read_open_document,
    )

    return read_open_document(archive, data, name)


def _is_pdf(data: bytes, name: str) -> bool:  # noqa: ARG001 -- likewise
    return b"%PDF-" in data[:1024]


def _read_pdf(data: bytes, name: str, manner: Manner) -> Article:  # noqa: ARG001 -- likewise
    from reader.importers.pdf import read_pdf  # noqa: PLC0415 -- see the head of this file

    return read_pdf(data, name)


def _read_mhtml(data: bytes, name: str, manner: Manner) -> Article:
    page = find_page(data)
    known = Manner(
        manner.encoding,
        manner.whole,
        manner.address or page.address,
        manner.charset or page.charset,
    )
    return read(page.data, f"{name}.html", known)


def _read_page(data: bytes, name: str, manner: Manner) -> Article:
    from reader.importers.html import read_html  # noqa: PLC0415 -- see the head of this file

    decoded = decode_page(data, manner.encoding, manner.charset)
    return read_html(decoded, name, whole=manner.whole, address=manner.address)


def _is_feed(data: bytes, name: str) -> bool:  # noqa: ARG001 -- likewise
    return is_feed(data)


def _read_feed(data: bytes, name: str, manner: Manner) -> Article:
    from reader.importers.feed import read_entry  # noqa: PLC0415 -- see the head of this file

    return read_entry(decode_page(data, manner.encoding, manner.charset), name)


def _is_subtitles(data: bytes, name: str) -> bool:
    return bool(find_kind(data, name))


def _read_subtitles(data: bytes, name: str, manner: Manner) -> Article:
    from reader.importers.subtitles import read_subtitles  # noqa: PLC0415 -- see the head of this file

    return read_subtitles(decode(data, manner.encoding), name, find_kind(data, name))


def _is_markdown(data: bytes, name: str) -> bool:  # noqa: ARG001 -- likewise
    return name.lower().endswith(MARKDOWN)


def _read_markdown(data: bytes, name: str, manner: Manner) -> Article:
    from reader.importers.markdown import read_markdown  # noqa: PLC0415 -- see the head of this file

    return read_markdown(decode(data, manner.encoding), name)


def _is_anything(data: bytes, name: str) -> bool:  # noqa: ARG001 -- likewise
    return True


def _read_text(data: bytes, name: str, manner: Manner) -> Article:
    return read_plain_text(decode(data, manner.encoding), name, whole=manner.whole)


ZIPPED: dict[str, Callable[[Archive, bytes, str], Article]] = {
    "epub": _read_epub,
    "docx": _read_word_document,
    "odt": _read_open_document,
}
"""Formats that are zip files, by ``Archive.kind``."""
FORMATS = (
    Format("a zip file", _is_zip, _read_zip, is_text=False),
    Format("a PDF", _is_pdf, _read_pdf, is_text=False),
    Format("a saved page", is_mhtml, _read_mhtml),
    Format("a web page", is_page, _read_page),
    Format("a feed", _is_feed, _read_feed),
    Format("subtitles", _is_subtitles, _read_subtitles),
    Format("Markdown", _is_markdown, _read_markdown),
    Format("a text", _is_anything, _read_text),
)
"""The first that fits reads the file."""
