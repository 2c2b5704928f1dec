from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.core.word import Origin, Reading, Word
from reader.language.annotate import Annotator
from reader.language.sandhi import speak

SYLLABLES = st.sampled_from(["yi1", "bu4", "hao3", "wo3", "ma5", "r5", "shi4", "lü3", None])
CHARACTERS = st.sampled_from("一不好个点九五百十第看儿，3")


@cache
def annotator() -> Annotator:
    return Annotator(find_paths().lexicon)


def make(*words: str) -> tuple[Word, ...]:
    """Words from ``很/hen3``, ``老虎/lao3 hu3`` or ``，``; a * in front makes a name."""
    made: list[Word] = []
    start = 0
    for item in words:
        text, _, spelled = item.lstrip("*").partition("/")
        readings = tuple(Reading(s, Origin.PHRASE) for s in spelled.split()) or (None,) * len(text)
        word = Word(start, start + len(text), text, readings, proper=item.startswith("*"))
        made.append(word)
        start = word.end
    return tuple(made)


def tones(words: tuple[Word, ...]) -> str:
    return "".join(s[-1] if s else "-" for word in speak(words) for s in word.syllables)


def say(text: str) -> str:
    words = speak(annotator().annotate(Paragraph(text)))
    return " ".join(syllable or "-" for word in words for syllable in word.syllables)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["你/ni3", "好/hao3"], "23"),
        (["小/xiao3", "老虎/lao3 hu3"], "323"),
        (["展览馆/zhan3 lan3 guan3"], "223"),
        (["展览/zhan3 lan3", "馆/guan3"], "223"),
        (["纸老虎/zhi3 lao3 hu3"], "323"),
        (["我/wo3", "很/hen3", "好/hao3"], "323"),
        (["我/wo3", "也/ye3", "很/hen3", "好/hao3"], "2323"),
        (["给/gei3", "我/wo3", "点/dian3"], "223"),
        (["领导/ling3 dao3", "小组/xiao3 zu3"], "2323"),
        (["中小/zhong1 xiao3", "企业/qi3 ye4"], "1234"),
        (["所/suo3", "，", "以/yi3"], "3-3"),
        (["*李/li3", "*小勇/xiao3 yong3"], "323"),
        (["*李小勇/li3 xiao3 yong3"], "323"),
        (["五/wu3", "百/bai3", "九十/jiu3 shi2"], "2232"),
        (["一/yi1", "九/jiu3", "九/jiu3", "五/wu3"], "1323"),
        (["水/shui3", "点/dian3", "儿/r5", "水/shui3"], "2253"),
        (["奶奶/nai3 nai5"], "35"),
    ],
)
def test_third_tones_in_a_row(words: list[str], expected: str) -> None:
    assert tones(make(*words)) == expected


