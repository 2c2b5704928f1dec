"""Paragraphs that a learner has put right. The text as it was read is kept beside them."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.core.article import Article
from reader.core.edit import Edit, apply_edits, put_into
from reader.core.errors import LibraryError
from reader.core.position import Anchor, Position
from reader.store.clock import now
from reader.store.database import Database
from reader.store.sections import (
    read_paragraph,
    read_section,
    write_paragraph,
    write_section,
)

COLUMNS = "id, section, paragraph, original, text, placed"
Moved = tuple[tuple[int, Anchor], ...]
"""Ids, and where what they name is now."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Bookmarks and corrections that stand in a paragraph, with their anchors."""

    bookmarks: Moved = ()
    corrections: Moved = ()


class Edits:
    """The edited paragraphs of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, article_id: int) -> tuple[Edit, ...]:
        """What was put right in an article, in the order in which it was."""
        with self._database.reading() as connection:
            return list_edits(connection, article_id)

    def put(self, article_id: int, edit: Edit, moves: Moves) -> None:
        """Show another text in place of a paragraph; the one it was read as takes the edit back.

        The index learns of it later.
        """
        with self._database.action() as connection:
            paragraph, place = edit.paragraph, edit.place
            row = connection.execute(
                "SELECT number, title, paragraphs, checksum FROM sections "
                "WHERE article_id = ? AND number = ?",
                (article_id, place.section),
            ).fetchone()
            if row is None:
                raise LibraryError(f"There is no article {article_id} in this library.")
            section = put_into(read_section(*row), place.paragraph, paragraph)
            _, title, paragraphs, checksum = write_section(place.section, section)
            connection.execute(
                "UPDATE sections SET title = ?, paragraphs = ?, checksum = ? "
                "WHERE article_id = ? AND number = ?",
                (title, paragraphs, checksum, article_id, place.section),
            )
            connection.execute(
                "DELETE FROM edits WHERE article_id = ? AND section = ? AND paragraph = ? "
                "AND placed = 1",
                (article_id, place.section, place.paragraph),
            )
            if edit.text != edit.original.text:
                _insert(connection, article_id, edit)
            connection.execute("DELETE FROM indexed WHERE article_id = ?", (article_id,))
            move_marks(connection, moves)

    def move(self, moves: Moves) -> None:
        """Say where marks are now."""
        with self._database.action() as connection:
            move_marks(connection, moves)


def move_marks(connection: sqlite3.Connection, moves: Moves) -> None:
    """Keep where bookmarks and corrections are now."""
    _move(connection, "bookmarks", moves.bookmarks)
    _move(connection, "corrections", moves.corrections)


def list_edits(connection: sqlite3.Connection, article_id: int) -> tuple[Edit, ...]:
    """What was put right in an article. What the disk has damaged is left out."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM edits WHERE article_id = ? ORDER BY id",  # noqa: S608 -- our own names
        (article_id,),
    ).fetchall()
    return tuple(edit for edit in map(_read, rows) if edit)


def edit_again(connection: sqlite3.Connection, article_id: int, article: Article) -> Article:
    """An article that was read anew, with what was put right in it; remembers where that is."""
    edits = list_edits(connection, article_id)
    if not edits:
        return article
    article, placed = apply_edits(article, edits)
    for edit in placed:
        connection.execute("DELETE FROM edits WHERE id = ?", (edit.id,))
        _insert(connection, article_id, edit)
    return article


def _insert(connection: sqlite3.Connection, article_id: int, edit: Edit) -> None:
    connection.execute(
        "INSERT INTO edits (article_id, section, paragraph, original, text, placed, created) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            edit.place.section,
            edit.place.paragraph,
            write_paragraph(edit.original),
            edit.text,
            int(edit.placed),
            now(),
        ),
    )


def _move(connection: sqlite3.Connection, table: str, moved: Iterable[tuple[int, Anchor]]) -> None:
    rows: Sequence[tuple[Any, ...]] = [
        (
            place.position.section,
            place.position.paragraph,
            place.position.offset,
            place.before,
            place.after,
            number,
        )
        for number, place in moved
    ]
    connection.executemany(
        f"UPDATE {table} SET section = ?, paragraph = ?, offset = ?, before = ?, after = ? "  # noqa: S608 -- our own names
        "WHERE id = ?",
        rows,
    )


def _read(row: Any) -> Edit | None:
    try:
        original = read_paragraph(row[3])
    except (ValueError, TypeError, AttributeError):
        return None
    return Edit(row[0], Position(row[1], row[2]), original, row[4], bool(row[5]))
