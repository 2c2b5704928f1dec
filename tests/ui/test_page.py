"""Places on a page."""

import pytest
from PySide6.QtGui import QTextDocument

from reader.core.article import Paragraph
from reader.core.display import Display, Piece
from reader.core.position import Position
from reader.core.word import Origin, Reading, Word
from reader.ui.page import Page, next_readable, word_at

READ = Reading("hao3", Origin.PHRASE)
WORDS = (
    Word(0, 2, "你好", (READ, READ)),
    Word(2, 3, "，", (None,)),
    Word(3, 4, "好", (READ,)),
)


def make_page() -> tuple[Page, QTextDocument]:
    """Two paragraphs: one with an astral character, one whose display is longer than its source."""
    page = Page(
        2,
        (Paragraph("去𠮷野家"), Paragraph("的算法好")),
        (Display("去𠮷野家"), Display("的演算法好", (Piece(1, 3, 1, 4),))),
    )
    return page, QTextDocument("去𠮷野家\n的演算法好")


@pytest.mark.usefixtures("qapp")
def test_every_position_comes_back_from_the_document() -> None:
    page, document = make_page()
    for number, offset in ((0, 0), (0, 1), (0, 2), (0, 4), (1, 0), (1, 1), (1, 3), (1, 4)):
        position = Position(2, number, offset)
        assert page.position(document, page.units(document, position)) == position


@pytest.mark.usefixtures("qapp")
def test_qt_counts_an_astral_character_twice() -> None:
    page, document = make_page()
    assert page.units(document, Position(2, 0, 2)) == 3


def test_the_word_at_an_offset_covers_it() -> None:
    assert [word_at(WORDS, offset) for offset in range(4)] == [
        WORDS[0],
        WORDS[0],
        WORDS[1],
        WORDS[2],
    ]


def test_there_is_no_word_after_the_end() -> None:
    assert word_at(WORDS, 4) is None
    assert word_at((), 0) is None


def test_a_walk_steps_over_what_has_no_reading() -> None:
    assert next_readable(WORDS, 0, 1) == WORDS[2]
    assert next_readable(WORDS, 3, -1) == WORDS[0]
    assert next_readable(WORDS, 3, 1) is None
