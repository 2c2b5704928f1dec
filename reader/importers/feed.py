"""RSS and Atom: every entry of a feed is an article.

An entry is kept as a feed of its own, with this one entry, so that it can be read again.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape

from lxml import etree

from reader.core.article import Article, Kind, Paragraph
from reader.core.errors import SourceError
from reader.importers.chapters import divide
from reader.importers.encoding import Decoded
from reader.importers.html import read_fragment
from reader.importers.metadata import read_date
from reader.importers.plain_text import make_paragraph
from reader.importers.xml_tree import local_name, parse_xml

ENTRIES = frozenset(("item", "entry"))
TEXTS = ("encoded", "content", "description", "summary", "body")
DATES = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
MOST_ENTRIES = 2_000
LARGEST = 8 << 20
"""Bytes; below what libxml2 takes for one text."""
LONGEST_NAME = 120


def split_feed(decoded: Decoded) -> tuple[tuple[str, bytes], ...]:
    """The entries of a feed, the oldest first, as files of their own with their names.

    Raises SourceError where there is none.
    """
    root = _parse(decoded.text)
    title = _text(next(_find(root, "title"), None))
    address = _find_address(root)
    head = f"<title>{escape(title)}</title><link>{escape(address)}</link>"
    entries = []
    for entry in _list_entries(root):
        inner = etree.tostring(entry, encoding="unicode", with_tail=False)
        feed = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>{head}{inner}'
        name = _text(next(_children(entry, "title"), None))[:LONGEST_NAME] or title
        entries.append((f"{name}.xml", f"{feed}</channel></rss>\n".encode()))
    return tuple(reversed(entries))


def read_entry(decoded: Decoded, name: str) -> Article:
    """The article of a feed with one entry; of several, the first."""
    root = _parse(decoded.text)
    entry = _list_entries(root)[0]
    title = _text(next(_children(entry, "title"), None))
    markup = max((_read_markup(one) for one in _children(entry, *TEXTS)), key=len, default="")
    paragraphs = list(read_fragment(markup)) or ([Paragraph(title)] if title else [])
    if not paragraphs:
        raise SourceError(f"There is no text in {name}.")
    headline = make_paragraph(title, Kind.TITLE) if title else None
    if headline and not (
        paragraphs[0].kind is not Kind.BODY and paragraphs[0].text == headline.text
    ):
        paragraphs.insert(0, headline)
    return Article(
        title=headline.text if headline else paragraphs[0].text[:LONGEST_NAME],
        sections=divide(paragraphs),
        source=_text(next(_find(root, "title"), None)),
        author=_find_author(entry),
        date=next((date for one in _children(entry, *DATES) if (date := _date(_text(one)))), ""),
        category=_find_category(entry),
        address=_find_address(entry),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def _parse(text: str) -> etree._Element:
    """The root of a feed, from markup that is often not quite well-formed."""
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise SourceError(f"The feed is larger than {LARGEST >> 20} MB. It is no feed of texts.")
    start = re.search(r"<(?:rss|feed|[a-z]{1,9}:RDF|RDF)\b", text, re.IGNORECASE)
    if start is None or "<!ENTITY" in text[: start.start()]:
        raise SourceError(
            "The feed defines entities of its own, as harmful ones do. It was not read."
        )
    root = parse_xml(text[start.start() :], recover=True)
    entries = len(_list_entries(root))
    if not entries:
        raise SourceError("There is no entry in the feed.")
    if entries > MOST_ENTRIES:
        raise SourceError(
            f"The feed has {entries:,} entries; no more than {MOST_ENTRIES:,} are read."
        )
    return root


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Children with one of these names, in the order of the names."""
    children = [child for child in element if isinstance(child.tag, str)]
    for name in names:
        yield from (child for child in children if local_name(child) == name)


def _find(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The feed's own elements of a name: below the root or its channel."""
    for part in (*_children(root, "channel"), root):
        yield from _children(part, name)


def _list_entries(root: etree._Element) -> list[etree._Element]:
    parts = (root, *_children(root, "channel"))
    return [child for part in parts for child in part if local_name(child) in ENTRIES]


def _text(element: etree._Element | None) -> str:
    """All text of an element on one line; titles may carry markup."""
    if element is None:
        return ""
    text = "".join(element.itertext())
    if "<" in text or "&" in text:
        lines = [paragraph.text for paragraph in read_fragment(text)]
        text = " ".join(lines)
    return " ".join(text.split())


def _read_markup(element: etree._Element) -> str:
    """What an element holds, as HTML."""
    kind = (element.get("type") or "html").lower()
    if len(element):
        return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    text = element.text or ""
    return f"<pre>{escape(text)}</pre>" if kind in {"text", "text/plain"} else text


def _find_address(element: etree._Element) -> str:
    links = [
        *_children(element, "link"),
        *(link for one in _children(element, "channel") for link in _children(one, "link")),
    ]
    ordered = sorted(links, key=lambda link: link.get("rel", "alternate") != "alternate")
    found = ((link.get("href") or link.text or "").strip() for link in ordered)
    return next((one for one in found if one.startswith(("http://", "https://"))), "")


def _find_author(entry: etree._Element) -> str:
    for element in _children(entry, "author", "creator"):
        names = [_text(name) for name in _children(element, "name")]
        text = " ".join(names) or _text(element)
        bracketed = re.fullmatch(r"\S{1,80}@\S{1,80}\s*\((.{1,80})\)", text)
        name = bracketed[1] if bracketed else text
        if name and "@" not in name:
            return name[:LONGEST_NAME]
    return ""


def _find_category(entry: etree._Element) -> str:
    for element in _children(entry, "category", "subject"):
        name = element.get("label") or element.get("term") or _text(element)
        if name:
            return str(name)[:LONGEST_NAME]
    return ""


def _date(text: str) -> str:
    """ISO 8601 from the ways in which feeds write a date."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_date(text[:60])
