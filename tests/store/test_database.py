"""The library file: opened, refused, upgraded, never lost."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.article import Article, Kind, Paragraph, Section
from reader.core.errors import DamagedLibraryError, LibraryError, NewerLibraryError
from reader.core.position import Anchor, Position, anchor
from reader.store import database as database_module
from reader.store.articles import Articles
from reader.store.bookmarks import Bookmarks
from reader.store.corrections import Corrections
from reader.store.database import Database
from reader.store.migrations import MIGRATIONS
from reader.store.sections import sum_section

ARTICLE = Article("题目", (Section((Paragraph("正文" * 2000),)),))

OLD_ROWS = """
    INSERT INTO articles (id, title, source, author, date, category, level, licence, script,
        encoding, warnings, characters, added)
    VALUES (1, '题目', '', '', '', '', '', '', 'simplified', 'utf-8', '[]', 2, '2026-01-01');
    INSERT INTO originals VALUES (1, 'a.txt', 'sum', x'00');
    INSERT INTO sections (article_id, number, title, paragraphs)
    VALUES (1, 0, '', '[{"text":"正文"}]'), (1, 1, '二', '[{"text":"完","kind":"heading"}]');
    INSERT INTO bookmarks VALUES (7, 1, 0, 0, 1, '正', '文', 'here', '2026-01-01');
    INSERT INTO reading_places VALUES (1, 0, 0, 1, '正', '文', 0.5, '2026-01-01');
"""
OLD_CORRECTION = """
    INSERT INTO corrections
    VALUES (3, 1, 'place', 0, 0, 0, '', '正文', '正文', '["zheng4","wen2"]', '2026-01-01')
"""
OLD_SUM = "UPDATE sections SET checksum = sum_section(number, title, paragraphs)"
OLD_SECTIONS = (
    Section((Paragraph("正文"),)),
    Section((Paragraph("完", Kind.HEADING),), "二"),
)
OLD_PLACE = Anchor(Position(0, 0, 1), "正", "文")

DIES_WHILE_UPGRADING = """
import os, sys
from pathlib import Path
from reader.store import database

def dying_step():
    yield "CREATE TABLE later (x TEXT) STRICT"
    os._exit(9)

database.MIGRATIONS = (*database.MIGRATIONS, dying_step())
database.Database(Path(sys.argv[1]))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library file is."""
    return tmp_path / "library.sqlite"


def fill(path: Path) -> None:
    """A library with one article, written into the one file."""
    database = Database(path)
    Articles(database).add(ARTICLE, b"original", "a.txt")
    database.close()


def test_a_new_library_knows_what_it_is(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x57656E43
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_every_commit_reaches_the_disk(path: Path) -> None:
    database = Database(path)
    with database.reading() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    database.close()


def delete_everything(database: Database) -> None:
    """An action that fails after it has done something."""
    with database.action() as connection:
        connection.execute("DELETE FROM articles")
        raise RuntimeError


def test_an_action_that_fails_leaves_everything_as_it_was(path: Path) -> None:
    fill(path)
    database = Database(path)
    with pytest.raises(RuntimeError):
        delete_everything(database)
    assert len(Articles(database).summaries()) == 1
    database.close()


def test_a_file_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="newer version"):
        Database(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_library(path: Path) -> None:
    path.touch()
    with pytest.raises(DamagedLibraryError, match="empty"):
        Database(path)
    assert path.read_bytes() == b""


def test_another_sqlite_file_is_no_library(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(DamagedLibraryError, match="not a library"):
        Database(path)
    assert path.read_bytes() == before


def test_a_file_of_something_else_is_no_library(path: Path) -> None:
    path.write_bytes(b"just some words " * 100)
    with pytest.raises(DamagedLibraryError, match="damaged"):
        Database(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_noticed(path: Path, share: float) -> None:
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedLibraryError, match="damaged"):
        Database(path)


def test_a_copy_is_made_before_an_upgrade(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    steps = (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",))
    monkeypatch.setattr(database_module, "MIGRATIONS", steps)
    database = Database(path)
    assert Articles(database).load(1) == ARTICLE
    database.close()
    monkeypatch.undo()
    copy = Database(path.with_name(f"library-{len(MIGRATIONS)}.bak"))
    assert Articles(copy).load(1) == ARTICLE
    copy.close()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_library_of_every_old_version_is_upgraded(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    make_old_library(path, version, monkeypatch)
    database = Database(path)
    assert Articles(database).load(1).sections == OLD_SECTIONS
    assert Articles(database).load_place(1) == OLD_PLACE
    assert [bookmark.label for bookmark in Bookmarks(database).all()] == ["here"]
    assert len(Corrections(database).all()) == (1 if version >= 2 else 0)
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    with closing(sqlite3.connect(path.with_name(f"library-{version}.bak"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == version
        assert copy.execute("SELECT title FROM articles").fetchall() == [("题目",)]


def make_old_library(path: Path, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library as a program of that version left it."""
    monkeypatch.setattr(database_module, "MIGRATIONS", MIGRATIONS[:version])
    Database(path).close()
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD_ROWS)
        if version >= 2:
            connection.execute(OLD_CORRECTION)
        if version >= 3:
            connection.create_function("sum_section", 3, sum_section)
            connection.execute(OLD_SUM)
        connection.commit()


