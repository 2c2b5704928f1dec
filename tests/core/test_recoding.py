"""Places hold when the bytes of a text are decoded in another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Paragraph, Section
from reader.core.position import Position, anchor
from reader.core.recoding import Recoding

LINES = ("小镇书店", "ABC 小镇的第一家书店昨天开门了，许多人排队。", "主人姓李。")


def decode(lines: tuple[str, ...], codec: str, wrong: str = "") -> Article:
    """An article of lines that were written in one codec and read in another."""
    read = [line.encode(codec).decode(wrong or codec, "replace") for line in lines]
    paragraphs = tuple(map(Paragraph, read))
    return Article("书", (Section(paragraphs),), encoding=wrong or codec)


@pytest.mark.parametrize("wrong", ["latin-1", "big5hkscs", "euc_kr", "cp1251"])
def test_a_place_is_at_the_same_byte_of_the_same_paragraph(wrong: str) -> None:
    right, garbled = decode(LINES, "gb18030"), decode(LINES, "gb18030", wrong)
    recoding = Recoding(garbled, right)
    for paragraph, line in enumerate(LINES):
        for offset in range(0, len(line), 4):
            there = Recoding(right, garbled).place(Position(0, paragraph, offset))
            back = recoding.place(there)
            assert back.paragraph == paragraph
            assert abs(back.offset - offset) <= 1


def test_bytes_that_stand_for_one_sign_each_lead_to_just_the_same_place() -> None:
    right, garbled = decode(LINES, "gb18030"), decode(LINES, "gb18030", "latin-1")
    for offset in range(len(LINES[1]) + 1):
        there = Recoding(right, garbled).place(Position(0, 1, offset))
        assert Recoding(garbled, right).place(there) == Position(0, 1, offset)


def test_where_paragraphs_are_parted_otherwise_the_share_of_the_text_tells() -> None:
    right = decode(LINES * 3, "gb18030")
    garbled = decode(("".join(LINES[:2]), *LINES[2:], *LINES * 2), "gb18030", "latin-1")
    at = Recoding(garbled, right).place(Position(0, 4, 0))
    assert at == Position(0, 5, 0)


def test_a_place_that_the_old_text_had_lost_stays_lost() -> None:
    right, garbled = decode(LINES, "gb18030"), decode(LINES, "gb18030", "latin-1")
    lost = anchor(decode(("这几句话哪里都没有。",), "gb18030"), Position(0, 0, 4))
    assert Recoding(garbled, right).follow(lost) is None


@given(
    st.lists(st.text("书店a。", min_size=1), min_size=1),
    st.lists(st.text("书店a。", min_size=1), min_size=1),
    st.data(),
)
def test_every_place_has_one_in_any_other_text(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    first, second = decode(tuple(old), "utf-8"), decode(tuple(new), "gb18030")
    paragraph = data.draw(st.integers(0, len(old) - 1))
    offset = data.draw(st.integers(0, len(old[paragraph])))
    found = Recoding(first, second).place(Position(0, paragraph, offset))
    assert 0 <= found.paragraph < len(new)
    assert 0 <= found.offset <= len(new[found.paragraph])
