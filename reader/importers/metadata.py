"""What Chinese pages say about themselves: source, author, date, category."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from reader.importers.encoding import fold_width

KEYS = {
    "source": ("来源", "來源", "出处", "出處", "稿源", "来自", "來自", "转自", "轉自"),
    "author": ("作者", "撰文", "文字", "文", "记者", "記者"),
    "editor": ("编辑", "編輯", "责任编辑", "責任編輯", "责编", "責編"),
    "date": (
        *("时间", "時間", "发布时间", "發布時間", "發佈時間", "发表时间", "發表時間"),
        *("发布", "發布", "發佈", "发布日期", "發布日期", "发表于", "日期", "更新时间", "更新時間"),
    ),
    "": (
        *("浏览字号", "瀏覽字號", "字号", "字號", "字体", "字體", "阅读", "閱讀", "浏览", "瀏覽"),
        *("点击", "點擊", "浏览次数", "瀏覽次數", "点击数", "點擊數", "阅读量", "閱讀量", "评论"),
        *("图", "圖", "图片", "圖片", "摄影", "攝影"),
    ),
}
FIELD_OF = {key: field for field, keys in KEYS.items() for key in keys}
SLASHED = ("作者", "撰文", "文字", "文", "记者", "記者", "编辑", "編輯", "图", "圖", "摄影", "攝影")
"""Keys that also stand before a bar: 文/某人 图/某人."""
KEY = re.compile(
    r"(?:(?<=^)|(?<=[\s|｜】\]]))(?:("
    + "|".join(sorted(FIELD_OF, key=len, reverse=True))
    + r")\s*[:：]|("
    + "|".join(SLASHED)
    + r")\s*[/／|｜])\s*"
)
LONGEST_LINE = 120
LONGEST_NAME = 30
PROSE = re.compile(r"[。！？!?；;，:：“”「」]")
SPACE = " \u3000\xa0|｜[]【】"
CLOCK = re.compile(
    r"(?:(?:星期|周|週)[一二三四五六日天]|(?:上午|下午)?\s*\d{1,2}[:：时時]\d{1,2}(?:分|[:：]\d{1,2})?)"
)
NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)"),
    re.compile(
        r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号號]"
    ),
)
MINGUO = re.compile(
    r"民[國国]\s*(\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號]"
)
MINGUO_START = 1911
STEPS = re.compile(r"\s*(?:>+|»|›|→|＞+)\s*")
WHERE = re.compile(
    r"(?:您|你)?(?:现在|現在|当前|當前|目前|所在)的?(?:所在)?(?:位置|栏目|欄目)\s*(?:是|为|為)?\s*[:：]"
)
HOME = {"首页", "首頁", "主页", "主頁", "网站首页", "網站首頁", "Home", "home"}
PAGE = {
    "内容",
    "內容",
    "正文",
    "详情",
    "詳情",
    "文章",
    "阅读",
    "閱讀",
    "新闻内容",
    "新聞內容",
    "内容页",
}
LONGEST_STEP = 16


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; empty where nothing was. ``date`` is ISO 8601."""

    title: str = ""
    source: str = ""
    author: str = ""
    date: str = ""
    category: str = ""
    level: str = ""
    licence: str = ""

    def known_fields(self) -> set[str]:
        """The names of what is not empty."""
        return {field.name for field in fields(self) if getattr(self, field.name)}

    def or_else(self, other: "Metadata") -> "Metadata":
        """What is empty here from another; what is known here wins."""
        missing = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if not getattr(self, field.name)
        }
        return replace(self, **missing)


def read_metadata_line(line: str) -> Metadata | None:
    """What a line like «來源:日報 作者:某 時間:2022-09-10» says; None where it is a line of text.

    Every value has to look like one: a date that exists, a name without a mark of prose.
    """
    keys = list(KEY.finditer(line)) if len(line) <= LONGEST_LINE else []
    if not keys or not _is_bare_date(line[: keys[0].start()]):
        return None
    ends = [key.start() for key in keys[1:]] + [len(line)]
    found: dict[str, str] = {}
    for key, end in zip(keys, ends, strict=True):
        field = FIELD_OF[key.group(1) or key.group(2)]
        value = _read_value(field, line[key.end() : end].strip(SPACE))
        if value is None:
            return None
        if value and field:
            found.setdefault(field, value)
    found.setdefault("date", read_date(line))
    editor = found.pop("editor", "")
    found["author"] = found.get("author", "") or editor
    return Metadata(**found) if any(found.values()) else None


def read_date_line(line: str) -> Metadata | None:
    """The date in a line that holds nothing else than it and the time of day."""
    return Metadata(date=read_date(line)) if line and _is_bare_date(line) else None


def first_key(line: str) -> str:
    """The key that a line begins with, empty where it begins with none."""
    key = KEY.match(line)
    return key.group(1) or key.group(2) if key else ""


def _read_value(field: str, value: str) -> str | None:
    """The value in the form that a field wants; None where no such value looks like this."""
    if field == "date":
        return read_date(value) if _is_bare_date(value) else None
    if field and (len(value) > LONGEST_NAME or PROSE.search(value)):
        # A time or a date behind a name belongs to the line, not to the name.
        value = _without_date(value)
        return None if len(value) > LONGEST_NAME or PROSE.search(value) else value
    return _without_date(value)


def _without_date(text: str) -> str:
    for pattern in (*DATES, MINGUO, CLOCK):
        text = pattern.sub("", text)
    return text.strip(SPACE + "日號号")


def _is_bare_date(text: str) -> bool:
    """Whether this is a date, with the time of day or without, or nothing at all."""
    stripped = text.strip(SPACE)
    return not stripped or bool(read_date(stripped) and not _without_date(fold_width(stripped)))


def read_breadcrumb(line: str) -> Metadata | None:
    """The category in «您現在的位置:首頁 >> 國內 > 內容»; None where it is no such line.

    A row of names is one only if it says where we are, or begins at home, or ends at the page.
    """
    if len(line) > LONGEST_LINE:
        return None
    where = WHERE.search(line)
    steps = [name.strip(SPACE) for name in STEPS.split(line[where.end() :] if where else line)]
    names = [name for name in steps if name]
    telling = bool(names) and (names[0] in HOME or names[-1] in PAGE)
    if not where and (len(steps) < 2 or not telling or max(map(len, names)) > LONGEST_STEP):
        return None
    categories = [name for name in names if name not in HOME | PAGE and len(name) <= LONGEST_STEP]
    return Metadata(category=categories[-1] if categories else "")


def read_date(text: str) -> str:
    """The first date in a text as ISO 8601, empty where there is none that exists."""
    folded = fold_width(text)
    for pattern in DATES:
        match = pattern.search(folded)
        if match:
            return _iso(*(_number(part) for part in match.groups()))
    match = MINGUO.search(folded)
    if match:
        year, month, day = (_number(part) for part in match.groups())
        return _iso(MINGUO_START + year, month, day)
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    """Digits, 二〇二二 or 二十九 as a number."""
    if text.isdigit() and text.isascii():
        return int(text)
    hundreds, _, text_below = text.rpartition("百")
    tens, ten, ones = text_below.rpartition("十")
    if not ten and not hundreds:
        return int("".join(str(NUMERALS[sign]) for sign in text))
    value = 100 * NUMERALS.get(hundreds, 1) if "百" in text else 0
    value += 10 * NUMERALS.get(tens.lstrip("〇零"), 1) if ten else 0
    return value + (NUMERALS[ones.lstrip("〇零")] if ones.strip("〇零") else 0)
