"""Takes a page of lines apart: what it says about itself, its title, its text, what surrounds them.

Only a page that shows that it is one (a breadcrumb, or a line with source, author and date) loses
lines, and each of them is named in a warning. A story, a poem or a dialogue keeps every line.
"""

import re
from dataclasses import dataclass

from reader.importers.chapters import is_heading
from reader.importers.encoding import fold_width
from reader.importers.metadata import Metadata, read_breadcrumb, read_metadata_line
from reader.importers.notes import take_notes

HEAD = 14
"""Lines at the start of a page in which its metadata may stand."""
LONGEST_TITLE = 60
FRONT_KEYS = {"title", "level", "author", "source", "date", "licence", "license", "category"}
INDENT = " \t\u3000\xa0\u2002\u2003\u200b\ufeff"
LOST_INDENT = re.compile(r"[?？\ufffd]{2,4}(?=[\u3400-\u9fff“「『《（(—]|\d)")
CONTROLS = re.compile(
    r"[【\[（(]?\s*(?:(?:浏览|瀏覽)?(?:字号|字號|字体|字體)|打印|列印|关闭|關閉|分享(?:到)?|收藏|大|中|小)"
    r"(?:[\s:：|｜/【】\[\]（）()]+(?:大|中|小|打印|列印|关闭|關閉|分享(?:到)?|收藏|返回|T\|T)?)*"
)
BYLINE = re.compile(r"《(?P<title>[^》]{1,40})》.{0,20}?作者\s*[:：]\s*(?P<author>\S{1,20})")
CLOSED = tuple("。！？!?…；;，,、：:")


@dataclass(frozen=True, slots=True)
class PageParts:
    """What is known of a page, and its lines of text without indentation or blank lines."""

    metadata: Metadata
    title: str
    """The headline as it stands in the text, with its notes; empty where the text has none."""
    lines: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def take_apart(text: str) -> PageParts:
    """Find the parts of a plain text or a saved page."""
    front, text = read_front_matter(text)
    lines = [line.strip(INDENT) for line in _restore_indents(text.split("\n"))]
    parts = _take_page(lines) or _take_text(lines, front.title)
    return PageParts(front.or_else(parts.metadata), parts.title, parts.lines, parts.left_out)


def read_front_matter(text: str) -> tuple[Metadata, str]:
    """The block of «key: value» lines between two «---» lines at the top, and what follows it."""
    lines = text.lstrip("\n").split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:HEAD]):
        return Metadata(), text
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    pairs = [fold_key(line) for line in lines[1:end] if ":" in line or "：" in line]
    if not all(key in FRONT_KEYS for key, _ in pairs):
        return Metadata(), text
    known = {"licence" if key == "license" else key: value for key, value in pairs}
    return Metadata(**known), "\n".join(lines[end + 1 :])


def fold_key(line: str) -> tuple[str, str]:
    """Key and value of a line of front matter."""
    key, _, value = line.replace("：", ":", 1).partition(":")
    return fold_width(key).strip().lower(), value.strip()


def _restore_indents(lines: list[str]) -> list[str]:
    """Question marks at the start of several lines, or beside indented ones, were indentation."""
    lost = [line for line in lines if LOST_INDENT.match(line)]
    indented = any(line[:1] in {"\xa0", "\u3000"} for line in lines)
    if len(lost) < 2 and not (lost and indented):
        return lines
    return [LOST_INDENT.sub("", line) if LOST_INDENT.match(line) else line for line in lines]


def _take_page(lines: list[str]) -> PageParts | None:
    """The parts of a saved page, None where nothing shows that it is one."""
    numbered = [(number, line) for number, line in enumerate(lines) if line][:HEAD]
    known, last, crumb = Metadata(), -1, -1
    for number, line in numbered:
        plain = take_notes(line)[0]
        found = read_breadcrumb(plain) if crumb < 0 else None
        if found:
            crumb = number
        else:
            found = read_metadata_line(plain)
            last = number if found else last
        if found:
            known = known.or_else(found)
    if max(crumb, last) < 0:
        return None
    before = [(number, line) for number, line in numbered if number < last]
    headlines = [n for n, line in before if n > crumb and len(take_notes(line)[0]) <= LONGEST_TITLE]
    if last < 0:
        headlines = [n for n, line in numbered if n > crumb][:1]
    title = headlines[-1] if headlines else -1
    if crumb < 0 and len(before) > 3:
        return None
    used = max(crumb, last, title)
    rest = [line for line in lines[used + 1 :] if line and not _is_control(line)]
    left = [line for n, line in enumerate(lines) if line and n <= used and n != title]
    left += [line for line in lines[used + 1 :] if line and _is_control(line)]
    return PageParts(known, lines[title] if title >= 0 else "", tuple(rest), tuple(left))


def _take_text(lines: list[str], known: str) -> PageParts:
    """A text that is no page: at most its first line is a title, and nothing is left out.

    ``known``: the title, where the front matter names it.
    """
    kept = [line for line in lines if line]
    if not kept:
        return PageParts(Metadata(), "", ())
    byline = BYLINE.match(kept[0])
    if byline:
        return PageParts(Metadata(**byline.groupdict()), kept[0], tuple(kept[1:]))
    if take_notes(kept[0])[0] == known if known else _is_title(kept):
        return PageParts(Metadata(), kept[0], tuple(kept[1:]))
    return PageParts(Metadata(), "", tuple(kept))


def _is_title(lines: list[str]) -> bool:
    """A short first line that does not end like a sentence, before longer ones."""
    first = take_notes(lines[0])[0]
    speech = re.match(r".{1,6}[:：]", first) is not None
    if is_heading(first) or speech:
        return False
    if len(lines) < 2 or len(first) > 30 or first.endswith(CLOSED):
        return False
    return max(len(line) for line in lines[1:]) > len(first) or len(lines) > 3


def _is_control(line: str) -> bool:
    """Whether a line is nothing but buttons."""
    return len(line) <= 24 and CONTROLS.fullmatch(line) is not None
