"""Web pages that were saved or fetched: their main text, or all of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

from reader.core.article import Article, Kind, Paragraph, Portion
from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.chapters import divide
from reader.importers.encoding import Decoded
from reader.importers.furniture import count_foot, is_control, is_navigation
from reader.importers.html_blocks import Block, Layout, lay_out, list_names
from reader.importers.html_byline import (
    TITLE_KEY,
    find_headline,
    find_title,
    is_byline,
    read_byline,
)
from reader.importers.html_content import choose, cut, is_prose, weigh
from reader.importers.html_head import Head, read_head, split_heading
from reader.importers.html_tree import parse, strip_tags
from reader.importers.metadata import Metadata, read_breadcrumb, read_metadata_line
from reader.importers.plain_text import make_paragraph
from reader.importers.wrapping import TOLD, unwrap

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LONGEST_HEADING = 60
_CRUMBS = """
breadcrumb breadcrumbs crumb crumbs position location path
"""
CRUMBS = frozenset(_CRUMBS.split())
FIRST_ELEMENTS = 3_000
"""Elements of a page among which the breadcrumb is looked for."""
ENOUGH, HIDDEN = 30, 3
"""Characters of prose: with less, what a page hides may be its text, if it is so many times as
much.
"""
HEAD = 12
"""Lines of the main text that may still tell of it."""
SCRAP = re.compile(
    r"(?:关注|關注|图集|圖集|调整字体|調整字體|订阅|訂閱|标签|標籤|知道了|推荐|推薦|收藏|点赞|按讚|举报|檢舉"
    r"|投诉|分享|打赏|打賞|展开|展開|全文|评论|評論|阅读|閱讀)?\s{0,3}[+\-×]?\s{0,3}\d{0,7}"
)
"""Buttons and counters that may stand right above or below a text."""
PARTED = re.compile(r"(?<=[。！？!?”」』）)…])\s*\u3000\u3000+(?=\S)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page laid out, with what its head says."""

    layout: Layout
    head: Head
    text: tuple[Block, ...]
    """The main text, or every line."""


def read_html(decoded: Decoded, name: str, *, whole: bool = False, address: str = "") -> Article:
    """The article of a page. ``whole``: every line of it; ``address``: where it was fetched.

    Raises SourceError where there is no text in it.
    """
    markup = make_encodable(decoded.text)
    page = _take_apart(markup, whole=whole)
    if not page.text:
        raise SourceError(f"There is no text in {name}. Choose a page with text.")
    address = address or page.head.address
    known, title = _read_metadata(page, markup, address)
    lines = page.text if whole else _trim(page, title)
    written, joined = (lines, 0) if whole else _unwrap(lines)
    paragraphs = list(_write(written))
    headline = make_paragraph(known.title, Kind.TITLE) if known.title else None
    if headline and not (whole and title >= 0):
        paragraphs.insert(0, headline)
    left = len(page.layout.blocks) - len(lines)
    warning = (
        f"The main text of the page is shown; {left} lines around it were left out. "
        "The whole page can be shown."
    )
    told: tuple[str, ...] = (warning,) if left and not whole else ()
    told += (TOLD.format(count=joined),) if joined else ()
    return Article(
        title=headline.text if headline else PurePath(make_encodable(name)).stem,
        sections=divide(paragraphs),
        source=known.source,
        author=known.author,
        date=known.date,
        category=known.category,
        address=address,
        portion=Portion.WHOLE if whole else Portion.MAIN,
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *told),
    )


def read_fragment(markup: str) -> tuple[Paragraph, ...]:
    """All paragraphs of a piece of markup, such as the text of an entry of a feed."""
    page = _take_apart(make_encodable(markup), whole=True)
    return tuple(_write(page.text))


