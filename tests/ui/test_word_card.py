"""The card stays inside the window and off its word."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from reader.ui.word_card import place_card

WINDOW = QRect(0, 0, 900, 600)

words = st.builds(
    QRect,
    st.integers(0, 860),
    st.integers(0, 560),
    st.integers(1, 40),
    st.integers(1, 40),
)
sizes = st.builds(QSize, st.integers(40, 1200), st.integers(20, 1200))


@given(words, sizes)
def test_a_card_never_covers_its_word(word: QRect, size: QSize) -> None:
    assert not place_card(word, size, WINDOW).intersects(word)


@given(words, sizes)
def test_a_card_is_inside_the_window(word: QRect, size: QSize) -> None:
    placed = place_card(word, size, WINDOW)
    assert WINDOW.contains(placed)


@given(words)
def test_a_card_that_fits_keeps_its_size(word: QRect) -> None:
    assert place_card(word, QSize(300, 200), WINDOW).size() == QSize(300, 200)


def test_a_card_stands_below_its_word_where_there_is_room() -> None:
    word = QRect(100, 100, 40, 20)
    assert place_card(word, QSize(300, 200), WINDOW).top() > word.bottom()


def test_a_card_stands_above_a_word_at_the_bottom() -> None:
    word = QRect(100, 560, 40, 20)
    assert place_card(word, QSize(300, 200), WINDOW).bottom() < word.top()
