"""The report on the last import, kept as text: what became of each file, over a restart too."""

from reader.store.clock import now
from reader.store.database import Database


class Reports:
    """Keeps one report; each takes the place of the one before it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, lines: str) -> None:
        """Remember a report."""
        with self._database.action() as connection:
            connection.execute("INSERT OR REPLACE INTO reports VALUES (1, ?, ?)", (now(), lines))

    def last(self) -> tuple[str, str]:
        """The last report and when it was kept (ISO 8601, UTC); empty where there was none."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT lines, kept FROM reports").fetchone()
        return (str(row[0]), str(row[1])) if row else ("", "")
