"""Opens the library file, checks that it is one, and keeps each action in one transaction."""

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.core.errors import DamagedLibraryError, NewerLibraryError
from reader.store.failures import describe_damage, told
from reader.store.migrations import MIGRATIONS
from reader.store.sections import TextSum, sum_section

APPLICATION_ID = 0x57656E43
"""«WenC», at byte 68 of the file: other SQLite files are not taken for a library."""
PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""


class Database:
    """One connection, shared by all threads: a lock lets one action in at a time.

    Every action is short (the slow work, reading files and annotating, is done outside), so
    waiting for the lock costs less than a connection for each thread and its own page cache.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        with told(path):
            if not _exists(path):
                _create(path)
            self._connection = _connect(path)
        try:
            with told(path):
                self._set_up()
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def action(self) -> Iterator[sqlite3.Connection]:
        """A transaction: it is kept whole, or nothing of it is."""
        with self._lock, told(self.path), _transaction(self._connection):
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read without changing anything."""
        with self._lock, told(self.path):
            yield self._connection

    def close(self) -> None:
        """Write everything into the one file and let it go."""
        with self._lock:
            self._connection.close()

    def _set_up(self) -> None:
        connection = self._connection
        version = _check(connection, self.path)
        _configure(connection)
        if version < len(MIGRATIONS):
            copy_library(connection, self.path.with_name(f"{self.path.stem}-{version}.bak"))
            _migrate(connection)


def copy_library(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a library that may be in use, with what is still in its write-ahead log."""
    with _scratch_file(target) as scratch:
        with closing(sqlite3.connect(scratch)) as copy:
            connection.backup(copy)
        scratch.replace(target)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    # What the disk has damaged is shown as U+FFFD, so that one letter does not hide a whole list.
    connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
    connection.create_function("sum_section", 3, sum_section, deterministic=True)
    connection.create_aggregate("sum_text", 2, TextSum)
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _create(path: Path) -> None:
    """Make a library beside its place and put it there whole.

    So whoever else starts at this moment, and whoever starts after a crash, finds a library or
    none, never half of one. If another program was faster, its library is the one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _scratch_file(path) as scratch:
        with closing(_connect(scratch)) as connection:
            _configure(connection)
            _migrate(connection)
        try:
            os.link(scratch, path)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            if not path.exists():
                scratch.rename(path)


@contextmanager
def _scratch_file(target: Path) -> Iterator[Path]:
    """A name on the same disk, in a folder that is gone in the end with all that SQLite adds."""
    with tempfile.TemporaryDirectory(".new", f"{target.stem}-", target.parent) as folder:
        yield Path(folder) / target.name


def _migrate(connection: sqlite3.Connection) -> None:
    """Take every step that is missing. Each commits together with its number, or not at all."""
    while True:
        with _transaction(connection):
            # Asked inside of the transaction: another program may be taking the same steps.
            number = connection.execute("PRAGMA user_version").fetchone()[0]
            # Read, so that SQLite sees what another program has just done to the tables: it does
            # not look before it refuses to rename a column.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if number >= len(MIGRATIONS):
                return
            for statement in MIGRATIONS[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number + 1}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _exists(path: Path) -> bool:
    """Whether there is a library file. An empty file is none that we made: it lost its content."""
    if not path.exists():
        return False
    if path.stat().st_size == 0:
        raise DamagedLibraryError(describe_damage(path, "it is empty"))
    return True


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a library that is sound and not newer than this program."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise DamagedLibraryError(describe_damage(path, "it is not a library of Wenchuang"))
    if version > len(MIGRATIONS):
        raise NewerLibraryError(
            f"The library {path} was written by a newer version of Wenchuang (its format is "
            f"{version}, this program knows {len(MIGRATIONS)}). Install the newer version, or "
            "choose another folder with --data-dir. Nothing was changed."
        )
    fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise DamagedLibraryError(describe_damage(path, fault))
    return int(version)
