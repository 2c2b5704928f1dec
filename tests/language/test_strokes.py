"""The strokes of characters come back as they were compiled."""

import sqlite3
from contextlib import closing
from pathlib import Path

import build_strokes
import pytest

from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.language.strokes import Strokes, read_strokes

FILE = find_paths().resources / "data" / "strokes" / "strokes.sqlite"
DESCRIBED = {
    "strokes": ["M 100 -20 Q 300 400 200 600 L 10 20 Z", "M 0 0 C 2 2 4 4 6 6 Z"],
    "medians": [[[100, 200], [300, 40]], [[0, 0], [2, -4], [900, 800]]],
}


def test_strokes_are_read_as_they_were_packed() -> None:
    first, second = read_strokes(build_strokes.pack(DESCRIBED))
    assert first.outline == (
        ("M", ((100, -20),)),
        ("Q", ((300, 400), (200, 600))),
        ("L", ((10, 20),)),
        ("Z", ()),
    )
    assert first.median == ((100, 200), (300, 40))
    assert second.outline[1] == ("C", ((2, 2), (4, 4), (6, 6)))
    assert second.median == ((0, 0), (2, -4), (900, 800))


@pytest.mark.parametrize(("character", "count"), [("一", 1), ("人", 2), ("銀", 14), ("银", 11)])
def test_a_character_has_its_strokes(character: str, count: int) -> None:
    order = Strokes(FILE).find(character)
    assert order
    assert len(order.strokes) == count


def test_what_is_not_known_is_not_a_failure(tmp_path: Path) -> None:
    assert Strokes(FILE).find("𠮷") is None
    assert Strokes(FILE).find("a") is None
    assert Strokes(tmp_path / "none.sqlite").find("一") is None


def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "strokes.sqlite"
    damaged.write_bytes(b"nothing" * 1000)
    with pytest.raises(ResourceError, match="damaged"):
        Strokes(damaged).find("一")


def test_the_file_says_what_was_changed_and_its_licence_is_beside_it() -> None:
    with closing(sqlite3.connect(FILE)) as connection:
        (notice,) = connection.execute("SELECT text FROM notice").fetchone()
    assert notice == build_strokes.CHANGED
    assert "ARPHIC PUBLIC LICENSE" in (FILE.parent / "ARPHICPL.TXT").read_text("utf-8", "replace")
