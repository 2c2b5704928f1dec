"""The header that our own texts carry: «key: value» lines between two «---» lines at the top."""

import re

from reader.importers.encoding import fold_width
from reader.importers.metadata import Metadata, read_date

KEYS = {"title", "level", "author", "source", "date", "licence", "license", "category"}
LONGEST = 20
"""Lines."""
FENCES = ("---", "+++")
"""Of YAML and of TOML."""
KEY = re.compile(r"[\w-]{1,40}[ \t]{0,20}[:：=]")
CONTINUED = frozenset(" \t-#[]")
"""How lines begin that are no keys: they go on with a value, or say something about it."""
MOST_LINES = 60
"""Of a header that says other things too."""
LIST = re.compile(r"\[([^\[\]]*)\]")


def read_front_matter(text: str) -> tuple[Metadata, str]:
    """What the header says and the text that follows it; the text itself where it has none."""
    start = text.lstrip("\n")
    if not start.startswith("---"):
        return Metadata(), text
    first, *lines = start.split("\n", LONGEST)
    end = next((number for number, line in enumerate(lines) if line.strip() == "---"), -1)
    pairs = [_read_pair(line) for line in lines[: max(end, 0)] if line.strip()]
    if first.strip() != "---" or not pairs or any(key not in KEYS for key, _ in pairs):
        return Metadata(), text
    known = {"licence" if key == "license" else key: value for key, value in pairs}
    known["date"] = read_date(known.get("date", "")) or known.get("date", "")
    return Metadata(**known), "\n".join(lines[end + 1 :])


def read_loose_front_matter(text: str) -> tuple[Metadata, str]:
    """The same for a header that may say other things too, as those of Markdown do."""
    fence, header, rest = _cut_header(text)
    if not fence:
        return Metadata(), text
    lines = [line for line in header if line[:1] not in CONTINUED]
    if fence == "+++":  # TOML
        lines = [line.replace("=", ":", 1) for line in lines]
    pairs = [_read_pair(line) for line in lines]
    known = {
        "licence" if key == "license" else key: _read_list(value)
        for key, value in pairs
        if key in KEYS
    }
    known["date"] = read_date(known.get("date", ""))
    return Metadata(**known), rest


def _cut_header(text: str) -> tuple[str, list[str], str]:
    """The fence of the header, its lines, and the text behind it; empty where there is none."""
    first, *lines = text.lstrip().split("\n", MOST_LINES + 2)
    fence = first.rstrip()
    if fence not in FENCES:
        return "", [], text
    for number, line in enumerate(lines[: MOST_LINES + 1]):
        if number and line.rstrip() == fence:
            header = [one for one in lines[:number] if one]
            return fence, header, "\n".join(lines[number + 1 :])
        if line.strip() and line[0] not in CONTINUED and not KEY.match(line):
            break
    return "", [], text


def _read_list(value: str) -> str:
    """What a value says: ``[甲, 乙]`` are two authors."""
    match = LIST.fullmatch(value)
    if match is None:
        return value
    return "、".join(part.strip(" \t\"'") for part in re.split("[,，]", match[1]) if part.strip())


def _read_pair(line: str) -> tuple[str, str]:
    key, _, value = line.replace("：", ":", 1).partition(":")
    return fold_width(key).strip().lower(), value.strip().strip("\"'")
