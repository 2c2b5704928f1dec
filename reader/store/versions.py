"""Versions of an article: a new one takes the place of the old, whose bytes are kept for ever."""

import sqlite3
from dataclasses import dataclass
from hashlib import sha256

from reader.core.article import Article, Portion
from reader.core.errors import LibraryError
from reader.store.articles import (
    Provenance,
    insert_sections,
    read_edited,
    read_portion,
    write_columns,
)
from reader.store.clock import now
from reader.store.database import Database
from reader.store.sections import sum_text

MOST = 8
"""Articles of one name that are compared; the newest."""


@dataclass(frozen=True, slots=True)
class Version:
    """What an article was made of before."""

    id: int
    original: bytes
    provenance: Provenance


class Versions:
    """Finds what a text is a version of, and exchanges versions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find_text(self, article: Article) -> int | None:
        """The newest article that has just this text, but for white space; None for none."""
        wanted = sum_text(paragraph.text for paragraph in article.paragraphs())
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT max(id) FROM articles WHERE text_sum = ? AND removed IS NULL", (wanted,)
            ).fetchone()
        return int(row[0]) if wanted and row[0] is not None else None

    def find_namesakes(self, name: str, address: str) -> tuple[int, ...]:
        """Articles that came from a file of this name or from this address, the newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                """
                SELECT article_id FROM originals JOIN articles ON id = article_id
                WHERE removed IS NULL AND ((name = ?1 AND ?1 != '') OR (address = ?2 AND ?2 != ''))
                ORDER BY article_id DESC LIMIT ?3
                """,
                (name, address, MOST),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def put(self, article_id: int, article: Article, original: bytes, name: str) -> int:
        """Let a text take the place of an older version. Returns the id of that one.

        What the learner has put right of its details stays; the index learns of it later.
        """
        with self._database.action() as connection:
            kept = _keep(connection, article_id)
            digest = sha256(original).hexdigest()
            connection.execute(
                "DELETE FROM versions WHERE article_id = ? AND sha256 = ?", (article_id, digest)
            )
            edited = read_edited(connection, article_id)
            columns = write_columns(article)
            columns = {column: columns[column] for column in columns if column not in edited}
            values = ", ".join(f"{column} = ?" for column in columns)
            connection.execute(
                f"UPDATE articles SET {values} WHERE id = ?",  # noqa: S608 -- our own names
                (*columns.values(), article_id),
            )
            connection.execute(
                "UPDATE originals SET name = ?, sha256 = ?, bytes = ? WHERE article_id = ?",
                (name, digest, original, article_id),
            )
            connection.execute("DELETE FROM sections WHERE article_id = ?", (article_id,))
            insert_sections(connection, article_id, article)
            connection.execute("DELETE FROM indexed WHERE article_id = ?", (article_id,))
        return kept

    def last(self, article_id: int) -> Version:
        """What an article was made of before its newest version."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id, bytes, name, encoding, address, portion FROM versions "
                "WHERE article_id = ? ORDER BY id DESC LIMIT 1",
                (article_id,),
            ).fetchone()
        if row is None:
            raise LibraryError(f"Article {article_id} has no earlier version.")
        portion: Portion = read_portion(row[5])
        return Version(row[0], bytes(row[1]), Provenance(row[2], row[3], row[4], portion))


def _keep(connection: sqlite3.Connection, article_id: int) -> int:
    """Lay the bytes of an article aside, and how they were read."""
    row = connection.execute(
        """
        INSERT INTO versions (article_id, name, sha256, bytes, encoding, address, portion, replaced)
        SELECT article_id, name, sha256, bytes, encoding, address, portion, ?
        FROM originals JOIN articles ON id = article_id WHERE article_id = ? RETURNING id
        """,
        (now(), article_id),
    ).fetchone()
    if row is None:
        raise LibraryError(f"There is no article {article_id} in this library.")
    return int(row[0])
