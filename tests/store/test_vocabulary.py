"""Marked words come back as they were kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.article import Article, Paragraph, Section
from reader.core.position import Position, anchor
from reader.core.vocabulary import Encounter, Status, VocabularyWord
from reader.store.articles import Articles
from reader.store.database import Database
from reader.store.vocabulary import Vocabulary

ARTICLE = Article("题目", (Section((Paragraph("银行在旁边"),)),))
MET = Encounter("银行在旁边", 0, 1, anchor(ARTICLE, Position(0, 0, 0)))
BANK = VocabularyWord("银行", "銀行", ("yin2", "hang2"), Status.LEARNING, MET)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Iterator[Vocabulary]:
    """The vocabulary of a library with one article."""
    database = Database(tmp_path / "library.sqlite")
    Articles(database).add(ARTICLE, b"a", "a")
    yield Vocabulary(database)
    database.close()


def test_a_marked_word_comes_back_with_time_and_sentence(vocabulary: Vocabulary) -> None:
    assert vocabulary.mark(BANK) is None
    (kept,) = vocabulary.all()
    assert kept.marked
    assert replace(kept, marked="") == BANK


def test_a_word_has_the_status_that_it_was_given_last(vocabulary: Vocabulary) -> None:
    vocabulary.mark(BANK)
    before = vocabulary.mark(replace(BANK, status=Status.KNOWN))
    assert vocabulary.statuses() == {"银行": Status.KNOWN}
    assert before
    assert before.status is Status.LEARNING


def test_a_word_can_be_as_it_was_before(vocabulary: Vocabulary) -> None:
    vocabulary.mark(BANK)
    first = vocabulary.all()
    before = vocabulary.mark(replace(BANK, status=Status.KNOWN, met=None))
    vocabulary.restore("银行", before)
    assert vocabulary.all() == first
    before = vocabulary.unmark("银行")
    assert vocabulary.statuses() == {}
    vocabulary.restore("银行", before)
    assert vocabulary.all() == first


def test_the_word_marked_last_is_listed_first(vocabulary: Vocabulary) -> None:
    vocabulary.mark(BANK)
    vocabulary.mark(replace(BANK, word="旁边", written="旁边", met=None))
    assert [word.word for word in vocabulary.all()] == ["旁边", "银行"]
    assert vocabulary.all()[0].met is None
