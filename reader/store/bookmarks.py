"""Bookmarks."""

from typing import Any

from reader.core.bookmark import Bookmark
from reader.core.errors import LibraryError
from reader.core.position import Anchor, Position
from reader.core.text import make_encodable
from reader.store.clock import now
from reader.store.database import Database

COLUMNS = "id, article_id, section, paragraph, offset, before, after, label, created"


class Bookmarks:
    """The bookmarks of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article_id: int, place: Anchor, label: str) -> Bookmark:
        """Mark a place."""
        bookmark = Bookmark(0, article_id, place, label, now())
        return self._insert(bookmark, None)

    def restore(self, bookmark: Bookmark) -> Bookmark:
        """Bring back a deleted bookmark as it was; one that is back already stays as it is."""
        return self._insert(bookmark, bookmark.id)

    def all(self, article_id: int | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of an article, or of all that are not removed, in reading order."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT {COLUMNS} FROM bookmarks
                WHERE (?1 IS NULL OR article_id = ?1)
                    AND article_id IN (SELECT id FROM articles WHERE removed IS NULL)
                ORDER BY article_id, section, paragraph, offset, id
                """,  # noqa: S608 -- our own names
                (article_id,),
            ).fetchall()
        return tuple(_read(row) for row in rows)

    def relabel(self, bookmark_id: int, label: str) -> Bookmark:
        """Give a bookmark another label."""
        with self._database.action() as connection:
            row = connection.execute(
                f"UPDATE bookmarks SET label = ? WHERE id = ? RETURNING {COLUMNS}",  # noqa: S608 -- our own names
                (make_encodable(label), bookmark_id),
            ).fetchone()
            return _found(row, bookmark_id)

    def delete(self, bookmark_id: int) -> Bookmark:
        """Delete a bookmark; what is returned can be restored."""
        with self._database.action() as connection:
            row = connection.execute(
                f"DELETE FROM bookmarks WHERE id = ? RETURNING {COLUMNS}",  # noqa: S608 -- our own names
                (bookmark_id,),
            ).fetchone()
            return _found(row, bookmark_id)

    def _insert(self, bookmark: Bookmark, bookmark_id: int | None) -> Bookmark:
        place, position = bookmark.anchor, bookmark.anchor.position
        with self._database.action() as connection:
            row = connection.execute(
                # An update that changes nothing, so that RETURNING has a row in any case.
                f"INSERT INTO bookmarks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608 -- our own names
                f"ON CONFLICT (id) DO UPDATE SET id = id RETURNING {COLUMNS}",
                (
                    bookmark_id,
                    bookmark.article_id,
                    position.section,
                    position.paragraph,
                    position.offset,
                    place.before,
                    place.after,
                    make_encodable(bookmark.label),
                    bookmark.created,
                ),
            ).fetchone()
        return _read(row)


def _found(row: Any, bookmark_id: int) -> Bookmark:
    if row is None:
        raise LibraryError(
            f"There is no bookmark {bookmark_id} in this library. «wenchuang bookmarks» lists them."
        )
    return _read(row)


def _read(row: Any) -> Bookmark:
    position = Position(*row[2:5])
    return Bookmark(row[0], row[1], Anchor(position, row[5], row[6]), row[7], row[8])
