import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.numbers import find_number, read_number
from reader.language.syllables import is_legal


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("0", "ling2"),
        ("7", "qi1"),
        ("10", "shi2"),
        ("12", "shi2 er4"),
        ("48", "si4 shi2 ba1"),
        ("100", "yi1 bai3"),
        ("105", "yi1 bai3 ling2 wu3"),
        ("110", "yi1 bai3 yi1 shi2"),
        ("1005", "yi1 qian1 ling2 wu3"),
        ("2050", "er4 qian1 ling2 wu3 shi2"),
        ("10000", "yi1 wan4"),
        ("10086", "yi1 wan4 ling2 ba1 shi2 liu4"),
        ("120000", "shi2 er4 wan4"),
        ("1,234.5", "yi1 qian1 er4 bai3 san1 shi2 si4 dian3 wu3"),
        ("100000000", "yi1 yi4"),
        ("100000001", "yi1 yi4 ling2 yi1"),
        ("1400000000", "shi2 si4 yi4"),
        ("1200000000000", "yi1 wan4 er4 qian1 yi4"),
        ("1000000000000", "yi1 wan4 yi4"),
        ("007", "ling2 ling2 qi1"),
        ("3.14", "san1 dian3 yi1 si4"),
        ("0.05", "ling2 dian3 ling2 wu3"),
        ("-3", "fu4 san1"),
        ("２０", "er4 shi2"),
        ("2022年", "er4 ling2 er4 er4 nian2"),
        ("98年", "jiu3 ba1 nian2"),
        ("9月", "jiu3 yue4"),
        ("9月10日", "jiu3 yue4 shi2 ri4"),
        ("2022年9月10日", "er4 ling2 er4 er4 nian2 jiu3 yue4 shi2 ri4"),
        ("10月1号", "shi2 yue4 yi1 hao4"),
        ("2022-09-10", "er4 ling2 er4 er4 nian2 jiu3 yue4 shi2 ri4"),
        ("25日", "er4 shi2 wu3 ri4"),
        ("8:30", "ba1 dian3 san1 shi2 fen1"),
        ("8:05", "ba1 dian3 ling2 wu3 fen1"),
        ("20:00", "er4 shi2 dian3"),
        ("0:30", "ling2 dian3 san1 shi2 fen1"),
        ("8:30:15", "ba1 dian3 san1 shi2 fen1 shi2 wu3 miao3"),
        ("50%", "bai3 fen1 zhi1 wu3 shi2"),
        ("3.5%", "bai3 fen1 zhi1 san1 dian3 wu3"),
        ("-2%", "fu4 bai3 fen1 zhi1 er4"),
        ("5‰", "qian1 fen1 zhi1 wu3"),
        ("1/3", "san1 fen1 zhi1 yi1"),
        ("第3", "di4 san1"),
        ("第12", "di4 shi2 er4"),
        ("3~5", "san1 dao4 wu3"),
        ("10-20", "shi2 dao4 er4 shi2"),
        ("102:98", "yi1 bai3 ling2 er4 bi3 jiu3 shi2 ba1"),
    ],
)
def test_numbers_are_read(text: str, reading: str) -> None:
    assert " ".join(read_number(text)) == reading


@pytest.mark.parametrize("text", ["", "A", "3D", "年", "1.2.3", "--3", "第", "%", "1:2:3:4"])
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert read_number(text) == ()


@given(st.integers(0, 10**16 - 1))
def test_a_number_can_be_read_back(number: int) -> None:
    spoken = read_number(str(number))
    assert all(map(is_legal, spoken))
    assert value(spoken) == number


@given(st.text("0123456789.,:%/-~年月日第 ４½", max_size=12))
def test_nothing_crashes_and_every_syllable_is_legal(text: str) -> None:
    assert all(map(is_legal, read_number(text)))


NAMES = ("yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3")
DIGITS = {name: number for number, name in enumerate(NAMES, 1)}
PLACES = {"shi2": 10, "bai3": 100, "qian1": 1000}


def value(spoken: tuple[str, ...]) -> int:
    """What number is said, by an independent way."""
    total = above = group = digit = 0
    for syllable in spoken:
        if syllable in DIGITS:
            digit = DIGITS[syllable]
        elif syllable in PLACES:
            group += (digit or 1) * PLACES[syllable]
            digit = 0
        elif syllable == "wan4":
            above += (group + digit) * 10**4
            group = digit = 0
        elif syllable == "yi4":
            total += (above + group + digit) * 10**8
            above = group = digit = 0
    return total + above + group + digit


@pytest.mark.parametrize(
    ("text", "offset", "found", "reading"),
    [
        ("他在2022年9月10日来", 2, "2022年9月10日", "er4 ling2 er4 er4 nian2 jiu3 yue4 shi2 ri4"),
        ("他在2022年9月10日来", 9, "2022年9月10日", "er4 ling2 er4 er4 nian2 jiu3 yue4 shi2 ri4"),
        ("有48个人", 2, "48", "si4 shi2 ba1"),
        ("涨了3.5%。", 3, "3.5%", "bai3 fen1 zhi1 san1 dian3 wu3"),
        ("第3名", 1, "第3", "di4 san1"),
        ("10:30开会", 0, "10:30", "shi2 dian3 san1 shi2 fen1"),
        ("共48-", 1, "48", "si4 shi2 ba1"),
    ],
)
def test_a_number_is_found_around_a_digit(text: str, offset: int, found: str, reading: str) -> None:
    number = find_number(text, offset)
    assert number
    start, end, spoken = number
    assert text[start:end] == found
    assert " ".join(spoken) == reading


def test_letters_are_no_number() -> None:
    assert find_number("WiFi和A4纸", 0) is None
