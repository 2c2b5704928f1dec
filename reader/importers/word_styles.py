"""What the styles of a DOCX make of its paragraphs: headings, captions, lines of the contents."""

import re
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

from reader.core.article import Kind
from reader.importers.xml_tree import attribute, local_name

DEEPEST = 12
CONTENTS = re.compile(r"(?:toc|目[录錄]) ?(?:\d|heading|标题|標題)|table of figures|图表目录")
PLAIN = frozenset(("subtitle", "author", "date", "副标题", "副標題", "作者", "日期"))
"""Styles made from that of the title which are none."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph: a heading of a level, a title, a caption, or text."""

    level: int = 0
    kind: Kind = Kind.BODY
    is_contents: bool = False


def read_styles(document: Document) -> dict[str, Style]:
    """What the styles of a document make of paragraphs, by their ids."""
    elements = {
        attribute(one, "styleId"): one
        for one in document.styles.element
        if local_name(one) == "style"
    }
    return {name: _read_style(name, elements) for name in elements}


def read_own_style(element: etree._Element, styles: dict[str, Style]) -> Style:
    """What the style of a paragraph makes of it, or what it says of itself."""
    properties = find_child(element, "pPr")
    if properties is None:
        return Style()
    level = _read_level(element)
    return Style(level + 1) if level else styles.get(child_value(properties, "pStyle"), Style())


def find_child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with a name."""
    return next((one for one in element if local_name(one) == name), None)


def child_value(element: etree._Element, name: str) -> str:
    """The value of the first child with a name."""
    return next((attribute(one, "val") for one in element if local_name(one) == name), "")


def _read_style(name: str, elements: dict[str, etree._Element]) -> Style:
    """What a style is, or else the style that it is based on."""
    for _ in range(DEEPEST):
        element = elements.get(name)
        if element is None:
            return Style()
        found = _read_name(child_value(element, "name").lower())
        if found:
            return found
        level = _read_level(element)
        if level:
            return Style(level=level + 1)
        name = child_value(element, "basedOn")
    return Style()


def _read_name(called: str) -> Style | None:
    """What a style with this name is; None where the name says nothing."""
    if called in {"title", "标题", "標題"}:
        return Style(level=1)
    if called in {"caption", "题注", "題注", "圖說"}:
        return Style(kind=Kind.CAPTION)
    if CONTENTS.fullmatch(called):
        return Style(is_contents=True)
    level = re.fullmatch(r"(?:heading|标题|標題) ?([1-9])", called)
    if level:
        return Style(level=int(level[1]) + 1)
    return Style() if called in PLAIN else None


def _read_level(element: etree._Element) -> int:
    """The outline level, 1 to 9, that an element gives itself; 0 where it is text."""
    properties = find_child(element, "pPr")
    value = child_value(properties, "outlineLvl") if properties is not None else ""
    return int(value) + 1 if value in set("012345678") else 0
