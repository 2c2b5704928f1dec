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
        ("拄着拐杖(guai3zhang4)来", "拄着拐杖来", [(2, 4, "guai3zhang4")]),
        ("一块酥脆【sūcuì】的饼干", "一块酥脆的饼干", [(2, 4, "sūcuì")]),
        ("调《diào》度，调〔diào〕动", "调度，调动", [(0, 1, "diào"), (3, 4, "diào")]),
        ("羞赧（音nǎn）地笑", "羞赧地笑", [(1, 2, "nǎn")]),
        ("调（读作：diào）度", "调度", [(0, 1, "diào")]),
        ("去{银行|yín háng}在{街｜jiē}角", "去银行在街角", [(1, 3, "yín háng"), (4, 5, "jiē")]),
        ("今天｜天氣《tiānqì》好", "今天天氣好", [(2, 4, "tiānqì")]),
        ("很｜好（hǎo）", "很好", [(1, 2, "hǎo")]),
        ("哪(nǎ)儿(r)？", "哪儿？", [(0, 1, "nǎ"), (1, 2, "r")]),
    ],
)
def test_notes_are_taken_out_and_kept_at_their_character(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize(
    ("written", "clean", "notes"),
    [
        ("漢hàn字zì很難", "漢字很難", [(0, 1, "hàn"), (1, 2, "zì")]),
        ("我wǒ的de書shū", "我的書", [(0, 1, "wǒ"), (1, 2, "de"), (2, 3, "shū")]),
        ("去银行yín háng取钱", "去银行取钱", [(1, 3, "yín háng")]),
        ("弟弟瞥piē见了", "弟弟瞥见了", [(2, 3, "piē")]),
        ("說ㄕㄨㄛ這ㄓㄜˋ", "說這", [(0, 1, "ㄕㄨㄛ"), (1, 2, "ㄓㄜˋ")]),
        ("我的˙ㄉㄜ書", "我的書", [(1, 2, "˙ㄉㄜ")]),
    ],
)
def test_readings_copied_from_above_the_line_are_taken_out(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize(
    "text",
    [
        "他说nǐ hǎo",
        "在café里",
        "他的de书",
        "这个字念ㄓㄜˋ",
        "好ㄉ",
        "银行 yínháng bank",
        "你好nǐhǎo hello",
        "看《pīnyīn》这本书",
        "听了《Hé》这首歌",
        "读【x】",
        "{名字|姓名}",
        "|好|坏|",
    ],
)
def test_what_is_not_the_reading_of_what_it_stands_behind_stays(text: str) -> None:
    assert take_notes(text) == (text, ())


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
