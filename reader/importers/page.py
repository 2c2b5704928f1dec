"""Takes a page of lines apart: what it says about itself, its title, its text, what surrounds them.

Only a page that shows that it is one (a breadcrumb, or lines with two of source, author and date)
loses lines, and only such as are known for what they are; each of them is named. A story, a poem,
a play, a recipe or a dialogue keeps every line.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from reader.importers.front_matter import read_front_matter
from reader.importers.furniture import count_foot, is_control, is_navigation, is_sentence
from reader.importers.heads import is_heading
from reader.importers.indentation import restore_indents, strip_indents
from reader.importers.metadata import (
    FIELD_OF,
    Metadata,
    first_key,
    read_breadcrumb,
    read_date_line,
    read_metadata_line,
)
from reader.importers.notes import take_notes
from reader.importers.text_byline import read_credit_line, read_text_byline

HEAD = 14
"""Lines after the breadcrumb in which metadata may stand."""
HEAD_WITHOUT_CRUMB = 5
MENU = 80
"""Short lines that may stand before the breadcrumb."""
LONGEST_TITLE = 60
LONGEST_FIRST_LINE = 30
LONGEST_WITH_NOTES = 400
BYLINE = re.compile(r"《(?P<title>[^》]{1,40})》.{0,20}?作者\s*[:：]\s*(?P<author>\S{1,20})")
SPEECH = re.compile(r".{1,6}[:：]")
DASH = ("—", "－－", "--")
OPEN_ENDED = ("，", "、", "；", "：", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class PageParts:
    """What is known of a page, and its lines of text without indentation or blank lines."""

    metadata: Metadata
    title: str
    """The headline as it stands in the text, with its notes; empty where the text has none."""
    lines: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    indents: int = 0
    """Lines that began with question marks for lost indentation."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a page says what it is: line numbers, -1 for no breadcrumb."""

    crumb: int
    known: tuple[int, ...]
    metadata: Metadata


def take_apart(text: str) -> PageParts:
    """Find the parts of a plain text or a saved page."""
    front, text = read_front_matter(text)
    written = [line for line in text.split("\n") if strip_indents(line)]
    head = find_head([strip_indents(line) for line in written[: MENU + HEAD]])
    restored = restore_indents(written, is_page=head is not None)
    lines = [strip_indents(line) for line in restored]
    indents = sum(one != other for one, other in zip(written, restored, strict=True))
    parts = _take_page(lines, head) if head else _take_text(lines, front.title)
    return replace(parts, metadata=front.or_else(parts.metadata), indents=indents)


def find_head(lines: list[str]) -> Head | None:
    """What shows that these lines begin a page, None where nothing does."""
    plain = [_without_notes(line) for line in lines]
    crumb, metadata = _find_crumb(plain)
    known: list[int] = []
    fields: set[str] = set()
    dated = -2
    for number, line in _candidates(plain, crumb):
        found = read_metadata_line(line) or read_credit_line(line)
        date = None if found else read_date_line(line)
        if found and dated == number - 1 not in known:
            known.append(dated)
            found = found.or_else(read_date_line(plain[dated]) or Metadata())
        elif date and (crumb >= 0 or number - 1 in known):
            found = date
        dated = number if date else dated
        if found:
            known.append(number)
            fields |= found.known_fields()
            metadata = metadata.or_else(found)
        elif known and not is_control(line):
            break
    if crumb < 0 and len(fields) < 2 and not _is_byline(plain, known):
        return None
    return Head(crumb, tuple(known), metadata)


def _without_notes(line: str) -> str:
    """A line as its text goes; a long one is no title anyway."""
    return take_notes(line)[0] if len(line) < LONGEST_WITH_NOTES else line


def _find_crumb(lines: list[str]) -> tuple[int, Metadata]:
    for number, line in enumerate(lines[:MENU]):
        found = read_breadcrumb(line)
        if found:
            return number, found
        if is_sentence(line) or len(line) > LONGEST_TITLE:
            break
    return -1, Metadata()


