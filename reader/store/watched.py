"""The files of a watched folder that have been imported, as they were then."""

from collections.abc import Iterable

from reader.store.database import Database

State = tuple[str, int, int]
"""Path, size, and time of the last change."""


class Watched:
    """Remembers states of files, so that only what is new is read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def states(self) -> frozenset[State]:
        """Every file as it was when it was imported."""
        with self._database.reading() as connection:
            return frozenset(connection.execute("SELECT path, size, modified FROM watched"))

    def note(self, states: Iterable[State]) -> None:
        """These files have been imported as they are."""
        with self._database.action() as connection:
            connection.executemany("INSERT OR REPLACE INTO watched VALUES (?, ?, ?)", states)
