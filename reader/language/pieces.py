"""The pieces of a display whose length changed, moved about and added up."""

from collections.abc import Iterable

from reader.core.display import Display, Piece


def compose(first: list[Piece], second: list[Piece]) -> list[Piece]:
    """The pieces of two conversions in a row, the second applied to what the first has shown."""
    if not first or not second:
        return first or second
    before = Display("", tuple(first))
    after = Display("", tuple(second))
    touched = [(piece.shown_start, piece.shown_end) for piece in first]
    touched += [(piece.source_start, piece.source_end) for piece in second]
    composed = (
        Piece(before.source(start), before.source(end), after.shown(start), after.shown(end))
        for start, end in _merge(sorted(touched))
    )
    return [
        piece
        for piece in composed
        if piece.source_end - piece.source_start != piece.shown_end - piece.shown_start
    ]


def shift(pieces: Iterable[Piece], source: int, shown: int) -> list[Piece]:
    """The pieces of a part of a text, as pieces of the whole."""
    return [
        Piece(
            piece.source_start + source,
            piece.source_end + source,
            piece.shown_start + shown,
            piece.shown_end + shown,
        )
        for piece in pieces
    ]


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = spans[:1]
    for start, end in spans[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
