"""Articles, their original bytes, and where reading stopped in them."""

import json
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from reader.core.article import Article, ArticleSummary, Doubt, Kind, Note, Paragraph, Section
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.core.position import Anchor, Position
from reader.core.script import Script
from reader.store.clock import now
from reader.store.database import Database

PLAIN_FIELDS = ("title", "source", "author", "date", "category", "level", "licence", "encoding")
SUMMARY_FIELDS = tuple(field.name for field in fields(ArticleSummary))
SUMMARY_COLUMNS = """
    articles.id, title, source, author, date, category, level, script, characters,
    (SELECT count(*) FROM sections WHERE article_id = articles.id), added,
    coalesce(progress, 0.0)
"""


class Articles:
    """The articles of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: Article, original: bytes, name: str) -> tuple[int, bool]:
        """Keep an article with the bytes it came from. Returns its id and whether it is new.

        The same bytes are kept once; where they had been removed they come back.
        """
        digest = sha256(original).hexdigest()
        with self._database.action() as connection:
            known = connection.execute(
                "SELECT article_id FROM originals WHERE sha256 = ?", (digest,)
            ).fetchone()
            if known:
                connection.execute("UPDATE articles SET removed = NULL WHERE id = ?", known)
                return int(known[0]), False
            columns = {field: getattr(article, field) for field in PLAIN_FIELDS}
            columns |= {
                "script": article.script.value,
                "warnings": json.dumps(article.warnings, ensure_ascii=False),
                "characters": article.characters(),
                "added": now(),
            }
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            cursor = connection.execute(
                f"INSERT INTO articles ({names}) VALUES ({marks})",  # noqa: S608 -- our own names
                tuple(columns.values()),
            )
            article_id = int(cursor.lastrowid or 0)
            connection.execute(
                "INSERT INTO originals VALUES (?, ?, ?, ?)", (article_id, name, digest, original)
            )
            connection.executemany(
                "INSERT INTO sections VALUES (?, ?, ?, ?)",
                (
                    (article_id, number, section.title, _write_paragraphs(section))
                    for number, section in enumerate(article.sections)
                ),
            )
        return article_id, True

    def find(self, original: bytes) -> int | None:
        """The id of the article with these bytes, also if it was removed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT article_id FROM originals WHERE sha256 = ?",
                (sha256(original).hexdigest(),),
            ).fetchone()
        return int(row[0]) if row else None

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """All articles that are not removed, in the order in which they came."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT {SUMMARY_COLUMNS}
                FROM articles LEFT JOIN reading_places ON article_id = articles.id
                WHERE removed IS NULL ORDER BY articles.id
                """  # noqa: S608 -- our own names
            ).fetchall()
        return tuple(_read_summary(row) for row in rows)

    def load(self, article_id: int) -> Article:
        """A whole article. Raises LibraryError where there is none with this id."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT {', '.join(PLAIN_FIELDS)}, script, warnings FROM articles WHERE id = ?",  # noqa: S608 -- our own names
                (article_id,),
            ).fetchone()
            sections = connection.execute(
                "SELECT title, paragraphs FROM sections WHERE article_id = ? ORDER BY number",
                (article_id,),
            ).fetchall()
        if row is None:
            raise _unknown(article_id)
        try:
            return Article(
                **dict(zip(PLAIN_FIELDS, row[:-2], strict=True)),
                sections=tuple(
                    Section(_read_paragraphs(paragraphs), title) for title, paragraphs in sections
                ),
                script=Script(row[-2]),
                warnings=tuple(json.loads(row[-1])),
            )
        except (ValueError, TypeError, KeyError) as cause:
            raise DamagedLibraryError(
                f"The text of article {article_id} is damaged in the library. Its original is kept "
                "apart: look at it with «Show original» and import it again."
            ) from cause

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
                "wrong. Check the disk, and import the file again if you still have it."
            )
        return data

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

    def save_place(self, article_id: int, place: Anchor, progress: float) -> None:
        """Remember where reading stopped."""
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

    def load_place(self, article_id: int) -> Anchor | None:
        """Where reading stopped, None where it never began."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT section, paragraph, offset, before, after FROM reading_places "
                "WHERE article_id = ?",
                (article_id,),
            ).fetchone()
        return Anchor(Position(*row[:3]), *row[3:]) if row else None


def _read_summary(row: Any) -> ArticleSummary:
    fields = dict(zip(SUMMARY_FIELDS, row, strict=True))
    return ArticleSummary(**fields | {"script": Script(fields["script"])})


def _unknown(article_id: int) -> LibraryError:
    return LibraryError(
        f"There is no article {article_id} in this library. «wenchuang list» shows what there is."
    )


def _write_paragraphs(section: Section) -> str:
    """A paragraph as a JSON object without the fields that hold nothing."""
    empty = asdict(Paragraph(""))
    return json.dumps(
        [
            {name: value for name, value in asdict(paragraph).items() if value != empty[name]}
            for paragraph in section.paragraphs
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _read_paragraphs(stored: str) -> tuple[Paragraph, ...]:
    return tuple(_read_paragraph(one) for one in json.loads(stored))


def _read_paragraph(stored: dict[str, Any]) -> Paragraph:
    if stored.keys() == {"text"}:
        return Paragraph(stored["text"])
    return Paragraph(
        stored.get("text", ""),
        Kind(stored.get("kind", Kind.BODY)),
        tuple(Note(**note) for note in stored.get("notes", ())),
        tuple(Doubt(**doubt) for doubt in stored.get("doubts", ())),
    )
