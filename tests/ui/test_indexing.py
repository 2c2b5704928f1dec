"""A library from before the index is brought up to date in the background."""

from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.core.article import Article, Paragraph, Section
from reader.store.articles import Articles
from reader.store.database import Database


def test_an_old_library_is_indexed_after_the_start(qtbot: QtBot, program: Program) -> None:
    database = Database(program.window._paths.library)
    for name in ("甲", "乙"):
        article = Article(name, (Section((Paragraph(f"{name}在银行。"),)),))
        Articles(database).add(article, name.encode(), name)
    database.close()
    assert program.library.find_sentences("银行", 9) == ()
    program.window.start([])
    qtbot.waitUntil(lambda: len(program.library.find_sentences("银行", 9)) == 2)
