"""Page numbers between lines are left out, numbers of parts are not."""

from hypothesis import given
from hypothesis import strategies as st

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


@given(
    st.lists(st.sampled_from(["他走了", "她来了。", "- 1 -", "- 2 -", "- 3 -", "第1页", "第2页"]))
)
def test_nothing_else_is_lost(lines: list[str]) -> None:
    kept, dropped = drop_page_numbers(lines)
    assert sum(map(len, kept)) + sum(map(len, dropped)) == sum(map(len, lines))
