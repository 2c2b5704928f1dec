"""The map between source, shown text and Qt's UTF-16 units."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.display import Display, Piece

ALPHABET = "看著𠮷野家的𠀀a。"


@st.composite
def displays(draw: st.DrawFn) -> tuple[str, Display]:
    """A source and a display of it, in which some stretches were replaced by others."""
    source, shown, pieces = "", "", list[Piece]()
    for _ in range(draw(st.integers(0, 5))):
        same = draw(st.text(ALPHABET, max_size=4))
        source, shown = source + same, shown + same
        old = draw(st.text(ALPHABET, min_size=1, max_size=4))
        new = draw(st.text(ALPHABET, min_size=1, max_size=4))
        if len(old) != len(new):
            pieces.append(
                Piece(len(source), len(source) + len(old), len(shown), len(shown) + len(new))
            )
        source, shown = source + old, shown + new
    return source, Display(shown, tuple(pieces))


def units(text: str) -> int:
    """How many UTF-16 units Qt counts."""
    return len(text.encode("utf-16-le")) // 2


@given(displays())
def test_both_maps_are_total_and_keep_the_ends(made: tuple[str, Display]) -> None:
    source, display = made
    assert (display.shown(0), display.source(0)) == (0, 0)
    assert display.shown(len(source)) == len(display.text)
    assert display.source(len(display.text)) == len(source)


@given(displays())
def test_both_maps_are_monotone(made: tuple[str, Display]) -> None:
    source, display = made
    shown = [display.shown(offset) for offset in range(len(source) + 1)]
    back = [display.source(offset) for offset in range(len(display.text) + 1)]
    assert all(left <= right for left, right in pairwise(shown))
    assert all(left <= right for left, right in pairwise(back))


@given(displays())
def test_the_maps_are_inverse_at_the_borders_of_pieces(made: tuple[str, Display]) -> None:
    _, display = made
    for piece in display.pieces:
        assert display.shown(piece.source_start) == piece.shown_start
        assert display.shown(piece.source_end) == piece.shown_end
        assert display.source(piece.shown_start) == piece.source_start
        assert display.source(piece.shown_end) == piece.source_end


@given(displays())
def test_the_maps_are_inverse_outside_of_pieces(made: tuple[str, Display]) -> None:
    source, display = made
    for offset in range(len(source) + 1):
        if not any(piece.source_start < offset < piece.source_end for piece in display.pieces):
            assert display.source(display.shown(offset)) == offset


@given(displays())
def test_units_are_those_of_utf_16(made: tuple[str, Display]) -> None:
    source, display = made
    for offset in range(len(source) + 1):
        assert display.to_units(offset) == units(display.text[: display.shown(offset)])


@given(st.text(ALPHABET))
def test_every_offset_comes_back_from_its_units(text: str) -> None:
    display = Display(text)
    for offset in range(len(text) + 1):
        assert display.from_units(display.to_units(offset)) == offset


@given(st.text(ALPHABET))
def test_the_middle_of_a_surrogate_pair_is_its_start(text: str) -> None:
    display = Display(text)
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert display.from_units(display.to_units(offset) + 1) == offset


def test_pieces_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        Display("演算法", (Piece(2, 3, 2, 4), Piece(0, 1, 0, 2)))
