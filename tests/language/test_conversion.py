"""Conversion is OpenCC's, and every character can be followed."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.core.script import Script, Variant
from reader.language.conversion import Converter
from reader.language.script import Scripts

DATA = find_paths().resources / "data"
SCRIPTS = Scripts(DATA)
CONVERTER = Converter(DATA, SCRIPTS)
DIRECTIONS = ("s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "t2tw", "t2hk")
SAME_LENGTH = tuple(name for name in DIRECTIONS if not name.endswith("p"))
ALPHABET = "算法软件头发后面干什么里著着𠮷𬴊演鼠标打印机台湾计算机a 。，程序信息网络"


@pytest.mark.parametrize(
    ("direction", "text", "converted"),
    [
        ("s2t", "头发发展", "頭髮發展"),
        ("s2t", "皇后在后面", "皇后在後面"),
        ("t2s", "頭髮發展", "头发发展"),
        ("tw2s", "為什麼看著我", "为什么看着我"),
        ("tw2s", "什么", "什么"),
        ("s2tw", "里面", "裡面"),
        ("s2hk", "里面", "裏面"),
        ("s2twp", "鼠标和打印机", "滑鼠和印表機"),
        ("tw2sp", "滑鼠和印表機", "鼠标和打印机"),
        ("t2tw", "裏面", "裡面"),
        ("s2t", "", ""),
        ("s2t", "abc 123", "abc 123"),
    ],
)
def test_each_direction_converts(direction: str, text: str, converted: str) -> None:
    assert CONVERTER.convert(text, direction).text == converted


@given(st.text(ALPHABET, max_size=40), st.sampled_from(DIRECTIONS))
def test_the_map_is_total_and_monotone(text: str, direction: str) -> None:
    display = CONVERTER.convert(text, direction)
    shown = [display.shown(offset) for offset in range(len(text) + 1)]
    assert shown[0] == 0
    assert shown[-1] == len(display.text)
    assert all(left <= right for left, right in pairwise(shown))


@given(st.text(ALPHABET, max_size=40), st.sampled_from(DIRECTIONS))
def test_the_map_leads_back_at_the_borders_of_pieces(text: str, direction: str) -> None:
    display = CONVERTER.convert(text, direction)
    for piece in display.pieces:
        assert display.source(display.shown(piece.source_start)) == piece.source_start
        assert display.source(display.shown(piece.source_end)) == piece.source_end


@given(st.text(ALPHABET, max_size=40), st.sampled_from(SAME_LENGTH))
def test_only_regional_vocabulary_changes_the_length(text: str, direction: str) -> None:
    display = CONVERTER.convert(text, direction)
    assert len(display.text) == len(text)
    assert display.pieces == ()


def test_a_piece_covers_the_word_that_changed_its_length() -> None:
    display = CONVERTER.convert("这个算法好", "s2twp")
    assert display.text == "這個演算法好"
    (piece,) = display.pieces
    assert "这个算法好"[piece.source_start : piece.source_end] == "算法"
    assert display.text[piece.shown_start : piece.shown_end] == "演算法"


@pytest.mark.parametrize(
    ("text", "variant", "script", "shown"),
    [
        ("头发", Variant.AS_WRITTEN, Script.SIMPLIFIED, "头发"),
        ("头发", Variant.TRADITIONAL, Script.SIMPLIFIED, "頭髮"),
        ("頭髮", Variant.SIMPLIFIED, Script.TRADITIONAL, "头发"),
        ("看著頭髮", Variant.SIMPLIFIED, Script.TRADITIONAL, "看着头发"),
        ("頭髮裏", Variant.TAIWAN, Script.TRADITIONAL, "頭髮裡"),
    ],
)
def test_a_paragraph_is_shown_in_the_wanted_script(
    text: str, variant: Variant, script: Script, shown: str
) -> None:
    assert CONVERTER.show(text, variant, script).text == shown


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("頭髮在後面", Variant.TRADITIONAL),
        ("头发在后面", Variant.SIMPLIFIED),
        ("演算法很難", Variant.TAIWAN_PHRASES),
    ],
)
def test_what_is_in_the_wanted_script_stays_as_it_is(text: str, variant: Variant) -> None:
    assert CONVERTER.show(text, variant, SCRIPTS.detect(text)).text == text


def test_a_paragraph_that_does_not_tell_its_script_follows_the_article() -> None:
    assert CONVERTER.show("皇后", Variant.TRADITIONAL, Script.TRADITIONAL).text == "皇后"
    assert CONVERTER.show("后面", Variant.TRADITIONAL, Script.SIMPLIFIED).text == "後面"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("头发长了就剪", Script.SIMPLIFIED),
        ("頭髮長了就剪", Script.TRADITIONAL),
        ("头发长了，頭髮長了", Script.MIXED),
        ("Hello", Script.OTHER),
        ("", Script.OTHER),
        ("一二三", Script.OTHER),
        ("各设区市和县、关于范围并不复杂，只有一个「後」字", Script.SIMPLIFIED),
    ],
)
def test_the_script_of_a_text_is_told_by_its_characters(text: str, script: Script) -> None:
    assert SCRIPTS.detect(text) is script


@given(st.text("頭髮𠮷著乾后裏abc，"))
def test_simplifying_never_moves_an_offset(text: str) -> None:
    assert len(SCRIPTS.simplify(text)) == len(text)


def test_missing_tables_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="Install Wenchuang again"):
        Converter(tmp_path, SCRIPTS).convert("头", "s2t")
