"""What texts say of themselves, whether they are pages or not."""

import pytest

from reader.core.article import Article
from reader.importers import read_text

LINE = "旧书的好处，在于它不急，一本书放了二十年还有人读。"


def lines_of(article: Article) -> list[str]:
    """Everything that is shown, in order."""
    return [paragraph.text for paragraph in article.paragraphs()]


def said(text: str) -> tuple[str, str, str]:
    """Source, author and date of a text."""
    article = read_text(text, "a.txt")
    return article.source, article.author, article.date


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (f"读书\n难度：★★★\n来源：网络\n{LINE}", ("网络", "", "")),
        (f"读书\n本报记者 周晓梅\n{LINE}", ("", "周晓梅", "")),
        (f"读书\n周晓梅\n\n{LINE}", ("", "周晓梅", "")),
        (f"读书\n2022年9月10日\n{LINE}", ("", "", "2022-09-10")),
        (f"各位读者：\n{LINE}\n市图书馆\n二〇二二年九月十日", ("", "", "2022-09-10")),
        (f"新华社北京9月10日电（记者 王思北）{LINE}\n{LINE}", ("新华社", "王思北", "")),
        (f"◎ 本报讯（记者 马骏 通讯员 李霞）{LINE}\n{LINE}", ("", "马骏 李霞", "")),
        (f"本报北京6月23日电　（记者赵婀娜）{LINE}\n{LINE}", ("", "赵婀娜", "")),
        (f"{LINE}\n记者了解到，很多人来。\n{LINE}", ("", "", "")),
        (f"读书\n时间：2022.09.10\n{LINE}", ("", "", "2022-09-10")),
        (f"读书\n发布于2022年9月10日\n{LINE}", ("", "", "2022-09-10")),
        (f"读书\n作者：https://example.org/12\n{LINE}", ("", "", "")),
        ("茶馆\n时间：2022年9月10日\n地点：小镇\n王利发：您来了！", ("", "", "")),
        ("采访\n记者 您好\n王明：你好。\n记者：请坐。", ("", "", "")),
    ],
)
def test_a_text_that_is_no_page_tells_and_keeps_every_line(
    text: str, known: tuple[str, str, str]
) -> None:
    assert said(text) == known
    assert lines_of(read_text(text, "a.txt")) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("文／林文月　攝影／張大春\n民國一〇二年十一月三日", ("", "林文月", "2013-11-03")),
        ("二〇二二年九月十日\n来源：小镇日报", ("小镇日报", "", "2022-09-10")),
        ("发布单位：市图书馆\n2022年9月10日", ("市图书馆", "", "2022-09-10")),
        (
            "原创 南山先生 南山夜话 2022-03-08 21:30 发表于广东",
            ("南山夜话", "南山先生", "2022-03-08"),
        ),
        ("南山夜话 2022-03-08 21:30 发表于广东", ("南山夜话", "", "2022-03-08")),
        ("2024/07/24 08:30 記者 陳怡君／台北報導", ("", "陳怡君", "2024-07-24")),
        ("发布者：喵星人 发布时间：2019-08-08 浏览：1234次", ("", "喵星人", "2019-08-08")),
        ("本报记者 周晓梅\n2022-09-10 08:30  来源：小镇日报", ("小镇日报", "周晓梅", "2022-09-10")),
    ],
)
def test_lines_below_a_title_make_a_page_of_a_text(head: str, known: tuple[str, str, str]) -> None:
    text = f"为什么要读旧书\n{head}\n{LINE}\n{LINE}"
    assert said(text) == known
    article = read_text(text, "a.txt")
    assert lines_of(article) == ["为什么要读旧书", LINE, LINE]
    assert len(article.warnings) == len(head.split("\n"))


def test_a_page_that_names_its_parts_one_by_one() -> None:
    text = f"文章标题：小城故事，续\n文章作者：邓小石\n栏目：散文\n正文：\n{LINE}\n{LINE}"
    article = read_text(text, "a.txt")
    assert (article.title, article.author, article.category) == ("小城故事，续", "邓小石", "散文")
    assert lines_of(article) == ["小城故事，续", LINE, LINE]


def test_the_time_that_a_site_has_stamped_on_a_page_is_no_title() -> None:
    head = "（新华网）2012年11月08日 20:17:05\n来源： 新华网\n【字号 大 中 小】【打印】【纠错】"
    article = read_text(f"{head}\n{LINE}\n{LINE}", "a.txt")
    assert (article.title, article.source, article.date) == ("a", "新华网", "2012-11-08")
    assert lines_of(article) == [LINE, LINE]


def test_a_title_of_two_parts_is_no_menu() -> None:
    title = "市民热线｜路灯坏了怎么办？"
    article = read_text(f"{title}\n2023-03-15 来源：晚报网\n{LINE}\n{LINE}", "a.txt")
    assert article.title == title


def test_a_site_may_stand_at_the_beginning_of_the_way_to_a_page() -> None:
    article = read_text(f"小镇网>>文化\n书店开门了\n{LINE}", "a.txt")
    assert article.category == "文化"
    assert lines_of(article) == ["书店开门了", LINE]


@pytest.mark.parametrize(
    "foot",
    [
        (
            "本文来源：江城晚报\n（责任编辑：刘洋）\n相关阅读：\n老街改造方案公布\n"
            "版权声明：本网所有内容，未经授权不得转载。\n上一篇：无\n网友评论 (12)"
        ),
        "（本文轉載自《山城日報》，作者授權使用）",
        (
            "《 人民日报 》（ 2022年06月24日 第 13 版）\n(责编：李依环、孙竞)\n"
            "分享让更多人看到\n推荐阅读"
        ),
        "THE END\n喜欢这篇文章，请点个“在看”吧！\n长按识别二维码关注\n阅读原文",
        "未经许可不得转载\n已有35人评论",
    ],
)
def test_what_stands_below_the_text_of_a_page_is_left_out_and_named(foot: str) -> None:
    head = "为什么要读旧书\n2022-03-08 来源：小镇日报\n点击上方蓝字关注我们\n"
    article = read_text(f"{head}{LINE}\n{LINE}\n{foot}", "a.txt")
    assert lines_of(article) == ["为什么要读旧书", LINE, LINE]
    told = "\n".join(article.warnings)
    assert all(line in told for line in foot.split("\n"))


@pytest.mark.parametrize("foot", ["阅读原文", "THE END", "评论", "分享让更多人看到", "-----"])
def test_the_same_lines_stay_in_a_text_that_is_no_page(foot: str) -> None:
    text = f"{LINE}\n{LINE}\n{foot}"
    assert lines_of(read_text(text, "a.txt")) == text.split("\n")


@pytest.mark.parametrize(
    "line", ["高兴", "高興", "江南", "温暖", "馬虎", "王府井", "江南春", "高兴的", "关注他", "白云"]
)
def test_a_word_of_the_language_is_nobodys_name(line: str) -> None:
    assert said(f"读书\n{line}\n{LINE}\n{LINE}") == ("", "", "")


@pytest.mark.parametrize("name", ["王芳", "余华", "周晓梅", "张大春", "金庸", "林語堂", "白先勇"])
def test_a_name_below_the_title_is_that_of_the_author(name: str) -> None:
    assert said(f"读书\n{name}\n{LINE}\n{LINE}")[1] == name


def test_a_word_is_a_name_where_somebody_says_so() -> None:
    assert said(f"读书\n作者：高兴\n{LINE}\n{LINE}")[1] == "高兴"
