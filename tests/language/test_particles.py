import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.language.annotate import Annotator

ANNOTATOR = Annotator(find_paths().lexicon)


@pytest.mark.parametrize(
    ("text", "character", "syllable"),
    [
        ("你得去", "得", "dei3"),
        ("跑得快", "得", "de5"),
        ("她得了奖", "得", "de2"),
        ("他高兴地说", "地", "de5"),
        ("一步一步地走", "地", "de5"),
        ("这里有两块地。", "地", "di4"),
        ("他看着我", "着", "zhe5"),
        ("门开着", "着", "zhe5"),
        ("他来了", "了", "le5"),
        ("三只猫", "只", "zhi1"),
        ("我只有一个", "只", "zhi3"),
        ("门口儿有人", "儿", "r5"),
        ("看我儿在此", "儿", "er2"),
        ("第3行有错", "行", "hang2"),
        ("你先还钱吧", "还", "huan2"),
        ("他还在睡觉", "还", "hai2"),
    ],
)
def test_grammar_decides_small_words(text: str, character: str, syllable: str) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    syllables = [syllable for word in words for syllable in word.syllables]
    assert syllables[text.index(character)] == syllable
