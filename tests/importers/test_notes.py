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
        ("花儿(huar1)", "花儿", [(0, 2, "huar1")]),
        ("北京(Bei3jing1)", "北京", [(0, 2, "Bei3jing1")]),
        ("女(nv3)人", "女人", [(0, 1, "nv3")]),
    ],
)
def test_notes_are_taken_out_and_kept_at_their_character(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize(
    ("written", "clean", "notes"),
    [
        ("去银行(ㄧㄣˊ ㄏㄤˊ)了", "去银行了", [(1, 3, "ㄧㄣˊ ㄏㄤˊ")]),
        ("倒垃圾(ㄌㄜˋㄙㄜˋ)", "倒垃圾", [(1, 3, "ㄌㄜˋㄙㄜˋ")]),
        ("去｜銀行《ㄧㄣˊㄏㄤˊ》", "去銀行", [(1, 3, "ㄧㄣˊㄏㄤˊ")]),
        ("山東（ㄕㄢㄉㄨㄥ）", "山東", [(0, 2, "ㄕㄢㄉㄨㄥ")]),
        ("漢(ㄏㄢˋ)字", "漢字", [(0, 1, "ㄏㄢˋ")]),
    ],
)
def test_several_syllables_of_zhuyin_are_a_note_for_as_many_characters(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize(
    ("written", "clean", "notes"),
    [
        ("调(diào/tiáo)", "调", [(0, 1, "diào/tiáo")]),
        ("快乐(lè、yuè)", "快乐", [(1, 2, "lè、yuè")]),
        ("行（hang2, xing2）", "行", [(0, 1, "hang2, xing2")]),
        ("樂(ㄌㄜˋ、ㄩㄝˋ)", "樂", [(0, 1, "ㄌㄜˋ、ㄩㄝˋ")]),
    ],
)
def test_several_readings_of_a_character_are_one_note(
    written: str, clean: str, notes: list[tuple[int, int, str]]
) -> None:
    assert take_notes(written) == (clean, tuple(Note(*note) for note in notes))


@pytest.mark.parametrize("written", ["调 (diào)度", "调　（diào）度", "调 [diao4]度"])
def test_a_note_may_stand_behind_a_space(written: str) -> None:
    clean, notes = take_notes(written)
    assert clean == "调度"
    assert [(note.start, note.end) for note in notes] == [(0, 1)]


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("中华人民共和国", "Zhōnghuá Rénmín Gònghéguó"),
        ("新疆维吾尔自治区", "Xīnjiāng Wéiwú'ěr Zìzhìqū"),
        ("全国人民代表大会", "quánguó rénmín dàibiǎo dàhuì"),
    ],
)
def test_the_reading_of_a_long_name_is_a_note_for_all_of_it(name: str, reading: str) -> None:
    clean, notes = take_notes(f"在{name}（{reading}）里")
    assert clean == f"在{name}里"
    assert notes == (Note(1, 1 + len(name), reading),)


@pytest.mark.parametrize(
    "text",
    [
        "氧气(O2)",
        "打印纸（A4）",
        "面积(m2)",
        "考试（N1）",
        "甲(E2)",
        "楼(A1)",
        "氮(N2)",
        "二氧化碳(co2)",
        "图[a1]",
        "饿(E4)",
        "阿(A1)",
        "嗯(n2)",
        "{氧|O2}",
        "银(ㄧㄣˊ ㄏㄤˊ)",
        "图书(ㄧㄣˊㄏㄤˊ)",
        "颜色(lè、yuè)",
        "他(he/she)",
        "的(de/di)",
        "男 (nán/nǚ)",
        "银行 (yínháng) bank",
        "银行 (yínháng): a bank",
        "洛美 (Lomé)",
        "在 (dé)",
        "｜銀行《ㄧㄣˊ》",
    ],
)
def test_formulas_grades_and_other_readings_in_brackets_stay(text: str) -> None:
    assert take_notes(text) == (text, ())


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
