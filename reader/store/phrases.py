"""A learner's own phrases for the conversion to traditional characters."""

from reader.core.phrase import Phrase
from reader.store.clock import now
from reader.store.database import Database

COLUMNS = "simplified, traditional, created"


class Phrases:
    """The own phrases of a library, each simplified form once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Phrase, ...]:
        """Every phrase, the newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {COLUMNS} FROM phrases ORDER BY created DESC, simplified"  # noqa: S608 -- our own names
            ).fetchall()
        return tuple(Phrase(*row) for row in rows)

    def put(self, simplified: str, traditional: str) -> Phrase | None:
        """Keep a phrase from now on. Returns what stood there before."""
        return self._replace(simplified, Phrase(simplified, traditional, now()))

    def remove(self, simplified: str) -> Phrase | None:
        """Forget a phrase. Returns it."""
        return self._replace(simplified, None)

    def restore(self, simplified: str, before: Phrase | None) -> None:
        """Let a phrase be again as it was before it was put or removed."""
        self._replace(simplified, before)

    def _replace(self, simplified: str, wanted: Phrase | None) -> Phrase | None:
        with self._database.action() as connection:
            row = connection.execute(
                f"DELETE FROM phrases WHERE simplified = ? RETURNING {COLUMNS}",  # noqa: S608 -- our own names
                (simplified,),
            ).fetchone()
            if wanted:
                connection.execute(
                    "INSERT INTO phrases VALUES (?, ?, ?)",
                    (wanted.simplified, wanted.traditional, wanted.created),
                )
        return Phrase(*row) if row else None
