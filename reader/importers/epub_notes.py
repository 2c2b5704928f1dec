"""Footnotes in the pages of a book: the signs in the text, and what they point to."""

import re
from dataclasses import dataclass, field

from lxml import etree

from reader.importers.epub_package import resolve
from reader.importers.html_blocks import Layout, list_names

REFERENCES = frozenset(("noteref", "doc-noteref"))
NOTES = frozenset(
    (
        "footnote",
        "endnote",
        "rearnote",
        "note",
        "doc-footnote",
        "doc-endnote",
        "duokan-footnote-item",
    )
)
DROPPED = frozenset(("pagebreak", "doc-pagebreak", "backlink", "doc-backlink"))
"""Elements that only belong to the printed page, or lead back to it."""
LONGEST_SIGN = 6
LONGEST_NOTE = 3
"""Lines of what a sign points to; with more it is a chapter."""
BRACKETS = "[]()（）［］〔〕【】〈〉"
NUMBERED = re.compile(r"[\[［〔【（(]?\s*(?:\d|[①-⑳*※])")

Place = tuple[str, str]
"""A path in the book and a fragment."""


@dataclass(slots=True)
class Footnotes:
    """What is known of the footnotes of a book on the way through its pages."""

    targets: dict[Place, str] = field(default_factory=dict)
    """What signs point to, and the sign where it has to be written before the note."""

    def mark(self, root: etree._Element, path: str, count: int = 0) -> None:
        """Write the signs of a page into its text, and remember what they point to.

        ``count``: how many signs stand there already.
        """
        order = {name: at for at, one in enumerate(root.iter()) for name in _list_ids(one)}
        for at, element in enumerate(list(root.iter())):
            if not isinstance(element.tag, str):
                continue
            if _types(element) & DROPPED and len("".join(element.itertext())) <= LONGEST_SIGN:
                _empty(element)
            elif element.tag == "a" and _is_reference(element):
                place = resolve(path, element.get("href", ""))
                is_back = place[0] == path and order.get(place[1], at) < at
                known = place in self.targets
                count += not "".join(element.itertext()).strip() and not is_back
                sign = _write_sign(element, count)
                if not is_back and not known:
                    self.targets[place] = sign

    def find(self, root: etree._Element, layout: Layout, path: str) -> dict[int, str]:
        """Which lines of a page are notes, each with the sign that is missing before it."""
        found: dict[int, str] = {}
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            signs = [
                self.targets[(path, name)]
                for name in _list_ids(element)
                if (path, name) in self.targets
            ]
            if not signs and not _types(element) & NOTES:
                continue
            span = _find_span(element, layout, is_told=bool(_types(element) & NOTES))
            for number in range(*span):
                first = number == span[0] and signs and number not in found
                missing = first and not NUMBERED.match(layout.blocks[number].text)
                found[number] = signs[0] if missing else found.get(number, "")
        return found


def _types(element: etree._Element) -> frozenset[str]:
    told = (
        f"{element.get('epub:type') or ''} {element.get('role') or ''} {element.get('class') or ''}"
    )
    return frozenset(told.lower().split()) if told != "  " else frozenset()


def _list_ids(element: etree._Element) -> list[str]:
    if not isinstance(element.tag, str):
        return []
    names = {element.get("id"), element.get("name") if element.tag == "a" else None}
    return [name for name in names if name]


def _is_reference(link: etree._Element) -> bool:
    if "#" not in link.get("href", "") or len("".join(link.itertext()).strip()) > LONGEST_SIGN:
        return False
    if _types(link) & REFERENCES or list_names(link) & {"noteref", "footnote", "footnoteref"}:
        return True
    parent = link.getparent()
    raised = parent is not None and parent.tag == "sup"
    return raised or any(child.tag == "sup" for child in link)


def _write_sign(link: etree._Element, count: int) -> str:
    """Put the sign of a note between brackets, where it does not carry its own."""
    text = " ".join("".join(link.itertext()).split())
    parent = link.getparent()
    around = (parent.text or "") if parent is not None and parent.tag == "sup" else ""
    if any(sign in BRACKETS for sign in text + around):
        return text
    sign = f"[{text or count}]"
    _empty(link)
    link.text = sign
    return sign


def _empty(element: etree._Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def _find_span(element: etree._Element, layout: Layout, *, is_told: bool) -> tuple[int, int]:
    """The lines of a note; none where what is pointed to is more than one."""
    span = layout.spans.get(element)
    if span is None:
        around = next((one for one in element.iterancestors() if one in layout.spans), None)
        span = layout.spans[around] if around is not None else (0, 0)
        is_told = False
    return span if is_told or span[1] - span[0] <= LONGEST_NOTE else (0, 0)
