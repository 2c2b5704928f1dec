from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.errors import ResourceError
from reader.core.script import Script
from reader.language.script import Scripts

DATA = Path(__file__).parents[2] / "resources" / "data"
SCRIPTS = Scripts(DATA)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("今天的天气很好,我们去公园散步。", Script.SIMPLIFIED),
        ("今天的天氣很好,我們去公園散步。", Script.TRADITIONAL),
        ("省委書記檢查調度疫情防控等工作,范圍很廣,內容復雜。", Script.TRADITIONAL),
        ("这里说的是简体。這裡說的是繁體。", Script.MIXED),
        ("Nothing Chinese here, 123.", Script.OTHER),
        ("大人小心火山", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_the_script_is_told_by_characters_that_only_one_script_has(
    text: str, script: Script
) -> None:
    assert SCRIPTS.detect(text) is script


@pytest.mark.parametrize("text", ["乾坤", "台北", "皇后", "群峰", "吃床", "著名", "茶几", "山谷"])
def test_characters_of_both_scripts_tell_nothing(text: str) -> None:
    assert SCRIPTS.detect(text) is Script.OTHER


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("看著電視睡著了", "看着电视睡着了"),
        ("著急地等著", "着急地等着"),
        ("著名的名著,成績顯著", "著名的名著,成绩显著"),
        ("他著有《紅樓夢研究》", "他著有《红楼梦研究》"),
        ("曹雪芹 著", "曹雪芹 著"),
        ("乾隆吃餅乾,扭轉乾坤", "乾隆吃饼干,扭转乾坤"),
        ("他瞭解情況,登高瞭望", "他了解情况,登高瞭望"),
        ("為什麼裡面沒有臺灣", "为什么里面没有台湾"),
        ("爲什麽裏面説温綫,甚麼", "为什么里面说温线,什么"),
        ("曹雪芹著的书很著名,乾隆年间", "曹雪芹著的书很著名,乾隆年间"),
    ],
)
def test_text_is_simplified_for_looking_up(text: str, simple: str) -> None:
    assert SCRIPTS.simplify(text) == simple


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("著乾沈瞭解看名隆重坤𠮷𧶔發后裡a，\n")))
def test_simplifying_never_changes_the_length(text: str) -> None:
    assert len(SCRIPTS.simplify(text)) == len(text)


@settings(deadline=None)
@given(st.text())
def test_simplifying_is_total(text: str) -> None:
    assert len(SCRIPTS.simplify(text)) == len(text)


def test_missing_tables_are_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"TSCharacters\.txt is missing"):
        Scripts(tmp_path)
