from lexicon_compiler import lighten

LIGHT: dict[str, list[tuple[str, ...]]] = {
    "脾气": [("pi2", "qi5")],
    "含糊": [("han2", "hu5")],
    "气候": [("qi4", "hou4")],
}


def _lighten(word: str, *way: str, kept: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return lighten(LIGHT | {word: [way]}, ("脾气", "含糊"), kept)[word]


def test_a_longer_headword_has_the_neutral_tone_of_the_word_in_it() -> None:
    assert _lighten("发脾气", "fa1", "pi2", "qi4") == [("fa1", "pi2", "qi5")]


def test_a_headword_that_is_told_apart_keeps_its_tones() -> None:
    assert _lighten("小脾气", "xiao3", "pi2", "qi4", kept=("小脾气",)) == [("xiao3", "pi2", "qi4")]


def test_a_word_of_two_doubled_characters_keeps_its_tones() -> None:
    assert _lighten("含含糊糊", "han2", "han2", "hu2", "hu2") == [("han2", "han2", "hu2", "hu2")]


def test_nothing_but_the_tone_may_differ() -> None:
    assert _lighten("坏脾气", "huai4", "pi3", "qi4") == [("huai4", "pi3", "qi4")]
    assert _lighten("小气候", "xiao3", "qi4", "hou4") == [("xiao3", "qi4", "hou4")]


def test_readings_that_have_become_alike_are_kept_once() -> None:
    ways: list[tuple[str, ...]] = [("fa1", "pi2", "qi4"), ("fa1", "pi2", "qi5")]
    assert lighten(LIGHT | {"发脾气": ways}, ("脾气",), ())["发脾气"] == [("fa1", "pi2", "qi5")]
