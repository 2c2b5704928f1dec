from pathlib import Path

import pytest

from reader.core.script import Script, Variant
from reader.language.annotate import Annotator
from reader.language.conversion import Converter

ROOT = Path(__file__).parents[2]
DATA = ROOT / "resources" / "data"
CONVERTER = Converter(DATA, segment=Annotator(DATA / "lexicon.sqlite").segment)
SENTENCES = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "gold" / "conversion.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("simplified", "traditional"), SENTENCES)
def test_a_hard_sentence_is_written_as_in_taiwan(simplified: str, traditional: str) -> None:
    shown = CONVERTER.show(simplified, Variant.TAIWAN, Script.SIMPLIFIED)
    assert shown.text == traditional
