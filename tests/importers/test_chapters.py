"""Sections at headings, and never too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Doubt, Kind, Note, Paragraph
from reader.importers.chapters import (
    LONGEST_PARAGRAPH,
    LONGEST_SECTION,
    divide,
    is_heading,
)


@pytest.mark.parametrize(
    "line",
    [
        "第一章",
        "第一回 甄士隐梦幻识通灵 贾雨村风尘怀闺秀",
        "第12章 书店",
        "第一百二十回",
        "卷三",
        "楔子",
        "第一節 開始",
        "尾声",
    ],
)
def test_a_head_of_a_chapter_is_one(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "第一章我们讲了很多，现在继续讲下去。",
        "他读到第三章",
        "第一次见面",
        "前言不搭后语",
        "第五节课下了",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_heading(line)


def bodies(*texts: str) -> list[Paragraph]:
    """Paragraphs of text."""
    return [Paragraph(text) for text in texts]


def test_a_text_without_headings_has_one_section() -> None:
    sections = divide(bodies("一。", "二。"))
    assert len(sections) == 1
    assert sections[0].title == ""


def test_every_heading_begins_a_section() -> None:
    sections = divide(bodies("说明。", "第一章 春", "花。", "第二章 夏", "雨。"))
    assert [section.title for section in sections] == ["", "第一章 春", "第二章 夏"]
    assert sections[1].paragraphs[0].kind is Kind.HEADING


def test_a_volume_and_its_first_chapter_are_one_section() -> None:
    sections = divide(bodies("第一卷 家", "第一章 春", "花。", "第二章 夏", "雨。"))
    assert [section.title for section in sections] == ["第一卷 家 第一章 春", "第二章 夏"]


def test_a_table_of_contents_is_text() -> None:
    sections = divide(
        bodies("目录", "第一章 春", "第二章 夏", "第一章 春", "花。", "第二章 夏", "雨。")
    )
    assert [section.title for section in sections] == ["", "第一章 春", "第二章 夏"]
    assert len(sections[0].paragraphs) == 3


@given(st.lists(st.integers(1, 9000), min_size=1, max_size=20))
def test_no_section_is_too_long_and_no_character_is_lost(lengths: list[int]) -> None:
    texts = [("字" * 9 + "。") * (length // 10 + 1) for length in lengths]
    sections = divide(bodies(*texts))
    parts = [paragraph.text for section in sections for paragraph in section.paragraphs]
    assert "".join(parts) == "".join(texts)
    assert max(map(len, parts)) <= LONGEST_PARAGRAPH
    for section in sections:
        assert sum(len(p.text) for p in section.paragraphs) <= LONGEST_SECTION


def test_notes_and_doubts_stay_with_their_characters_when_a_paragraph_is_cut() -> None:
    text = "字" * (LONGEST_PARAGRAPH - 5) + "。調度。" + "字" * 100
    at = text.index("調")
    whole = Paragraph(text, notes=(Note(at, at + 1, "diào"),), doubts=(Doubt(at, at + 2, "x"),))
    parts = [paragraph for section in divide([whole]) for paragraph in section.paragraphs]
    noted = [p.text[n.start : n.end] for p in parts for n in p.notes]
    doubted = [p.text[d.start : d.end] for p in parts for d in p.doubts]
    assert noted == ["調"]
    assert "".join(doubted) == "調度"
