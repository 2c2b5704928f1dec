"""Corrected readings."""

import json
from contextlib import suppress
from typing import Any

from reader.core.correction import Correction, Scope
from reader.core.errors import LibraryError
from reader.core.position import Anchor, Position
from reader.store.clock import now
from reader.store.database import Database

COLUMNS = (
    "id, article_id, scope, section, paragraph, offset, before, after, word, syllables, created"
)


class Corrections:
    """The corrected readings of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        article_id: int,
        scope: Scope,
        place: Anchor,
        word: str,
        syllables: tuple[str | None, ...],
    ) -> Correction:
        """Keep a correction; a later one for the same word and scope wins over it."""
        return self._insert(Correction(0, article_id, scope, place, word, syllables, now()), None)

    def restore(self, correction: Correction) -> Correction:
        """Bring back a correction that was taken back; one that is back already stays as it is."""
        return self._insert(correction, correction.id)

    def all(self, article_id: int | None = None) -> tuple[Correction, ...]:
        """All corrections, or those that hold in an article, in the order in which they came.

        One that the disk has damaged is left out: it must not keep a text from being read.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT {COLUMNS} FROM corrections
                WHERE ?1 IS NULL OR article_id = ?1 OR scope = 'everywhere' ORDER BY id
                """,  # noqa: S608 -- our own names
                (article_id,),
            ).fetchall()
        readable = []
        for row in rows:
            with suppress(ValueError):
                readable.append(_read(row))
        return tuple(readable)

    def delete(self, correction_id: int) -> Correction:
        """Take a correction back; what is returned can be restored."""
        with self._database.action() as connection:
            row = connection.execute(
                f"DELETE FROM corrections WHERE id = ? RETURNING {COLUMNS}",  # noqa: S608 -- our own names
                (correction_id,),
            ).fetchone()
        if row is None:
            raise LibraryError(
                f"There is no correction {correction_id} in this library. «wenchuang corrections» "
                "lists them."
            )
        return _read(row)

    def _insert(self, correction: Correction, correction_id: int | None) -> Correction:
        place, position = correction.anchor, correction.anchor.position
        with self._database.action() as connection:
            row = connection.execute(
                # An update that changes nothing, so that RETURNING has a row in any case.
                f"INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608 -- our own names
                f"ON CONFLICT (id) DO UPDATE SET id = id RETURNING {COLUMNS}",
                (
                    correction_id,
                    correction.article_id,
                    correction.scope.value,
                    position.section,
                    position.paragraph,
                    position.offset,
                    place.before,
                    place.after,
                    correction.word,
                    json.dumps(correction.syllables, ensure_ascii=False),
                    correction.created,
                ),
            ).fetchone()
        return _read(row)


def _read(row: Any) -> Correction:
    place = Anchor(Position(*row[3:6]), row[6], row[7])
    syllables = tuple(json.loads(row[9]))
    return Correction(row[0], row[1], Scope(row[2]), place, row[8], syllables, row[10])
