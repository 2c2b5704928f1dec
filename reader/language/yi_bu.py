"""一, 不 and 个 as they are said.

一 keeps its first tone where it counts or ranks (十一, 第一, 一月, 一九九一), at the end of a word,
and before a pause; elsewhere it is second before a fourth tone and fourth before the others. 不
is second before a fourth tone. Both are neutral between two like verbs: 想一想, 是不是.
"""

import re
from collections.abc import Iterable

from reader.language.spoken_phrase import Phrase

_DIGITS = frozenset("零〇一二三四五六七八九幺")
_UNITS = frozenset("百千万亿")
_POINTING = frozenset("另每任同某这那哪头前后上下有又新近")
"""With 一 they make words that lean on the noun after it."""
_RANK_BEFORE = re.compile(r"(?:(?:[第初周之]|星期|礼拜|文件|方案|附件|选项)一.?|月一日)$")
_RANK_AFTER = re.compile(
    r"月(?!之|亮)|号|日(?=[上下晚早凌零，至到起])|级(?!级)|等[奖功兵品舱座]|年级|季度|审|楼|哥(?!们)|姐|环"
    r"|线(?!希望|生机|之|牵|天|光|阳光|曙光)|流(?!量)|把手|班(?!车|飞|人)|中(?!午|原则)|手(?:房|车|资料|消息|数据|信息)"
    r"|比[零〇一二三四五六七八九十]|类(?=企|公|人员|城|区)|胎|孩(?!子)|垒|传手|二"
)
_SCHOOL = re.compile(r"[高大研]一(?=$|[学新女男年班时的])")
_BIT_BY_BIT = re.compile("一点一[点滴]")
_COUNTED = frozenset("年天月日步个次点层件条张句阵场遍组队批家片口")
"""Counted things: 一天一天 is said with its tones."""
_NEUTRAL_AS_FOURTH = frozenset("个下次是过上去面")
_COUNTING = frozenset("零〇一二三四五六七八九十百千万亿两几半多这那哪每某各整")


def change_yi_and_bu(phrase: Phrase) -> None:
    """Change 一 and 不 where they have citation tones; give 个 after a numeral its full tone."""
    citation = "".join(phrase.tones)
    for at, character in enumerate(phrase.text):
        if character == "一" and citation[at] == "1":
            phrase.tones[at] = _say_yi(phrase, at, citation)
        elif character == "不" and citation[at] == "4":
            phrase.tones[at] = _say_bu(phrase, at, citation)
        elif character == "个" and citation[at] == "5" and _follows(phrase.text, at, _COUNTING):
            phrase.tones[at] = "4"


def _say_yi(phrase: Phrase, at: int, citation: str) -> str:
    if at + 1 == len(phrase.text) or at in phrase.names or _counts(phrase, at):
        return "1"
    if _stands_between_like(phrase.text, at):
        return "5"
    return "2" if _is_fourth(phrase.text, at + 1, citation) else "4"


def _say_bu(phrase: Phrase, at: int, citation: str) -> str:
    if at + 1 == len(phrase.text) or at in phrase.names:
        return "4"
    if _stands_between_like(phrase.text, at):
        return "5"
    return "2" if _is_fourth(phrase.text, at + 1, citation) else "4"


def _is_fourth(text: str, at: int, citation: str) -> bool:
    neutral = citation[at] == "5"
    return citation[at] == "4" or (neutral and text[at] in _NEUTRAL_AS_FOURTH)


def _counts(phrase: Phrase, at: int) -> bool:
    """Whether 一 is a digit, a rank, or the end of a word that does not point ahead."""
    text = phrase.text
    if _is_digit(text, at):
        return True
    if text[at + 1] in _UNITS:
        return False
    start, end = phrase.word_at(at)
    if end == at + 1 and end - start > 1 and text[start] not in _POINTING:
        return True
    if at == 0 and text[1] == "是":  # 一是……，二是……
        return True
    if _RANK_AFTER.match(text, at + 1) or _SCHOOL.match(text, at - 1):
        return not _follows(text, at, "这那另某每同")
    return bool(_RANK_BEFORE.search(text[: at + 2]))


def _is_digit(text: str, at: int) -> bool:
    """十一个, 二零一五, 三十一万, 零点一; but 三万一千, 一百, 三点一刻."""
    before, after = text[max(0, at - 1) : at], text[at + 1]
    if before == "十":
        return True
    if after in _UNITS or _BIT_BY_BIT.search(text, max(0, at - 2), at + 4):
        return False
    if after in _DIGITS or after == "十":
        return True
    if after == "点" and text[at + 2 : at + 3] and text[at + 2] in _DIGITS:
        return True
    if before == "点":
        return _follows(text, at - 1, _DIGITS | {"十", "百"}) and after != "刻"
    return bool(before) and (before in _DIGITS or before in _UNITS)


def _stands_between_like(text: str, at: int) -> bool:
    """看一看, 能不能; not 一步一步, 一天一天."""
    if not at or text[at - 1] != text[at + 1]:
        return False
    like = text[at - 1]
    return not (_follows(text, at - 1, "一") or like in _COUNTING or like in _COUNTED)


def _follows(text: str, at: int, characters: Iterable[str]) -> bool:
    return at > 0 and text[at - 1] in characters
