"""Every gold sentence is read as its author has it, and so is every polyphone of the seeds."""

from functools import lru_cache
from pathlib import Path

import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.importers import read_file
from reader.language.annotate import Annotator

PATHS = find_paths()
ANNOTATOR = Annotator(PATHS.lexicon)
GOLD = Path(__file__).parents[1] / "gold"
KNOWN_SEED_ERRORS = {
    ("11", "单"): "a child whose whole name is 单一, a word",
    ("11", "只"): "after that name",
    ("11", "行"): "a line of writing that is only told apart by what the story says",
}
"""By the number of the seed and the character; its other places in that seed are right."""
SEED_ERRORS = 8


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (GOLD / name).read_text("utf-8").splitlines()[1:]]


@lru_cache
def _read_seed(name: str) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    """The paragraphs of a seed with their syllables."""
    paragraphs = list(read_file(PATHS.seeds / name)[1].paragraphs())
    return tuple(
        (paragraph.text, tuple(syllable for word in words for syllable in word.syllables))
        for paragraph, words in zip(paragraphs, ANNOTATOR.annotate_all(paragraphs), strict=True)
    )


@pytest.mark.parametrize(
    ("text", "gold"), [pytest.param(row[2], row[3], id=row[0]) for row in _rows("readings.tsv")]
)
def test_a_gold_sentence_is_read_as_its_author_has_it(text: str, gold: str) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    found = [syllable for word in words for syllable in word.syllables]
    assert [syllable or "-" for syllable in found] == gold.split(" ")


def _read_place(name: str, excerpt: str, index: int) -> set[str | None]:
    return {
        syllables[text.index(excerpt) + index]
        for text, syllables in _read_seed(name)
        if excerpt in text
    }


SEED_ROWS = _rows("seed_polyphones.tsv")


@pytest.mark.parametrize(
    ("name", "excerpt", "index", "character", "gold"),
    [row for row in SEED_ROWS if (row[0][:2], row[3]) not in KNOWN_SEED_ERRORS],
)
def test_a_polyphone_of_a_seed_is_read_as_checked_by_hand(
    name: str, excerpt: str, index: str, character: str, gold: str
) -> None:
    assert excerpt[int(index)] == character
    assert _read_place(name, excerpt, int(index)) == {gold}


def test_the_known_errors_in_seeds_do_not_grow() -> None:
    wrong = [
        row
        for row in SEED_ROWS
        if (row[0][:2], row[3]) in KNOWN_SEED_ERRORS
        and _read_place(row[0], row[1], int(row[2])) != {row[4]}
    ]
    assert len(wrong) == SEED_ERRORS
