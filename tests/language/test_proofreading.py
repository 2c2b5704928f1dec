from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.annotate import Annotator
from reader.language.conversion import Converter
from reader.language.proofreading import Correction, Proofreader
from reader.language.script import Scripts

DATA = Path(__file__).parents[2] / "resources" / "data"
SCRIPTS = Scripts(DATA)
ANNOTATOR = Annotator(DATA / "lexicon.sqlite", SCRIPTS)
CONVERTER = Converter(DATA, SCRIPTS, ANNOTATOR.segment)
PROOFREADER = Proofreader(DATA, SCRIPTS, CONVERTER, ANNOTATOR.segment)


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("防控范圍很廣", ["範圍"]),
        ("情況復雜,關于疫情", ["複雜", "關於"]),
        ("要采取措施,不能有松勁情緒", ["採取", "鬆"]),
        ("並且歡迎,并檢查工作", ["並"]),
        ("皇後的頭發很長", ["皇后", "頭髮"]),
        ("乾部隻有一個", ["幹部", "只有"]),
        ("他養了三只貓", ["隻"]),
        ("回家以后再說", ["以後"]),
    ],
)
def test_what_a_bad_conversion_left_is_found(text: str, usual: list[str]) -> None:
    assert [correction.usual for correction in PROOFREADER.proofread(text)] == usual


@pytest.mark.parametrize(
    "text",
    [
        "面臨困難時,我們要在範圍內採取複雜的措施。",
        "范先生和于小姐住在公里之外的村裏,余老師也在。",
        "皇后的頭髮在裡面,臺灣、台灣都寫得。",
        "他只有一只木箱,裡面裝著一只手錶。",
        "瞭解、了解,公佈、公布,註冊、注冊,遊覽、游覽。",
        "麵包、面貌、制度、製造、乾淨、幹部、干涉。",
        "Nothing to see here.",
        "",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert PROOFREADER.proofread(text) == ()


def test_a_correction_says_where_the_word_is_and_how_it_was_written() -> None:
    assert PROOFREADER.proofread("𠮷野的范圍") == (Correction(3, 5, "范圍", "範圍"),)


@settings(deadline=None)
@given(st.lists(st.sampled_from("范圍復雜皇後頭發𠮷只隻貓，a"), max_size=12).map("".join))
def test_corrections_keep_length_and_order(text: str) -> None:
    end = 0
    for correction in PROOFREADER.proofread(text):
        assert end <= correction.start < correction.end <= len(text)
        assert text[correction.start : correction.end] == correction.written
        assert len(correction.usual) == len(correction.written)
        end = correction.end


def test_guesses_are_the_characters_that_nothing_decided() -> None:
    assert CONVERTER.find_guesses("头发和皇后") == ()
    assert CONVERTER.find_guesses("这个干呢") == (2,)
    assert CONVERTER.find_guesses("你好") == ()
