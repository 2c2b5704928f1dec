"""Own phrases come back as they were kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.database import Database
from reader.store.phrases import Phrases


@pytest.fixture
def phrases(tmp_path: Path) -> Iterator[Phrases]:
    database = Database(tmp_path / "library.sqlite")
    yield Phrases(database)
    database.close()


def test_a_phrase_is_kept_once(phrases: Phrases) -> None:
    assert phrases.put("头发", "頭髮") is None
    before = phrases.put("头发", "頭发")
    assert before
    assert before.traditional == "頭髮"
    assert [phrase.traditional for phrase in phrases.all()] == ["頭发"]


def test_a_removed_phrase_can_be_restored(phrases: Phrases) -> None:
    phrases.put("头发", "頭髮")
    removed = phrases.remove("头发")
    assert phrases.all() == ()
    phrases.restore("头发", removed)
    assert phrases.all() == (removed,)


def test_undoing_the_first_phrase_leaves_none(phrases: Phrases) -> None:
    before = phrases.put("头发", "頭髮")
    phrases.restore("头发", before)
    assert phrases.all() == ()
