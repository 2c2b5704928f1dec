"""What Chinese pages say about themselves: source, author, date, category."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from reader.importers.credits import ADDRESS, clean_author, strip_lives
from reader.importers.encoding import fold_width

KEYS = {
    "source": (
        *("来源", "來源", "出处", "出處", "稿源", "来自", "來自", "转自", "轉自"),
        *("文章来源", "文章來源", "信息来源", "訊息來源", "新闻来源", "新聞來源", "本文来源"),
        *("本文來源", "稿件来源", "稿件來源", "转载自", "轉載自", "摘自", "选自", "選自"),
        *("媒体", "媒體", "发布单位", "發布單位", "發佈單位", "发布机构", "發布機構", "发文机关"),
        *("發文機關", "发布机关", "發布機關", "发文单位", "發文單位", "公众号", "公眾號"),
    ),
    "author": (
        *("作者", "原作者", "撰文", "撰稿", "撰稿人", "文字", "文", "记者", "記者", "本报记者"),
        *(
            "本報記者",
            "采写",
            "採寫",
            "通讯员",
            "通訊員",
            "作者姓名",
            "文章作者",
            "发布者",
            "發布者",
        ),
        *("發佈者",),
    ),
    "title": ("标题", "標題", "文章标题", "文章標題", "篇名"),
    "category": ("栏目", "欄目", "文章分类", "文章分類", "所属栏目", "所屬欄目"),
    "editor": (
        *("编辑", "編輯", "责任编辑", "責任編輯", "责编", "責編", "本期编辑", "本期編輯", "整理"),
    ),
    "date": (
        *("时间", "時間", "发布时间", "發布時間", "發佈時間", "发表时间", "發表時間"),
        *("发布", "發布", "發佈", "发布日期", "發布日期", "发表于", "日期", "更新时间", "更新時間"),
        *(
            "发表",
            "發表",
            "发布于",
            "發布於",
            "發佈日期",
            "發佈於",
            "發表於",
            "发表日期",
            "發表日期",
        ),
        *("刊登时间", "刊登時間", "刊登日期", "出版日期", "出版时间", "出版時間", "更新日期"),
        *("上传时间", "上傳時間", "发文日期", "發文日期", "成文日期", "写作时间", "寫作時間"),
        *("最后更新", "最後更新", "更新于", "更新於"),
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
    r"(?:(?<=^)|(?<=[\s|｜】\]【\[:：]))(?:("
    + "|".join(r"[ \u3000]{0,3}".join(key) for key in sorted(FIELD_OF, key=len, reverse=True))
    + r")\s*[:：]|("
    + "|".join(SLASHED)
    + r")\s*[/／|｜])\s*"
)
LONGEST_LINE = 120
LONGEST_NAME, LONGEST_TITLE = 30, 80
PROSE = re.compile(r"[。！？!?；;，:：“”「」]")
EDGE = " \u3000\xa0|｜"
SPACE = EDGE + "[]【】"
CLOCK = re.compile(
    r"(?:(?:星期|周|週)[一二三四五六日天]|(?:上午|下午|T)?\s*\d{1,2}[:：时時]\d{1,2}"
    r"(?:分|[:：]\d{1,2}(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)"
)
NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "０": 0,
    "两": 2,
    "兩": 2,
    "元": 1,
}
_DAY = (
    r"\s{0,9}(\d{1,2}|[元一二三四五六七八九十廿卅]{1,3})\s{0,9}月"
    r"\s{0,9}(\d{1,2}|初?[一二三四五六七八九十廿卅]{1,3})\s{0,9}[日号號]"
)
YEAR = r"(?<!\d)((?:19|20)\d\d)|([〇零○一二三四五六七八九]{4})"
DATES = (
    re.compile(
        r"(?<!\d)((?:19|20)\d\d)\s{0,9}[-/.年—–－]\s{0,9}(\d{1,2})"
        r"\s{0,9}[-/.月—–－]\s{0,9}(\d{1,2})(?!\d)"
    ),
    re.compile(rf"([〇零○一二三四五六七八九]{{4}})\s{{0,9}}年{_DAY}"),
    re.compile(rf"(?<!\d)((?:19|20)\d\d)\s{{0,9}}年{_DAY}"),
)
MINGUO = re.compile(
    r"(?:中[华華])?民[國国]\s{0,9}(\d{1,3}|[元一二三四五六七八九十百〇零○]{1,6})\s{0,9}"
    rf"(?:年{_DAY}|[-/.]\s{{0,9}}(\d{{1,2}})\s{{0,9}}[-/.]\s{{0,9}}(\d{{1,2}})(?!\d))"
)
BARE_MINGUO = re.compile(
    r"(?<!\d)(1\d\d|[6-9]\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)"
)
"""As Taiwanese offices write it; believed only behind a key."""
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
DAY_ALONE = re.compile(rf"(?<![\d年月]){_DAY}")
YEAR_ALONE = re.compile(rf"(?:{YEAR})\s{{0,9}}年")
MINGUO_START = 1911
IN_LINES = tuple(
    re.compile(rf"(?:{pattern.pattern})(?:\s?[日号號])?")
    for pattern in (MINGUO, *DATES, COMPACT, BARE_MINGUO)
)
EDITION = re.compile(
    r"[（(]\s?第\s?[\d一二三四五六七八九十A-Z]{1,4}\s?版\s?[)）]$"
    r"|第\s?[\d一二三四五六七八九十A-Z]{1,4}\s?版$"
)
"""The page of a newspaper."""
BRACKETED = re.compile(r"[（(]([^（()）]+)[)）]")
PUBLISHED = re.compile(
    r"(?:本文|原文)?(?:首?发布?|首?發[布佈]?|发表|發表|刊登|刊载|刊載|刊|更新|写|寫|作|原载|原載|载|載)(?:于|於)"
    r"\s{0,3}[:：]?\s{0,3}(?=[\d二一民中])"
)
"""发布于2022年9月10日."""
BEHIND = re.compile(r"\s?(?:首发|首發|发布|發布|發佈|发表|發表|刊登|更新)$")
"""2022年9月10日发布."""
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
SITE = re.compile(r"[\u3400-\u9fff]{1,8}(?:网|網|在线|在線|首页|首頁)")
"""What the first step of a way through a site is called, where it is not its home."""


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
    whole = BRACKETED.fullmatch(line) if len(line) <= LONGEST_LINE else None
    line = whole[1].strip() if whole else line
    keys = list(KEY.finditer(line)) if len(line) <= LONGEST_LINE else []
    if not keys or not _is_bare_date(line[: keys[0].start()]):
        return None
    ends = [key.start() for key in keys[1:]] + [len(line)]
    found: dict[str, str] = {}
    for key, end in zip(keys, ends, strict=True):
        field = FIELD_OF[_name_key(key)]
        value = _read_value(field, line[key.end() : end].strip(EDGE))
        if value is None:
            return None
        if value and field:
            found.setdefault(field, value)
    found.setdefault("date", find_date(line))
    editor = found.pop("editor", "")
    found["author"] = found.get("author", "") or editor
    return Metadata(**found) if any(found.values()) else None


def read_date_line(line: str) -> Metadata | None:
    """The date in a line that holds nothing else than it and the time of day."""
    if not 0 < len(line) <= LONGEST_LINE:
        return None
    told = PUBLISHED.match(line)
    line = line[told.end() :].removesuffix("。") if told else BEHIND.sub("", line)
    return Metadata(date=find_date(line)) if _is_bare_date(line) else None


def first_key(line: str) -> str:
    """The key that a line begins with, empty where it begins with none."""
    key = KEY.match(line)
    return _name_key(key) if key else ""


def _name_key(key: re.Match[str]) -> str:
    """A key as the table has it: 作　者 is 作者."""
    return "".join((key.group(1) or key.group(2)).split())


def _read_value(field: str, value: str) -> str | None:
    """The value in the form that a field wants; None where no such value looks like this."""
    value = (clean_author(value) if field == "author" else value).strip(SPACE)
    if field == "title":
        return value[:LONGEST_TITLE]
    if field != "date" and ADDRESS.fullmatch(value):
        return ""
    if field == "date":
        return find_date(value) if _is_bare_date(value) else None
    # A time or a date behind a name belongs to the line, not to the name.
    value = without_date(value)
    return None if field and (len(value) > LONGEST_NAME or PROSE.search(value)) else value


def without_date(text: str) -> str:
    """A text without the date and the page of a newspaper that stand in it."""
    for pattern in (*IN_LINES, CLOCK):
        text = pattern.sub("", text)
    return EDITION.sub("", text.strip(SPACE)).strip(SPACE)


def _is_bare_date(text: str) -> bool:
    """Whether this is a date, with the time of day or without, or nothing at all."""
    stripped = text.strip(SPACE)
    return not stripped or bool(find_date(stripped) and not without_date(fold_width(stripped)))


def read_breadcrumb(line: str) -> Metadata | None:
    """The category in «您現在的位置:首頁 >> 國內 > 內容»; None where it is no such line.

    A row of names is one only if it says where we are, or begins at home, or ends at the page.
    """
    if len(line) > LONGEST_LINE:
        return None
    where = WHERE.search(line)
    steps = [name.strip(SPACE) for name in STEPS.split(line[where.end() :] if where else line)]
    names = [name for name in steps if name]
    telling = bool(names) and (names[0] in HOME or names[-1] in PAGE or SITE.fullmatch(names[0]))
    if not where and (len(steps) < 2 or not telling or max(map(len, names)) > LONGEST_STEP):
        return None
    categories = [name for name in names if name not in HOME | PAGE and len(name) <= LONGEST_STEP]
    return Metadata(category=categories[-1] if categories else "")


def read_date(text: str) -> str:
    """The first date in a text as ISO 8601, empty where there is none that exists."""
    folded = strip_lives(fold_width(text))
    for pattern in (*DATES, MINGUO):
        for match in pattern.finditer(folded):
            year, month, day = (_number(part) for part in match.groups() if part)
            found = _iso(year + MINGUO_START * (pattern is MINGUO), month, day)
            if found:
                return found
    return ""


def find_date(text: str, year: int = 0) -> str:
    """A date as ISO 8601 in a text that is known to hold one, such as what stands behind a key.

    20220910 is read too, and 9月10日 where the year stands elsewhere in the text or is given. Empty
    where there is none.
    """
    found = read_date(text)
    if found:
        return found
    folded = strip_lives(fold_width(text))
    for pattern, start in ((COMPACT, 0), (BARE_MINGUO, MINGUO_START)):
        match = pattern.search(folded)
        if match:
            return _iso(start + int(match[1]), int(match[2]), int(match[3]))
    alone, known = DAY_ALONE.search(folded), YEAR_ALONE.search(folded)
    if alone and (known or year):
        of_text = _number(known[1] or known[2]) if known else year
        return _iso(of_text, _number(alone[1]), _number(alone[2]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    """Digits, 二〇二二, 二十九, 廿九 or 初九 as a number."""
    text = text.lstrip("初").replace("廿", "二十").replace("卅", "三十").replace("十十", "十")
    if text.isdigit() and text.isascii():
        return int(text)
    hundreds, _, text_below = text.rpartition("百")
    tens, ten, ones = text_below.rpartition("十")
    if not ten and not hundreds:
        return int("".join(str(NUMERALS[sign]) for sign in text))
    value = 100 * NUMERALS.get(hundreds, 1) if "百" in text else 0
    value += 10 * NUMERALS.get(tens.lstrip("〇零"), 1) if ten else 0
    return value + (NUMERALS[ones.lstrip("〇零")] if ones.strip("〇零") else 0)
