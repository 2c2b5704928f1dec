"""Articles and bookmarks come back as they were kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.article import Article, Doubt, Kind, Note, Paragraph, Section
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.core.position import Position, anchor
from reader.core.script import Script
from reader.store.articles import Articles
from reader.store.bookmarks import Bookmarks
from reader.store.database import Database

ARTICLE = Article(
    "题目",
    (
        Section(
            (
                Paragraph("题目", Kind.TITLE),
                Paragraph("調度疫情。", notes=(Note(0, 1, "diào"),)),
                Paragraph("勇\ue000姑", doubts=(Doubt(1, 2, "damaged"),)),
            )
        ),
        Section((Paragraph("第二章", Kind.HEADING), Paragraph("𠮷野")), "第二章"),
    ),
    source="日报",
    author="某人",
    date="2022-09-10",
    script=Script.TRADITIONAL,
    encoding="gb18030",
    warnings=("one",),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty library."""
    made = Database(tmp_path / "library.sqlite")
    yield made
    made.close()


@pytest.fixture
def articles(database: Database) -> Articles:
    """Its articles."""
    return Articles(database)


@pytest.fixture
def article_id(articles: Articles) -> int:
    """The id of an article that is kept."""
    return articles.add(ARTICLE, "原文".encode("gb18030"), "a.txt")[0]


def test_an_article_comes_back_as_it_was(articles: Articles, article_id: int) -> None:
    assert articles.load(article_id) == ARTICLE


def test_the_original_bytes_come_back(articles: Articles, article_id: int) -> None:
    assert articles.original(article_id) == "原文".encode("gb18030")


def test_the_same_bytes_are_kept_once(articles: Articles, article_id: int) -> None:
    assert articles.add(ARTICLE, "原文".encode("gb18030"), "b.txt") == (article_id, False)
    assert len(articles.summaries()) == 1


def test_a_changed_original_is_noticed(
    database: Database, articles: Articles, article_id: int
) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("UPDATE originals SET bytes = ?", (b"other",))
        connection.commit()
    with pytest.raises(DamagedLibraryError, match="checksum"):
        articles.original(article_id)


def test_a_removed_article_is_not_listed_but_kept(articles: Articles, article_id: int) -> None:
    assert articles.set_removed(article_id, removed=True) == "题目"
    assert articles.summaries() == ()
    assert articles.load(article_id) == ARTICLE
    articles.set_removed(article_id, removed=False)
    assert len(articles.summaries()) == 1


def test_a_removed_article_comes_back_when_it_is_added_again(
    articles: Articles, article_id: int
) -> None:
    articles.set_removed(article_id, removed=True)
    articles.add(ARTICLE, "原文".encode("gb18030"), "a.txt")
    assert [summary.id for summary in articles.summaries()] == [article_id]


def test_an_article_that_is_not_there_is_told_in_a_sentence(articles: Articles) -> None:
    for ask in (articles.load, articles.original):
        with pytest.raises(LibraryError, match="no article 7"):
            ask(7)


def test_a_reading_place_comes_back_with_its_progress(articles: Articles, article_id: int) -> None:
    place = anchor(ARTICLE, Position(0, 1, 2))
    articles.save_place(article_id, place, 0.25)
    articles.save_place(article_id, place, 0.5)
    assert articles.load_place(article_id) == place
    assert articles.summaries()[0].progress == 0.5


def test_a_bookmark_comes_back_as_it_was(database: Database, article_id: int) -> None:
    bookmarks = Bookmarks(database)
    made = bookmarks.add(article_id, anchor(ARTICLE, Position(0, 1, 2)), "here")
    assert bookmarks.all() == (made,)
    assert bookmarks.all(article_id) == (made,)
    assert bookmarks.all(article_id + 1) == ()


def test_a_deleted_bookmark_can_be_restored_as_it_was(database: Database, article_id: int) -> None:
    bookmarks = Bookmarks(database)
    made = bookmarks.add(article_id, anchor(ARTICLE, Position(0, 1, 2)), "here")
    deleted = bookmarks.delete(made.id)
    assert bookmarks.all() == ()
    assert bookmarks.restore(deleted) == made
    assert bookmarks.all() == (made,)


def test_restoring_a_bookmark_leaves_newer_ones_alone(database: Database, article_id: int) -> None:
    bookmarks = Bookmarks(database)
    place = anchor(ARTICLE, Position(0, 1, 2))
    deleted = bookmarks.delete(bookmarks.add(article_id, place, "old").id)
    newer = bookmarks.add(article_id, place, "new")
    bookmarks.restore(deleted)
    assert bookmarks.all() == (deleted, newer)


def test_a_bookmark_that_is_back_already_stays_as_it_is(
    database: Database, article_id: int
) -> None:
    bookmarks = Bookmarks(database)
    made = bookmarks.add(article_id, anchor(ARTICLE, Position()), "here")
    changed = bookmarks.relabel(made.id, "there")
    assert bookmarks.restore(made) == changed
    assert bookmarks.all() == (changed,)


def test_a_bookmark_in_no_article_is_told_in_a_sentence(database: Database) -> None:
    with pytest.raises(LibraryError, match="no such article"):
        Bookmarks(database).add(9, anchor(ARTICLE, Position()), "here")


def test_a_label_that_no_file_could_hold_is_kept_as_far_as_it_can_be(
    database: Database, article_id: int
) -> None:
    made = Bookmarks(database).add(article_id, anchor(ARTICLE, Position()), "a\udcff")
    assert made.label == "a\ufffd"


def test_a_number_beyond_all_ids_is_told_in_a_sentence(articles: Articles) -> None:
    with pytest.raises(LibraryError, match="so large a number"):
        articles.load(10**20)


def test_a_bookmark_gets_another_label(database: Database, article_id: int) -> None:
    bookmarks = Bookmarks(database)
    made = bookmarks.add(article_id, anchor(ARTICLE, Position()), "here")
    assert bookmarks.relabel(made.id, "there").label == "there"
    assert bookmarks.all()[0].label == "there"


def test_a_bookmark_that_is_not_there_is_told_in_a_sentence(database: Database) -> None:
    with pytest.raises(LibraryError, match="no bookmark 9"):
        Bookmarks(database).delete(9)


def test_the_bookmarks_of_a_removed_article_wait_for_it(
    database: Database, articles: Articles, article_id: int
) -> None:
    bookmarks = Bookmarks(database)
    bookmarks.add(article_id, anchor(ARTICLE, Position()), "here")
    articles.set_removed(article_id, removed=True)
    assert bookmarks.all() == ()
    articles.set_removed(article_id, removed=False)
    assert len(bookmarks.all()) == 1
