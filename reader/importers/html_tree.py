"""Markup as a tree of elements that is safe to walk, or as bare lines where it would not be."""

import re
from html import unescape

from lxml import etree

from reader.core.errors import SourceError

MOST_TAGS = 200_000
"""Above it a tree takes hundreds of megabytes; a novel on one page has some thousands."""
MANY_TAGS = 1_000_000
DEEPEST = 1_000
"""Levels. libxml2 itself ends at 2,048 and drops what lies below."""
MOST_LINES = 50_000
"""A novel on one page has fewer. What comes then is put into lines of some length."""
SHORTEST_LINE = 1_000
LARGEST = 16 << 20
"""Bytes. A page with more holds data, not text."""
_UNREAD = """
script style noscript template svg iframe object select option button input textarea head title
canvas audio video map applet math frameset datalist
"""
UNREAD = frozenset(_UNREAD.split())
"""Elements without a text that a learner would read."""
_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
p pre section summary table tbody td tfoot th thead tr ul br
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin a new line."""
_RAW = tuple(
    re.compile(rf"<{name}\b.*?(?:</{name}\s*>|\Z)", re.IGNORECASE | re.DOTALL)
    for name in ("script", "style", "head", "textarea", "noscript")
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b[^<>]*>?", re.IGNORECASE)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>?")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
"""No browser shows them, and no tree takes them back once they were read from it."""


def parse(text: str) -> etree._Element | None:
    """The root of a page; None where it has too many elements for a tree, or no element at all."""
    if len(text) > LARGEST:
        raise SourceError(
            f"The page is larger than {LARGEST >> 20} MB. Save its text, and read it."
        )
    tags = text.count("<")
    if tags > MANY_TAGS:
        raise SourceError(
            f"The page has {tags:,} elements; it is no text. Save its text, and read it."
        )
    if tags > MOST_TAGS:
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, no_network=True)
    try:
        # Bytes, for a text with an XML declaration would be refused.
        root = etree.fromstring(CONTROLS.sub("", text).encode("utf-8", "replace"), parser)
    except etree.ParserError:  # nothing but comments
        return None
    return root if root is None or _is_shallow(root) else None


def strip_tags(text: str) -> list[str]:
    """The lines of markup that no tree can be made of: nothing is lost but the structure."""
    for pattern in (*_RAW, _COMMENT):
        text = pattern.sub("\n", text)
    plain = unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    lines = [line.strip() for line in plain.split("\n") if line.strip()]
    rest = " ".join(lines[MOST_LINES:])
    parts = (rest[start : start + SHORTEST_LINE] for start in range(0, len(rest), SHORTEST_LINE))
    return [*lines[:MOST_LINES], *parts]


def _is_shallow(root: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return False
    return True
