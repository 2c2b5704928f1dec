"""Readings that a text teaches itself."""

import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.language.annotate import Annotator

ANNOTATOR = Annotator(find_paths().lexicon)


@pytest.mark.parametrize(
    ("text", "at", "syllable"),
    [
        ("“区，念欧。”他说。", 1, "ou1"),
        ("单，读善。", 0, "shan4"),
        ("这个字是银行的行。", 7, "hang2"),
        ("这是“快乐”的“乐”。", 8, "le4"),
        ("长是长短的长。", 0, "chang2"),
        ("长是长短的长。", 5, "chang2"),
        ("他姓单，念书很用功。", 2, "shan4"),
    ],
)
def test_a_text_teaches_the_reading_of_a_character(text: str, at: int, syllable: str) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    assert [found for word in words for found in word.syllables][at] == syllable
