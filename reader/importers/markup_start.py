"""How markup begins: what tells a page from a feed, and both from plain text."""

import codecs
import re
from dataclasses import dataclass

REACH = 1 << 14
"""Bytes that are looked at."""
LIKELY_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ELEMENT = re.compile(r"<([a-zA-Z][\w:.-]{0,40})(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Start:
    """The kind of document that is declared and the first element, in small letters."""

    doctype: str = ""
    element: str = ""


def read_start(data: bytes) -> Start:
    """The start of markup; empty where the bytes begin otherwise."""
    text = _decode(data[:REACH])
    doctype = ""
    at = 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip("\ufeff \t\r\n"))
        lower = text[at : at + 9].lower()
        if lower == "<!doctype":
            doctype = text[at + 9 : at + 60].strip().partition(">")[0].split(" ")[0].lower()
            end = _find_doctype_end(text, at)
        elif lower.startswith("<?"):
            end = text.find(">", at)
        elif lower.startswith("<!--"):
            end = text.find("-->", at) + 2 if text.find("-->", at) >= 0 else -1
        else:
            match = ELEMENT.match(text, at)
            return Start(doctype, match[1].lower() if match else "")
        if end < 0:
            return Start(doctype)
        at = end + 1


def _decode(start: bytes) -> str:
    encoding = "utf-16" if start.startswith(LIKELY_MARKS) else "latin-1"
    return start.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")


def _find_doctype_end(text: str, at: int) -> int:
    """Where a declaration ends; what it defines stands in brackets."""
    end = text.find(">", at)
    bracket = text.find("[", at)
    if 0 <= bracket < end:
        closed = text.find("]", bracket)
        end = text.find(">", closed) if closed >= 0 else -1
    return end
