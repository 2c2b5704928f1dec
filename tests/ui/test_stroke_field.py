"""How a character is written, in the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.paths import find_paths
from reader.language.strokes import Strokes
from reader.ui.stroke_field import StrokeField
from reader.ui.theme import load_themes
from tests.ui.conftest import Opener

STROKES = Strokes(find_paths().resources / "data" / "strokes" / "strokes.sqlite")
THEME = load_themes(find_paths().resources / "themes")["light"]


def make(qtbot: QtBot, text: str) -> StrokeField:
    """The field of some characters, not yet moving."""
    field = StrokeField(text, tuple(map(STROKES.find, text)), THEME)
    qtbot.addWidget(field)
    field.resize(340, 190)
    return field


def ink(field: StrokeField) -> int:
    """How many dark pixels are drawn."""
    image = field.grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 80
        for x in range(0, image.width(), 3)
        for y in range(0, 150, 3)
    )


def test_stroke_by_stroke_more_is_written(qtbot: QtBot) -> None:
    field = make(qtbot, "人")
    seen = [ink(field)]
    for _ in range(2):
        field.step(1)
        seen.append(ink(field))
    assert seen[0] < seen[1] < seen[2]
    assert field.caption() == "Stroke 2 of 2"
    field.step(-1)
    assert field.caption() == "Stroke 1 of 2"


def test_space_pauses_and_r_starts_again(qtbot: QtBot) -> None:
    field = make(qtbot, "银行")
    field.show()
    field.play()
    qtbot.waitUntil(lambda: field.gone > 0)
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert not field.playing
    field.step(1)
    reached = field.gone
    QTest.keyClick(field, Qt.Key.Key_R)
    assert field.playing
    assert field.gone < reached
    field.hide()
    assert not field.playing


def test_a_missing_character_says_so(qtbot: QtBot) -> None:
    field = make(qtbot, "𠮷人")
    assert field.caption() == "The strokes of 𠮷 are not known."
    field.grab()


def test_who_listens_hears_how_many_strokes(qtbot: QtBot) -> None:
    assert make(qtbot, "银行").accessibleName() == "银: 11 strokes, 行: 6 strokes"


def test_the_card_shows_the_strokes_of_its_word(
    qtbot: QtBot, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "bank.txt"
    file.write_text("银行\n\n我在银行工作。\n", "utf-8")
    window = open_file(file)
    window.pointer.walk(1)
    window.actions_by_name["strokes"].trigger()
    qtbot.waitUntil(lambda: window.card.extra is not None)
    field = window.card.extra
    assert isinstance(field, StrokeField)
    assert window.card.pinned
    assert field.playing
    assert window.focusWidget() is field
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())
    window.actions_by_name["dismiss"].trigger()
    assert window.card.extra is None
