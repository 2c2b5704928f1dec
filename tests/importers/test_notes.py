"""Pronunciation notes are taken out; brackets that are text stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Note
from reader.importers.notes import is_reading, take_notes


@pytest.mark.parametrize(
    ("written", "clean", "notes"),
    [
        ("調(diào)度", "調度", [(0, 1, "diào")]),
        ("調（diào）度", "調度", [(0, 1, "diào")]),
        ("调[diào]度", "调度", [(0, 1, "diào")]),
        ("現(xiàn)在節(jié)日", "現在節日", [(0, 1, "xiàn"), (2, 3, "jié")]),
        ("縣(市、區(qū))黨", "縣(市、區)黨", [(4, 5, "qū")]),
        ("綠(lǜ)色", "綠色", [(0, 1, "lǜ")]),
        ("行(hang2)长", "行长", [(0, 1, "hang2")]),
        ("媽(ㄇㄚ)", "媽", [(0, 1, "ㄇㄚ")]),
        ("𠮷(jí)野", "𠮷野", [(0, 1, "jí")]),
        ("他的(de)书", "他的书", [(1, 2, "de")]),
        ("去银行(yínháng)了", "去银行了", [(1, 3, "yínháng")]),
        ("你好（nǐ hǎo）！", "你好！", [(0, 2, "nǐ hǎo")]),
        ("重庆（Chóngqìng）很大", "重庆很大", [(0, 2, "Chóngqìng")]),
        ("西安(Xī'ān)", "西安", [(0, 2, "Xī'ān")]),
    ],
)
def test_notes_are_taken_out_and_kept_at_their_character(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize(
    "text",
    [
        "縣(市、區)",
        "世界卫生组织(WHO)",
        "价格(元)",
        "他说(笑)",
        "第3章(a)",
        "(diào)度",
        "A(diào)",
        "勇?lián)姑?",
        "分数(100)",
        "圣诞(Noël)",
        "洛美(Lomé)",
        "他(he)来了",
        "甲(a)乙(b)",
        "数(NaN)",
        "男(male)",
        "你好(nihao)",
    ],
)
def test_brackets_that_are_text_stay(text: str) -> None:
    assert take_notes(text) == (text, ())


@pytest.mark.parametrize("text", ["diào", "a1", "lǘ", "zhuāng", "ér", "ㄅㄚˋ", "˙ㄉㄜ", "ń"])
def test_a_syllable_with_its_tone_is_a_reading(text: str) -> None:
    assert is_reading(text)


@pytest.mark.parametrize("text", ["diao", "", "xyz1", "dìào", "hello", "d", "diào4", "12"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_reading(text)


@given(st.text("調度(diào)（区)[]x?"))
def test_what_is_left_is_the_text_without_its_notes(text: str) -> None:
    clean, notes = take_notes(text)
    assert len(clean) == len(text) - sum(len(note.reading) + 2 for note in notes)
    assert all(0 <= note.start < note.end <= len(clean) for note in notes)
