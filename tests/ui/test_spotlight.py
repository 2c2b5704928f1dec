"""Focus mode and reading ruler."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.position import Position
from reader.ui.main_window import MainWindow

TEXT = "夜市\n\n" + "\n\n".join(["天一黑，夜市就热闹起来了，什么都有，谁都喜欢。" * 4] * 8) + "\n"


def open_text(qtbot: QtBot, window: MainWindow) -> None:
    """Make an article of the text."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    qtbot.waitUntil(lambda: window.pointer.has_words)


def darkest(window: MainWindow, paragraph: int) -> int:
    """How dark the ink of a paragraph is, as the window draws it: 0 is black."""
    around = window.pane.paragraph_rectangle(paragraph).toAlignedRect()
    image = window.pane.viewport().grab(around).toImage()
    columns = range(0, image.width(), 2)
    rows = range(image.height() // 4, image.height() // 2)
    return min(QColor(image.pixel(x, y)).lightness() for x in columns for y in rows)


def test_only_the_paragraph_that_is_read_has_its_full_ink(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    ink = darkest(window, 1)
    window.actions_by_name["focus_mode"].trigger()
    window.spotlight.step(1)  # from the title to the first paragraph
    assert darkest(window, 1) == ink
    assert darkest(window, 2) > ink + 60
    window.actions_by_name["focus_mode"].trigger()
    assert darkest(window, 2) <= ink + 5


def test_the_ruler_follows_a_walk_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    window.actions_by_name["ruler"].trigger()
    window.pointer.walk(1)
    window.pointer.walk(1)
    assert window.spotlight.place == window.pointer.position()


def test_the_ruler_follows_the_pointer(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    window.actions_by_name["ruler"].trigger()
    place = Position(0, 2, 3)
    point = window.pane.span_rectangle(place, place).center() + QPointF(4, 0)
    QTest.mouseMove(window.pane.viewport(), QPoint(round(point.x()), round(point.y())))
    qtbot.waitUntil(lambda: window.spotlight.place is not None)
    found = window.spotlight.place
    assert found
    assert found.paragraph == 2


def test_up_and_down_go_from_line_to_line_under_the_ruler(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    window.actions_by_name["ruler"].trigger()
    places = [window.spotlight.place]
    for _ in range(4):
        QTest.keyClick(window.pane, Qt.Key.Key_Down)
        places.append(window.spotlight.place)
    known = [place for place in places if place]
    assert known == sorted(set(known))
    assert len(known) == 5
    QTest.keyClick(window.pane, Qt.Key.Key_Up)
    assert window.spotlight.place == places[3]


def test_the_ruler_stays_in_view(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    window.resize(700, 420)
    window.actions_by_name["ruler"].trigger()
    for _ in range(14):
        QTest.keyClick(window.pane, Qt.Key.Key_Down)
    place = window.spotlight.place
    assert place
    assert place.paragraph > 0
    at = window.pane.span_rectangle(place, place)
    assert at.top() >= 0
    assert at.bottom() <= window.pane.viewport().height()
    QTest.keyClick(window.pane, Qt.Key.Key_Space)  # what was the last line may be the first now
    QTest.keyClick(window.pane, Qt.Key.Key_Space)
    assert window.spotlight.place
    assert window.spotlight.place > place


def test_both_are_kept(window: MainWindow) -> None:
    window.actions_by_name["ruler"].trigger()
    window.actions_by_name["focus_mode"].trigger()
    assert window.choices.settings.ruler
    assert window.choices.settings.focus_mode
