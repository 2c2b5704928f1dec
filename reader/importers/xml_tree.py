"""XML as a tree, without anything that markup from elsewhere could do harm with.

Entities of its own are refused, those of HTML are known, and nothing is ever fetched.
"""

import re
from html import escape
from html.entities import html5

from lxml import etree

from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.encoding import decode

REFERENCE = re.compile(r"&(?:([a-zA-Z][a-zA-Z0-9]{1,31})|#[xX]([0-9a-fA-F]{1,40})|#([0-9]{1,40}));")
LIMIT = re.compile("excessive|huge", re.IGNORECASE)
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
    return parse_xml(_decode(data, encoding))


def _decode(data: bytes, encoding: str) -> str:
    """The text of bytes that say how they are encoded, which some books say wrongly."""
    for codec in (encoding, "utf-8-sig"):
        try:
            return data.decode(codec)
        except (LookupError, ValueError):
            continue
    try:
        return decode(data).text
    except SourceError:
        return data.decode("utf-8-sig", "replace")


def parse_xml(text: str, *, recover: bool = False) -> etree._Element:
    """The root of XML. ``recover``: what can be had of it, where it is not well-formed."""
    text = HEAD.sub("", make_encodable(text).replace("\0", ""), count=1)
    if text.startswith("<!DOCTYPE"):
        raise SourceError("It defines entities of its own, as harmful files do. It was not read.")
    markup = write_references(text)
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
    if any(LIMIT.search(fault.message) for fault in parser.error_log):
        raise SourceError("It is nested as no sound file is. It was not read.")
    if root is None:
        raise SourceError("Its markup is damaged. Fetch the file again.")
    return root


def write_references(markup: str) -> str:
    """Named characters of HTML, which XML does not know, as themselves."""
    return REFERENCE.sub(_write_reference, markup) if "&" in markup else markup


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, in whatever namespace it is; empty where it is not there."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def plain_text(element: etree._Element, without: frozenset[str] = frozenset()) -> str:
    """All text of an element on one line, but for that of elements with certain names."""
    if not without:
        return " ".join("".join(element.itertext()).split())
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "start" and local_name(one) in without:
            walk.skip_subtree()
        elif event == "start":
            parts.append(one.text or "")
        elif one is not element:
            parts.append(one.tail or "")
    return " ".join("".join(parts).split())


def _write_reference(reference: re.Match[str]) -> str:
    """What a reference stands for, where XML knows it; HTML's names as their characters."""
    name, hexadecimal, decimal = reference.groups()
    if name:
        return (
            reference[0] if name in PLAIN_ENTITIES else escape(html5.get(f"{name};", f"&{name};"))
        )
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    # libxml2 would make half of a character of a surrogate.
    exists = number in {9, 10, 13} or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return reference[0] if exists or 0x10000 <= number < 0x110000 else "\ufffd"
