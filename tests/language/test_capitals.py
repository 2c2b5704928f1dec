"""Names begin with a capital in pinyin, above the text as on the card."""

from pathlib import Path

import pytest

from reader.core.article import Paragraph
from reader.core.notation import Notation
from reader.language.annotate import Annotator
from reader.language.capitals import find_capitals
from reader.language.tones import write_word

ANNOTATOR = Annotator(Path(__file__).parents[2] / "resources" / "data" / "lexicon.sqlite")


@pytest.mark.parametrize(
    ("text", "name", "capitals"),
    [
        ("他去了中国。", "中国", (0,)),
        ("他在江西。", "江西", (0,)),
        ("他在北京大学讀書。", "北京大学", (0, 2)),
        ("毛泽东的詩。", "毛泽东", (0, 1)),
        ("記者魏星報道", "魏星", (0, 1)),
        ("国王来了。", "国王", ()),
        ("他很高。", "高", ()),
        ("和平。", "和平", ()),
    ],
)
def test_a_capital_stands_where_a_part_of_a_name_begins(
    text: str, name: str, capitals: tuple[int, ...]
) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    assert find_capitals(next(word for word in words if word.text == name)) == capitals


def test_the_parts_of_a_name_are_written_as_they_are_printed() -> None:
    (word, *_) = ANNOTATOR.annotate(Paragraph("北京大学"))
    parts = (word.syllables[:2], word.syllables[2:])
    written = " ".join(write_word(part, Notation.MARKS, proper=True) for part in parts)
    assert written == "Běijīng Dàxué"
