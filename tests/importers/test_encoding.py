"""Bytes become the text that they were."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import SourceError, UnclearEncodingError
from reader.core.guess import EncodingGuess
from reader.importers.cns import from_text, to_text
from reader.importers.encoding import decode
from reader.importers.guesses import list_guesses
from reader.importers.likelihood import common_characters

SIMPLIFIED = "下雨了，我没有带伞。妈妈说：“今天会下雨。”我不听，现在衣服都湿了。"
TRADITIONAL = "下雨了，我沒有帶傘。媽媽說：「今天會下雨。」我不聽，現在衣服都濕了。"
COMMON = sorted(c for c in common_characters() if "\u4e00" <= c <= "\u9fff")


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "utf-16", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "你好吗？"])
def test_chinese_comes_back_from_every_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(SIMPLIFIED.encode("utf-8-sig")).text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("utf-8-sig")).encoding == "utf-8"


def test_traditional_chinese_comes_back_from_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")).text == TRADITIONAL


def test_hz_is_read() -> None:
    assert decode(SIMPLIFIED.replace("“", "").replace("”", "").encode("hz")).encoding == "hz"


@given(st.lists(st.sampled_from(COMMON), min_size=8, max_size=60).map("".join))
def test_any_common_characters_come_back_from_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_a_text_that_is_cut_in_a_character_is_read_up_to_there(codec: str) -> None:
    decoded = decode(TRADITIONAL.encode(codec)[:-1])
    assert decoded.text.startswith(TRADITIONAL[:-1])
    assert "\ufffd" in decoded.text
    assert decoded.warnings


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_one_stray_byte_does_not_change_the_verdict(codec: str) -> None:
    half = TRADITIONAL[:20].encode(codec)
    decoded = decode(half + b"\xff" + TRADITIONAL[20:].encode(codec))
    assert decoded.text.startswith(TRADITIONAL[:20])
    assert decoded.text.endswith(TRADITIONAL[25:])


def test_few_chinese_characters_in_much_ascii_are_found() -> None:
    text = "plain words in English " * 20 + SIMPLIFIED[:12]
    assert decode(text.encode("gb18030")).text == text


def test_plain_ascii_is_text() -> None:
    assert decode(b"just words").text == "just words"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("これは日本語の文章です。ひらがなとカタカナが混ざっています。", "euc_jp"),
        ("これは日本語の文章です。ひらがなとカタカナが混ざっています。", "shift_jis"),
        ("이것은 한국어 문장입니다. 사람들은 매일 밥을 먹는다. 나는 학교에 간다.", "euc_kr"),
        ("Мы читаем книги каждый день и пишем письма друзьям из других городов.", "koi8_r"),
        ("Мы читаем книги каждый день и пишем письма друзьям из других городов.", "cp1251"),
        ("Les élèves étudient à l’école; ça a été très intéressant, déjà à Noël.", "cp1252"),
        ("Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι.", "iso8859_7"),
        ("כל בני האדם נולדו בני חורין ושווים בערכם.", "cp1255"),
        ("يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.", "cp1256"),
        ("มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน", "cp874"),
    ],
)
def test_other_languages_are_not_taken_for_chinese(text: str, codec: str) -> None:
    with pytest.raises(SourceError, match="--encoding"):
        decode(text.encode(codec))


@pytest.mark.parametrize(
    "text", ["日本国憲法第九条", "東京都庁前広場", "図書館利用案内", "個人情報保護法施行規則"]
)
def test_japanese_in_kanji_alone_is_not_taken_for_chinese(text: str) -> None:
    with pytest.raises(SourceError, match="--encoding"):
        decode(text.encode("euc_jp"))


@pytest.mark.parametrize("start", [0, 14, 30])
@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_a_text_with_a_byte_lost_is_never_taken_for_euc_tw(codec: str, start: int) -> None:
    text = SIMPLIFIED if codec == "gb18030" else TRADITIONAL
    data = text.replace("\n", "").encode(codec)
    with contextlib.suppress(UnclearEncodingError):
        assert decode(data[:start] + data[start + 1 :]).encoding != "euc_tw"


@pytest.mark.parametrize("text", ["café", "It’s a naïve idea.", "①", "它", "😀"])
def test_short_utf_8_of_any_language_is_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "hz"])
@pytest.mark.parametrize("text", ["你好", "我是学生", "今天下雨"])
def test_two_to_four_characters_are_enough(text: str, codec: str) -> None:
    if codec == "big5":
        text = text.replace("学", "學")
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "gb18030", "hz"])
def test_a_cut_tail_does_not_change_the_verdict(codec: str) -> None:
    assert decode(SIMPLIFIED.encode(codec)[:-1]).text.startswith(SIMPLIFIED[:-2])


def test_chinese_far_behind_plain_ascii_is_found() -> None:
    text = "<p>words</p>\n" * 20_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("codec", ["big5", "big5hkscs"])
def test_circled_digits_come_back_from_both_tables_of_big5(codec: str) -> None:
    text = TRADITIONAL + "①②③" + TRADITIONAL
    assert decode(text.encode(codec)).text == text


def test_a_refusal_names_the_language_that_it_seems_to_be() -> None:
    text = "これは日本語の文章です。ひらがなとカタカナが混ざっています。"
    with pytest.raises(SourceError, match="Japanese text in shift_jis"):
        decode(text.encode("shift_jis"))


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_kr"])
def test_shifted_codes_of_other_languages_are_no_plain_ascii(codec: str) -> None:
    text = "日本語の文章" if codec == "iso2022_jp" else "한국어 문장"
    with pytest.raises(SourceError, match="--encoding"):
        decode(text.encode(codec))


def test_letters_at_the_start_are_no_program() -> None:
    assert decode("MZ世代喜欢什么？".encode("gb18030")).text == "MZ世代喜欢什么？"


def test_an_encoding_that_is_named_is_used() -> None:
    assert decode("日本語の文".encode("shift_jis"), "shift_jis").text == "日本語の文"


def test_an_encoding_that_does_not_exist_is_told_in_a_sentence() -> None:
    with pytest.raises(SourceError, match="no encoding called klingon"):
        decode(b"abc", "klingon")


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\x00\x00\x00"])
def test_nothing_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match="nothing in it"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"\x00\x01\x02" * 50,
        b"PK\x03\x04" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        bytes(range(256)) * 8,
        b"\x7fELF" + bytes(300),
    ],
)
def test_binary_data_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused_in_a_sentence(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(data).text, str)


@pytest.mark.parametrize("text", ["收到舉報", "像八犬传", "我们都是学生"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_few_characters_without_a_mark_are_enough_for_wide_codes(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_euc_tw_is_read_by_itself_and_by_name() -> None:
    data = from_text(TRADITIONAL * 3)
    assert decode(data).text == TRADITIONAL * 3
    assert decode(data, "EUC-TW").text == TRADITIONAL * 3
    assert decode(data[:-1], "euc_tw").text.endswith("\ufffd")


def test_euc_tw_has_every_character_of_big5() -> None:
    leads, trails = range(0xA4, 0xFA), (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = (bytes((lead, trail)).decode("big5", "ignore") for lead in leads for trail in trails)
    text = "".join(c for c in pairs if "\u4e00" <= c <= "\u9fff")
    assert len(text) > 13_000
    assert to_text(from_text(text), "euc_tw") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\x1b$)G\x0eiGGsDcEF\x0f\n", "漢字中文\n"),
        (b"\x1b$)A\x0eDc:C\x0fabc\x0e#,\x0f\n", "你好abc，\n"),
    ],
)
def test_iso_2022_cn_is_read(data: bytes, text: str) -> None:
    assert decode(data).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (" только ", "koi8_r"),
        ("не знаю", "iso8859_5"),
        (" 하늘 나라 ", "euc_kr"),
        ("piña mañana", "cp850"),
        ("étudie l'école", "mac_roman"),
    ],
)
def test_a_few_letters_of_other_languages_are_asked_about(text: str, codec: str) -> None:
    with contextlib.suppress(UnclearEncodingError):
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in decode(text.encode(codec)).text)


def test_a_refusal_carries_guesses_with_previews() -> None:
    text = "これは日本語の文章です。ひらがなとカタカナが混ざっています。"
    with pytest.raises(UnclearEncodingError, match="It would begin like this: shift_jis «これは"):
        decode(text.encode("shift_jis"))
    guesses = list_guesses(text.encode("shift_jis"))
    assert guesses[0] == EncodingGuess("shift_jis", "Japanese", text)
    assert {"gb18030", "big5hkscs"} <= {guess.codec for guess in guesses}
    assert len({guess.preview for guess in guesses}) == len(guesses)


@pytest.mark.parametrize(
    ("text", "codec"), [("très int", "cp1252"), ("niño peq", "cp850"), ("a ñandú", "latin-1")]
)
def test_one_accented_letter_is_no_character(text: str, codec: str) -> None:
    with pytest.raises(UnclearEncodingError):
        decode(text.encode(codec))


@pytest.mark.parametrize("data", [b"~{" * 5_000_000, b"\xe4\xb8" * 5_000_000, b"\xa1" * 10_000_000])
def test_ten_megabytes_of_one_kind_are_decided(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        decode(data)
