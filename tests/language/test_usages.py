"""Everyday uses of polyphones and of words with several readings."""

import pytest

from reader.language.usages import find_usage


@pytest.mark.parametrize(
    ("text", "word", "reading"),
    [
        ("王老师教我们英语", "教", "jiao1"),
        ("春天种树", "种", "zhong4"),
        ("这种花很香", "种", None),
        ("他系着领带", "系", "ji4"),
        ("没关系了", "系", None),
        ("孩子背着书包", "背", "bei1"),
        ("毛巾是干的", "干", "gan1"),
        ("向右转", "转", "zhuan3"),
        ("车轮在转", "转", "zhuan4"),
        ("把声音调低", "调", "tiao2"),
        ("他被调到北京", "调", "diao4"),
        ("数一数", "数", "shu3"),
        ("他没还我钱", "还", "huan2"),
        ("都为他高兴", "为", "wei4"),
        ("认为我错了", "为", None),
        ("咽不下去", "咽", "yan4"),
        ("给她倒水", "倒", "dao4"),
        ("滑倒了", "倒", "dao3"),
        ("把茶倒在杯子里", "倒", "dao4"),
        ("这本书该还了", "还", "huan2"),
        ("那还了得", "还", None),
        ("斧镐都带上了", "镐", "gao3"),
        ("李昌镐夺冠", "镐", None),
        ("朱祐樘即位", "樘", None),
        ("一撮白毛", "撮", "zuo3"),
        ("一撮盐", "撮", "cuo1"),
        ("入锅炸三分钟", "炸", "zha2"),
        ("唱过这首歌", "过", "guo5"),
        ("看过了头", "过", None),
        ("一场没有赢家的战争", "场", "chang2"),
        ("这场比赛像一场战争", "场", "chang3"),
        ("你行不行", "行", "xing2"),
        ("合格率是九成", "率", "lü4"),
        ("水和泥土", "和", "he2"),
        ("他吐了血", "血", "xie3"),
        ("老师教会了我", "教会", "jiao1 hui4"),
        ("一时兴起", "兴起", "xing4 qi3"),
        ("恐怖分子", "分子", "fen4 zi3"),
        ("水的分子", "分子", None),
        ("三户人家", "人家", "ren2 jia1"),
        ("小伙子真精神", "精神", "jing1 shen5"),
        ("精神和物质", "精神", None),
        ("第一行", "一行", "yi1 hang2"),
        ("代表团一行", "一行", None),
        ("背书包", "背书", "bei1 shu1"),
    ],
)
def test_the_nearest_neighbours_decide(text: str, word: str, reading: str | None) -> None:
    start = text.index(word)
    assert " ".join(find_usage(text, start, start + len(word))) == (reading or "")
