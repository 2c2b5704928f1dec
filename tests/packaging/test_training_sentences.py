"""The sentences that the polyphone model is trained with."""

from collections import Counter
from pathlib import Path

import pytest
from polyphones.sources import read_gold, read_modern, read_placed, read_written

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "pinyin"


def test_no_sentence_of_ours_is_there_twice() -> None:
    places = Counter((marked.text, marked.place) for marked in read_written())
    assert not [text for (text, _), count in places.items() if count > 1]


@pytest.mark.skipif(not DATA.is_dir(), reason="the marked sentences are not part of the project")
def test_no_place_that_we_read_is_marked_already_or_there_twice() -> None:
    gold = read_gold(DATA)
    placed = Counter(
        (each.marked.text, each.marked.place) for each in read_placed(gold, read_modern(DATA))
    )
    assert placed
    assert not placed.keys() & {(marked.text, marked.place) for marked in gold}
    assert max(placed.values()) == 1
