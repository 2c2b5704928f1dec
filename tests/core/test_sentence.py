"""Sentences are found around a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.sentence import sentence_around


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("今天下雨。我在家看书。明天呢？", "看书", "我在家看书。"),
        ("他说：“好！”她走了。", "好", "他说：“好！”"),
        ("没有句号", "句号", "没有句号"),
        ("　　开头有空格。", "开头", "开头有空格。"),
        ("一。二", "。二", "一。二"),
    ],
)
def test_the_sentence_around_a_word(text: str, word: str, sentence: str) -> None:
    start = text.index(word)
    first, last = sentence_around(text, start, start + len(word))
    assert text[first:last] == sentence


def test_a_text_without_an_end_in_sight_is_cut() -> None:
    text = "字" * 1000
    first, last = sentence_around(text, 500, 502)
    assert first <= 500 < 502 <= last
    assert last - first < 200


@given(st.text("字。！ 」\n", min_size=1), st.data())
def test_a_sentence_holds_what_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
