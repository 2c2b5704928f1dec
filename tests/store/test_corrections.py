"""Corrected readings come back as they were kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.article import Article, Paragraph, Section
from reader.core.correction import Scope
from reader.core.errors import LibraryError
from reader.core.position import Position, anchor
from reader.store.articles import Articles
from reader.store.corrections import Corrections
from reader.store.database import Database

ARTICLE = Article("题目", (Section((Paragraph("银行在旁边"),)),))
PLACE = anchor(ARTICLE, Position(0, 0, 0))
RIGHT = ("yin2", None)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A library with two articles."""
    made = Database(tmp_path / "library.sqlite")
    for name in ("a", "b"):
        Articles(made).add(ARTICLE, name.encode(), name)
    yield made
    made.close()


def test_a_correction_comes_back_as_it_was(database: Database) -> None:
    corrections = Corrections(database)
    kept = corrections.add(1, Scope.PLACE, PLACE, "银行", RIGHT)
    assert corrections.all() == (kept,)
    assert kept.syllables == RIGHT
    assert kept.anchor == PLACE


def test_only_what_holds_everywhere_holds_in_other_articles(database: Database) -> None:
    corrections = Corrections(database)
    corrections.add(1, Scope.ARTICLE, PLACE, "银行", RIGHT)
    everywhere = corrections.add(1, Scope.EVERYWHERE, PLACE, "银行", RIGHT)
    assert corrections.all(2) == (everywhere,)
    assert len(corrections.all(1)) == 2


def test_a_correction_that_was_taken_back_can_be_restored(database: Database) -> None:
    corrections = Corrections(database)
    kept = corrections.add(1, Scope.PLACE, PLACE, "银行", RIGHT)
    assert corrections.delete(kept.id) == kept
    assert corrections.all() == ()
    assert corrections.restore(kept) == kept
    assert corrections.all() == (kept,)


def test_a_correction_that_is_not_there_is_told_in_a_sentence(database: Database) -> None:
    with pytest.raises(LibraryError, match="no correction 3"):
        Corrections(database).delete(3)


def test_restoring_a_correction_leaves_newer_ones_alone(database: Database) -> None:
    corrections = Corrections(database)
    deleted = corrections.delete(corrections.add(1, Scope.PLACE, PLACE, "银行", RIGHT).id)
    newer = corrections.add(1, Scope.PLACE, PLACE, "银行", ("yin2", "xing2"))
    corrections.restore(deleted)
    assert corrections.all() == (deleted, newer)
    assert corrections.restore(deleted) == deleted
