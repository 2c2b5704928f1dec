"""XML as a tree, without anything that markup from elsewhere could do harm with.

Entities of its own are refused, those of HTML are known, and nothing is ever fetched.
"""

import re
from html.entities import html5

from lxml import etree

from reader.core.errors import SourceError
from reader.core.text import make_encodable

ENTITY = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31});")
PLAIN_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w\-]{2,30})", re.ASCII)
HEAD = re.compile(
    r"\A\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<\[>]*(?:>|\[[^\]<]*\]\s*>)|\s)*", re.DOTALL
)
"""What stands before the first element."""


def parse_bytes(data: bytes) -> etree._Element:
    """The root of an XML file. Raises SourceError where it is damaged or harmful."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    told = DECLARED.search(data[:400].decode("latin-1"))
    if told and encoding == "utf-8-sig":
        encoding = told[1] if told[1].lower() not in {"utf-8", "utf8"} else encoding
    try:
        return parse_xml(data.decode(encoding, "replace"))
    except LookupError:
        return parse_xml(data.decode("utf-8-sig", "replace"))


def parse_xml(text: str, *, recover: bool = False) -> etree._Element:
    """The root of XML. ``recover``: what can be had of it, where it is not well-formed."""
    if "<!ENTITY" in text:
        raise SourceError("It defines entities of its own, as harmful files do. It was not read.")
    head = HEAD.match(text)
    markup = write_entities(make_encodable(text[head.end() if head else 0 :])).replace("\x00", "")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise SourceError("Its markup is damaged. Fetch the file again.") from cause
    if root is None:
        raise SourceError("Its markup is damaged. Fetch the file again.")
    return root


def write_entities(markup: str) -> str:
    """Named characters of HTML, which XML does not know, by their numbers."""
    return ENTITY.sub(_write_entity, markup) if "&" in markup else markup


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, in whatever namespace it is; empty where it is not there."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def plain_text(element: etree._Element) -> str:
    """All text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _write_entity(entity: re.Match[str]) -> str:
    name = entity[1]
    if name in PLAIN_ENTITIES:
        return entity[0]
    return "".join(f"&#{ord(sign)};" for sign in html5.get(f"{name};", f"&amp;{name};"))
