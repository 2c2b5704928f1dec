"""Glosses for readers."""

import pytest

from reader.language.glosses import plain_gloss, split_measure_words


@pytest.mark.parametrize(
    ("gloss", "traditional", "plain"),
    [
        ("variant of 裡|里[li3]", False, "variant of 里 lǐ"),
        ("variant of 裡|里[li3]", True, "variant of 裡 lǐ"),
        ("see 朋友[peng2 you5]", False, "see 朋友 péngyou"),
        ("see 女兒|女儿[nu:3 er2]", False, "see 女儿 nǚ'ér"),
        ("Xi'an, see 西安[Xi1 an1]", False, "Xi'an, see 西安 Xī'ān"),
        ("to work", False, "to work"),
        ("abbr. for 卡拉OK[ka3 la1 O K]", False, "abbr. for 卡拉OK ka3 la1 O K"),
    ],
)
def test_references_are_written_in_one_script_with_tone_marks(
    gloss: str, traditional: bool, plain: str
) -> None:
    assert plain_gloss(gloss, traditional=traditional) == plain


def test_measure_words_stand_apart() -> None:
    glosses = ("to work", "job", "CL:個|个[ge4],份[fen4]")
    assert split_measure_words(glosses, traditional=False) == (
        ("to work", "job"),
        ("个 gè", "份 fèn"),
    )
