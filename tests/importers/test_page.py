"""Saved pages lose what surrounds their text; texts that only look like pages keep every line."""

import contextlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Kind, Portion
from reader.core.errors import SourceError
from reader.importers import read_bytes, read_text

PAGE = """首页 > 新闻 > 正文
小镇开了新书店
——老邮局换了主人
2022-09-10 10:20 来源：小镇日报 作者：王某 字号：大 中 小
小镇上周开了一家新书店，许多人去看。
书店里有很多书。
（责任编辑：李某）
分享到：
上一篇：天气预报
相关阅读
菜价上涨
"""


def lines_of(article: Article) -> list[str]:
    """Everything that is shown, in order."""
    return [paragraph.text for paragraph in article.paragraphs()]


def test_a_page_keeps_its_headline_its_second_line_and_its_text() -> None:
    article = read_text(PAGE, "page.txt")
    assert lines_of(article) == [
        "小镇开了新书店",
        "——老邮局换了主人",
        "小镇上周开了一家新书店，许多人去看。",
        "书店里有很多书。",
    ]
    assert (article.title, article.source, article.author) == ("小镇开了新书店", "小镇日报", "王某")
    assert (article.date, article.category) == ("2022-09-10", "新闻")


def test_every_line_of_a_page_is_shown_or_named() -> None:
    article = read_text(PAGE, "page.txt")
    told = "\n".join([*lines_of(article), *article.warnings])
    for line in PAGE.splitlines():
        assert line in told


def test_metadata_on_lines_of_its_own_is_read() -> None:
    article = read_text(
        "小镇开了新书店\n来源：小镇日报\n作者：王某\n时间：2022年9月10日\n\n小镇上周开了一家新书店。\n",
        "a.txt",
    )
    assert article.title == "小镇开了新书店"
    assert (article.source, article.author, article.date) == ("小镇日报", "王某", "2022-09-10")
    assert lines_of(article) == ["小镇开了新书店", "小镇上周开了一家新书店。"]


def test_a_menu_above_the_breadcrumb_is_left_out() -> None:
    menu = "首页\n新闻\n体育\n文化\n登录\n"
    article = read_text(menu + "当前位置：首页 > 文化 > 正文\n山中书信\n山里下雨了。\n", "a.txt")
    assert lines_of(article) == ["山中书信", "山里下雨了。"]
    assert article.category == "文化"


def test_a_headline_may_stand_above_the_breadcrumb() -> None:
    article = read_text(
        "山中书信\n当前位置：首页 > 副刊\n民國111年9月10日 記者：李某\n山里下雨了，茶园很静。\n",
        "a.txt",
    )
    assert article.title == "山中书信"
    assert (article.author, article.date) == ("李某", "2022-09-10")
    assert lines_of(article) == ["山中书信", "山里下雨了，茶园很静。"]


@pytest.mark.parametrize("byline", ["作者：朱自清", "文/朱自清", "撰文｜朱自清"])
def test_a_name_below_the_title_is_the_author(byline: str) -> None:
    article = read_text(f"背影\n{byline}\n\n我与父亲不相见已二年余了。\n", "a.txt")
    assert article.author == "朱自清"
    assert lines_of(article) == ["背影", "我与父亲不相见已二年余了。"]


