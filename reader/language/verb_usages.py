"""Everyday uses of characters that are verbs by what is done with them: 种过, 想数, 教得好."""

from reader.language.character_usages import END, Usage

_UNCOUNTED = r"(?:^|[^一二两三四五六七八九十百千万几多半每各这那哪某此第该])"
_DOING = (
    r"(?:着(?![装陆重手想眼落])|过(?![程去分于度敏滤])|完(?![全成善整美])"
    r"|[不得](?:了(?!解)|完|动|起|下|清|好|住|掉)|得(?:[很真太快好又更可挺像跟满]|非常)"
    rf"|了(?:[一二两三四五六七八九十几半好]|{END})|起来|下[来去]|上去|出[来去]|掉|好(?:了|{END}))"
)
_WILLING = (
    r"(?:[会想要能去来别请没爱谁先再肯敢愿]|正在|可以|忙着|开始|怎么|喜欢|负责|帮忙"
    r"|[我你他她]们?)"
)
_DONE = rf"(?:{END}|的(?!话)|[吗呢吧])"
_VERBS = {
    "种": "zhong4", "数": "shu3", "教": "jiao1", "钉": "ding4", "卷": "juan3", "藏": "cang2",
    "剥": "bao1", "削": "xiao1", "铺": "pu1", "缝": "feng2", "量": "liang2", "盛": "cheng2",
    "钻": "zuan1", "咽": "yan4", "弹": "tan2", "扇": "shan1", "挣": "zheng4", "切": "qie1",
    "磨": "mo2", "扫": "sao3", "晕": "yun1",
}  # fmt: skip
_ALSO_NOUNS = {"处": ("chu3", ""), "系": ("ji4", "关联干维体派科"), "校": ("jiao4", "")}
"""After 我 or 你 they are places; what else may stand before them as a noun."""
VERB_USAGES: dict[str, tuple[Usage, ...]] = {
    verb: (Usage(reading, _UNCOUNTED, _DOING), Usage(reading, _WILLING, _DONE))
    for verb, reading in _VERBS.items()
} | {
    verb: (Usage(reading, rf"{_UNCOUNTED[:-2]}{nouns}])", _DOING),)
    for verb, (reading, nouns) in _ALSO_NOUNS.items()
}
"""What is done to something or wanted to be done is a verb, whatever else the character may be."""
