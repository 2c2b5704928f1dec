"""What the visible lines of a page say about its text: its title, when, where and by whom.

Only lines around the title and short lines with a key are believed; an author is a guess.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.importers.author_names import (
    END,
    HAN,
    NAME,
    NO_NAMES,
    REPORTER,
    SURNAMES,
    is_name,
    join_names,
)
from reader.importers.furniture import is_control, is_navigation
from reader.importers.html_blocks import Block
from reader.importers.html_content import is_link, weigh
from reader.importers.metadata import (
    CLOCK,
    Metadata,
    read_breadcrumb,
    read_date,
    read_date_line,
    read_metadata_line,
    without_date,
)

HEADINGS = frozenset(("h1", "h2", "h3"))
ALL_HEADINGS = HEADINGS | {"h4", "h5", "h6"}
LONGEST_LINE = 120
LONGEST_TITLE = 80
LONGEST_CREDIT = 40
LONGEST_BYLINE = 60
MOST_NAMES = 4
SHORTEST_TITLE = 5
FIRST_LINES, LAST_LINES = 2_000, 200
"""Of a page: what is told of its text is told there."""
REACH_IN_SOURCE = 300_000
REACH_BEFORE, REACH_AFTER = 5, 12
"""Lines before and after the title in which a date without a key is its date."""
PROSE = re.compile("[。，；]")
TITLE_KEY = re.compile(r"(?:主题|主題|标题|標題|题目|題目|篇名)\s*[:：]\s*(?=.{4,80}$)")
NO_TITLE = re.compile(
    r"^[^《》]{1,5}[:：]|[|｜»›]|>>|www\.|https?:|登录|登錄|注册|註冊|电话|欢迎|歡迎"
)
SURE = 30
"""Characters of prose in a line that is surely text."""
PEOPLE = re.compile(rf"{HAN}{{2,3}}")
NO_WRITER = ("摄", "攝", "图", "圖", "供", "编", "編", "译", "譯")
"""What stands behind the name of somebody who did not write it."""
TOOK = re.compile(r"(?:摄影?|攝影?|供图|供圖|[图圖]片?)\s?[)）】\]]?$")
"""The end of a line that names who took a picture: 新华社记者 张三 摄."""
WROTE_TOO = re.compile(r"[/／|｜\s]文|文\s?[/／|｜]")
AUTHOR = re.compile(
    rf"(?:作者|撰文|撰稿|文字|(?<!{HAN})文)\s*[:：/／|｜]\s*"
    rf"(?:[\[【〔［（(]\s?{HAN}{{1,4}}[\]】〕］)）]\s?)?(?!https?:|www\.)"
    rf"(?P<name>[^\s|｜:：/／，。,;；()（）\[\]【】=\"<>]{{2,20}}+(?![=\"])"
    rf"(?:[ \u3000\xa0、]{{1,3}}{NAME}(?!{HAN})(?!\s*[:：/／|｜])){{0,4}})"
)
EDITOR = re.compile(rf"(?:编辑|編輯|责编|責編)[\s:：]{{1,4}}(?P<name>{NAME}){END}")
BRACKETED = re.compile(
    rf"[（(](?:本报|本報)?(?:记者|記者|通讯员|通訊員)[\s:：]*(?P<name>{HAN}{{2,5}})[)）]"
)
"""A reporter between brackets, whose name may be of any people: （记者 格桑边觉）."""
POSTED = re.compile(
    r"(?:^|\s)由\s?(?P<by>[^\s:：，。]{2,16}?)\s?(?:张贴|張貼|发表|發表|发布|發佈|发布于)(?!会)"
    r"|(?:^|\s)(?P<name>[^\s:：，。]{2,16})\s+(?:发表于|發表於|发布于|發佈於)[\s:：]*(?=(?:19|20)\d\d)"
    r"|\d\s+by\s+(?P<poster>[^\s:：，。]{2,16})(?:\s|$)"
)
"""Whoever put it into a journal or a forum."""
BESIDE_DATE = re.compile(rf"[\[【]\s*(?P<name>{NAME})\s*[\]】]")
SIGNED = re.compile(rf"[（(](?P<name>{NAME})[)）]")
SOURCE = re.compile(
    r"(?:来源|來源|稿源|出处|出處|来自|來自|转自|轉自|(?:发布|發布|發佈|发文|發文)(?:单位|單位|机构|機構|机关|機關))"
    r"(?:于|於)?\s*[:：]\s*(?!(?:作者|编辑|編輯|记者|記者|责编|責編|时间|時間|日期)\s*[:：])"
    r"(?P<name>[^\s|｜:：,，。;；()（）\[\]【】<>=\"]{2,30}?)"
    r"(?=\s|作者|编辑|編輯|责任|責任|记者|記者|发布|發布|时间|時間|字号|举报|舉報|分享|评论|評論|[|｜:：,，。;；()（）\[\]【】<>]|$)"
)
KEY_ALONE = re.compile(
    r"(?:(?:发布|發布|發佈|公告|发文|發文|张贴|刊登|成文)(?:日期|时间|時間|单位|單位|机构|機構|机关|機關)|来源|來源|作者|日期)\s*[:：]?"
)
"""What stands in a cell of a table beside that with the value."""
DATED = re.compile(
    r"(?:时间|時間|日期|发布|發布|發佈|发表|發表|刊于|更新|上传|posted|published)", re.IGNORECASE
)
IN_SOURCE = re.compile(
    r"(?:pub|sign|post|issue|create|release)[a-z_\-]{0,16}[^\w<>]{0,4}(?:at|escape|on)?[^\w<>]{1,4}"
    r"((?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2})",
    re.IGNORECASE,
)
IN_ADDRESS = re.compile(
    r"[/_=t-]((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.\-]|$)"
)
DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")
MONTH_ONLY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月(?!\s*\d)")


def find_title(blocks: Sequence[Block], known: Iterable[str]) -> int:
    """The number of the line that is the title; -1 for none.

    ``known``: what the page calls itself elsewhere, in the order in which it is believed.
    """
    for name in map(_letters, known):
        fitting = [number for number, block in enumerate(blocks) if _fits(block, name)]
        if fitting:
            headed = [n for n in fitting if blocks[n].tag in HEADINGS]
            return max(headed or fitting, key=lambda n: (len(_letters(blocks[n].text)), -n))
    first = [n for n, block in enumerate(blocks) if block.tag == "h1" and not block.is_aside]
    if len(first) == 1 and 1 < len(blocks[first[0]].text) <= LONGEST_TITLE:
        return first[0]
    return -1


def find_headline(blocks: Sequence[Block], text: Sequence[Block], name: str) -> int:
    """The number of the line above the text that may be its title, where its name is none.

    ``name``: of the page's window. If its pairs of characters occur in the text, it is the title.
    """
    words = "".join(block.text for block in text)
    letters = _letters(name)
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    if not text or (len(pairs) > 2 and 2 * sum(pair in words for pair in pairs) >= len(pairs)):
        return -1
    start = next((number for number, block in enumerate(blocks) if block is text[0]), 0)
    told = range(max(0, start - REACH_BEFORE), min(start + REACH_BEFORE, len(blocks)))
    named = [number for number in told if TITLE_KEY.match(blocks[number].text)]
    if named:
        return named[0]
    prose = next((n for n, block in enumerate(text) if weigh(block) >= SURE), 0)
    above = range(max(0, start - REACH_BEFORE), start + prose)
    return max(filter(lambda n: _may_be_title(blocks[n]), above), key=lambda n: -n, default=-1)


def _may_be_title(block: Block) -> bool:
    text = block.text
    plain = len(_letters(text)) >= SHORTEST_TITLE and len(text) <= LONGEST_CREDIT
    told = is_byline(text) or read_breadcrumb(text) or is_control(text) or is_navigation(text)
    return plain and not (told or is_link(block) or PROSE.search(text) or NO_TITLE.search(text))


def _fits(block: Block, name: str) -> bool:
    """Whether a line is the name, or begins with it, or is part of it."""
    if len(block.text) > LONGEST_TITLE or is_link(block):
        return False
    letters = _letters(block.text)
    return letters == name or (
        len(letters) >= SHORTEST_TITLE - 1
        and (letters in name or (len(name) > SHORTEST_TITLE and letters.startswith(name)))
    )


def read_byline(
    blocks: Sequence[Block], title: int, text: Sequence[Block], markup: str, address: str
) -> Metadata:
    """What lines say. ``title``: its number; ``text``: the main text; ``markup``: all of it."""
    blocks, title = _join_cells(blocks, title)
    around = _list_lines_around(blocks, title, text)
    told = (*blocks[:FIRST_LINES], *blocks[FIRST_LINES:][-LAST_LINES:])
    lines = [block.text for block in told if len(block.text) <= LONGEST_LINE]
    heads = frozenset(block.text for block in told if block.tag in ALL_HEADINGS)
    ends = [line for block in (*text[:3], *text[-3:]) for line in _list_ends(block.text)]
    shown = frozenset(block.text for block in blocks if block.is_caption)
    near, last, all_lines = (_leave_photographers(one, shown) for one in (around, ends, lines))
    return Metadata(
        source=without_date(_find(SOURCE, [*around, *lines])),
        author=_find_author(near, last, all_lines, heads),
        date=_find_date(around, lines, markup, address) or _find_last_date(text),
        category=_find_category(lines),
    )


def _join_cells(blocks: Sequence[Block], title: int) -> tuple[Sequence[Block], int]:
    """The lines, and which is the title, with what stands beside a key in a table joined to it."""
    keys = [number for number, block in enumerate(blocks[:-1]) if KEY_ALONE.fullmatch(block.text)]
    if not keys:
        return blocks, title
    joined = list(blocks)
    for number in reversed(keys):
        if number + 1 < len(joined) and len(joined[number + 1].text) <= LONGEST_CREDIT:
            text = f"{joined[number].text.rstrip(' :：')}：{joined[number + 1].text}"
            joined[number : number + 2] = [replace(joined[number], text=text)]
            title -= number < title
    return joined, title


def is_byline(text: str) -> bool:
    """Whether a line between title and text tells of the text and is no part of it."""
    if len(text) > LONGEST_LINE:
        return False
    told = SOURCE.search(text) or AUTHOR.search(text) or EDITOR.search(text)
    if told and len(text) <= LONGEST_BYLINE:
        return True
    if told or PROSE.search(text) or not (read_date(text) or DAY_FIRST.search(text)):
        return bool(told)
    # A diary begins with a date too, and with the weather.
    return bool(DATED.search(text) or CLOCK.search(text) or read_date_line(text))


def _list_lines_around(blocks: Sequence[Block], title: int, text: Sequence[Block]) -> list[str]:
    """Lines near the title: those below it first, then those above it."""
    at = title
    if at < 0 and text:
        at = max(0, next((n for n, block in enumerate(blocks) if block is text[0]), 0))
    at = max(at, 0)
    near = [
        *blocks[at + 1 : at + REACH_AFTER],
        *reversed(blocks[max(0, at - REACH_BEFORE) : at + 1]),
    ]
    return [block.text for block in near if len(block.text) <= LONGEST_LINE and not is_link(block)]


def _list_ends(line: str) -> tuple[str, ...]:
    return (line,) if len(line) <= LONGEST_LINE else (line[:60], line[-60:])


def _find(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    for line in lines:
        match = pattern.search(line)
        if match:
            name = next(group for group in match.groups() if group)
            return join_names(name)
    return ""


def _find_author(
    around: list[str], ends: list[str], lines: list[str], heads: frozenset[str]
) -> str:
    """Whoever wrote it; else who reported, signed, or at least edited it.

    ``heads``: lines that are headings, such as 文化, and not the names of people.
    """
    named = {_find(AUTHOR, [line]) for line in lines if AUTHOR.search(line)}
    return (
        _find(AUTHOR, [*around, *ends])
        or (named.pop() if len(named) == 1 else "")
        or _find(BRACKETED, ends)
        or _find(REPORTER, filter(_names_reporter, [*around, *ends]))
        or _find(SIGNED, [end[-8:] for end in ends if _is_signed(end)])
        or _find_name(line for line in around if line not in heads)
        or _find(BESIDE_DATE, filter(_names_beside_date, around))
        or _find(POSTED, lines)
        or _find(EDITOR, [*around, *ends, *lines])
    )


def _leave_photographers(lines: Iterable[str], captions: frozenset[str]) -> list[str]:
    """The lines without those below pictures, which name who took them."""
    return [
        line
        for line in lines
        if line not in captions and (not TOOK.search(line) or WROTE_TOO.search(line))
    ]


def _names_reporter(line: str) -> bool:
    """Whether what follows is a name; in prose reporters also 了解, 采访 and the like."""
    match = REPORTER.search(line)
    name = (match["name"] or match["writer"]) if match else ""
    if not name or name[:2] in NO_NAMES:
        return False
    return len(line) <= LONGEST_CREDIT or name[0] in SURNAMES


def _find_name(lines: Iterable[str]) -> str:
    """A line that is nothing but the name of a person, or of several."""
    for line in lines:
        first, *others = [re.sub(r"\s", "", name) for name in re.split(r"[、,，]", line)]
        if len(others) < MOST_NAMES and _is_name(first) and all(map(PEOPLE.fullmatch, others)):
            return " ".join((first, *others))
    return ""


def _is_name(text: str) -> bool:
    return bool(PEOPLE.fullmatch(text)) and is_name(text)


def _names_beside_date(line: str) -> bool:
    match = BESIDE_DATE.search(line)
    return match is not None and match["name"][0] in SURNAMES and bool(read_date(line))


def _is_signed(line: str) -> bool:
    match = SIGNED.search(line[-8:])
    if match is None or match.end() < len(line[-8:]):
        return False
    return match["name"][0] in SURNAMES and not match["name"].endswith(NO_WRITER)


def _find_date(around: list[str], lines: list[str], markup: str, address: str) -> str:
    told = (line for line in around if not PROSE.search(line) or is_byline(line))
    keyed = (line for line in lines if DATED.search(line) and not PROSE.search(line))
    for line in (*told, *keyed):
        date = read_date(line) or _read_day_first(line) or _read_told_date(line)
        if date:
            return date
    source = IN_SOURCE.search(markup, 0, REACH_IN_SOURCE)
    if source:
        return read_date(source[1])
    named = IN_ADDRESS.search(address)
    if named:
        return read_date("-".join(named.groups()))
    return next(filter(None, map(_read_month, around)), "")


def _read_told_date(line: str) -> str:
    """The date in a line that has nothing else, or stands behind a key: 111年9月10日."""
    found = read_date_line(line) or read_metadata_line(line)
    return found.date if found else ""


def _find_last_date(text: Sequence[Block]) -> str:
    """The date that a notice is signed with, or the issue that an essay stood in."""
    last = [block.text for block in reversed(text[-3:]) if len(block.text) <= 24]
    dates = (read_date(line) or _read_month(line) for line in last)
    return next(filter(None, dates), "")


def _read_month(line: str) -> str:
    match = MONTH_ONLY.search(line)
    return f"{match[1]}-{int(match[2]):02}" if match and 1 <= int(match[2]) <= 12 else ""


def _read_day_first(line: str) -> str:
    match = DAY_FIRST.search(line)
    return read_date(f"{match[3]}-{match[2]}-{match[1]}") if match else ""


def _find_category(lines: Iterable[str]) -> str:
    for line in lines:
        found = read_breadcrumb(line)
        if found and found.category:
            return re.split(r"\s*[|｜/]\s*", found.category)[-1]
    return ""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
