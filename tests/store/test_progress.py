"""How far and how fast."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.article import Article, Paragraph, Section
from reader.core.pace import Stint
from reader.core.position import Position, anchor
from reader.store.articles import Articles
from reader.store.database import Database
from reader.store.progress import Progress

ARTICLE = Article("t", (Section((Paragraph("花。"),)), Section((Paragraph("雨。"),))))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty library."""
    made = Database(tmp_path / "library.sqlite")
    yield made
    made.close()


def test_the_share_of_a_section_never_gets_less(database: Database) -> None:
    articles = Articles(database)
    number, _ = articles.add(ARTICLE, b"a", "a.txt")
    for section, share in ((0, 0.25), (1, 0.75), (1, 0.5)):
        place = anchor(ARTICLE, Position(section))
        articles.save_place(number, place, 0.1, share)
    assert Progress(database).sections(number) == {0: 0.25, 1: 0.75}


def test_stints_come_back_newest_first(database: Database) -> None:
    number, _ = Articles(database).add(ARTICLE, b"a", "a.txt")
    other, _ = Articles(database).add(ARTICLE, b"b", "b.txt")
    progress = Progress(database)
    progress.add_stint(number, Stint(300, 90.0))
    progress.add_stint(other, Stint(400, 90.0))
    assert progress.stints(number) == (Stint(300, 90.0),)
    assert progress.stints() == (Stint(400, 90.0), Stint(300, 90.0))


def test_an_article_that_is_not_there_has_no_stint(database: Database) -> None:
    progress = Progress(database)
    progress.add_stint(7, Stint(300, 90.0))
    assert progress.stints() == ()
