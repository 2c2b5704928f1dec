import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.notation import Notation
from reader.language.syllables import BASES, ERHUA, TONES, is_legal
from reader.language.tones import (
    from_mark,
    from_zhuyin,
    join_pinyin,
    parse_syllable,
    to_mark,
    to_zhuyin,
    write_word,
)

SYLLABLES = [ERHUA, *(base + tone for base in sorted(BASES) for tone in TONES)]


@pytest.mark.parametrize(
    ("number", "mark", "zhuyin"),
    [
        ("hang2", "háng", "ㄏㄤˊ"),
        ("lü4", "lǜ", "ㄌㄩˋ"),
        ("nüe4", "nüè", "ㄋㄩㄝˋ"),
        ("xue2", "xué", "ㄒㄩㄝˊ"),
        ("jiong3", "jiǒng", "ㄐㄩㄥˇ"),
        ("gui4", "guì", "ㄍㄨㄟˋ"),
        ("liu2", "liú", "ㄌㄧㄡˊ"),
        ("shi4", "shì", "ㄕˋ"),
        ("zi5", "zi", "˙ㄗ"),
        ("weng1", "wēng", "ㄨㄥ"),
        ("zhong1", "zhōng", "ㄓㄨㄥ"),
        ("yuan2", "yuán", "ㄩㄢˊ"),
        ("er2", "ér", "ㄦˊ"),
        ("r5", "r", "ㄦ"),
        ("m2", "ḿ", "ㄇˊ"),
        ("n4", "ǹ", "ㄋˋ"),
        ("ng3", "ňg", "ㄫˇ"),
        ("hm5", "hm", "˙ㄏㄇ"),
        ("ê4", "ề", "ㄝˋ"),
        ("ei2", "éi", "ㄟˊ"),
        ("yo1", "yō", "ㄧㄛ"),
        ("o4", "ò", "ㄛˋ"),
    ],
)
def test_a_syllable_is_written_in_three_ways(number: str, mark: str, zhuyin: str) -> None:
    written = to_mark(number)
    assert from_mark(written) == from_mark(mark) == number
    assert len(written) == len(to_mark(from_mark(mark)))
    assert to_zhuyin(number) == zhuyin


@pytest.mark.parametrize("syllable", SYLLABLES)
def test_every_syllable_comes_back_from_mark_and_zhuyin(syllable: str) -> None:
    assert from_mark(to_mark(syllable)) == syllable
    assert from_zhuyin(to_zhuyin(syllable)) == syllable
    assert is_legal(syllable)


def test_no_two_syllables_are_written_alike() -> None:
    assert len({to_mark(syllable) for syllable in SYLLABLES}) == len(SYLLABLES)
    assert len({to_zhuyin(syllable) for syllable in SYLLABLES}) == len(SYLLABLES)


@given(st.sampled_from(SYLLABLES))
def test_marks_keep_the_capital(syllable: str) -> None:
    capital = syllable[0].upper() + syllable[1:]
    assert from_mark(to_mark(capital)) == capital


@given(st.sampled_from(SYLLABLES), st.sampled_from([str, to_mark, to_zhuyin]))
def test_a_note_is_read_in_every_way_of_writing(syllable: str, write: type[str]) -> None:
    assert parse_syllable(write(syllable)) == syllable


@given(st.text(max_size=6))
def test_a_note_is_a_legal_syllable_or_nothing(text: str) -> None:
    found = parse_syllable(text)
    assert found is None or is_legal(found)


@pytest.mark.parametrize(
    ("note", "syllable"),
    [
        ("diào", "diao4"),
        (" Diào ", "diao4"),
        ("diɑ̀o", "diao4"),
        ("ｄｉａｏ４", "diao4"),
        ("lu:4", "lü4"),
        ("nv3", "nü3"),
        ("hăo", "hao3"),
        ("de0", "de5"),
        ("ㄍㄜ˙", "ge5"),
        ("diào4", None),
        ("市、区", None),
        ("", None),
        ("xyz", None),
        ("12", None),
    ],
)
def test_notes_as_people_write_them(note: str, syllable: str | None) -> None:
    assert parse_syllable(note) == syllable


@pytest.mark.parametrize(
    ("syllables", "proper", "pinyin"),
    [
        (("xi1", "an1"), True, "Xī'ān"),
        (("nü3", "er2"), False, "nǚ'ér"),
        (("na4", "r5"), False, "nàr"),
        (("Bei3", "jing1"), False, "Běijīng"),
        (("Mao2", "Ze2", "dong1"), False, "Máo Zédōng"),
        (("A", "A", "zhi4"), False, "AAzhì"),
        ((None, "du4"), False, "dù"),
        (("hai3", "ou1"), False, "hǎi'ōu"),
        ((), True, ""),
    ],
)
def test_the_pinyin_of_a_word(syllables: tuple[str | None, ...], proper: bool, pinyin: str) -> None:
    assert join_pinyin(syllables, proper=proper) == pinyin


@pytest.mark.parametrize(
    ("notation", "written"),
    [
        (Notation.MARKS, "Xī'ān"),
        (Notation.NUMBERS, "Xi1an1"),
        (Notation.PLAIN, "Xi'an"),
        (Notation.ZHUYIN, "ㄒㄧ ㄢ"),
    ],
)
def test_a_word_is_written_in_every_notation(notation: Notation, written: str) -> None:
    assert write_word(("xi1", "an1"), notation, proper=True) == written