def _take_apart(markup: str, *, whole: bool) -> Page:
    root = parse(markup)
    if root is None:
        lines = tuple(Block(line) for line in strip_tags(markup))
        return Page(Layout(lines), Head(), lines if whole else cut(lines) or lines)
    head = read_head(root, markup)
    body = root.find(".//body")
    body = root if body is None else body
    layout = lay_out(root)
    shown = sum(map(weigh, layout.blocks))
    if shown < ENOUGH:
        with_hidden = lay_out(root, with_hidden=True)
        if sum(map(weigh, with_hidden.blocks)) > HIDDEN * shown:
            layout = with_hidden
    text = layout.blocks if whole else choose(layout, body) or layout.blocks
    return Page(layout, head, text)


def _read_metadata(page: Page, markup: str, address: str) -> tuple[Metadata, int]:
    """What is known of the text, and the number of the line that is its title, -1 for none."""
    blocks, head = page.layout.blocks, page.head
    name, site = split_heading(head.heading, head.site)
    title = find_title(blocks, filter(None, [head.metadata.title, head.heading]))
    if title < 0:
        title = find_headline(blocks, page.text, head.metadata.title or name)
    line = TITLE_KEY.sub("", blocks[title].text) if title >= 0 else ""
    known = Metadata(title=line or head.metadata.title or name, date=head.metadata.date)
    seen = read_byline(blocks, title, page.text, markup, address)
    crumb = Metadata(category=_find_crumb(page.layout))
    said = replace(head.metadata, title="", source="" if seen.source else head.metadata.source)
    known = known.or_else(crumb)
    # A name in the text is somebody's; in the head it is often the program's or the site's.
    known = known.or_else(seen).or_else(said).or_else(Metadata(source=site))
    return known, title


def _find_crumb(layout: Layout) -> str:
    """The last step but the page itself of what is named as a way to it."""
    for element in list(layout.spans)[:FIRST_ELEMENTS]:
        start, end = layout.spans[element]
        if end - start <= 8 and list_names(element) & CRUMBS:
            lines = [block.text.strip(" >»›/") for block in layout.blocks[start:end]]
            found = read_breadcrumb(" > ".join(filter(None, lines)))
            if found and found.category:
                return found.category
    return ""


def _trim(page: Page, title: int) -> tuple[Block, ...]:
    """The main text without its title, byline, buttons and what is printed below it."""
    text = list(page.text)
    headline = page.layout.blocks[title].text if title >= 0 else ""
    at = next((n for n, block in enumerate(text[:HEAD]) if block.text == headline), -1)
    text = text[at + 1 :]
    end = next((n for n, block in enumerate(text) if _is_sentence(block)), len(text))
    head = [block for block in text[:end] if not _is_told(block.text)]
    text = head + text[end:]
    while text and (SCRAP.fullmatch(text[-1].text) or text[-1].tag in HEADINGS):
        text.pop()
    lines = [block.text for block in text]
    return tuple(text[: len(text) - count_foot(lines)]) or tuple(text) or page.text


def _is_sentence(block: Block) -> bool:
    """Whether a line is surely text."""
    return is_prose(block) and not _is_told(block.text)


def _is_told(text: str) -> bool:
    """Whether a line above the text belongs to the page or says what is known as metadata."""
    known = read_metadata_line(text) or read_breadcrumb(text)
    button = is_control(text) or is_navigation(text) or SCRAP.fullmatch(text)
    return bool(known or button) or is_byline(text)


def _unwrap(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
    """The lines with those of one kind joined that were cut at a fixed width, and how many."""
    written: list[Block] = []
    count = 0
    for (tag, is_caption), group in groupby(blocks, key=lambda one: (one.tag, one.is_caption)):
        lines = list(group)
        if tag not in HEADINGS and not is_caption:
            texts = [part for line in lines for part in PARTED.split(line.text)]
            texts, joined = unwrap(texts)
            lines = [replace(lines[0], text=text) for text in texts] if joined else lines
            count += joined
        written += lines
    return tuple(written), count


def _write(blocks: Sequence[Block]) -> Iterable[Paragraph]:
    """The paragraphs of lines."""
    for block in blocks:
        for text in PARTED.split(block.text):
            kind = Kind.CAPTION if block.is_caption else Kind.BODY
            if block.tag in HEADINGS:
                kind = Kind.HEADING if len(text) <= LONGEST_HEADING else Kind.BODY
            yield make_paragraph(text, kind)
