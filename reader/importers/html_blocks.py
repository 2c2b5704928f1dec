"""The lines of a page as it is laid out, each with what is known of the element it stands in."""

import re
from dataclasses import dataclass, field

from lxml import etree

from reader.importers.html_ruby import write_ruby
from reader.importers.html_tree import BLOCKS, MOST_LINES, SHORTEST_LINE, UNREAD

ASIDE_TAGS = frozenset(("nav", "footer", "aside"))
_ASIDE = """
comment comments cmt reply replies share sharing bdshare social related relate relative
recommend recommended rec foot footer copyright sidebar side aside breadcrumb breadcrumbs crumb
crumbs nav navi navbar navigation menu toolbar pager pagination login search hot rank ranking ad
ads advert banner popup qrcode subnav topnav links friendlink print tags tag tool tools widget
"""
ASIDE_NAMES = frozenset(_ASIDE.split())
"""Words in the class or id of elements that stand beside a text."""
_CAPTION = """
caption captions figcaption imgdesc pictext tuzhu photodesc
"""
CAPTION_NAMES = frozenset(_CAPTION.split())
UNREAD_NAMES = frozenset(("editsection", "reference", "noprint"))
"""Marks of encyclopedias: a link to edit, the number of a footnote."""
CREDIT = re.compile(
    r"(?:图为|圖為|图中|资料图|資料圖|图片|圖片).{2,100}"
    r"|.{2,80}(?:摄|攝|供图|供圖|制图|製圖|视觉中国.{0,8}|新华社发|图源.{1,20})\s{0,2}[)）]?"
)
"""What stands below a picture: what it shows, and who made it."""
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—\U00020000-\U000323af]"
BROKEN_LINE = re.compile(rf"(?<={WIDE})[ \t\r]*\n[ \t\r\n]*(?={WIDE})")
SPACES = re.compile(r"[ \t\r\n\f]+")
EDGES = " \t\u3000\xa0\u2002\u2003\u200b\ufeff"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
RAISED = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
"""Where it would say another number to write them as the others: 10<sup>8</sup>, CO<sub>2</sub>."""
DIGITS = re.compile(r"[+−-]?\d{1,3}[+−-]?|[+−-]")
LONGEST_NAME = 300
"""Characters of a class or id that are looked at."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page. ``linked``: how many of its characters are links."""

    text: str
    tag: str = "p"
    linked: int = 0
    is_aside: bool = False
    is_caption: bool = False
    length: int = field(init=False)
    """Without white space."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len("".join(self.text.split())))


@dataclass(frozen=True, slots=True)
class Layout:
    """All lines in order, and which of them stand in which element: the first and the end."""

    blocks: tuple[Block, ...]
    spans: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)


def lay_out(root: etree._Element, *, with_hidden: bool = False) -> Layout:
    """Take the lines out of a tree, in the order in which they are read."""
    return _Walk(with_hidden=with_hidden).take(root)


def tidy(text: str) -> str:
    """The text as a browser shows it: white space is one space, and none within Chinese lines."""
    return SPACES.sub(" ", BROKEN_LINE.sub("", text)).strip(EDGES)


def list_names(element: etree._Element) -> frozenset[str]:
    """The words that class and id of an element are made of."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named == " ":
        return frozenset()
    return frozenset(word.lower() for word in WORD.findall(named[:LONGEST_NAME]))


def _raise_digits(element: etree._Element, table: dict[int, int]) -> None:
    text = (element.text or "").strip()
    if not len(element) and DIGITS.fullmatch(text):
        element.text = text.translate(table)


@dataclass(slots=True)
class _Walk:
    """What is known on the way through a tree."""

    with_hidden: bool
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=lambda: ["body"])
    width: int = 0
    linked: int = 0
    links: int = 0
    asides: int = 0
    captions: int = 0
    skipped: int = 0
    pictured: bool = False
    """Whether a picture stands right before this line."""

    def take(self, root: etree._Element) -> Layout:
        """Walk through the whole tree, without recursion."""
        spans: dict[etree._Element, tuple[int, int]] = {}
        starts: list[int] = []
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if event == "start":
                self._enter(element)
                starts.append(len(self.blocks))
                self._add(element.text)
                continue
            if event == "end":
                self._leave(element)
                start = starts.pop()
                if len(self.blocks) > start:
                    spans[element] = (start, len(self.blocks))
            self._add(element.tail)
        self._end_line(last=True)
        return Layout(tuple(self.blocks), spans)

    def _enter(self, element: etree._Element) -> None:
        self.pictured = self.pictured or element.tag == "img"
        if element.tag in BLOCKS:
            self._end_line()
        if element.tag == "ruby":
            self._add(write_ruby(element))
        if element.tag in RAISED and self.parts and self.parts[-1][-1:].isascii():
            _raise_digits(element, RAISED[element.tag])
        self._count(element, 1)

    def _leave(self, element: etree._Element) -> None:
        if element.tag in BLOCKS:
            self._end_line(last=element.tag in {"body", "html"})
        self._count(element, -1)

    def _count(self, element: etree._Element, step: int) -> None:
        tag, names = element.tag, list_names(element)
        if tag in BLOCKS and tag != "br":
            self.owners.append(tag) if step > 0 else self.owners.pop()
        if tag == "a" and element.get("href"):
            self.links += step
        if tag in ASIDE_TAGS or (names & ASIDE_NAMES and tag not in {"html", "body"}):
            self.asides += step
        if tag == "figcaption" or names & CAPTION_NAMES:
            self.captions += step
        if self._is_skipped(element, names):
            self.skipped += step

    def _is_skipped(self, element: etree._Element, names: frozenset[str]) -> bool:
        if element.tag in UNREAD or element.tag == "ruby" or names & UNREAD_NAMES:
            return True
        hidden = element.get("hidden") is not None or HIDDEN.search(element.get("style") or "")
        return bool(hidden) and not self.with_hidden

    def _add(self, text: str | None) -> None:
        if not text or self.skipped:
            return
        if self.owners[-1] == "pre":
            text, *lines = text.split("\n")
            for line in lines:
                self.parts.append(text)
                self.width += len(text)
                self._end_line()
                text = line
        self.parts.append(text)
        self.width += len(text)
        if self.links:
            self.linked += len("".join(text.split()))

    def _end_line(self, *, last: bool = False) -> None:
        if len(self.blocks) >= MOST_LINES and self.width < SHORTEST_LINE and not last:
            self.parts.append(" ")
            return
        text = tidy("".join(self.parts))
        if text:
            tag, aside = self.owners[-1], self.asides > 0
            is_credit = self.pictured and CREDIT.fullmatch(text) is not None
            is_caption = self.captions > 0 or is_credit
            self.blocks.append(Block(text, tag, self.linked, aside, is_caption))
            self.pictured = False
        self.parts.clear()
        self.linked = self.width = 0
