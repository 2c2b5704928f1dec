"""Markdown: headings divide it, markup of a page in it counts, nothing of the text is lost."""

from reader.core.article import Article, Kind
from reader.importers import read_bytes

TEXT = """---
title: 另一个名字
author: 沈禾
date: 2026年2月8日
license: CC BY 4.0
tags:
  - 故事
---

# 河边的灯

作者：沈禾 来源：蘭渡日報

## 桥

桥下的水**很慢**，
船也很慢。[^1]

<ruby>銀行<rt>yínháng</rt></ruby>在桥边&mdash;调(diào)动。

![桥边的船](boat.png) ![photo](x.png)

## 灯

1. 点灯
2. 看灯

> 灯亮了。\\
> 人来了。

| 时间 | 地点 |
|---|---|
| 晚上 | 河边 |

[^1]: 一座石桥。
"""


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def test_headings_divide_a_document_and_the_first_is_its_title() -> None:
    article = read_bytes(TEXT.encode(), "a.md")
    assert article.title == "河边的灯"
    assert [section.title for section in article.sections] == ["桥", "灯"]
    assert texts(article, Kind.TITLE) == ["河边的灯"]


def test_the_header_and_the_line_below_the_title_say_who_wrote_it() -> None:
    article = read_bytes(TEXT.encode(), "a.md")
    assert (article.author, article.source) == ("沈禾", "蘭渡日報")
    assert (article.date, article.licence) == ("2026-02-08", "CC BY 4.0")
    assert any("作者：沈禾" in warning for warning in article.warnings)


def test_text_lists_tables_captions_and_footnotes_are_kept() -> None:
    article = read_bytes(TEXT.encode(), "a.md")
    assert texts(article) == [
        *("桥下的水很慢，船也很慢。[1]", "銀行在桥边—调动。", "1. 点灯", "2. 看灯"),
        *("灯亮了。", "人来了。", "时间", "地点", "晚上", "河边"),
    ]
    assert texts(article, Kind.CAPTION) == ["桥边的船"]
    assert texts(article, Kind.FOOTNOTE) == ["[1]一座石桥。"]
    notes = [note.reading for paragraph in article.paragraphs() for note in paragraph.notes]
    assert notes == ["yínháng", "diào"]


def test_a_document_without_markup_is_a_text() -> None:
    article = read_bytes("水很慢。\n\n灯亮了。".encode(), "灯.md")
    assert (article.title, texts(article)) == ("灯", ["水很慢。", "灯亮了。"])


def test_signs_that_no_document_has_are_read_as_plain_text() -> None:
    article = read_bytes(("[" * 30_000 + "水很慢。").encode(), "a.md")
    assert any("plain text" in warning for warning in article.warnings)


def test_the_header_may_be_toml_and_name_several_authors() -> None:
    header = '+++\ntitle = "河边的灯"\nauthors = 1\nauthor = ["沈禾", "某某"]\n[extra]\n+++\n'
    article = read_bytes(f"{header}灯亮了。\n".encode(), "a.md")
    assert (article.title, article.author) == ("河边的灯", "沈禾、某某")
    assert texts(article) == ["灯亮了。"]


def test_lines_that_only_look_like_a_header_are_text() -> None:
    text = "---\n" + "-a: b\n" * 60 + "灯亮了。\n"
    assert texts(read_bytes(text.encode(), "a.md"))[-1].endswith("灯亮了。")
    assert texts(read_bytes("---\n灯亮了。\n\n---\n".encode(), "a.md")) == ["灯亮了。"]
