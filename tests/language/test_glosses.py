"""Glosses for readers."""

import pytest

from reader.core.notation import Notation
from reader.language.glosses import find_lead, plain_gloss, take_measures


@pytest.mark.parametrize(
    ("gloss", "traditional", "plain"),
    [
        ("variant of 裡|里[li3]", False, "variant of 里 lǐ"),
        ("variant of 裡|里[li3]", True, "variant of 裡 lǐ"),
        ("see 朋友[peng2 you5]", False, "see 朋友 péngyou"),
        ("see 女兒|女儿[nu:3 er2]", False, "see 女儿 nǚ'ér"),
        ("Xi'an, see 西安[Xi1 an1]", False, "Xi'an, see 西安 Xī'ān"),
        ("to work", False, "to work"),
        ("also pr. [yi1 hui3 r5]", False, "also pr. yīhuǐr"),
        ("abbr. for 北京大學|北京大学", False, "abbr. for 北京大学"),
        ("abbr. for 卡拉OK[ka3 la1 O K]", False, "abbr. for 卡拉OK ka3 la1 O K"),
    ],
)
def test_references_are_written_in_one_script_with_tone_marks(
    gloss: str, traditional: bool, plain: str
) -> None:
    assert plain_gloss(gloss, traditional=traditional) == plain


def test_references_are_written_in_the_notation_of_the_learner() -> None:
    gloss = "see 朋友[peng2 you5]"
    assert plain_gloss(gloss, traditional=False, notation=Notation.ZHUYIN) == "see 朋友 ㄆㄥˊ ˙ㄧㄡ"


def test_measure_words_stand_apart() -> None:
    glosses = ("to work", "cat (CL:隻|只[zhi1])", "CL:個|个[ge4],份[fen4]")
    assert take_measures(glosses) == (
        ("to work", "cat"),
        ("隻|只[zhi1]", "個|个[ge4]", "份[fen4]"),
    )


@pytest.mark.parametrize(
    ("gloss", "relation", "word", "alone"),
    [
        ("variant of 裡|里[li3]", "variant of", "裡", True),
        ("old variant of 乾|干[gan1]", "old variant of", "乾", True),
        ("see 朋友[peng2 you5]", "see", "朋友", True),
        ("used in 葡萄[pu2 tao5]", "used in", "葡萄", True),
        ("abbr. for 北京大學|北京大学", "abbr. for", "北京大學", True),
        ("Peking University (abbr. for 北京大學|北京大学)", "abbr. for", "北京大學", False),
        ("variant of 歲|岁[sui4], year", "variant of", "歲", False),
    ],
)
def test_a_gloss_may_lead_to_another_word(
    gloss: str, relation: str, word: str, alone: bool
) -> None:
    target = find_lead(gloss)
    assert target
    assert (target.relation, target.traditional, target.alone) == (relation, word, alone)


@pytest.mark.parametrize("gloss", ["to see", "a form of address", "to look after (sth)"])
def test_most_glosses_lead_nowhere(gloss: str) -> None:
    assert find_lead(gloss) is None
