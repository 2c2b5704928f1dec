"""Everyday uses of polyphones that stand alone."""

import pytest

from reader.language.usages import find_usage


@pytest.mark.parametrize(
    ("text", "character", "syllable"),
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
    ],
)
def test_the_nearest_neighbours_decide(text: str, character: str, syllable: str | None) -> None:
    assert find_usage(text, text.index(character)) == syllable
