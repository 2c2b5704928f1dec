"""The dictionary: a read-only SQLite file, compiled by packaging/build_lexicon.py.

Any thread may ask. A word is read from the file once and then remembered.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from reader.core.errors import ResourceError
from reader.core.standing import Standing
from reader.core.word import Entry
from reader.language.usual_glosses import put_usual_first

_REMEMBERED = 1 << 14
_CACHE = 256
"""Kilobytes of the file that SQLite keeps; the system keeps it too, and words are remembered."""
_ENTRIES = """
    SELECT rank, ifnull(traditional, simplified), simplified, syllables, glosses
    FROM entries WHERE simplified = ?1
    UNION SELECT rank, traditional, simplified, syllables, glosses
    FROM entries WHERE traditional = ?1
    ORDER BY rank
"""
_STANDING = """
    SELECT cost, hsk_2012, hsk_2021, hsk_2025
    FROM entries WHERE simplified = ?1 OR traditional = ?1 LIMIT 1
"""
_LEVELS = """
    SELECT simplified, hsk_2012, hsk_2021, hsk_2025 FROM entries
    WHERE rank = 0 AND coalesce(hsk_2012, hsk_2021, hsk_2025) IS NOT NULL AND ? = ''
    ORDER BY simplified
"""
Levels = tuple[int | None, int | None, int | None]
"""In the HSK standards of 2012, 2021 and 2025; 7 stands for 7-9."""


class Lexicon:
    """Entries by headword in either script, and the tables for segmentation and readings."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._remembered = lru_cache(_REMEMBERED)(self._read_entries)

    def look_up(self, text: str) -> tuple[Entry, ...]:
        """The entries with this headword, the likely ones first; none is not a failure.

        Surnames, rare readings and mere variants of other entries come last. Raises ResourceError
        where the dictionary is missing or damaged.
        """
        return self._remembered(text)

    def standing(self, headword: str) -> Standing | None:
        """How common a headword is and its HSK levels; None for what is no headword."""
        for cost, *levels in self._query(_STANDING, headword):
            return Standing(None if cost is None else 10 ** (-cost / 100), *levels)
        return None

    def read_levels(self) -> list[tuple[str, Levels]]:
        """The HSK levels of every simplified headword that has any, in the order of the words.

        Some hundredths of a second.
        """
        return [(word, (old, new, newest)) for word, old, new, newest in self._query(_LEVELS, "")]

    def read_table(self, name: str) -> bytes:
        """A table for segmentation or readings, as the build script wrote it."""
        rows = list(self._query("SELECT data FROM tables WHERE name = ?", name))
        if not rows:
            raise self._damaged()
        try:
            return zlib.decompress(rows[0][0])
        except (zlib.error, TypeError) as cause:
            raise self._damaged() from cause

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _read_entries(self, text: str) -> tuple[Entry, ...]:
        return tuple(_make_entry(*row[1:]) for row in self._query(_ENTRIES, text))

    def _query(self, statement: str, text: str) -> Iterable[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connect().execute(statement, (text,)).fetchall()
            except UnicodeEncodeError:  # a lone surrogate: no headword
                return []
            except sqlite3.Error as cause:
                raise self._damaged() from cause

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            if not self._path.is_file():
                raise ResourceError(
                    f"The dictionary is missing: there is no file {self._path}. "
                    "Install the program again."
                )
            address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return self._connection

    def _damaged(self) -> ResourceError:
        return ResourceError(
            f"The dictionary {self._path} is damaged and cannot be read. Install the program again."
        )


def _make_entry(traditional: str, simplified: str, spelled: str, glosses: str) -> Entry:
    syllables = tuple(spelled.split(" "))
    ordered = put_usual_first(glosses.split("\n"), simplified, syllables)
    return Entry(traditional, simplified, syllables, ordered)
