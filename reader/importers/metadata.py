"""What Chinese pages say about themselves: source, author, date, category."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from reader.importers.encoding import fold_width

KEYS = {
    "source": ("来源", "來源", "出处", "出處", "稿源", "来自", "來自", "转自", "轉自"),
    "author": ("作者", "记者", "記者", "编辑", "編輯", "责任编辑", "責任編輯", "撰文", "文"),
    "date": (
        *("时间", "時間", "发布时间", "發布時間", "發佈時間", "发表时间", "發表時間"),
        *("发布", "發布", "發佈", "发布日期", "發布日期", "日期", "更新时间", "更新時間"),
    ),
    "": (
        "浏览字号",
        "瀏覽字號",
        "字号",
        "字號",
        "字体",
        "字體",
        "阅读",
        "閱讀",
        "浏览",
        "瀏覽",
        "点击",
        "點擊",
    ),
}
FIELD_OF = {key: field for field, keys in KEYS.items() for key in keys}
KEY = re.compile(
    r"(?:(?<=^)|(?<=[\s|｜】\]]))("
    + "|".join(sorted(FIELD_OF, key=len, reverse=True))
    + r")\s*[:：]\s*"
)
LONGEST_LINE = 120
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
STEPS = re.compile(r"\s*(?:>>|>|»|›|→|＞＞|＞)\s*")
WHERE = re.compile(r"(?:您|你)?(?:现在|現在|当前|當前|目前|所在)的?(?:位置|栏目|欄目)\s*[:：]")
NOT_A_CATEGORY = {
    "首页",
    "首頁",
    "主页",
    "主頁",
    "内容",
    "內容",
    "正文",
    "详情",
    "詳情",
    "文章",
    "Home",
}


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

    One key is enough where the line holds little else.
    """
    if len(line) > LONGEST_LINE:
        return None
    keys = list(KEY.finditer(line))
    if not keys or (len(keys) == 1 and (keys[0].start() > 0 or len(line) > 30)):
        return None
    ends = [key.start() for key in keys[1:]] + [len(line)]
    found: dict[str, str] = {}
    for key, end in zip(keys, ends, strict=True):
        value = line[key.end() : end].strip(" \u3000\xa0|｜[]【】")
        field = FIELD_OF[key.group(1)]
        if field == "date":
            value = read_date(value)
        if field and value:
            found.setdefault(field, value)
    found.setdefault("date", read_date(line))
    if len(keys) == 1 and any(mark in line for mark in "。！？"):
        return None
    return Metadata(**found)


def read_breadcrumb(line: str) -> Metadata | None:
    """The category in «您現在的位置:首頁 >> 國內 > 內容»; None where it is no such line."""
    where = WHERE.search(line)
    steps = STEPS.split(line[where.end() :] if where else line)
    if not where and (len(steps) < 3 or max(map(len, steps)) > 12):
        return None
    names = [name.strip(" \u3000\xa0") for name in steps]
    categories = [name for name in names if name and name not in NOT_A_CATEGORY]
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
