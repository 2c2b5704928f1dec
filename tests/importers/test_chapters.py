"""Sections at headings, and never too long."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Doubt, Kind, Note, Paragraph
from reader.importers.chapters import (
    LONGEST_PARAGRAPH,
    LONGEST_SECTION,
    READABLE,
    divide,
)


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
    assert [section.title for section in sections] == ["第一章 春", "第二章 夏"]
    assert [section.within for section in sections] == [("第一卷 家",), ("第一卷 家",)]


def test_a_table_of_contents_is_text() -> None:
    sections = divide(
        bodies("目录", "第一章 春", "第二章 夏", "第一章 春", "花。", "第二章 夏", "雨。")
    )
    assert [section.title for section in sections] == ["", "第一章 春", "第二章 夏"]
    assert len(sections[0].paragraphs) == 3


def test_a_table_of_contents_with_other_spaces_is_text() -> None:
    listed = bodies("第一章 春", "第二章 夏", "第三章 秋", "这本书写了三年。")
    chapters = bodies("第一章　春", "花。", "第二章　夏", "雨。", "第三章　秋", "叶。")
    sections = divide(listed + chapters)
    assert [section.title for section in sections] == ["", "第一章　春", "第二章　夏", "第三章　秋"]


def test_parts_chapters_and_what_stands_beside_them() -> None:
    sections = divide(
        bodies(
            *("自序", "我写。", "第一部 家", "楔子", "从前。", "第一章 春", "花。"),
            *("第二部 路", "第二章 夏", "雨。", "第一节 早", "鸟。", "尾声", "完。"),
        )
    )
    assert [(*section.within, section.title) for section in sections] == [
        ("自序",),
        ("第一部 家", "楔子"),
        ("第一部 家", "第一章 春"),
        ("第二部 路", "第二章 夏"),
        ("第二部 路", "第二章 夏", "第一节 早"),
        ("尾声",),
    ]


def test_a_part_named_again_in_the_line_of_each_chapter_is_one_part() -> None:
    sections = divide(bodies("第一卷 家 第一章 春", "花。", "第一卷 家 第二章 夏", "雨。"))
    assert [section.title for section in sections] == ["第一章 春", "第二章 夏"]
    assert {section.within for section in sections} == {("第一卷 家",)}


def test_a_title_on_the_line_below_its_number_belongs_to_it() -> None:
    sections = divide(bodies("第一章", "第一回 春", "花。"))
    assert [section.title for section in sections] == ["第一章 第一回 春"]


STORY = "他走了很久，路上没有遇见一个人。" * 10


def test_numbered_heads_stay_inside_of_a_short_text() -> None:
    (section,) = divide(bodies("一、早", STORY, "二、午", STORY, "三、晚", STORY))
    heads = [p.text for p in section.paragraphs if p.kind is Kind.HEADING]
    assert heads == ["一、早", "二、午", "三、晚"]


def test_a_long_text_is_cut_at_its_numbered_heads() -> None:
    long = STORY * (READABLE // len(STORY) // 2 + 1)
    sections = divide(bodies("1. 早", long, "2. 午", long, "3. 晚", long))
    assert [section.title for section in sections] == ["1. 早", "2. 午", "3. 晚"]


def test_the_items_of_a_list_are_text() -> None:
    (section,) = divide(bodies("要买：", "1. 苹果", "2. 梨", "3. 桃", STORY))
    assert all(paragraph.kind is Kind.BODY for paragraph in section.paragraphs)


def test_a_text_without_heads_is_cut_into_parts_of_about_the_same_length() -> None:
    sections = divide(bodies(*["字" * 99 + "。"] * 130))
    lengths = [sum(len(p.text) for p in section.paragraphs) for section in sections]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) <= 200


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


def test_a_text_of_nothing_but_heads_has_no_chapters() -> None:
    lines = [Paragraph(f"第{number}章") for number in range(60_000)]
    assert not any(section.title for section in divide(lines))
