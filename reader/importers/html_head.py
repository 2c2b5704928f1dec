"""What a page says of itself to machines: meta elements, JSON-LD, its address and title."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reader.importers.html_blocks import tidy
from reader.importers.metadata import Metadata, read_date

DATES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "pubdate"),
    *("publishdate", "publish_date", "publish-date", "datepublished", "date_published"),
    *("og:release_date", "weibo:article:create_at", "citation_date", "citation_publication_date"),
    *("dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date"),
    *("parsely-pub-date", "apub:time", "publishtime", "publish_time", "published_time", "date"),
)
AUTHORS = ("citation_author", "citation_authors", "author", "article:author", "dc.creator", "byl")
SOURCES = ("contentsource", "source", "mediaid", "copyright-holder", "og:article:source")
SITES = ("og:site_name", "sitename", "application-name", "site_name")
CATEGORIES = ("article:section", "og:article:section", "columnname", "section")
TITLES = ("og:title", "articletitle", "twitter:title", "citation_title")
LARGEST_JSON = 200_000
LONGEST_VALUE = 200
LONGEST_TITLE = 2_000
MOST_ITEMS = 2_000
NO_PERSON = re.compile(
    r"https?:|www\.|@|_|\d{3}|discuz|team|admin|webmaster|公司|有限|网络|網絡|技术|科技|编辑部|期刊|出版|powered|^(?:未知|匿名|本站|网易|新浪|搜狐|腾讯|凤凰网)$|^\W*$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s\"'<>]{3,2000}", re.IGNORECASE)
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s>]{3,2000})\s*-->", re.IGNORECASE
)
NO_SITE = re.compile(r"powered|discuz|www\.|\.com|\.cn|^\W", re.IGNORECASE)
SHORTEST_TITLE = 2
SEPARATOR = re.compile(
    r"\s*(?:[_|｜»]+|--+|——|\s[-–—·:]\s|(?<=[^\x00-\x7f])[-–](?=[^\x00-\x7f]))\s*"
)


NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Head:
    """What is said in the head of a page. ``heading``: the title for the page's window."""

    metadata: Metadata = NOTHING
    heading: str = ""
    site: str = ""
    address: str = ""


def read_head(root: etree._Element, text: str) -> Head:
    """What a page says of itself, as far as it looks true. ``text``: the markup as it stands."""
    meta = _read_meta(root)
    linked = dict(_read_linked_data(root))
    heading = tidy((root.findtext(".//title") or "")[:LONGEST_TITLE])[:LONGEST_VALUE]

    def first(names: tuple[str, ...], *more: str) -> str:
        return next((meta[name] for name in names if meta.get(name)), "") or next(
            filter(None, more), ""
        )

    author = first((), linked.get("author", ""), *(meta.get(name, "") for name in AUTHORS))
    metadata = Metadata(
        title=first(TITLES, linked.get("headline", "")),
        source=first(SOURCES).removeprefix("来源：").removeprefix("來源："),
        author="" if NO_PERSON.search(author) or len(author) > 40 else author,
        date=_read_full_date(linked.get("date", "")) or _first_date(meta),
        category=first(CATEGORIES, linked.get("category", "")),
    )
    site = first(SITES, linked.get("site", ""))
    return Head(metadata, heading, site, _find_address(root, meta, text))


def split_heading(heading: str, site: str = "") -> tuple[str, str]:
    """The title of a page's window as the title of its text and the name of its site."""
    parts = [part for part in SEPARATOR.split(heading) if part]
    if len(parts) < 2:
        return heading, site
    if site and parts[0] == site:
        return max(parts[1:], key=len), site
    ours = [part for part in parts if not NO_SITE.search(part)]
    title = parts[0] if len(parts[0]) >= SHORTEST_TITLE else max(parts, key=len)
    return title, site or (ours[-1] if ours and ours[-1] != title else "")


def _read_meta(root: etree._Element) -> dict[str, str]:
    """The first value of each name, in small letters."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = tidy(element.get("content") or "")
        if name and value and len(found) < MOST_ITEMS:
            found.setdefault(name.strip().lower(), value[:LONGEST_VALUE])
    for element in root.iter("time"):
        stamp = element.get("datetime") or ""
        if read_date(stamp[:40]):
            found.setdefault("pubdate", stamp[:40])
            break
    return found


def _first_date(meta: dict[str, str]) -> str:
    return next((date for name in DATES if (date := _read_full_date(meta.get(name, "")))), "")


def _read_full_date(text: str) -> str:
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?", text.strip())
    return read_date("-".join(compact.groups()) if compact else text[:60])


def _find_address(root: etree._Element, meta: dict[str, str], text: str) -> str:
    saved = SAVED_FROM.search(text[:4000])
    if saved:
        return saved[1]
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            address = (link.get("href") or "").strip()
            if ADDRESS.fullmatch(address):
                return address
    address = meta.get("og:url", "")
    return address if ADDRESS.fullmatch(address) else ""


def _read_linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of the article; the first of each wins, so they come in reverse."""
    found: list[tuple[str, str]] = []
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(text) <= LARGEST_JSON:
            for item in _list_items(text):
                found += _read_item(item)
    return reversed(found)


def _list_items(text: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_ITEMS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item[:MOST_ITEMS] + waiting
        elif isinstance(item, dict):
            waiting += [value for name, value in item.items() if name in {"@graph", "mainEntity"}]
            yield item


def _read_item(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = str(item.get("@type", ""))
    if kind.endswith(("Article", "Posting", "Report", "WebPage")):
        yield "headline", _name(item.get("headline"))
        yield "date", _name(item.get("datePublished"))
        yield "author", _name(item.get("author"))
        yield "site", _name(item.get("publisher"))
        yield "category", _name(item.get("articleSection"))
    elif kind == "BreadcrumbList":
        steps = item.get("itemListElement")
        names = [_step(step) for step in steps] if isinstance(steps, list) else []
        if len(names) > 2:
            yield "category", names[-2]


def _step(step: Any) -> str:
    if not isinstance(step, dict):
        return ""
    return _name(step.get("name")) or _name(step.get("item"))


def _name(value: Any) -> str:
    """A name that is given as such, as an object with one, or as a list of those."""
    if isinstance(value, list):
        return " ".join(
            filter(None, (_name(one) for one in value[:5] if not isinstance(one, list)))
        )
    if isinstance(value, dict):
        value = value.get("name")
    return tidy(value)[:LONGEST_VALUE] if isinstance(value, str) else ""