@pytest.mark.parametrize(
    "text",
    [
        "采访\n记者：您好！\n王明：你好。\n记者：您做什么工作？\n王明：我是老师。",
        "作者：你好\n读者：你好\n作者：你喜欢这本书吗\n读者：喜欢",
        "茶馆\n时间：清晨\n地点：北京一家茶馆\n人物：王利发、松二爷\n王利发：您来了！",
        "红烧肉\n时间：40分钟\n来源：家常菜\n材料：五花肉500克\n做法：先把肉切好。",
        "通知\n时间：2022年9月10日\n地点：图书馆\n请大家准时参加。",
        "怎么改语言\n打开 设置 > 语言 > 中文，再按确定。\n然后重新开机。",
        "如果 a > b > c，那么 a > c。\n这是一个例子。",
        "2022年9月10日 星期六 晴\n今天我去了公园。",
        "亲爱的妈妈：\n您好！我在北京一切都好。\n2022年9月10日",
        "他看着我。\n???你说什么\n我没有说话。\n???我还是不懂",
        "■ 第一点\n■ 第二点：很重要。\n● 第三点",
        "大\n小\n上\n下\n大\n中\n小\n收藏",
        "我想说的是\n出处：不明，可是大家都信。\n编辑：不知道。",
        "---\n他说---\n---\n好",
        "nǐ hǎo\n你好\nzàijiàn\n再见",
        "单词表\n银行 (yínháng) bank\n学校 (xuéxiào) school",
    ],
)
def test_a_text_that_only_looks_like_a_page_keeps_every_line(text: str) -> None:
    article = read_text(text, "a.txt")
    assert lines_of(article) == text.split("\n")
    assert article.warnings == ()
    assert not article.count(Kind.CAPTION)


@pytest.mark.parametrize("indent", ["???", "？？？", "??"])
def test_lost_indentation_of_a_page_is_taken_away(indent: str) -> None:
    article = read_text(PAGE.replace("书店里", f"{indent}书店里"), "page.txt")
    assert "书店里有很多书。" in lines_of(article)


def test_lost_indentation_beside_wide_spaces_is_taken_away() -> None:
    article = read_text("\u3000\u3000山里下雨了。\n???茶园很静。\n", "a.txt")
    assert lines_of(article) == ["山里下雨了。", "茶园很静。"]


def test_question_marks_within_a_line_stay() -> None:
    article = read_text(PAGE.replace("许多人去看", "许多人???去看"), "page.txt")
    assert "小镇上周开了一家新书店，许多人???去看。" in lines_of(article)


def test_an_author_comes_before_an_editor() -> None:
    article = read_text("书店\n编辑：李某 作者：王某 时间：2022-09-10\n书很多。\n", "a.txt")
    assert article.author == "王某"


@given(
    st.lists(
        st.sampled_from(
            [
                *PAGE.splitlines(),
                "加入收藏 | 进入旧版",
                "您现在的位置：首页 > 文化",
                "来源：小镇日报",
                "作者：王某",
                "时间：2022年9月10日",
                "2022-09-10 08:30",
                "分享到：微信 微博",
                "小镇上的人都说，从来没有见过这么多书，谁都想进去看一看。",
                "第一章 春",
            ]
        ),
        min_size=1,
        max_size=20,
    )
)
def test_no_line_of_any_page_is_lost(lines: list[str]) -> None:
    with contextlib.suppress(SourceError):
        article = read_text("\n".join(lines), "a.txt")
        shown = Counter(lines_of(article))
        left_out = Counter(warning.split(": ", 1)[1] for warning in article.warnings)
        assert shown + left_out == Counter(lines)


def test_the_whole_of_a_page_that_is_plain_text_can_be_had() -> None:
    main = read_bytes(PAGE.encode(), "page.txt")
    whole = read_bytes(PAGE.encode(), "page.txt", whole=True)
    assert (main.portion, whole.portion) == (Portion.MAIN, Portion.WHOLE)
    assert lines_of(whole) == PAGE.strip().split("\n")
    assert (whole.title, whole.source, whole.date) == (main.title, main.source, main.date)
    assert [p.text for p in whole.paragraphs() if p.kind is Kind.TITLE] == [main.title]


def test_a_text_that_is_no_page_is_whole_anyway() -> None:
    text = "今天天气很好。\n我们去公园。\n".encode()
    assert read_bytes(text, "a.txt", whole=True) == read_bytes(text, "a.txt")
    assert read_bytes(text, "a.txt").portion is Portion.ALL
