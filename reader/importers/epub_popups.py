"""Notes that pop up from a small picture, as books from Chinese shops have them.

Their text stands in an attribute of the picture, and nowhere else in the book.
"""

from itertools import islice

from lxml import etree

from reader.importers.html_blocks import list_names

TOLD = ("zy-footnote", "data-wr-footernote")
"""Attributes that hold nothing but notes."""
NAMES = frozenset(("footnote", "footernote", "noteref"))
NEAR = 3
"""Levels at which the picture may stand in a link."""
LABELS = frozenset(("注", "註", "注释", "註釋", "脚注", "腳註", "note", "footnote"))
"""What is said to stand in the place of the picture, but is no note."""


def take_popups(root: etree._Element) -> list[str]:
    """Write a sign for each note into the page. Returns the notes with their signs."""
    notes: list[str] = []
    for element in list(root.iter("img", "span", "a")):
        text = " ".join(_find_note(element).split())
        if text:
            sign = f"[{len(notes) + 1}]"
            notes.append(f"{sign}{text}")
            element.tag = "span"  # a picture has no text
            element.text = sign
    return notes


def _find_note(element: etree._Element) -> str:
    told = next(filter(None, (element.get(name) for name in TOLD)), "")
    around = islice(element.iterancestors(), NEAR)
    is_linked = any(one.tag == "a" and "#" in one.get("href", "") for one in around)
    if is_linked or "".join(element.itertext()).strip():
        return ""  # the link leads to the same note, or the note is told in the text
    names = list_names(element)
    is_note = element.tag == "img" and (names & NAMES or {"foot", "note"} <= names)
    if told or not is_note:
        return told
    text = element.get("alt") or element.get("title") or ""
    return "" if text.strip().lower() in LABELS else text
