"""How far each section has been read, and how fast."""

from reader.core.pace import Stint
from reader.store.clock import now
from reader.store.database import Database

RECENT = 30
"""Stints that the pace is found from: some ten thousand characters."""


class Progress:
    """What the library knows of reading, beside the place where it stopped."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sections(self, article_id: int) -> dict[int, float]:
        """How much of each section was ever in view, 0 to 1; those that never were are absent."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT section, share FROM section_progress WHERE article_id = ?", (article_id,)
            ).fetchall()
        return {int(section): float(share) for section, share in rows}

    def add_stint(self, article_id: int, stint: Stint) -> None:
        """Remember a stretch that was read."""
        with self._database.action() as connection:
            connection.execute(
                "INSERT INTO stints (article_id, characters, seconds, ended) "
                "SELECT id, ?, ?, ? FROM articles WHERE id = ?",
                (stint.characters, stint.seconds, now(), article_id),
            )

    def stints(self, article_id: int | None = None) -> tuple[Stint, ...]:
        """The latest stints, of an article or of all, the newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT characters, seconds FROM stints WHERE ?1 IS NULL OR article_id = ?1 "
                "ORDER BY id DESC LIMIT ?2",
                (article_id, RECENT),
            ).fetchall()
        return tuple(Stint(int(characters), float(seconds)) for characters, seconds in rows)
