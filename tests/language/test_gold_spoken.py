"""Every sentence of the gold file for speech is read as it says; speech changes only tones."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.core.style import ReadingStyle, Tones
from reader.core.word import Origin, Reading
from reader.language.annotate import Annotator

ANNOTATOR = Annotator(find_paths().lexicon)
GOLD = Path(__file__).parents[1] / "gold"
SPOKEN = ReadingStyle(tones=Tones.SPOKEN)


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (GOLD / name).read_text("utf-8").splitlines()[1:]]


def read(text: str, style: ReadingStyle) -> list[str]:
    words = ANNOTATOR.annotate(Paragraph(text), style)
    return [syllable or "-" for word in words for syllable in word.syllables]


@pytest.mark.parametrize(
    ("text", "gold"), [pytest.param(row[2], row[3], id=row[0]) for row in rows("spoken.tsv")]
)
def test_gold_sentences_are_spoken_so(text: str, gold: str) -> None:
    assert read(text, SPOKEN) == gold.split(" ")


def test_words_can_be_restyled_after_they_were_corrected() -> None:
    words = ANNOTATOR.annotate(Paragraph("請給我一個"))
    assert ANNOTATOR.restyle(words, ReadingStyle()) is words
    corrected = (
        *words[:-1],
        replace(words[-1], readings=(Reading("shi4", Origin.CORRECTION), None)),
    )
    spoken = ANNOTATOR.restyle(corrected, SPOKEN)
    assert [word.syllables for word in spoken] == [
        ("qing3",),
        ("gei2",),
        ("wo3",),
        ("shi4", None),
    ]


def test_the_gold_file_has_120_different_sentences() -> None:
    gold = rows("spoken.tsv")
    assert len(gold) >= 120
    assert len({row[0] for row in gold}) == len({row[2] for row in gold}) == len(gold)
    assert all(len(row[2]) == len(row[3].split(" ")) for row in gold)


def test_the_citation_readings_of_gold_change_only_in_tone() -> None:
    for row in rows("readings.tsv"):
        citation, spoken = read(row[2], ReadingStyle()), read(row[2], SPOKEN)
        assert [syllable[:-1] for syllable in citation] == [syllable[:-1] for syllable in spoken]
