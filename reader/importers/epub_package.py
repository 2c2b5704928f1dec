"""What an EPUB says of itself: its pages and their order, who wrote it, whether it is locked."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from reader.core.errors import SourceError
from reader.importers.archive import Archive
from reader.importers.metadata import Metadata
from reader.importers.xml_tree import attribute, local_name, parse_bytes, plain_text

LARGEST_PART = 16 << 20
"""Bytes of a part that is markup."""
TEXT_TYPES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
TEXT_ENDINGS = (".xhtml", ".html", ".htm", ".xht")
FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are obscured; texts that are listed with these are no less readable."""
RIGHTS = ("META-INF/rights.xml", "META-INF/sinf.xml", "META-INF/license.lcpl")
LOCKED = (
    "The book is protected (DRM): only the program of its shop can open it. Look for an edition "
    "without protection."
)
DATE = re.compile(r"(?!0000|0101)(\d{4})(-\d\d(?:-\d\d)?)?")
LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class Item:
    """A file that belongs to the book: its path in the zip file and what it is."""

    path: str
    kind: str
    properties: frozenset[str]

    @property
    def is_text(self) -> bool:
        """Whether it is a page of the book."""
        return self.kind in TEXT_TYPES or self.path.lower().endswith(TEXT_ENDINGS)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a book. ``spine``: its pages in the order of reading."""

    metadata: Metadata
    spine: tuple[Item, ...]
    nav: str
    """The path of the contents of EPUB 3, empty where there are none."""
    ncx: str
    """The path of the contents of EPUB 2."""


def read_package(archive: Archive) -> Package:
    """The package of a book. Raises SourceError where it is damaged or locked."""
    path = _find_package(archive)
    root = read_part(archive, path)
    items = {
        item.get("id", ""): Item(
            resolve(path, item.get("href", ""))[0],
            item.get("media-type", "").lower(),
            frozenset(item.get("properties", "").split()),
        )
        for item in _all(root, "item")
    }
    references = sorted(_all(root, "itemref"), key=lambda one: one.get("linear") == "no")
    spine = [items[ref] for one in references if (ref := one.get("idref", "")) in items]
    if not spine:
        raise SourceError("The book does not say what to read in it. It may be damaged.")
    _refuse_locked(archive, {item.path for item in spine})
    spines = list(_all(root, "spine"))
    toc = items.get(spines[0].get("toc", "")) if spines else None
    ncx = toc or next((one for one in items.values() if one.kind.endswith("dtbncx+xml")), None)
    nav = next((one for one in items.values() if "nav" in one.properties), None)
    return Package(
        read_metadata(root),
        tuple(dict.fromkeys(spine)),
        nav.path if nav else "",
        ncx.path if ncx else "",
    )


def read_part(archive: Archive, path: str) -> etree._Element:
    """A part of the book that is XML. Raises SourceError where it is missing or damaged."""
    entry = archive.find(path)
    if entry is None:
        raise SourceError(f"{path} is missing in the book. Fetch the book again.")
    return parse_bytes(archive.read(entry, LARGEST_PART))


def resolve(base: str, reference: str) -> tuple[str, str]:
    """The path in the book and the fragment that a reference in the file ``base`` means."""
    path, _, fragment = reference.strip().partition("#")
    path = unquote(path.partition("?")[0])
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.\-]+:", path):
        return "", ""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    return joined.lstrip("/"), unquote(fragment)


def read_metadata(root: etree._Element) -> Metadata:
    """Title, authors, date, publisher, rights and subject."""
    values = {
        name: [(one, plain_text(one)[:LONGEST_VALUE]) for one in _all(root, name)]
        for name in ("title", "creator", "date", "publisher", "rights", "subject", "source")
    }
    refined = {
        (one.get("refines", "").lstrip("#"), one.get("property", "")): plain_text(one)
        for one in _all(root, "meta")
    }

    def tell(element: etree._Element, name: str) -> str:
        return attribute(element, name) or refined.get((element.get("id", ""), name), "")

    def first(name: str) -> str:
        return next((text for _, text in values[name] if text), "")

    titles = [text for one, text in values["title"] if tell(one, "title-type") in {"", "main"}]
    names = [text for one, text in values["creator"] if tell(one, "role") in {"", "aut"}]
    dates = sorted(values["date"], key=lambda one: attribute(one[0], "event") != "publication")
    found = next((match for _, text in dates if (match := DATE.match(text))), None)
    return Metadata(
        title=next(filter(None, titles), first("title")),
        author="、".join(dict.fromkeys(filter(None, names))),
        date=found.group() if found else "",
        source=first("publisher"),
        category=first("subject"),
        licence=first("rights"),
    )


def _find_package(archive: Archive) -> str:
    if archive.find("META-INF/container.xml"):
        for root in _all(read_part(archive, "META-INF/container.xml"), "rootfile"):
            path = resolve("", root.get("full-path", ""))[0]
            if archive.find(path):
                return path
    packages = [entry.name for entry in archive.entries if entry.name.lower().endswith(".opf")]
    if not packages:
        raise SourceError("The book does not say where its text is. Fetch it again.")
    return packages[0]


def _refuse_locked(archive: Archive, texts: set[str]) -> None:
    if any(archive.find(path) for path in RIGHTS):
        raise SourceError(LOCKED)
    if archive.find("META-INF/encryption.xml") is None:
        return
    for data in _all(read_part(archive, "META-INF/encryption.xml"), "EncryptedData"):
        methods = {one.get("Algorithm", "") for one in _all(data, "EncryptionMethod")}
        paths = {resolve("", one.get("URI", ""))[0] for one in _all(data, "CipherReference")}
        if paths & texts and not methods <= set(FONT_ALGORITHMS):
            raise SourceError(LOCKED)


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in root.iter() if local_name(one) == name)
