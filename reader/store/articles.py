"""Articles, their original bytes, and where reading stopped in them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import Any

from reader.core.article import Article, ArticleSummary, Details, Portion, Section
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.core.position import Anchor, Position
from reader.core.script import Script
from reader.store.clock import now
from reader.store.database import Database
from reader.store.edits import Moves, edit_again, move_marks
from reader.store.passages import Passages, Row
from reader.store.sections import read_section, read_sections, sum_text, write_section

PLAIN_FIELDS = (
    *("title", "source", "author", "date", "category", "level", "licence", "encoding", "address"),
)
SUMMARY_FIELDS = tuple(field.name for field in fields(ArticleSummary))
SUMMARY_COLUMNS = """
    articles.id, title, source, author, date, category, level, script, characters,
    (SELECT count(*) FROM sections WHERE article_id = articles.id), added,
    coalesce(progress, 0.0), coalesce(saved, '')
"""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What an original was called, and how it was read."""

    name: str
    encoding: str
    address: str
    portion: Portion


class Articles:
    """The articles of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.passages = Passages(database)

    def add(
        self, article: Article, original: bytes, name: str, passages: Sequence[Row] = ()
    ) -> tuple[int, bool]:
        """Keep an article with the bytes it came from. Returns its id and whether it is new.

        The same bytes are kept once; where they had been removed they come back, and what the
        disk has damaged of them is written again. ``passages``: what the index is to hold of it;
        without them it is indexed later.
        """
        digest = sha256(original).hexdigest()
        with self._database.action() as connection:
            known = connection.execute(
                "SELECT article_id FROM originals WHERE sha256 = ?", (digest,)
            ).fetchone()
            if known:
                connection.execute("UPDATE articles SET removed = NULL WHERE id = ?", known)
                self._mend(connection, int(known[0]), article, original)
                return int(known[0]), False
            columns = write_columns(article) | {"added": now()}
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            cursor = connection.execute(
                f"INSERT INTO articles ({names}) VALUES ({marks})",  # noqa: S608 -- our own names
                tuple(columns.values()),
            )
            article_id = int(cursor.lastrowid or 0)
            connection.execute(
                "INSERT INTO originals VALUES (?, ?, ?, ?)", (article_id, name, digest, original)
            )
            insert_sections(connection, article_id, article)
            if passages:
                self.passages.put(connection, article_id, passages)
        return article_id, True

    def replace(
        self,
        article_id: int,
        article: Article,
        moves: Moves | None = None,
        stopped: Anchor | None = None,
    ) -> None:
        """Keep another reading of the same original. Bookmarks find their places by their quotes.

        What the learner has put right stays. The index learns of it later. ``moves`` and
        ``stopped``: where bookmarks are now, and where reading stopped, if quotes cannot tell.
        """
        with self._database.action() as connection:
            edited = read_edited(connection, article_id)
            columns = write_columns(article)
            columns = {name: columns[name] for name in columns if name not in edited}
            values = ", ".join(f"{name} = ?" for name in columns)
            found = connection.execute(
                f"UPDATE articles SET {values} WHERE id = ? RETURNING id",  # noqa: S608 -- our own names
                (*columns.values(), article_id),
            ).fetchone()
            if found is None:
                raise _unknown(article_id)
            connection.execute("DELETE FROM sections WHERE article_id = ?", (article_id,))
            insert_sections(connection, article_id, article)
            connection.execute("DELETE FROM indexed WHERE article_id = ?", (article_id,))
            move_marks(connection, moves or Moves())
            if stopped:
                at = stopped.position
                connection.execute(
                    "UPDATE reading_places SET section = ?, paragraph = ?, offset = ?, before = ?, "
                    "after = ? WHERE article_id = ?",
                    (
                        *(at.section, at.paragraph, at.offset),
                        *(stopped.before, stopped.after),
                        article_id,
                    ),
                )

    def describe(self, article_id: int, details: Details) -> Details:
        """Keep what a learner says of an article. Returns what was said of it before."""
        new = asdict(details)
        with self._database.action() as connection:
            edited = read_edited(connection, article_id)
            row = connection.execute(
                f"SELECT {', '.join(new)} FROM articles WHERE id = ?",  # noqa: S608 -- our own names
                (article_id,),
            ).fetchone()
            before = Details(*row)
            edited |= {name for name in new if new[name] != getattr(before, name)}
            values = ", ".join(f"{name} = ?" for name in new)
            connection.execute(
                f"UPDATE articles SET {values}, edited = ? WHERE id = ?",  # noqa: S608 -- our own names
                (*new.values(), json.dumps(sorted(edited)), article_id),
            )
        return before

    def find(self, original: bytes) -> int | None:
        """The id of the article with these bytes, also if it was removed or has a newer version."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT article_id FROM originals WHERE sha256 = ?1 "
                "UNION ALL SELECT article_id FROM versions WHERE sha256 = ?1",
                (sha256(original).hexdigest(),),
            ).fetchone()
        return int(row[0]) if row else None

    def holds(self, original: bytes) -> bool:
        """Whether an article is made of these bytes now, also if it was removed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM originals WHERE sha256 = ?", (sha256(original).hexdigest(),)
            ).fetchone()
        return row is not None

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """All articles that are not removed, in the order in which they came."""
        return self._list_summaries("removed IS NULL", ())

    def summary(self, article_id: int) -> ArticleSummary | None:
        """One article as it is listed; None where it is not."""
        found = self._list_summaries("removed IS NULL AND articles.id = ?", (article_id,))
        return found[0] if found else None

    def load(self, article_id: int) -> Article:
        """A whole article. Raises LibraryError where there is none with this id."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT {', '.join(PLAIN_FIELDS)}, portion, script, warnings "  # noqa: S608 -- our own names
                "FROM articles WHERE id = ?",
                (article_id,),
            ).fetchone()
            sections = connection.execute(
                "SELECT number, title, paragraphs, checksum FROM sections "
                "WHERE article_id = ? ORDER BY number",
                (article_id,),
            ).fetchall()
        if row is None:
            raise _unknown(article_id)
        try:
            return Article(
                **dict(zip(PLAIN_FIELDS, row[:-3], strict=True)),
                portion=read_portion(row[-3]),
                sections=read_sections(sections),
                script=_read_script(row[-2]),
                warnings=tuple(json.loads(row[-1])),
            )
        except (ValueError, TypeError, KeyError) as cause:
            raise DamagedLibraryError(
                f"The text of article {article_id} has changed on the disk: its checksum is wrong. "
                "Check the disk. Import the same file again, and it is whole."
            ) from cause

    def load_section(self, article_id: int, number: int) -> Section | None:
        """One section of an article that is not removed; None where it is not or is damaged."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT number, sections.title, paragraphs, checksum FROM sections "
                "JOIN articles ON id = article_id "
                "WHERE article_id = ? AND number = ? AND removed IS NULL",
                (article_id, number),
            ).fetchone()
        try:
            return read_section(*row) if row else None
        except (ValueError, TypeError, KeyError):
            return None

    def title(self, article_id: int) -> str:
        """What an article is called, empty where there is none that is not removed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT title FROM articles WHERE id = ? AND removed IS NULL", (article_id,)
            ).fetchone()
        return str(row[0]) if row else ""

    def original(self, article_id: int) -> bytes:
        """The bytes that an article came from, checked against their sum."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT bytes, sha256 FROM originals WHERE article_id = ?", (article_id,)
            ).fetchone()
        if row is None:
            raise _unknown(article_id)
        data = bytes(row[0])
        if sha256(data).hexdigest() != row[1]:
            raise DamagedLibraryError(
                f"The original of article {article_id} has changed on the disk: its checksum is "
                "wrong. Check the disk. Import the same file again, and it is whole."
            )
        return data

    def provenance(self, article_id: int) -> Provenance:
        """Where the original came from, and how it was read."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT name, encoding, address, portion FROM originals JOIN articles "
                "ON id = article_id WHERE article_id = ?",
                (article_id,),
            ).fetchone()
        if row is None:
            raise _unknown(article_id)
        return Provenance(row[0], row[1], row[2], read_portion(row[3]))

    def set_removed(self, article_id: int, *, removed: bool) -> str:
        """Hide an article or show it again; nothing is erased. Returns its title."""
        with self._database.action() as connection:
            row = connection.execute(
                "UPDATE articles SET removed = ? WHERE id = ? RETURNING title",
                (now() if removed else None, article_id),
            ).fetchone()
            if row is None:
                raise _unknown(article_id)
        return str(row[0])

    def set_all_removed(self, article_ids: Iterable[int], *, removed: bool) -> None:
        """Hide articles or show them again, all of them or none."""
        when = now() if removed else None
        with self._database.action() as connection:
            connection.executemany(
                "UPDATE articles SET removed = ? WHERE id = ?", ((when, one) for one in article_ids)
            )

    def save_place(
        self, article_id: int, place: Anchor, progress: float, share: float = 0.0
    ) -> None:
        """Remember where reading stopped, and how much of its section has been in view."""
        position = place.position
        with self._database.action() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO reading_places "
                "SELECT id, ?, ?, ?, ?, ?, ?, ? FROM articles WHERE id = ?",
                (
                    position.section,
                    position.paragraph,
                    position.offset,
                    place.before,
                    place.after,
                    progress,
                    now(),
                    article_id,
                ),
            )
            connection.execute(
                "INSERT INTO section_progress SELECT id, ?, ? FROM articles WHERE id = ? "
                "ON CONFLICT DO UPDATE SET share = max(share, excluded.share)",
                (position.section, share, article_id),
            )

    def load_place(self, article_id: int) -> Anchor | None:
        """Where reading stopped, None where it never began."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT section, paragraph, offset, before, after FROM reading_places "
                "WHERE article_id = ?",
                (article_id,),
            ).fetchone()
        return Anchor(Position(*row[:3]), *row[3:]) if row else None

    def _list_summaries(
        self, condition: str, values: tuple[int, ...]
    ) -> tuple[ArticleSummary, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT {SUMMARY_COLUMNS}
                FROM articles LEFT JOIN reading_places ON article_id = articles.id
                WHERE {condition} ORDER BY articles.id
                """,  # noqa: S608 -- our own names
                values,
            ).fetchall()
        return tuple(_read_summary(row) for row in rows)

    def _mend(
        self, connection: sqlite3.Connection, article_id: int, article: Article, original: bytes
    ) -> None:
        """Write again what is damaged. What is sound stays as it is."""
        try:
            self.original(article_id)
        except DamagedLibraryError:
            connection.execute(
                "UPDATE originals SET bytes = ? WHERE article_id = ?", (original, article_id)
            )
        try:
            self.load(article_id)
        except DamagedLibraryError:
            connection.execute(
                "UPDATE articles SET warnings = ? WHERE id = ?",
                (json.dumps(article.warnings, ensure_ascii=False), article_id),
            )
            connection.execute("DELETE FROM sections WHERE article_id = ?", (article_id,))
            insert_sections(connection, article_id, article)
            connection.execute("DELETE FROM indexed WHERE article_id = ?", (article_id,))


