"""Words whose characters are each said twice."""

import pytest

from reader.core.article import Kind, Paragraph
from reader.core.paths import find_paths
from reader.language.annotate import Annotator
from reader.language.script import Scripts


@pytest.fixture(name="annotator", scope="module")
def make_annotator() -> Annotator:
    paths = find_paths()
    return Annotator(paths.lexicon, Scripts(paths.resources / "data"))


def read(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    """Each word with its syllables."""
    words = annotator.annotate(Paragraph(text, Kind.BODY))
    return [
        (word.text, " ".join(reading.syllable for reading in word.readings if reading))
        for word in words
    ]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("清清楚楚", "qing1 qing1 chu3 chu3"),
        ("干干净净", "gan1 gan1 jing4 jing4"),
        ("漂漂亮亮", "piao4 piao4 liang4 liang4"),
        ("舒舒服服", "shu1 shu1 fu2 fu2"),
        ("别别扭扭", "bie4 bie4 niu3 niu3"),
        ("結結實實", "jie1 jie1 shi2 shi2"),
        ("马马虎虎", "ma3 ma5 hu1 hu1"),
    ],
)
def test_a_doubled_word_is_one_word_with_full_tones(
    annotator: Annotator, word: str, reading: str
) -> None:
    assert (word, reading) in read(annotator, f"他说得{word}的。")


def test_a_doubled_word_does_not_swallow_the_particle_behind_it(annotator: Annotator) -> None:
    assert ("老老实实", "lao3 lao3 shi2 shi2") in read(annotator, "他老老实实地说了。")
    assert ("地", "de5") in read(annotator, "他老老实实地说了。")


@pytest.mark.parametrize("text", ["爸爸妈妈来了。", "弟弟妹妹来了。", "公公婆婆来了。"])
def test_two_kin_are_two_words(annotator: Annotator, text: str) -> None:
    assert [word for word, _ in read(annotator, text)][:2] == [text[:2], text[2:4]]


def test_an_adverb_and_a_verb_are_no_doubled_word(annotator: Annotator) -> None:
    assert ("好好", "hao3 hao3") in read(annotator, "你要好好学学。")


def test_the_card_of_a_doubled_word_has_the_meaning_of_the_word_in_it(
    annotator: Annotator,
) -> None:
    words = annotator.annotate(Paragraph("说得清清楚楚。", Kind.BODY))
    (word,) = [word for word in words if word.text == "清清楚楚"]
    assert any("clear" in gloss for entry in word.entries for gloss in entry.glosses)
