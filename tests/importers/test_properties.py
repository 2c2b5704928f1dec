"""What a text says of itself is believed before what the properties of its file say."""

import datetime as dt
import io
from collections.abc import Callable

import docx
import odfdo
import pytest

from reader.core.article import Article
from reader.importers import read_bytes
from reader.importers.properties import is_nobody, read_made

MADE = dt.datetime(2019, 3, 4, 5, 6, tzinfo=dt.UTC)
TEXT = "旧书的好处，在于它不急，一本书放了二十年还有人读。"


def read_docx(*lines: str, author: str = "微软用户", made: dt.datetime = MADE) -> Article:
    """The article of a document whose lines have no style."""
    document = docx.Document()
    document.core_properties.author = author
    document.core_properties.created = made
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "书.docx")


def read_odt(*lines: str) -> Article:
    """The article of a text whose properties name somebody else."""
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.initial_creator = "李四"
    document.meta.creation_date = MADE
    for line in lines:
        document.body.append(odfdo.Element.from_tag(f"<text:p>{line}</text:p>"))
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "书.odt")


@pytest.mark.parametrize("read", [read_docx, read_odt])
@pytest.mark.parametrize(
    ("byline", "known"),
    [
        ("作者：王芳", ("", "王芳", "2019-03-04")),
        ("作者：王芳　来源：小镇日报　2022年9月10日", ("小镇日报", "王芳", "2022-09-10")),
        ("文/王芳 2022-09-10", ("", "王芳", "2022-09-10")),
    ],
)
def test_a_byline_wins_over_properties_and_names_the_line_above_it_the_title(
    read: Callable[..., Article], byline: str, known: tuple[str, str, str]
) -> None:
    article = read("读旧书", byline, TEXT, TEXT)
    assert article.title == "读旧书"
    assert (article.source, article.author, article.date) == known
    assert [paragraph.text for paragraph in article.paragraphs()] == ["读旧书", TEXT, TEXT]
    assert any(byline in warning for warning in article.warnings)


def test_a_date_at_the_end_of_a_notice_wins_over_the_day_on_which_the_file_was_made() -> None:
    article = read_docx("各位读者：", TEXT, "市图书馆", "二〇二二年九月十日")
    assert article.date == "2022-09-10"


def test_where_the_text_tells_nothing_the_properties_are_a_guess() -> None:
    article = read_docx(TEXT, TEXT, author="沈禾")
    assert (article.author, article.date) == ("沈禾", "2019-03-04")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Administrator",
            "admin",
            "微软用户",
            "微軟使用者",
            "Microsoft Office User",
            "Windows 用户",
        ),
        *("User", "lenovo", "DELL", "HP", "python-docx", "WPS_1634567890", "未知", "系统管理员"),
        *(
            "张三的电脑",
            "Unknown Author",
            "un-named",
            "www.xiazai.com",
            "雨林木风",
            "作者",
            "PC-2019",
        ),
    ],
)
def test_the_name_of_a_computer_is_no_author(name: str) -> None:
    assert is_nobody(name)
    assert read_docx(TEXT, TEXT, author=name).author == ""


@pytest.mark.parametrize("name", ["沈禾", "欧阳修", "John Smith", "人民教育出版社", "格非", "老舍"])
def test_names_of_people_stay(name: str) -> None:
    assert not is_nobody(name)


@pytest.mark.parametrize(
    "made",
    [
        dt.datetime(2013, 12, 23, 23, 15, tzinfo=dt.UTC),
        dt.datetime(2006, 9, 16, 0, 0, tzinfo=dt.UTC),
        dt.datetime(1980, 1, 1, tzinfo=dt.UTC),
    ],
)
def test_the_day_of_a_template_is_no_date(made: dt.datetime) -> None:
    assert read_made(made) == ""
    assert read_docx(TEXT, TEXT, made=made).date == ""


def test_a_list_of_what_is_where_and_when_stays_in_a_document() -> None:
    lines = ("读书会", "时间：2022年9月10日", "地点：市图书馆", "主讲：王芳", TEXT)
    article = read_docx(*lines)
    assert [paragraph.text for paragraph in article.paragraphs()] == list(lines)
