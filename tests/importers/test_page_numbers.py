"""Page numbers between lines are left out, numbers of parts are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers import read_bytes, read_text
from reader.importers.page_numbers import drop_page_numbers

BROKEN = [
    "他沿着河慢慢地",
    "- 1 -",
    "走回了家。",
    "天下雨，他没有",
    "- 2 -",
    "出门。",
    "- 3 -",
]
PARTS = ["— 1 —", "他走了。", "— 2 —", "她来了。", "— 3 —", "他们都在。"]


def test_numbers_that_break_sentences_are_left_out_and_the_sentences_joined() -> None:
    kept, dropped = drop_page_numbers(BROKEN)
    assert kept == ["他沿着河慢慢地走回了家。", "天下雨，他没有出门。"]
    assert dropped == ["- 1 -", "- 2 -", "- 3 -"]


def test_numbers_of_parts_stay() -> None:
    assert drop_page_numbers(PARTS) == (PARTS, [])


def test_lines_that_say_that_they_are_pages_are_left_out() -> None:
    kept, dropped = drop_page_numbers(["他走了。", "第1页 共9页", "她来了。", "第 2 页", "好。"])
    assert kept == ["他走了。", "她来了。", "好。"]
    assert len(dropped) == 2


def test_one_number_alone_stays() -> None:
    assert drop_page_numbers(["他走了。", "第3页", "她来了。"])[1] == []


def test_numbers_that_do_not_count_up_stay() -> None:
    lines = ["他得了", "3/5", "分。", "她得了", "1/5", "分。"]
    assert drop_page_numbers(lines) == (lines, [])


@pytest.mark.parametrize(
    "lines",
    [
        ["半个是", "1/2", "三份里的两份是", "2/3", "四份里的三份是", "3/4", "对吗？"],
        ["比分是", "1/5", "后来是", "2/5", "他赢了。"],
        ["今天是", "9/10", "明天是", "10/10", "后天是", "11/10", "好。"],
    ],
)
def test_fractions_scores_and_days_stay(lines: list[str]) -> None:
    assert drop_page_numbers(lines) == (lines, [])


@pytest.mark.parametrize("last", [2, 3, 9])
def test_numbers_of_the_same_sum_are_left_out(last: int) -> None:
    lines = [text for number in range(1, last + 1) for text in ("他走了。", f"{number}/{last}")]
    kept, dropped = drop_page_numbers(lines)
    assert kept == ["他走了。"] * last
    assert len(dropped) == last


def test_short_lines_without_marks_are_not_joined() -> None:
    kept, dropped = drop_page_numbers(["你好", "第1页", "再见", "第2页"])
    assert kept == ["你好", "再见"]
    assert len(dropped) == 2


STORY = (
    "小镇的第一家书店昨天开门了许多人一大早就来排队想看看里面有些什么书，店里的灯光很暖，"
    "书架一直高到房顶，孩子们坐在地上看书，大人们站在旁边等，谁也不说话，只听见翻书的声音。"
)
FORMS = ("- {} -", "—{}—", "第{}页", "{}/9", "第 {} 页 共 9 页")


def cut(form: str, gap: str, indent: str) -> tuple[str, str]:
    """A text whose lines were cut at 30 characters, with page numbers; and how it goes."""
    paragraphs = [f"{indent}{start}{STORY * 2}" for start in "甲乙丙丁戊"]
    lines = [part[at : at + 30] for part in paragraphs for at in range(0, len(part), 30)]
    pages = [lines[at : at + 4] for at in range(0, len(lines), 4)]
    numbered = [line for n, page in enumerate(pages, 1) for line in (*page, form.format(n))]
    text = "\n".join(f"{gap}{line}{gap}" if line not in lines else line for line in numbered)
    return text, "\n".join(part.strip() for part in paragraphs)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_page_numbers_between_lines_that_were_cut_are_left_out_before_these_are_joined(
    form: str, gap: str
) -> None:
    written, wanted = cut(form, gap, "\u3000\u3000")
    article = read_text(written, "书.txt")
    assert "\n".join(paragraph.text for paragraph in article.paragraphs()) == wanted
    assert any("page numbers, from" in warning for warning in article.warnings)


def test_the_whole_of_a_text_shows_its_page_numbers() -> None:
    written, _ = cut("- {} -", "", "\u3000\u3000")
    article = read_bytes(written.encode(), "书.txt", whole=True)
    assert "- 3 -" in [paragraph.text for paragraph in article.paragraphs()]


@given(
    st.lists(st.sampled_from(["他走了", "她来了。", "- 1 -", "- 2 -", "- 3 -", "第1页", "第2页"]))
)
def test_nothing_else_is_lost(lines: list[str]) -> None:
    kept, dropped = drop_page_numbers(lines)
    assert sum(map(len, kept)) + sum(map(len, dropped)) == sum(map(len, lines))
