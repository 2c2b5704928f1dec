"""The table of contents of an EPUB: its navigation document (3) or its NCX (2)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from reader.core.errors import SourceError
from reader.importers.archive import Archive
from reader.importers.epub_package import Package, read_part, resolve
from reader.importers.xml_tree import attribute, local_name, plain_text

MOST = 5_000
READINGS = frozenset(("rt", "rp"))
LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the contents: what it is called, where it points, and how deep it stands."""

    label: str
    path: str
    fragment: str
    level: int
    """1 for the widest."""


def read_contents(archive: Archive, package: Package) -> tuple[Mark, ...]:
    """The contents in order; empty where there are none that can be read."""
    for path, read in ((package.nav, _read_nav), (package.ncx, _read_ncx)):
        if path:
            try:
                marks = tuple(read(read_part(archive, path), path))[:MOST]
            except SourceError:  # a book without contents can still be read
                continue
            if marks:
                return marks
    return ()


def _read_nav(root: etree._Element, path: str) -> Iterator[Mark]:
    navs = [one for one in root.iter() if local_name(one) == "nav"]
    chosen = [one for one in navs if attribute(one, "type") == "toc"] or navs[:1]
    for nav in chosen:
        yield from _walk(nav, path, "li", _read_nav_entry)


def _read_ncx(root: etree._Element, path: str) -> Iterator[Mark]:
    for map_ in (one for one in root.iter() if local_name(one) == "navMap"):
        yield from _walk(map_, path, "navPoint", _read_ncx_entry)


def _walk(
    top: etree._Element,
    path: str,
    entry: str,
    read: Callable[[etree._Element], tuple[str, str]],
) -> Iterator[Mark]:
    level = 0
    for event, element in etree.iterwalk(top, events=("start", "end")):
        if local_name(element) != entry:
            continue
        level += 1 if event == "start" else -1
        if event == "start":
            label, reference = read(element)
            target, fragment = resolve(path, reference)
            if label and target:
                yield Mark(label[:LONGEST_LABEL], target, fragment, level)


def _read_nav_entry(element: etree._Element) -> tuple[str, str]:
    link = next((one for one in element if local_name(one) in {"a", "span"}), None)
    if link is None:
        return "", ""
    inner = next((one for one in element.iter() if local_name(one) == "a"), None)
    # A part without a page of its own begins where the first of its chapters does.
    reference = link.get("href") or (inner.get("href", "") if inner is not None else "")
    return plain_text(link, without=READINGS), reference


def _read_ncx_entry(element: etree._Element) -> tuple[str, str]:
    label = next((plain_text(one) for one in element if local_name(one) == "navLabel"), "")
    content = next((one for one in element if local_name(one) == "content"), None)
    return label, content.get("src", "") if content is not None else ""
