"""The words that a learner knows, learns or wants to be left alone with."""

import json
from typing import Any

from reader.core.position import Anchor, Position
from reader.core.text import make_encodable
from reader.core.vocabulary import Encounter, Status, VocabularyWord
from reader.store.clock import now
from reader.store.database import Database

COLUMNS = (
    "word, written, syllables, status, marked, sentence, start, article_id, section, paragraph, "
    "offset, before, after"
)


class Vocabulary:
    """The marked words of a library; each has one status, the one given last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, word: VocabularyWord) -> VocabularyWord | None:
        """Keep a word with its status from now on. Returns what was kept of it before."""
        return self._replace(word.word, word, now())

    def unmark(self, word: str) -> VocabularyWord | None:
        """Forget the status of a word. Returns what was kept of it."""
        return self._replace(word, None, "")

    def restore(self, word: str, before: VocabularyWord | None) -> None:
        """Let a word be again as it was before it was marked or unmarked."""
        self._replace(word, before, before.marked if before else "")

    def all(self) -> tuple[VocabularyWord, ...]:
        """Every marked word, the one marked last first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {COLUMNS} FROM vocabulary ORDER BY marked DESC, word"  # noqa: S608 -- our own names
            ).fetchall()
        return tuple(_read(row) for row in rows if row[3] in list(Status))

    def statuses(self) -> dict[str, Status]:
        """The status of every marked word, by its simplified form."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT word, status FROM vocabulary").fetchall()
        return {word: Status(status) for word, status in rows if status in list(Status)}

    def _replace(
        self, word: str, wanted: VocabularyWord | None, marked: str
    ) -> VocabularyWord | None:
        with self._database.action() as connection:
            before = connection.execute(
                f"DELETE FROM vocabulary WHERE word = ? RETURNING {COLUMNS}",  # noqa: S608 -- our own names
                (word,),
            ).fetchone()
            if wanted:
                connection.execute(
                    "INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    _write(wanted, marked),
                )
        return _read(before) if before and before[3] in list(Status) else None


def _write(word: VocabularyWord, marked: str) -> tuple[object, ...]:
    met = word.met or Encounter("", -1, 0, Anchor(Position()))
    position = met.anchor.position
    return (
        word.word,
        word.written,
        json.dumps(word.syllables, ensure_ascii=False),
        word.status.value,
        marked,
        make_encodable(met.sentence),
        met.start,
        met.article_id or None,
        position.section,
        position.paragraph,
        position.offset,
        met.anchor.before,
        met.anchor.after,
    )


def _read(row: Any) -> VocabularyWord:
    word, written, syllables, status, marked, sentence, start, article_id, *place = row
    anchor = Anchor(Position(*place[:3]), *place[3:])
    met = Encounter(sentence, start, article_id or 0, anchor) if sentence else None
    return VocabularyWord(word, written, tuple(json.loads(syllables)), Status(status), met, marked)
