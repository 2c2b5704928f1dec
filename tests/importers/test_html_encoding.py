"""A page is read in the encoding that it and its server name, where that fits its bytes."""

import pytest

from reader.core.errors import SourceError
from reader.importers.html_encoding import decode_page, is_page

TEXT = "小镇的第一家书店昨天开门了，许多人一大早就来排队，门口站满了人。"
TRADITIONAL = "小鎮的第一家書店昨天開門了，許多人一大早就來排隊，門口站滿了人。"


def make(charset: str, text: str = TEXT) -> str:
    """A page that says that it is in an encoding."""
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("declared", "codec", "found"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gbk", "gb18030"),
        ("iso-8859-1", "gb18030", "gb18030"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-16", "utf-8", "utf-8"),
        ("nonsense", "utf-8", "utf-8"),
        ("", "gb18030", "gb18030"),
    ],
)
def test_what_a_page_declares_is_believed_where_it_fits(
    declared: str, codec: str, found: str
) -> None:
    decoded = decode_page(make(declared).encode(codec))
    assert TEXT in decoded.text
    assert decoded.encoding == found


def test_a_big5_page_is_read() -> None:
    decoded = decode_page(make("big5", TRADITIONAL).encode("big5"))
    assert TRADITIONAL in decoded.text


def test_a_japanese_page_that_says_so_is_read() -> None:
    text = "吾輩は猫である。名前はまだ無い。"
    assert text in decode_page(make("Shift_JIS", text).encode("cp932")).text


@pytest.mark.parametrize("header", ["gbk", "utf-8", "ISO-8859-1", ""])
def test_a_wrong_header_does_no_harm(header: str) -> None:
    assert TEXT in decode_page(make("").encode("gb18030"), header=header).text


def test_the_header_comes_before_the_page() -> None:
    assert decode_page(make("big5").encode("gb18030"), header="gb2312").encoding == "gb18030"


def test_a_mark_at_the_start_comes_before_all() -> None:
    data = make("gb2312").encode("utf-8-sig")
    assert decode_page(data, header="gbk").encoding == "utf-8"


def test_a_declaration_below_long_scripts_is_found() -> None:
    page = "<html><head><script>" + "x = 1;" * 2000 + "</script>" + make("gb2312")[12:]
    assert TEXT in decode_page(page.encode("gb18030")).text


def test_a_page_with_stray_zeros_is_read() -> None:
    data = make("utf-8").encode().replace(b"<p>", b"<p>\x00")
    assert TEXT in decode_page(data).text


def test_what_the_learner_says_comes_first() -> None:
    with pytest.raises(SourceError, match="no encoding called"):
        decode_page(make("utf-8").encode(), "nonsense")
    assert decode_page(make("big5").encode("gb18030"), "gb18030").encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "name", "page"),
    [
        (b"<!DOCTYPE html><p>x", "a", True),
        (b"  \r\n<HTML lang=zh>", "a.txt", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<!doctype html>", "a", True),
        ("<html>".encode("utf-16"), "a", True),
        (b"<p>x</p>", "a.html", True),
        (b"<p>x</p>", "a.txt", False),
        (b"<?xml version='1.0'?><rss>", "a.xml", False),
        (b"plain", "a.html", False),
    ],
)
def test_a_page_is_known_by_its_beginning_or_its_name(data: bytes, name: str, page: bool) -> None:
    assert is_page(data, name) is page
