"""What the properties of a file say of its text, as far as somebody meant them.

Programs fill them in: with the name of whoever the computer belongs to, and with the day on which
the file was made, or the template that it was made from.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime

from reader.importers.metadata import Metadata

NOBODY = re.compile(
    r"(?:ms |microsoft |windows |wps |chinese |my |default |unknown |un-?named )*"
    r"(?:\w*admin\w*|users?|guest|owner|author|creator|unknown|un-?named|office|microsoft|windows|word"
    r"|wps|kingsoft|lenovo|dell|hp|asus|acer|thinkpad|system|pc|apple|mac(?:book|intosh)?|home|test"
    r"|office user|computer)[ \d_-]*"
    r"|.*(?:python|openpyxl|apache|libreoffice|pandoc|aspose|docx4j|\.(?:com|cn|net|org))\b.*"
    r"|(?:微软|微軟|系统|系統|网络|網絡|匿名|未知|普通|超级|超級|本机|默认|預設|办公|office|windows|wps)?\s*"
    r"(?:用户|用戶|使用者|管理员|管理員|作者|电脑|電腦)\d*"
    r"|未知|匿名|本站|佚名|无名|無名|微软(?:中国|公司)?|微軟(?:公司)?|番茄花园|雨林木风|深度(?:技术|系统)?|系统之家|电脑公司|萝卜家园"
    r"|.*(?:的|之)(?:电脑|電腦|MacBook.*|iMac|iPhone|iPad)|.*(?:电脑城|电脑公司)",
    re.IGNORECASE,
)
"""What computers and programs are called that nobody has given the name of a person."""
LOGIN = re.compile(r"[!-~]+")
"""A word of letters and digits: who writes Chinese under his name has more than one, or Han."""
NO_TITLE = re.compile(
    r"(?:文档|文檔|文件|document|doc)\s*\d*|word document|无标题.*|無標題.*|untitled.*|microsoft .*"
    r"|.*\.(?:docx?|wps|odt|pdf|rtf|txt|pptx?|indd)",
    re.IGNORECASE,
)
MADE_BY_TEMPLATES = frozenset(
    (
        datetime(2013, 12, 23, 23, 15, tzinfo=UTC),
        datetime(2006, 9, 16, tzinfo=UTC),
        datetime(2006, 9, 13, 11, 21, 51, tzinfo=UTC),
        datetime(1996, 12, 17, 1, 32, 42, tzinfo=UTC),
    )
)
"""When the templates were made that programs copy with their dates."""
FIRST_YEAR = 1985
"""Before it nobody made such a file; a clock that is not set begins in 1601, 1970 or 1980."""


def doubt(known: Metadata) -> Metadata:
    """Properties without what is nobody's name and no title."""
    author = "" if is_nobody(known.author) else known.author.strip()
    title = "" if NO_TITLE.fullmatch(known.title.strip()) else known.title.strip()
    return replace(known, author=author, title=title)


def is_nobody(author: str) -> bool:
    """Whether a name is that of a computer, or of nobody."""
    bare = " ".join(author.split())
    return bool(NOBODY.fullmatch(bare) or LOGIN.fullmatch(bare))


def read_made(made: datetime | None) -> str:
    """The day on which a file was made as ISO 8601; empty where a template tells it."""
    if made is None or made.year < FIRST_YEAR:
        return ""
    stamp = made.replace(tzinfo=UTC) if made.tzinfo is None else made
    return "" if stamp.replace(microsecond=0) in MADE_BY_TEMPLATES else made.date().isoformat()