def test_a_speaker_breathes_before_a_preposition_when_enough_was_said() -> None:
    short = make("水/shui3", "与/yu3", "电/dian4")
    long = make("国有企/guo2 you3 qi3", "主/zhu3", "与/yu3", "个人/ge4 ren2")
    assert tones(short) == "234"
    assert tones(long)[3] == "3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一个人", "yi2 ge4 ren2"),
        ("一定", "yi2 ding4"),
        ("一天", "yi4 tian1"),
        ("一年", "yi4 nian2"),
        ("一起", "yi4 qi3"),
        ("第一次", "di4 yi1 ci4"),
        ("十一个人", "shi2 yi1 ge4 ren2"),
        ("二十一路", "er4 shi2 yi1 lu4"),
        ("一月一日", "yi1 yue4 yi1 ri4"),
        ("十月一日", "shi2 yue4 yi1 ri4"),
        ("一九九一年", "yi1 jiu2 jiu3 yi1 nian2"),
        ("一百一十一", "yi4 bai3 yi1 shi2 yi1"),
        ("三万一千", "san1 wan4 yi4 qian1"),
        ("十一万", "shi2 yi1 wan4"),
        ("一亿", "yi2 yi4"),
        ("三分之一", "san1 fen1 zhi1 yi1"),
        ("一点五", "yi1 dian2 wu3"),
        ("三点一刻", "san1 dian3 yi2 ke4"),
        ("一点一滴", "yi4 dian3 yi4 di1"),
        ("星期一", "xing1 qi1 yi1"),
        ("统一的", "tong3 yi1 de5"),
        ("同一天", "tong2 yi4 tian1"),
        ("每一个", "mei3 yi2 ge4"),
        ("一年级", "yi1 nian2 ji2"),
        ("一号线", "yi1 hao4 xian4"),
        ("一线城市", "yi1 xian4 cheng2 shi4"),
        ("一等奖", "yi1 deng2 jiang3"),
        ("一是时间", "yi1 shi4 shi2 jian1"),
        ("想一想", "xiang3 yi5 xiang3"),
        ("一天一天", "yi4 tian1 yi4 tian1"),
        ("一步一步", "yi2 bu4 yi2 bu4"),
        ("写个一，", "xie3 ge4 yi1 -"),
    ],
)
def test_yi(text: str, expected: str) -> None:
    assert say(text) == expected


def test_yi_in_a_name_keeps_its_tone() -> None:
    assert tones(make("*王一博/wang2 yi1 bo2")) == "212"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不是", "bu2 shi4"),
        ("不好", "bu4 hao3"),
        ("不来", "bu4 lai2"),
        ("不一定", "bu4 yi2 ding4"),
        ("是不是", "shi4 bu5 shi4"),
        ("好不好", "hao3 bu5 hao3"),
        ("对不起", "dui4 bu5 qi3"),
        ("我不，", "wo3 bu4 -"),
    ],
)
def test_bu(text: str, expected: str) -> None:
    assert say(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看看", "kan4 kan5"),
        ("走走", "zou2 zou5"),
        ("想想看", "xiang2 xiang5 kan4"),
        ("慢慢儿走", "man4 man1 r5 zou3"),
        ("奶奶", "nai3 nai5"),
        ("往往", "wang2 wang3"),
        ("这个", "zhe4 ge4"),
        ("三个", "san1 ge4"),
    ],
)
def test_repeats_and_ge(text: str, expected: str) -> None:
    assert say(text) == expected


def test_traditional_text_is_spoken_alike() -> None:
    text = "請給我一個展覽館"
    words = annotator().annotate(Paragraph(text))
    spoken = speak(words, "请给我一个展览馆")
    found = [syllable for word in spoken for syllable in word.syllables]
    assert found == ["qing3", "gei2", "wo3", "yi2", "ge4", "zhan2", "lan2", "guan3"]


@given(st.lists(st.lists(st.tuples(CHARACTERS, SYLLABLES), min_size=1, max_size=4), max_size=8))
def test_nothing_but_tones_changes(drafts: list[list[tuple[str, str | None]]]) -> None:
    words: list[Word] = []
    at = 0
    for draft in drafts:
        text = "".join(character for character, _ in draft)
        readings = tuple(Reading(s, Origin.CONTEXT, ("hao4",)) if s else None for _, s in draft)
        words.append(Word(at, at + len(text), text, readings))
        at += len(text)
    spoken = speak(words)
    assert [strip(word) for word in spoken] == [strip(word) for word in words]
    assert all(s is None or s[-1] in "12345" for word in spoken for s in word.syllables)


def strip(word: Word) -> tuple[object, ...]:
    bases = [r and (r.syllable[:-1], r.origin, r.others) for r in word.readings]
    return word.start, word.end, word.text, word.entries, word.proper, bases


@given(
    st.lists(st.sampled_from(["我/wo3", "老虎/lao3 hu3", "展览馆/zhan3 lan3 guan3"]), max_size=9)
)
def test_two_third_tones_never_stay_side_by_side(items: list[str]) -> None:
    assert "33" not in tones(make(*items))
