"""What a text that is no page says of itself: read for the library, and left where it stands.

A line below the title with a name or a date, a reporter in the first line of a report, and the
name or date that a letter or a notice is signed with. An author is a guess.
"""

import re
from collections import Counter
from collections.abc import Sequence

from reader.importers.author_names import (
    HAN,
    NO_NAMES,
    REPORTER,
    SURNAMES,
    is_name,
    join_names,
)
from reader.importers.metadata import (
    Metadata,
    first_key,
    read_date,
    read_date_line,
    read_metadata_line,
)

REACH, LAST = 4, 2
"""Lines below the title, and at the end, that may tell of a text."""
LONGEST = 40
NAME = re.compile(rf"{HAN}(?:[ \u3000]?{HAN}){{1,2}}")
REPORTED = re.compile(
    r"[◎■●]?\s?(?:(?:本报|本報|本刊|本台)(?:讯|訊|电|電)"
    r"|(?P<source>新华社|中新社|新華社|中新網|中新网|中央社)?.{0,12}?(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊))"
)
"""How a report begins: 新华社北京9月10日电."""
AMBIGUOUS = frozenset(("时间", "時間", "日期", "图", "圖", "文字"))
"""Keys that plays, invitations and recipes have as well."""
DATED = frozenset(("时间", "時間", "日期"))
LABEL = re.compile(r".{1,6}[:：]")
"""How a line begins that says what is where, or who speaks."""
CREDITED = re.compile(
    r"(?:本报|本報|本刊|本网|本網|本台|特约|特約|新华社|新華社)?(?:首席|见习|實習|实习)?"
    r"(?:记者|記者|通讯员|通訊員)[\s\u3000]+(?P<name>[\u3400-\u9fff]{2,4}(?:[\s\u3000、]+[\u3400-\u9fff]{2,4})*)"
)
REPORTED_FROM = re.compile(
    r"(?P<when>(?:19|20)\d\d[-/.年].{4,20})?\s*(?:记者|記者)[\s\u3000]*(?P<name>[\u3400-\u9fff]{2,4})"
    r"\s*[/／]\s*\S{2,6}(?:报道|報道|報導)"
)
"""記者陳怡君／台北報導, as newspapers of Taiwan have it."""
STAMPED = re.compile(
    r"[（(]?(?P<source>[\u3400-\u9fff]{2,8})[)）]?\s*(?P<when>(?:19|20)\d\d[-/年].{4,9}\s+\d\d?:\d\d(?::\d\d)?)"
)
"""（新华网）2012年11月08日 20:17:05."""
WECHAT = re.compile(
    r"(?P<own>原创|原創)?\s*(?P<names>[^\s:：，。]{2,20}(?:\s+[^\s:：，。]{2,20}){0,2})\s+"
    r"(?P<date>(?:19|20)\d\d[-年]\d\d?[-月]\d\d?日?)(?:\s+\d\d?:\d\d)?\s*(?P<place>发表于\s?\S{2,8})?"
)
"""原创 南山先生 南山夜话 2022-03-08 21:30 发表于广东."""


def read_credit_line(line: str) -> Metadata | None:
    """What a line of names between a title and its text says; None where it is none."""
    if len(line) > 2 * LONGEST:
        return None
    credited = CREDITED.fullmatch(line)
    if credited and credited["name"][0] in SURNAMES:
        return Metadata(author=join_names(credited["name"]))
    reported = REPORTED_FROM.fullmatch(line)
    if reported and reported["name"][0] in SURNAMES:
        dated = read_date_line(reported["when"] or "") or Metadata()
        return Metadata(author=reported["name"], date=dated.date)
    stamped = STAMPED.fullmatch(line)
    if stamped:
        return Metadata(source=stamped["source"], date=read_date(stamped["when"]))
    told = WECHAT.fullmatch(line)
    if told is None or not (told["own"] or told["place"]):
        return None
    names = told["names"].split()
    dated = read_date_line(told["date"]) or Metadata()
    author = names[0] if len(names) > 1 else ""
    return Metadata(source=names[min(1, len(names) - 1)], author=author, date=dated.date)


def read_text_byline(lines: Sequence[str], *, titled: bool) -> Metadata:
    """What lines say. ``titled``: whether the first of them is the title."""
    spoken = Counter(filter(None, map(first_key, lines)))
    found = Metadata()
    near = lines[titled : titled + REACH]
    for at, line in enumerate(near):
        if len(line) <= LONGEST and spoken[first_key(line)] < 2:
            known = None if _is_ambiguous(near, at) else read_metadata_line(line)
            known = known or read_credit_line(line) or read_date_line(line)
            found = found.or_else(known or Metadata())
    for line in lines[-LAST:]:
        found = found.or_else(read_date_line(line) or Metadata())
    return found.or_else(_read_report(near)).or_else(_read_name(near) if titled else Metadata())


def _is_ambiguous(lines: Sequence[str], at: int) -> bool:
    """Whether a line may tell of what happens in the text: 时间：… with 地点：… beside it."""
    key = first_key(lines[at])
    if key not in AMBIGUOUS:
        return False
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return key not in DATED or any(LABEL.match(line) and not first_key(line) for line in beside)


def _read_report(lines: Sequence[str]) -> Metadata:
    for line in lines:
        report = REPORTED.match(line)
        reporter = REPORTER.search(line[:80]) if report else None
        if report:
            name = (reporter["name"] or "") if reporter else ""
            known = name if name[:1] in SURNAMES and name[:2] not in NO_NAMES else ""
            return Metadata(source=report["source"] or "", author=join_names(known))
    return Metadata()


def _read_name(lines: Sequence[str]) -> Metadata:
    """A line right below the title that is nothing but a name."""
    line = lines[0] if len(lines) > 1 else ""
    bare = re.sub(r"\s", "", line)
    longer = any(len(other) > len(bare) for other in lines[1:])
    is_alone = NAME.fullmatch(line) and longer and is_name(bare)
    return Metadata(author=bare) if is_alone else Metadata()