def test_an_upgrade_that_is_killed_changes_nothing(path: Path) -> None:
    fill(path)
    killed = subprocess.run([sys.executable, "-c", DIES_WHILE_UPGRADING, str(path)], check=False)  # noqa: S603 -- our own command
    assert killed.returncode == 9
    database = Database(path)
    assert Articles(database).load(1) == ARTICLE
    with database.reading() as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert ("later",) not in tables
    database.close()


def test_a_library_is_there_whole_or_not_at_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*MIGRATIONS, ("SELECT no_such_function()",))
    monkeypatch.setattr(database_module, "MIGRATIONS", steps)
    with pytest.raises(sqlite3.OperationalError):
        Database(path)
    assert list(path.parent.glob("library*")) == []


def test_a_program_that_dies_while_it_makes_a_library_is_no_obstacle(path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", DIES_WHILE_UPGRADING, str(path)], check=False)  # noqa: S603 -- our own command
    assert killed.returncode == 9
    fill(path)
    database = Database(path)
    assert Articles(database).load(1) == ARTICLE
    database.close()


def test_programs_that_start_at_once_share_one_library(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        databases = list(pool.map(Database, [path] * 8))
    for number, database in enumerate(databases):
        Articles(database).add(ARTICLE, str(number).encode(), "a.txt")
    assert len(Articles(databases[0]).summaries()) == 8
    for database in databases:
        database.close()


def test_programs_that_upgrade_at_once_share_the_work(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old_library(path, 1, monkeypatch)
    with ThreadPoolExecutor(4) as pool:
        databases = list(pool.map(Database, [path] * 4))
    assert Articles(databases[3]).load(1).sections == OLD_SECTIONS
    for database in databases:
        database.close()


def test_threads_share_one_library(path: Path) -> None:
    database = Database(path)
    articles, bookmarks = Articles(database), Bookmarks(database)
    article_id, _ = articles.add(ARTICLE, b"original", "a.txt")

    def mark_and_read(number: int) -> Article:
        bookmarks.add(article_id, anchor(ARTICLE, Position(0, 0, number)), str(number))
        return articles.load(article_id)

    with ThreadPoolExecutor(8) as pool:
        read = set(pool.map(mark_and_read, range(40)))
    assert read == {ARTICLE}
    assert len(bookmarks.all(article_id)) == 40
    database.close()


def test_a_library_that_another_program_is_using_is_told_in_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)
    monkeypatch.setattr(database_module, "PATIENCE", 0)
    database = Database(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program"):
            Articles(database).add(ARTICLE, b"other", "b.txt")
    database.close()


def test_an_upgrade_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    steps = (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT", "SELECT no_such_function()"))
    monkeypatch.setattr(database_module, "MIGRATIONS", steps)
    with pytest.raises(sqlite3.OperationalError):
        Database(path)
    monkeypatch.undo()
    database = Database(path)
    assert Articles(database).load(1) == ARTICLE
    database.close()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LibraryError, match="writable"):
        Database(tmp_path / "library" / "library.sqlite")
    tmp_path.chmod(0o700)


def test_a_file_in_place_of_the_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(LibraryError, match="--data-dir"):
        Database(tmp_path / "data" / "library.sqlite")


def test_a_full_disk_is_told_and_keeps_what_was_there(path: Path) -> None:
    fill(path)
    database = Database(path)
    with database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="full"):
        Articles(database).add(ARTICLE, b"other" * 100_000, "b.txt")
    assert Articles(database).load(1) == ARTICLE
    assert len(Articles(database).summaries()) == 1
    database.close()


def test_a_library_in_use_can_be_copied_whole(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    Articles(database).add(ARTICLE, b"original", "a.txt")
    with database.reading() as connection:
        database_module.copy_library(connection, tmp_path / "copy.sqlite")
    database.close()
    copy = Database(tmp_path / "copy.sqlite")
    assert Articles(copy).load(1) == ARTICLE
    copy.close()
