"""Which encoding a page is in: what it and its server say, where that fits the bytes."""

import codecs
import re

from reader.core.errors import SourceError
from reader.importers.encoding import MARKS, Decoded, decode
from reader.importers.markup_start import read_start

REACH = 1 << 16
"""Bytes in which a declaration is looked for; old pages have scripts before it."""
PAGE_STARTS = frozenset(("html", "head", "body"))
ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".xht")
ELEMENT = re.compile(rb"</?[a-z][a-z1-6]{0,15}[\s/>]", re.IGNORECASE)
MOST_LOST = 0.01
"""The share of lost characters from which on a declaration is not believed."""
DECLARED = (
    re.compile(
        rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w\-:.]{2,30})", re.IGNORECASE
    ),
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w\-:.]{2,30})", re.IGNORECASE),
)
WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "big5-tw": "big5hkscs",
    "x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "utf8": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What is meant by what is declared. UTF-16 in bytes that could be searched is a mistake."""
UNTOLD = frozenset(("iso8859-1", "latin-1", "cp1252", "ascii", "iso8859-15"))
"""What servers say when they do not know: any bytes fit it."""


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes are a web page, by how they begin or what their file is called."""
    start = read_start(data)
    if start.doctype == "html" or start.element in PAGE_STARTS:
        return True
    return name.lower().endswith(ENDINGS) and ELEMENT.search(data, 0, REACH) is not None


def decode_page(data: bytes, told: str | None = None, header: str = "") -> Decoded:
    """A page as text. ``told``: the encoding named by the learner; ``header``: by the server."""
    data = _without_nul(data)
    if told or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data, told)
    for codec in _list_declared(data, header):
        found = _try(data, codec)
        if found:
            return found
    return decode(data)


def _without_nul(data: bytes) -> bytes:
    """The bytes without the NULs that stray into pages; those of UTF-16 stay."""
    return data.replace(b"\x00", b"") if data.count(b"\x00") * 8 < len(data) else data


def _list_declared(data: bytes, header: str) -> list[str]:
    """What is said of the encoding, the server first, as the codecs that are meant."""
    names = [header]
    for pattern in DECLARED:
        match = pattern.search(data, 0, REACH)
        if match:
            names.append(match[1].decode("ascii", "replace"))
    codecs_meant = []
    for name in filter(None, names):
        plain = WIDER.get(name.lower(), name)
        try:
            codec = codecs.lookup(plain).name
        except (LookupError, ValueError):
            continue
        codec = WIDER.get(codec, codec)
        if codec not in UNTOLD and codec not in codecs_meant:
            codecs_meant.append(codec)
    return codecs_meant


def _try(data: bytes, codec: str) -> Decoded | None:
    """The text in this codec, None where too much of it is lost."""
    try:
        found = decode(data, codec)
    except SourceError:
        return None
    beyond = len(found.text) - len(found.text.encode("ascii", "ignore"))
    lost = found.text.count("\ufffd")
    return found if lost <= max(1.0, MOST_LOST * beyond) else None
