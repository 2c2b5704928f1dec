"""Ctrl+F in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.position import Position
from reader.core.script import Variant
from reader.ui.find_bar import describe_count
from reader.ui.main_window import MainWindow

BOOK = "\n\n".join(
    (
        *("第一章 春", "我现在在看花。" + "花开了。" * 300, "他先走了，现在没有人。"),
        *("第二章 夏", "下雨了。" * 300, "银行现在关门了，不行。"),
    )
)


def open_book(qtbot: QtBot, window: MainWindow) -> None:
    """Two chapters, open at the start."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(BOOK)


def find(qtbot: QtBot, window: MainWindow, query: str) -> list[str]:
    """Ask for something until all of it is found."""
    window.actions_by_name["find"].trigger()
    with qtbot.waitSignal(window.finding.finished, timeout=20_000):
        window.find_bar.line.setText(query)
    opened = window.reading.opened
    assert opened
    sections = opened.article.sections
    return [
        sections[hit.section].paragraphs[hit.paragraph].text[hit.start : hit.end]
        for hit in window.finding.hits
    ]


def test_what_is_found_is_counted_in_all_sections(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    assert find(qtbot, window, "現在") == ["现在"] * 3
    assert window.find_bar.count.text() == "1 of 3"


def test_enter_goes_on_into_the_next_section_and_round(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "xianzai")
    QTest.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    assert window.find_bar.count.text() == "2 of 3"
    with qtbot.waitSignal(window.reading.page_annotated):
        QTest.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    assert window.pane.page.section == 1
    assert window.find_bar.count.text() == "3 of 3"
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["find_next"].trigger()
    assert (window.pane.page.section, window.find_bar.count.text()) == (0, "1 of 3")
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["find_previous"].trigger()
    assert window.pane.page.section == 1


def test_the_hit_is_in_view(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "先走")
    hit = window.finding.current
    assert hit
    start, end = (Position(0, hit.paragraph, offset) for offset in (hit.start, hit.end))
    (rectangle,) = window.pane.span_rectangles(start, end)
    assert window.pane.viewport().rect().contains(rectangle.toAlignedRect())


def test_esc_comes_back_from_what_was_only_typed(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "先走")
    assert window.pane.position_at_top() != Position()
    window.actions_by_name["dismiss"].trigger()
    assert not window.find_bar.isVisible()
    assert window.pane.hasFocus()
    assert window.pane.position_at_top() == Position()


def test_esc_sends_the_card_away_before_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "花开")
    window.pointer.walk(1)
    assert window.card.isVisible()
    window.actions_by_name["dismiss"].trigger()
    assert not window.card.isVisible()
    assert window.find_bar.isVisible()
    window.actions_by_name["dismiss"].trigger()
    assert not window.find_bar.isVisible()


def test_esc_stays_at_a_hit_that_was_gone_to(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "先走")
    QTest.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    there = window.pane.position_at_top()
    window.actions_by_name["dismiss"].trigger()
    assert window.pane.position_at_top() == there
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: window.pane.position_at_top() == Position())


def test_a_hit_in_another_section_is_shown_after_a_rest(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "关门")
    qtbot.waitUntil(lambda: window.pane.page.section == 1)
    assert window.find_bar.count.text() == "1 of 1"


def test_readings_decide_about_characters_that_have_several(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_book(qtbot, window)
    assert find(qtbot, window, "hang") == ["行"]
    assert find(qtbot, window, "xing2") == ["行"]
    assert find(qtbot, window, "yinxing") == []
    assert window.find_bar.count.text() == "Not found"


def test_hits_are_painted_and_move_with_the_script(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    wash = QColor(window.choices.theme.selection)

    def painted() -> bool:
        picture = window.pane.viewport().grab().toImage()
        rows, columns = range(0, picture.height(), 2), range(0, picture.width(), 2)
        return any(picture.pixelColor(x, y) == wash for y in rows for x in columns)

    assert not painted()
    find(qtbot, window, "开了")
    assert painted()
    with qtbot.waitSignal(window.reading.page_made):
        window.choices.set_variant(Variant.TRADITIONAL)
    assert painted()
    window.actions_by_name["dismiss"].trigger()
    assert not painted()


def test_whole_words_leave_parts_of_words_out(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    assert find(qtbot, window, "行") == ["行", "行"]
    with qtbot.waitSignal(window.finding.finished):
        window.find_bar.whole.setChecked(True)
    assert len(window.finding.hits) < 2


def test_another_article_is_searched_for_the_same(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    find(qtbot, window, "现在")
    with qtbot.waitSignal(window.finding.finished):
        window.importing.import_text("短文\n\n現在下雨。\n")
    assert window.find_bar.count.text() == "1 of 1"


def test_what_is_selected_is_proposed(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    start = Position(0, 1, 1)
    window.pane.setTextCursor(window.pane.span(start, Position(0, 1, 3)))
    with qtbot.waitSignal(window.finding.finished):
        window.actions_by_name["find"].trigger()
    assert window.find_bar.line.text() == "现在"
    assert window.find_bar.count.text() == "1 of 3"


def test_the_count_says_how_far_finding_has_got() -> None:
    assert describe_count(3, 1700, None) == "3 of 1,700"
    assert describe_count(None, 0, None) == "Not found"
    assert describe_count(1, 4, 34) == "1 of 4 · checking readings, 34 %"
    assert describe_count(None, 0, 0) == "checking readings, 0 %"


def test_a_walk_begins_at_the_hit_that_was_gone_to(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    qtbot.waitUntil(lambda: bool(window.pointer.words(2)))
    find(qtbot, window, "在没有人")
    QTest.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert window.pointer.position() == Position(0, 2, 5)  # 现在, of which the query has a part
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert window.pointer.position() == Position(0, 2, 7)
    window.pane.go_to_edge(-1)
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert window.pointer.position() == Position(0, 0, 0)
