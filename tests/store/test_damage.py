"""What a failing disk does to a library is told in a sentence, or it does no harm."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.article import Article, Kind, Note, Paragraph, Section
from reader.core.correction import Scope
from reader.core.errors import DamagedLibraryError, ReaderError
from reader.core.position import Position, anchor
from reader.core.script import Script
from reader.store.articles import Articles
from reader.store.bookmarks import Bookmarks
from reader.store.corrections import Corrections
from reader.store.database import Database

TEXT = "春天来了，花市在河边开了三天，人们都去看花。" * 20
ARTICLE = Article(
    "花市",
    (
        Section((Paragraph("花市", Kind.TITLE), Paragraph(TEXT, notes=(Note(0, 1, "chūn"),)))),
        Section((Paragraph(TEXT), Paragraph("完。")), "二"),
    ),
    script=Script.SIMPLIFIED,
    warnings=("one",),
)
ORIGINAL = TEXT.encode("gb18030")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article, a bookmark, a place and a correction, in one file."""
    file = tmp_path / "library.sqlite"
    database = Database(file)
    article_id, _ = Articles(database).add(ARTICLE, ORIGINAL, "a.txt")
    place = anchor(ARTICLE, Position(0, 1, 3))
    Bookmarks(database).add(article_id, place, "here")
    Articles(database).save_place(article_id, place, 0.5)
    Corrections(database).add(article_id, Scope.ARTICLE, place, "花市", ("hua1", "shi4"))
    database.close()
    return file


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """That library, open."""
    opened = Database(path)
    yield opened
    opened.close()


def change(path: Path, statement: str) -> None:
    """What a failing disk might do, by another program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def read_everything(path: Path) -> tuple[Article, bytes]:
    """The text and its original, after all else that a library holds."""
    database = Database(path)
    try:
        articles = Articles(database)
        articles.summaries()
        articles.load_place(1)
        Bookmarks(database).all()
        Corrections(database).all(1)
        return articles.load(1), articles.original(1)
    finally:
        database.close()


def test_no_flipped_bit_changes_a_text_unseen(path: Path) -> None:
    sound, chance, told = path.read_bytes(), random.Random(2), 0  # noqa: S311 -- no secret
    for _ in range(300):
        damaged = bytearray(sound)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            article, original = read_everything(path)
        except ReaderError:
            told += 1
        else:
            assert article.sections == ARTICLE.sections
            assert original == ORIGINAL
    assert told > 0


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_damaged_file_is_left_alone_and_its_copies_are_named(path: Path, content: bytes) -> None:
    path.rename(path.with_name("library-1.bak"))
    path.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match=r"library-1\.bak"):
        Database(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE sections SET paragraphs = replace(paragraphs, '三', '五') WHERE number = 1",
        "UPDATE sections SET title = '三' WHERE number = 1",
        "UPDATE sections SET paragraphs = CAST(x'ff' AS TEXT)",
        "UPDATE sections SET number = 2 WHERE number = 1",
        "DELETE FROM sections",
        "UPDATE sections SET checksum = NULL",
        "UPDATE articles SET warnings = '['",
    ],
)
def test_a_text_that_changed_on_the_disk_is_noticed(
    path: Path, database: Database, damage: str
) -> None:
    change(path, damage)
    with pytest.raises(DamagedLibraryError, match="Import the same file again"):
        Articles(database).load(1)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE sections SET paragraphs = '['",
        "DELETE FROM sections WHERE number = 0",
        "UPDATE articles SET warnings = '['",
        "UPDATE originals SET bytes = x'00'",
    ],
)
def test_the_same_bytes_mend_what_is_damaged(path: Path, database: Database, damage: str) -> None:
    change(path, damage)
    articles = Articles(database)
    assert articles.add(ARTICLE, ORIGINAL, "a.txt") == (1, False)
    assert articles.load(1) == ARTICLE
    assert articles.original(1) == ORIGINAL


def test_the_same_bytes_change_nothing_that_is_sound(database: Database) -> None:
    articles = Articles(database)
    articles.add(Article("Other", (Section((Paragraph("other"),)),)), ORIGINAL, "b.txt")
    assert articles.load(1) == ARTICLE


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE articles SET script = 'simplifiee'",
        "UPDATE articles SET title = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_damaged_word_does_not_hide_the_list(path: Path, database: Database, damage: str) -> None:
    change(path, damage)
    assert [summary.id for summary in Articles(database).summaries()] == [1]
    assert Articles(database).load(1).sections == ARTICLE.sections


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE corrections SET scope = 'nowhere'",
        "UPDATE corrections SET syllables = '['",
    ],
)
def test_a_damaged_correction_is_left_out(path: Path, database: Database, damage: str) -> None:
    change(path, damage)
    assert Corrections(database).all(1) == ()


def test_a_table_that_lost_its_name_is_told_in_a_sentence(path: Path, database: Database) -> None:
    change(path, "ALTER TABLE bookmarks RENAME TO bookmarkt")
    with pytest.raises(DamagedLibraryError, match="damaged"):
        Bookmarks(database).all()
