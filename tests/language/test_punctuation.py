"""Chinese punctuation for ASCII marks: what changes, what stays, and that all places hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.display import Display, Piece
from reader.language.punctuation import find_punctuation, punctuate


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("天黑了,人多了;你呢?", "天黑了，人多了；你呢？"),
        ("好! 走吧. 再见.", "好！走吧。再见。"),
        ("天黑了, 人多了", "天黑了，人多了"),
        ("我用 Python, 你用什么?", "我用 Python，你用什么？"),
        ("时间: 12:30,地点: 北京", "时间：12:30，地点：北京"),
        ("等一等...他没说完--走了", "等一等……他没说完——走了"),
        ("他(昨天)来了", "他（昨天）来了"),
        ("银行(yínháng)关门了", "银行（yínháng）关门了"),
        ('他说:"你好!"', "他说：“你好！”"),
        ("\"你看'这里'吗?\"他问.", "“你看‘这里’吗？”他问。"),
        ("𠮷野家,在这里.", "𠮷野家，在这里。"),
    ],
)
def test_marks_of_chinese_sentences_are_shown_as_chinese_ones(text: str, shown: str) -> None:
    assert punctuate(Display(text), traditional=False).text == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('他说:"现在的时间12:30."', "他说：“现在的时间12:30。”"),
        ('他说:"现在12:30."然后走了.', "他说：“现在12:30。”然后走了。"),
        ('她说"今年25".', "她说“今年25”。"),
        ("比赛的结果是3:2.", "比赛的结果是3:2。"),
        ("圆周率大约是3.14.", "圆周率大约是3.14。"),
        ("这个版本是1.2.3. 很新.", "这个版本是1.2.3。很新。"),
        ("今年增长了5%.", "今年增长了5%。"),
        ("会议在 2022-09-10. ", "会议在 2022-09-10。 "),
        ("（见第12页, 图3.）", "（见第12页，图3。）"),
        ("「現在12:30.」他說.", "「現在12:30。」他說。"),
    ],
)
def test_a_chinese_sentence_that_ends_with_a_number_has_its_full_stop(
    text: str, shown: str
) -> None:
    assert punctuate(Display(text), traditional=False).text == shown


def test_traditional_text_has_its_own_quotes() -> None:
    shown = punctuate(Display("他說:\"看'這裡'!\""), traditional=True)
    assert shown.text == "他說：「看『這裡』！」"


@pytest.mark.parametrize(
    "text",
    [
        "三千是3,000，比分3:2，现在12:30",
        "圆周率是3.14，版本1.2.3很新",
        "请打开文件.txt和中国.com看一看",
        "约翰.史密斯来了。他很高。",
        "1.天黑了",
        "1. 天黑了",
        "步骤1. 打开门",
        "图12. 北京的天气",
        "买三样：1. 苹果 2. 香蕉 3. 牛奶",
        "价格是3.5元，时间12:30开始",
        "他用的是 Python 3. 很好",
        "他说I was born in 1990.然后走了",
        "12.",
        "他说Hello, my friend. Good bye!然后走了",
        "Hello, 世界. This is English, mostly.",
        '屏幕是5"和6"的，尺寸合适',
        '他说"你好，就走了',
        "John's书店和Mary's书店都开门了",
        "函数f(x)很简单",
        "现在是2022-09-10吗？",
        "",
    ],
)
def test_numbers_names_and_latin_sentences_keep_theirs(text: str) -> None:
    assert punctuate(Display(text), traditional=False).text == text


TEXTS = st.text("看著𠮷野，。 ,,..::;!?()\"'--ab3", max_size=40)


@given(TEXTS)
def test_changes_are_in_order_and_only_of_marks(text: str) -> None:
    changes = find_punctuation(text, traditional=True)
    assert all(left.end <= right.start for left, right in pairwise(changes))
    for change in changes:
        assert not any(c.isalnum() for c in text[change.start : change.end])


@given(TEXTS)
def test_all_places_hold(text: str) -> None:
    display = punctuate(Display(text), traditional=False)
    assert display.shown(len(text)) == len(display.text)
    for offset, character in enumerate(text):
        if character.isalnum():
            assert display.text[display.shown(offset)] == character
            assert display.source(display.shown(offset)) == offset
            assert display.from_units(display.to_units(offset)) == offset


@given(TEXTS, TEXTS)
def test_places_hold_after_a_conversion_that_changes_lengths(left: str, right: str) -> None:
    converted = Display(
        f"{left}演算法{right}",
        (Piece(len(left), len(left) + 2, len(left), len(left) + 3),),
    )
    display = punctuate(converted, traditional=True)
    source = f"{left}算法{right}"
    assert display.shown(len(source)) == len(display.text)
    assert display.source(len(display.text)) == len(source)
    for offset in range(len(left)):
        if source[offset].isalnum():
            assert display.text[display.shown(offset)] == source[offset]
    for offset in range(len(left) + 2, len(source)):
        if source[offset].isalnum():
            assert display.text[display.shown(offset)] == source[offset]


@given(TEXTS)
def test_quotes_and_brackets_change_in_pairs(text: str) -> None:
    shown = punctuate(Display(text), traditional=False).text
    for opening, closing in ("（）", "“”", "‘’"):
        assert shown.count(opening) == shown.count(closing)
