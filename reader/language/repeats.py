"""Words said twice: 想想 xiángxiang, 慢慢儿 mànmānr."""

from reader.language.spoken_phrase import Phrase

_VERBS = frozenset(
    "看想说听试问聊谈坐走逛用尝玩学读写讲洗打找等买跑数补请管扫躲养整改考理哄歇笑帮猜练换敲查瞧"
    "摸揉擦扫挠抖动转拍摇晃吹晒泡煮炒切翻挑选盯管劝夸亲抱陪教念背算抽闻骂吵闹涂抹捏按压推拉扯"
    "踢跳唱遛溜捶搓磨量称测检拼拆修装绣剪烫熨拖刷冲涮散松伸弯扭睡"
)
_SLOWLY = frozenset("慢好快早远悄轻偷饱稳大满")


def change_repeats(phrase: Phrase) -> None:
    """Make the second of two like verbs neutral; of two like adverbs with erhua, first tone."""
    for at in range(1, len(phrase.text)):
        character = phrase.text[at]
        if character != phrase.text[at - 1] or not _stands_alone(phrase, at):
            continue
        if at in phrase.rhotic and character in _SLOWLY:
            phrase.tones[at] = "1"
        elif character in _VERBS and phrase.tones[at] == phrase.tones[at - 1]:
            _lighten(phrase, at)


def _lighten(phrase: Phrase, at: int) -> None:
    if phrase.tones[at] == "3":
        phrase.tones[at - 1] = "2"  # the lost tone is still heard in the one before
    phrase.tones[at] = "5"


def _stands_alone(phrase: Phrase, at: int) -> bool:
    """Whether the two are one word or a word each, and no third one follows or precedes."""
    like, rest = phrase.text[at], phrase.text[at + 1 :]
    if rest.startswith(like) or phrase.text[: at - 1].endswith(like):
        return False
    start = phrase.word_at(at - 1)[0]
    end = phrase.word_at(at)[1]
    return start == at - 1 and (end == at + 1 or phrase.text[at + 1 : end] == "看")
