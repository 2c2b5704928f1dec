"""What somebody means who types pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.pinyin_query import read_sounds
from reader.language.syllables import BASES
from reader.language.tones import to_mark


def cut(text: str) -> list[str]:
    """Each way as text: tones as numbers, ~ behind what is only begun."""
    return [
        " ".join(sound.base + sound.tone + "~" * sound.begun for sound in way)
        for way in read_sounds(text)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("xianzai", ["xian zai", "xi an zai"]),
        ("xiàn zài", ["xian4 zai4"]),
        ("xian4zai4", ["xian4 zai4"]),
        ("xian4 zai", ["xian4 zai"]),
        ("Xi'an", ["xi an"]),
        ("xi an", ["xi an"]),
        ("xīān", ["xi1 an1"]),
        ("fangan", ["fang an", "fan gan"]),
        ("nv'er", ["nü er"]),
        ("nǚ", ["nü3"]),
        ("nu:3", ["nü3"]),
        ("lü4", ["lü4"]),
        ("lv", ["lü"]),
        ("lu", ["lu"]),
        ("lüè", ["lüe4"]),
        ("fāngàn", ["fang1 an4", "fan1 gan4"]),
        ("lue4", ["lüe4"]),
        ("jü", ["ju"]),
        ("nar", ["na r"]),
        ("de5", ["de5"]),
        ("de0", ["de5"]),
        ("ｎǐ　hǎo", ["ni3 hao3"]),
        ("xianz", ["xian z~", "xi an z~"]),
        ("zh", ["zh~"]),
        ("zhongg", ["zhong g~"]),
    ],
)
def test_a_query_is_cut_into_syllables(text: str, meant: list[str]) -> None:
    assert sorted(cut(text)) == sorted(meant)


@pytest.mark.parametrize(
    "text",
    ["", "z", "现在", "xian在", "hello world", "xian9", "4", "a.b", "xxx", "ni3hao6", "x4", "r"],
)
def test_other_text_is_no_pinyin(text: str) -> None:
    assert cut(text) == []


def test_a_query_of_nonsense_has_few_ways() -> None:
    assert 0 < len(read_sounds("xianxianxianxianxianxianxianxian")) <= 12


syllables = st.tuples(
    st.sampled_from(sorted(BASES - {"m", "n", "ng", "hm", "hng", "ê"})), st.sampled_from("1234")
)


@given(st.lists(syllables, min_size=1, max_size=4))
def test_syllables_with_tones_come_back_in_every_writing(said: list[tuple[str, str]]) -> None:
    meant = tuple(said)
    numbers = "".join(base + tone for base, tone in said)
    marks = " ".join(to_mark(base + tone) for base, tone in said)
    typed = " ".join(base.replace("ü", "v") + tone for base, tone in said)
    for text in (numbers, marks, typed):
        assert meant in {
            tuple((sound.base, sound.tone) for sound in way) for way in read_sounds(text)
        }