def write_columns(article: Article) -> dict[str, Any]:
    """What a row holds of an article, but for its id and when it came."""
    return {field: getattr(article, field) for field in PLAIN_FIELDS} | {
        "script": article.script.value,
        "portion": article.portion.value,
        "warnings": json.dumps(article.warnings, ensure_ascii=False),
        "characters": article.characters(),
        "text_sum": sum_text(paragraph.text for paragraph in article.paragraphs()),
    }


def insert_sections(connection: sqlite3.Connection, article_id: int, article: Article) -> None:
    """Keep the text of an article, with what the learner has put right in it."""
    article = edit_again(connection, article_id, article)
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
        (
            (article_id, *write_section(number, section))
            for number, section in enumerate(article.sections)
        ),
    )


def _read_summary(row: Any) -> ArticleSummary:
    values = dict(zip(SUMMARY_FIELDS, row, strict=True))
    return ArticleSummary(**values | {"script": _read_script(values["script"])})


def _read_script(stored: str) -> Script:
    """One damaged word must not hide the whole list."""
    return Script(stored) if stored in list(Script) else Script.OTHER


def read_edited(connection: sqlite3.Connection, article_id: int) -> set[str]:
    """The columns of an article that a learner has put right."""
    row = connection.execute("SELECT edited FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise _unknown(article_id)
    try:
        return set(json.loads(row[0]))
    except (ValueError, TypeError):  # damaged on the disk
        return set()


def read_portion(stored: str) -> Portion:
    """One damaged word must not hide an article."""
    return Portion(stored) if stored in list(Portion) else Portion.ALL


def _unknown(article_id: int) -> LibraryError:
    return LibraryError(
        f"There is no article {article_id} in this library. «wenchuang list» shows what there is."
    )
