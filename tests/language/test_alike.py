"""Texts that a learner means to be the same are the same when they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.paths import find_paths
from reader.language.alike import Alike
from reader.language.script import Scripts

FOLD = Alike(Scripts(find_paths().resources / "data").simplify).fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("頭髮", "头发"),
        ("裏面", "裡面"),
        ("裏面", "里面"),
        ("台灣", "臺灣"),
        ("看著", "看着"),
        ("羣眾", "群众"),
        ("山峯", "山峰"),
        ("牀", "床"),
        ("衆", "众"),
        ("綫", "線"),
        ("爲", "為"),
        ("麽", "么"),
        ("鷄", "雞"),
        ("ＡＢＣ１", "abc1"),
        ("WiFi", "wifi"),
        ("你\u3000好", "你 好"),
    ],
)
def test_forms_of_one_text_are_alike(one: str, other: str) -> None:
    assert FOLD(one) == FOLD(other)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(FOLD(text)) == len(text)


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert FOLD(FOLD(text)) == FOLD(text)
