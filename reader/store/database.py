"""Opens the library file, checks that it is one, and keeps each action in one transaction."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.core.errors import DamagedLibraryError, LibraryError, NewerLibraryError
from reader.store.migrations import MIGRATIONS

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
        with _told(path):
            existing = _exists(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
        try:
            with _told(path):
                self._set_up(existing=existing)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def action(self) -> Iterator[sqlite3.Connection]:
        """A transaction: it is kept whole, or nothing of it is."""
        with self._lock, _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read without changing anything."""
        with self._lock, _told(self.path):
            yield self._connection

    def close(self) -> None:
        """Write everything into the one file and let it go."""
        with self._lock:
            self._connection.close()

    def _set_up(self, *, existing: bool) -> None:
        connection = self._connection
        if existing:
            _check(connection, self.path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if existing and version < len(MIGRATIONS):
            copy_library(connection, self.path.with_name(f"{self.path.stem}-{version}.bak"))
        for number in range(version, len(MIGRATIONS)):
            self._migrate(number)

    def _migrate(self, number: int) -> None:
        """One step and its number, or neither."""
        with self.action() as connection:
            for statement in MIGRATIONS[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number + 1}")


def copy_library(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a library that may be in use, with what is still in its write-ahead log."""
    scratch = target.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    with closing(sqlite3.connect(scratch)) as copy:
        connection.backup(copy)
    scratch.replace(target)


def _exists(path: Path) -> bool:
    """Whether there is a library file. An empty file is none that we made: it lost its content."""
    if not path.exists():
        return False
    if path.stat().st_size == 0:
        raise DamagedLibraryError(_damage(path, "it is empty"))
    return True


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise DamagedLibraryError(_damage(path, "it is not a library of Wenchuang"))
    if version > len(MIGRATIONS):
        raise NewerLibraryError(
            f"The library {path} was written by a newer version of Wenchuang (its format is "
            f"{version}, this program knows {len(MIGRATIONS)}). Install the newer version, or "
            "choose another folder with --data-dir. Nothing was changed."
        )
    fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise DamagedLibraryError(_damage(path, fault))


def _damage(path: Path, fault: str) -> str:
    copies = sorted(path.parent.glob(f"{path.stem}-*.bak"))
    found = f" Copies made earlier: {', '.join(map(str, copies))}." if copies else ""
    return (
        f"The library {path} is damaged: {fault}. It was left as it is.{found} Move it away, put a "
        "copy in its place, or choose another folder with --data-dir."
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what a learner can mend into a sentence; anything else is a defect of ours."""
    try:
        yield
    except OSError as cause:
        raise LibraryError(
            f"The library folder {path.parent} cannot be used: {cause.strerror}. Make it writable, "
            "or choose another with --data-dir."
        ) from cause
    except sqlite3.DatabaseError as cause:
        sentence = _sentence(path, cause)
        if sentence is None:
            raise
        raise sentence from cause


def _sentence(path: Path, cause: sqlite3.DatabaseError) -> LibraryError | None:
    name = getattr(cause, "sqlite_errorname", "")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedLibraryError(_damage(path, str(cause)))
    advice = {
        "SQLITE_FULL": "the disk is full. Make room and try again; what was saved before is safe",
        "SQLITE_IOERR": "the disk gave an error or is full. Nothing saved before is lost; check it",
        "SQLITE_READONLY": "it is read-only. Make the file and its folder writable",
        "SQLITE_CANTOPEN": "it cannot be opened. Make the folder writable",
        "SQLITE_BUSY": "another program is using it. Close the other one and try again",
        "SQLITE_LOCKED": "another program is using it. Close the other one and try again",
        "SQLITE_PERM": "access is denied. Make the file and its folder writable",
    }
    for beginning, words in advice.items():
        if name.startswith(beginning):
            return LibraryError(f"The library {path} cannot be used: {words}.")
    return None