def _candidates(lines: list[str], crumb: int) -> list[tuple[int, str]]:
    """Lines that may be metadata; a key that begins several of them is somebody who speaks."""
    end = crumb + 1 + (HEAD if crumb >= 0 else HEAD_WITHOUT_CRUMB)
    spoken = Counter(first_key(line) for line in lines)
    return [
        (number, line)
        for number, line in enumerate(lines[:end])
        if number > crumb and spoken[first_key(line)] * bool(first_key(line)) < 2
    ]


def _is_byline(lines: list[str], known: list[int]) -> bool:
    """Whether the one line with a name stands right below a title or at the very top."""
    if (
        len(known) != 1
        or known[0] > 1
        or first_key(lines[known[0]]) in {"", "时间", "時間", "日期"}
        or FIELD_OF.get(first_key(lines[known[0]])) in {"title", "category"}
    ):
        return False
    return known[0] == 0 or (_may_be_title(lines[0]) and len(lines) > 2)


def _take_page(lines: list[str], head: Head) -> PageParts:
    first = head.known[0] if head.known else head.crumb + 1
    title = _find_headline(lines, head, first)
    end = len(lines) - count_foot(lines)
    left: set[int] = set(range(head.crumb + 1)) | set(head.known) | set(range(end, len(lines)))
    top = max(head.known[-1] if head.known else head.crumb, title) + 1
    left |= {number for number in range(min(top, len(lines))) if is_navigation(lines[number])}
    while top < end and is_control(lines[top]):
        left.add(top)
        top += 1
    left.discard(title)
    kept = (line for number, line in enumerate(lines) if number not in left and number != title)
    foot = [read_metadata_line(line.strip("【】[]（）()")) for line in lines[end:]]
    metadata = head.metadata
    for found in foot:
        metadata = metadata.or_else(found or Metadata())
    return PageParts(
        metadata,
        lines[title] if title >= 0 else "",
        tuple(kept),
        tuple(lines[number] for number in sorted(left)),
    )


def _find_headline(lines: list[str], head: Head, first: int) -> int:
    """The number of the headline: below the breadcrumb, else above it; -1 for none."""
    if not head.known and first < len(lines) and _may_be_title(lines[first]):
        return first
    below = [n for n in range(head.crumb + 1, first) if _may_be_title(lines[n])]
    if below and head.crumb >= 0:
        return below[0]
    if below:
        return max(below, key=lambda n: (not lines[n].startswith(DASH), len(lines[n]), n))
    return max(
        (n for n in range(head.crumb) if _may_be_title(lines[n])),
        key=lambda n: len(lines[n]),
        default=-1,
    )


def _may_be_title(line: str) -> bool:
    plain = _without_notes(line)
    return len(plain) <= LONGEST_TITLE and not is_navigation(plain) and not plain.endswith("。")


def _take_text(lines: list[str], known: str) -> PageParts:
    """A text that is no page: at most its first line is a title, and nothing is left out.

    ``known``: the title, where the front matter names it.
    """
    if not lines:
        return PageParts(Metadata(), "", ())
    byline = BYLINE.match(lines[0])
    if byline:
        return PageParts(Metadata(**byline.groupdict()), lines[0], tuple(lines[1:]))
    titled = _without_notes(lines[0]) == known if known else is_title(lines)
    said = read_text_byline(lines, titled=titled)
    return PageParts(said, lines[0] if titled else "", tuple(lines[titled:]))


def is_title(lines: list[str]) -> bool:
    """A short first line that does not end like a sentence, before longer ones."""
    first = _without_notes(lines[0])
    if len(lines) < 2 or len(first) > LONGEST_FIRST_LINE or is_heading(first):
        return False
    if is_sentence(first) or first.endswith(OPEN_ENDED) or SPEECH.match(first):
        return False
    if first[:1] in "■□◆◇●○•·▲△-*#?？" or not any(map(str.isalnum, first)):
        return False
    return len(lines) > 3 or max(len(line) for line in lines[1:]) > len(first)
