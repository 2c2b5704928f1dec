"""Markdown: written as markup by markdown-it, then read like a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.article import Article, Kind
from reader.core.text import make_encodable
from reader.importers.document import make_article
from reader.importers.encoding import Decoded
from reader.importers.front_matter import read_loose_front_matter
from reader.importers.html_lines import read_lines
from reader.importers.outline import Line
from reader.importers.plain_text import LINE_END, make_paragraph, read_plain_text

LARGEST = 1 << 20
"""Code points. What is longer is no document that somebody wrote in Markdown."""
LONGEST_BLOCK = 20_000
"""Code points between blank lines; the time that a parser takes grows with their square."""
SIGNS = re.compile(r"[\[*_<!`&~|>^]")
MOST_SIGNS_OF_BLOCK, MOST_SIGNS = 1_500, 60_000
BLANK = re.compile(r"\n[ \t]*\n")
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,20})\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*)?)*)", re.MULTILINE)
SIGN = re.compile(r"\[\^([^\]\s]{1,20})\]")
HAN = re.compile("[\u3400-\u9fff]")


def read_markdown(decoded: Decoded, name: str) -> Article:
    """The article of a document in Markdown."""
    text = LINE_END.sub("\n", make_encodable(decoded.text)).replace("\x00", "")
    if not _is_likely(text):
        told = "It is not written as Markdown is, and was read as plain text."
        plain = read_plain_text(decoded, name)
        return replace(plain, warnings=(*plain.warnings, told))
    known, text = read_loose_front_matter(text)
    notes = [(match[1], " ".join(match[2].split())) for match in NOTE.finditer(text)]
    text = SIGN.sub(r"\\[\1\\]", NOTE.sub("", text))
    lines = read_lines(_render(text))
    lines += [
        Line(make_paragraph(f"[{sign}]{note}", Kind.FOOTNOTE)) for sign, note in notes if note
    ]
    return make_article(lines, name, known, decoded.encoding, decoded.warnings)


def _is_likely(text: str) -> bool:
    """Whether a parser can take this text; some signs in a row take it minutes."""
    if len(text) > LARGEST or len(SIGNS.findall(text)) > MOST_SIGNS:
        return False
    return all(
        len(block) <= LONGEST_BLOCK and len(SIGNS.findall(block)) <= MOST_SIGNS_OF_BLOCK
        for block in BLANK.split(text)
    )


def _render(text: str) -> str:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    for at, token in enumerate(tokens):
        if token.type == "list_item_open" and token.info:
            _write_number(tokens[at + 1 : at + 3], f"{token.info}{token.markup} ")
    parser.add_render_rule("image", _write_caption)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _write_number(following: Sequence[Token], number: str) -> None:
    """Numbers of a list are text to a reader; markup would only count them."""
    inline = next((token for token in following if token.type == "inline"), None)
    if inline is not None:
        inline.children = [Token("text", "", 0, content=number), *(inline.children or [])]


def _write_caption(self: Any, tokens: Sequence[Token], at: int, *_: Any) -> str:  # noqa: ARG001 -- the renderer passes itself
    """A picture is its caption, where that is Chinese: others are names of files."""
    text = tokens[at].content.strip()
    return f"<figcaption>{escape(text)}</figcaption>" if HAN.search(text) else ""
