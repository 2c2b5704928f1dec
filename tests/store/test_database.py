"""The library file: opened, refused, upgraded, never lost."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.article import Article, Paragraph, Section
from reader.core.errors import DamagedLibraryError, LibraryError, NewerLibraryError
from reader.store import database as database_module
from reader.store.articles import Articles
from reader.store.database import Database
from reader.store.migrations import MIGRATIONS

ARTICLE = Article("题目", (Section((Paragraph("正文" * 2000),)),))


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
