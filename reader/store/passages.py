"""The index of all paragraphs: which of them hold a word, newest article first.

SQLite's FTS5 over text cut into overlapping pairs of characters (银行在 is «银行 行在 在»), so that
any word of two or more characters is found without knowing where words end, and a single
character as the beginning of a pair. Only that a pair is somewhere in the paragraph is kept, not
where: what is found is looked at again by whoever asked. The index holds no text of its own, and
a row's number says where its paragraph is.

Where Python's SQLite has no FTS5, every paragraph is a candidate.
"""

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import add

from reader.core.article import Article
from reader.core.position import Position
from reader.store.database import Database

Row = tuple[int, int, str]
"""Section, paragraph, and the pairs of its text."""

_CREATE = """
    CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5(
        pairs, content = '', detail = none, prefix = '1',
        tokenize = 'unicode61 remove_diacritics 0'
    )
"""
_RUN = re.compile(r"\w+")
_SECTION, _ARTICLE = 1 << 22, 1 << 40
"""Four million paragraphs a section, and a quarter of a million sections an article."""
PART = 30_000
"""Characters of pairs that are indexed at a time: ten thousand of the text, some 20 ms."""
PAUSE = 0.001
"""Seconds between two parts."""
_PAGE = 64
"""Candidates fetched at a time: whoever asks needs a handful."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where to look: in one article, from a position on or up to it, or in all before it."""

    low: int
    high: int
    descending: bool

    @classmethod
    def above(cls, article_id: int, position: Position) -> "Stretch":
        """The paragraphs of an article that stand before a position, the nearest first."""
        here = _number(article_id, position.section, position.paragraph)
        return cls(article_id * _ARTICLE, here, True)

    @classmethod
    def within(cls, article_id: int) -> "Stretch":
        """A whole article in reading order."""
        return cls(article_id * _ARTICLE, (article_id + 1) * _ARTICLE, False)

    @classmethod
    def older(cls, article_id: int | None) -> "Stretch":
        """The articles that came before one, the newest first; None: all of them."""
        return cls(0, (1 << 62) if article_id is None else article_id * _ARTICLE, True)


def cut_passages(sections: Iterable[Sequence[str]]) -> list[Row]:
    """The rows of an article. ``sections``: the texts of its paragraphs, folded."""
    return [
        (section, number, _cut(text))
        for section, paragraphs in enumerate(sections)
        for number, text in enumerate(paragraphs)
        if text
    ]


