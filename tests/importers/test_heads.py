"""Which lines are heads, alone and in a row."""

import pytest

from reader.importers.heads import find_series, is_heading, read_heads
from reader.importers.ordinals import read_number


@pytest.mark.parametrize(
    "line",
    [
        "第一章",
        "第一回 甄士隐梦幻识通灵 贾雨村风尘怀闺秀",
        "第12章 书店",
        "第一百二十回",
        "第３节　開始",
        "第五章 你是谁？",
        "第二部：远方",
        "卷三",
        "卷之二 草木",
        "上卷",
        "楔子",
        "第一節 開始",
        "尾声",
        "番外二",
        "序：写在前面",
        "正文 第十二章 重逢",
        "【第三章】 雨",
        "☆、第七章",
    ],
)
def test_a_head_of_a_chapter_is_one(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "第一章我们讲了很多，现在继续讲下去。",
        "第一章 我们讲了很多，现在继续讲下去。",
        "第三回，他终于没有忍住",
        "第三回 他终于没有忍住，",
        "第二章 夏…………12",
        "他读到第三章",
        "第一次见面",
        "前言不搭后语",
        "第五节课下了",
        "序幕拉开了",
        "卷三十张纸",
        "第一章 " + "长" * 40,
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_heading(line)


def test_a_line_may_name_part_and_chapter() -> None:
    heads = read_heads("第二卷 路 第十三章 夏")
    assert [(head.text, head.number) for head in heads] == [("第二卷 路", 2), ("第十三章 夏", 13)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("一百二十", 120),
        ("一〇三", 103), ("两百", 200), ("千", 1000), ("12", 12), ("１２", 12), ("IV", 4),
        ("xii", 12), ("Three", 3), ("甲", 0),
    ],
)  # fmt: skip
def test_a_number_has_its_value(text: str, value: int) -> None:
    assert read_number(text) == value


LONG = "这里有一段很长的文字，写了很多很多的事情。" * 8


@pytest.mark.parametrize(
    "heads",
    [
        ("一、早", "二、午", "三、晚"),
        ("（一）", "（二）", "（三）"),
        ("1. 早", "2. 午", "3. 晚"),
        ("1", "2", "3"),
        ("一 早", "二 午", "三 晚"),
        ("01 早", "02 午", "03 晚"),
        ("I. Morning", "II. Noon", "III. Night"),
        ("Chapter 1 Morning", "Chapter 2 Noon"),
        ("CHAPTER ONE", "CHAPTER TWO"),
        ("第一章早晨", "第二章中午", "第四章夜晚"),
    ],
)
def test_lines_that_count_up_with_text_between_are_heads(heads: tuple[str, ...]) -> None:
    lines = [(text, True) for head in heads for text in (head, LONG)]
    assert [head.text for head in find_series(lines).values()] == list(heads)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. 苹果", "2. 梨", "3. 桃", LONG),
        ("3. 早", LONG, "7. 午", LONG, "2. 晚", LONG),
        ("一、早。", LONG, "二、午。", LONG, "三、晚。", LONG),
        ("1. 早", LONG, "2. 午", LONG),
        ("第一章我没有看懂", LONG),
        ("2024", LONG, "2025", LONG, "2026", LONG),
        ("3.5 万人", LONG, "4.2 万人", LONG, "5.1 万人", LONG),
    ],
)
def test_other_lines_with_numbers_are_text(lines: tuple[str, ...]) -> None:
    assert find_series([(line, True) for line in lines]) == {}


def test_the_count_may_begin_anew_behind_a_known_head() -> None:
    day = [("一、早", True), (LONG, True), ("二、午", True), (LONG, True)]
    lines = [("第一章", False), *day, ("第二章", False), *day]
    assert sorted(find_series(lines)) == [1, 3, 6, 8]
