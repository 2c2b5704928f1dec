"""What pages say about themselves."""

import pytest

from reader.importers.metadata import (
    Metadata,
    find_date,
    read_breadcrumb,
    read_date,
    read_date_line,
    read_metadata_line,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-09-10", "2022-09-10"),
        ("2022年9月10日", "2022-09-10"),
        ("2022/9/10 08:30", "2022-09-10"),
        ("2022.09.10", "2022-09-10"),
        ("２０２２年９月１０日", "2022-09-10"),
        ("二〇二二年九月十日", "2022-09-10"),
        ("二○二二年十二月二十一日", "2022-12-21"),
        ("民國111年9月10日", "2022-09-10"),
        ("民国一百一十一年九月十日", "2022-09-10"),
        ("民國111.9.10", "2022-09-10"),
        ("中華民國元年一月一日", "1912-01-01"),
        ("民國一一一年九月廿三日", "2022-09-23"),
        ("公元二零二二年九月三十日", "2022-09-30"),
        ("2022年九月十日", "2022-09-10"),
        ("2022 年 9 月 10 号", "2022-09-10"),
        ("2022年13月40日，改在2022年9月10日", "2022-09-10"),
        ("2022年13月40日", ""),
        ("12022-09-101", ""),
        ("没有日期", ""),
        ("中华民国一百一十一年九月十日", "2022-09-10"),
        ("2022-09-10T08:30:00+08:00", "2022-09-10"),
        ("鲁迅（1881年9月25日-1936年10月19日）", ""),
        ("鲁迅（1881.9.25—1936.10.19）写于1925年2月8日", "1925-02-08"),
        ("余华（1960年4月3日—）", ""),
        ("2022年9月10日至2022年9月12日", "2022-09-10"),
    ],
)
def test_chinese_dates_are_read(text: str, iso: str) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize(
    ("text", "year", "iso"),
    [
        ("20220910", 0, "2022-09-10"),
        ("111-09-10", 0, "2022-09-10"),
        ("2022年中秋，9月10日", 0, "2022-09-10"),
        ("二〇二二年中秋，九月十日", 0, "2022-09-10"),
        ("9月10日", 2022, "2022-09-10"),
        ("9月10日", 0, ""),
    ],
)
def test_behind_a_key_more_is_read_as_a_date(text: str, year: int, iso: str) -> None:
    assert find_date(text, year) == iso


def test_a_long_line_that_nearly_holds_dates_holds_none() -> None:
    for text in ("2020-" * 100_000, "民国" * 100_000, "2022年 " * 100_000, "2022" + " " * 100_000):
        assert read_date(text) == ""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "來源:江西日報 作者:魏星 時間:2022-09-10 瀏覽字號:[ ]",
            Metadata(source="江西日報", author="魏星", date="2022-09-10"),
        ),
        ("来源：新华网　时间：2021年3月5日", Metadata(source="新华网", date="2021-03-05")),
        (
            "2021-03-05 10:20 来源：新华网 作者：王某",
            Metadata(source="新华网", author="王某", date="2021-03-05"),
        ),
        ("作者：鲁迅", Metadata(author="鲁迅")),
        (
            "作　者：鲁迅  来　源：人民日报  发布日期：111/09/10",
            Metadata(source="人民日报", author="鲁迅", date="2022-09-10"),
        ),
        ("文/张三 图/李四", Metadata(author="张三")),
        ("文章来源：新华网 发布于：2022年9月10日 08:30", Metadata("", "新华网", "", "2022-09-10")),
        ("编辑：王五 20220910", Metadata(author="王五", date="2022-09-10")),
        ("作者：鲁迅（1881年9月25日-1936年10月19日）", Metadata(author="鲁迅")),
        ("作者：余华（1960年4月—）", Metadata(author="余华")),
        ("作者：[美]海明威", Metadata(author="海明威")),
        ("作者：（法）雨果 著", Metadata(author="雨果")),
        ("来源：作者:李明", Metadata(author="李明")),
        ("来源：今日", Metadata(source="今日")),
        (
            "来源：人民日报海外版2022年9月10日第3版",
            Metadata(source="人民日报海外版", date="2022-09-10"),
        ),
        (
            "来源：《人民日报》（2022年9月10日第3版）",
            Metadata(source="《人民日报》", date="2022-09-10"),
        ),
        ("（来源：环球时报 作者：李红）", Metadata(source="环球时报", author="李红")),
        ("文 | 王安忆   编辑 | 李小鱼", Metadata(author="王安忆")),
        ("【来源：环球时报】【作者：李红】", Metadata(source="环球时报", author="李红")),
        (
            "来源：新华网 2022-09-10T08:30:00+08:00",
            Metadata(source="新华网", date="2022-09-10"),
        ),
    ],
)
def test_a_metadata_line_is_read(line: str, found: Metadata) -> None:
    assert read_metadata_line(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "他说，这本书的作者：一个没有名字的人。",
        "消息来源：不明，但是大家都相信了，因为说这话的人从来没有说过谎，而且这件事很重要。",
        "今天天气很好。",
        "作者：https://example.org/author/12",
        "",
    ],
)
def test_a_line_of_text_is_no_metadata(line: str) -> None:
    assert read_metadata_line(line) is None


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("國內國際 您現在的位置:首頁 >> 國內國際 > 內容", "國內國際"),
        ("当前位置：首页 > 新闻 > 本地 > 正文", "本地"),
        ("首页 » 文化 » 正文", "文化"),
    ],
)
def test_a_breadcrumb_gives_the_category(line: str, category: str) -> None:
    found = read_breadcrumb(line)
    assert found is not None
    assert found.category == category


def test_a_comparison_in_a_text_is_no_breadcrumb() -> None:
    assert read_breadcrumb("如果 a > b，那么这个句子里有一个大于号。") is None


@pytest.mark.parametrize(
    "line",
    [
        *(
            "发布于2022年9月10日",
            "發佈於 2022-09-10 08:30",
            "更新于：2022/9/10",
            "写于2022年9月10日",
        ),
        *("中华民国一百一十一年九月十日", "2022-09-10T08:30:00+08:00", "2022-09-10T00:30:00Z"),
        *(
            "本文发布于2022年9月10日。",
            "2022年9月10日发布",
            "111年9月10日",
            "2022年9月10日 星期六 上午8时30分",
        ),
    ],
)
def test_a_line_that_is_only_a_date_is_read(line: str) -> None:
    assert read_date_line(line) == Metadata(date="2022-09-10")