class Passages:
    """Finds paragraphs. Any thread may ask."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.reading() as connection:
            self.indexed = _has_index(connection)
        if not self.indexed and _has_fts5(database):
            with database.action() as connection:
                connection.execute(_CREATE)
            self.indexed = True

    def put(self, connection: sqlite3.Connection, article_id: int, rows: Iterable[Row]) -> None:
        """Index an article, inside of the transaction that keeps it."""
        if self.indexed:
            _insert(connection, article_id, rows)
            connection.execute("INSERT OR IGNORE INTO indexed VALUES (?)", (article_id,))

    def add(self, article_id: int, rows: Sequence[Row]) -> None:
        """Index an article that is kept already, a part at a time: the index of a novel would keep
        everybody else from the library for a second.

        Where the program ends in between, the article is still among the missing ones.
        """
        for part in _divide(rows):
            with self._database.action() as connection:
                if not self.indexed or not _is_missing(connection, article_id):
                    return
                _insert(connection, article_id, part)
            time.sleep(PAUSE)  # whoever waits for the library comes first
        with self._database.action() as connection:
            if _is_missing(connection, article_id):
                self.put(connection, article_id, ())

    def missing(self) -> tuple[int, ...]:
        """The articles that are not in the index yet, the newest first."""
        if not self.indexed:
            return ()
        with self._database.reading() as connection:
            return _missing(connection)

    def find(self, folded: str, where: Stretch) -> Iterator[tuple[int, Position]]:
        """Articles and starts of paragraphs that probably hold a folded text."""
        if not self.indexed:
            yield from self._scan(where)
            return
        query = _query(folded)
        low, high = where.low, where.high
        while query and (rows := self._fetch(query, Stretch(low, high, where.descending))):
            yield from (_place(number) for number in rows)
            if where.descending:
                high = rows[-1]
            else:
                low = rows[-1] + 1

    def _fetch(self, query: str, where: Stretch) -> list[int]:
        order = "DESC" if where.descending else "ASC"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"""
                SELECT rowid FROM passages WHERE passages MATCH ? AND rowid >= ? AND rowid < ?
                ORDER BY rowid {order} LIMIT {_PAGE}
                """,  # noqa: S608 -- our own words
                (query, where.low, where.high),
            ).fetchall()
        return [row[0] for row in rows]

    def _scan(self, where: Stretch) -> Iterator[tuple[int, Position]]:
        """Every paragraph, section by section."""
        order, step = ("DESC", -1) if where.descending else ("ASC", 1)
        (low_article, low), (high_article, high) = _place(where.low), _place(where.high)
        with self._database.reading() as connection:
            sections = connection.execute(
                f"""
                SELECT article_id, number, json_array_length(paragraphs) FROM sections
                WHERE (article_id, number) BETWEEN (?, ?) AND (?, ?)
                ORDER BY article_id {order}, number {order}
                """,  # noqa: S608 -- our own words
                (low_article, low.section, high_article, high.section),
            ).fetchall()
        for article_id, section, count in sections:
            for paragraph in range(count)[::step]:
                if where.low <= _number(article_id, section, paragraph) < where.high:
                    yield article_id, Position(section, paragraph)


def is_small(article: Article) -> bool:
    """Whether an article is indexed so quickly that nobody notices."""
    return 3 * article.characters() <= PART  # a pair of characters and a space for each


def _divide(rows: Sequence[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    size = 0
    for row in rows:
        part.append(row)
        size += len(row[2])
        if size > PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _insert(connection: sqlite3.Connection, article_id: int, rows: Iterable[Row]) -> None:
    connection.executemany(
        "INSERT INTO passages (rowid, pairs) VALUES (?, ?)",
        ((_number(article_id, section, number), pairs) for section, number, pairs in rows),
    )


def _is_missing(connection: sqlite3.Connection, article_id: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM articles WHERE id = ? AND id NOT IN (SELECT article_id FROM indexed)",
        (article_id,),
    )
    return row.fetchone() is not None


def _missing(connection: sqlite3.Connection) -> tuple[int, ...]:
    rows = connection.execute(
        "SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM indexed) ORDER BY id DESC"
    )
    return tuple(row[0] for row in rows)


def _has_index(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'passages'").fetchone()
    return bool(row) and _knows_fts5(connection)


def _has_fts5(database: Database) -> bool:
    with database.reading() as connection:
        return _knows_fts5(connection)


def _knows_fts5(connection: sqlite3.Connection) -> bool:
    statement = "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"
    return connection.execute(statement).fetchone() is not None


def _number(article_id: int, section: int, paragraph: int) -> int:
    return article_id * _ARTICLE + section * _SECTION + paragraph


def _place(number: int) -> tuple[int, Position]:
    article_id, rest = divmod(number, _ARTICLE)
    return article_id, Position(*divmod(rest, _SECTION))


def _cut(text: str) -> str:
    """Each character with the next; the last of a run stands alone."""
    runs = _RUN.findall(text)
    return " ".join(chain.from_iterable((*map(add, run, run[1:]), run[-1]) for run in runs))


def _query(folded: str) -> str:
    """All pairs of the text; of a single character, the pairs that begin with it."""
    parts = []
    for run in _RUN.findall(folded):
        if len(run) == 1:
            parts.append(f'"{run}"*')
        else:
            parts += [f'"{run[at : at + 2]}"' for at in range(len(run) - 1)]
    return " AND ".join(parts)
