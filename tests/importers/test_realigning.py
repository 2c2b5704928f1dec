"""A byte that is lost, or one too many, spoils one character and not all behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.cns import from_text, to_text
from reader.importers.encoding import decode

TEXT = "小王每天早上都来这里散步。他说早起的感觉真好，一整天都有精神。"
TRADITIONAL = "下雨了，我沒有帶傘。媽媽說：「今天會下雨。」我不聽，現在衣服都濕了。"


def test_a_paragraph_that_lost_its_first_byte_is_read_but_for_its_first_character() -> None:
    decoded = decode(TEXT.encode("gbk")[1:])
    assert decoded.encoding == "gb18030"
    assert decoded.text == "\ufffd" + TEXT[1:]
    assert decoded.warnings


@pytest.mark.parametrize("place", range(0, 40, 3))
@pytest.mark.parametrize("put", [b"", b"\xc4", b"\xff", b"x", b"\xb5\xc4\xd2"])
def test_the_text_behind_a_damaged_byte_is_read(place: int, put: bytes) -> None:
    data = TEXT.encode("gbk")
    decoded = decode(data[:place] + put + data[place + 1 :])
    assert decoded.encoding == "gb18030"
    assert decoded.text.endswith(TEXT[place // 2 + 2 :])


@pytest.mark.parametrize("place", [21, 30, 41])
def test_euc_tw_is_found_again_behind_a_lost_byte(place: int) -> None:
    data = from_text(TRADITIONAL)
    text = to_text(data[:place] + data[place + 1 :], "euc_tw")
    assert text.startswith(TRADITIONAL[: place // 2 - 2])
    assert text.endswith(TRADITIONAL[place // 2 + 2 :])


def test_a_lost_byte_at_the_end_spoils_nothing_before_it() -> None:
    assert to_text(TEXT.encode("gbk")[:-1], "gb18030").startswith(TEXT[:-1])


@pytest.mark.parametrize(
    "text", [TEXT, TRADITIONAL, "朱镕基说", "囍囍囍囍囍\n" * 3, "a魑魅魍魉鑫b" * 9]
)
def test_sound_text_is_left_as_it_is(text: str) -> None:
    assert to_text(text.encode("gb18030"), "gb18030") == text


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=80))
def test_any_characters_come_back_from_gb18030(text: str) -> None:
    assert to_text(text.encode("gb18030"), "gb18030") == text


@given(st.binary(max_size=300))
def test_of_any_bytes_a_text_is_made(data: bytes) -> None:
    assert isinstance(to_text(data, "gb18030"), str)
    assert isinstance(to_text(data, "euc_tw"), str)
