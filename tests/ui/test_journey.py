"""The whole way: import, hover, toggle, enlarge, bookmark, restart, jump."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Program, make_program
from reader.core.paths import Paths
from reader.core.position import Position
from reader.core.script import Variant
from reader.ui.main_window import MainWindow
from reader.ui.page import Hovered
from tests.ui.conftest import Opener


def point_on(window: MainWindow, text: str) -> tuple[QPoint, Position]:
    """The middle of the first character of a stretch of source text, in the viewport."""
    for number, paragraph in enumerate(window.pane.page.paragraphs):
        offset = paragraph.text.find(text)
        if offset >= 0:
            section = window.pane.page.section
            start, end = (Position(section, number, offset + step) for step in (0, 1))
            window.pane.bring_into_view(start)
            return window.pane.span_rectangle(start, end).center().toPoint(), start
    raise AssertionError(f"{text} is not on the page")


def hover(qtbot: QtBot, window: MainWindow, text: str) -> Hovered:
    """Rest the pointer on the first character of a stretch of text until the card shows it."""
    point, _ = point_on(window, text)
    with qtbot.waitSignal(window.pointer.word_hovered) as signal:
        QTest.mouseMove(window.pane.viewport(), QPoint(2, 2))  # a move to where it is tells nothing
        QTest.mouseMove(window.pane.viewport(), point)
    hovered = signal.args[0]
    assert isinstance(hovered, Hovered)
    return hovered


def test_an_imported_file_is_listed_and_shown(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    assert window.library_view.articles.rowCount() == 1
    assert window.pane.toPlainText().startswith("蘭渡春節花市今日開市")


def test_the_header_names_source_author_and_date(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    for known in ("蘭渡日報", "沈禾", "2026-02-08"):
        assert known in window.header.text()


def test_the_pointer_resting_on_a_word_shows_its_card(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    hovered = hover(qtbot, window, "社區")
    assert hovered.word.text == "社區"
    assert window.card.isVisible()
    assert "shèqū" in window.card.text()
    assert "社区" in window.card.text()


def test_the_card_never_covers_its_word(qtbot: QtBot, open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    point, _ = point_on(window, "花市")
    hover(qtbot, window, "花市")
    on_card = window.card.mapFrom(window, window.pane.viewport().mapTo(window, point))
    assert not window.card.rect().contains(on_card)
    assert window.rect().contains(window.card.geometry())


def test_escape_sends_the_card_away(qtbot: QtBot, open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    hover(qtbot, window, "社區")
    window.actions_by_name["dismiss"].trigger()
    assert not window.card.isVisible()
    assert window.pointer.marked is None


def test_a_scroll_sends_the_card_away(qtbot: QtBot, open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    hover(qtbot, window, "社區")
    QTest.keyClick(window.pane, Qt.Key.Key_Space)
    assert not window.card.isVisible()


def test_the_pointer_can_travel_onto_the_card(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    hover(qtbot, window, "社區")
    middle = window.card.rect().center()
    window.pointer.word_left.emit()
    QTest.mouseMove(window.card, middle)
    qtbot.wait(window.choices.settings.hide_delay + 100)
    assert window.card.isVisible()


def test_blank_paper_has_no_word(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    beside = QPointF(window.pane.viewport().width() - 3, 60)
    assert window.pane.position_under(beside) is None


def test_right_and_left_walk_over_the_words(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    for _ in range(3):
        QTest.keyClick(window.pane, Qt.Key.Key_Right)
    third = window.pointer.marked
    QTest.keyClick(window.pane, Qt.Key.Key_Left)
    second = window.pointer.marked
    assert third
    assert second
    assert second.word.end <= third.word.start
    assert window.card.isVisible()


def test_a_walk_begins_at_what_is_selected(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    word = [word for word in window.pointer.words(1) if word.readable and len(word.text) > 1][2]
    inside = Position(0, 1, word.start + 1), Position(0, 1, word.end)
    window.pane.select(*inside)
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert window.pointer.position() == Position(0, 1, word.start)
    window.actions_by_name["dismiss"].trigger()
    QTest.keyClick(window.pane, Qt.Key.Key_Left)
    before = window.pointer.marked
    assert before
    assert before.word.end <= word.start
    window.pane.verticalScrollBar().setValue(window.pane.verticalScrollBar().maximum())
    top = window.pane.position_at_top()
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    at = window.pointer.position()
    assert at
    assert (at.paragraph, at.offset) >= (top.paragraph, top.offset)


def test_switching_the_script_keeps_the_word_marked(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    hover(qtbot, window, "社區")
    with qtbot.waitSignal(window.reading.page_made):
        window.choices.set_variant(Variant.SIMPLIFIED)
    assert window.pointer.marked
    assert window.pointer.marked.shown == "社区"
    assert window.pane.toPlainText().startswith("兰渡春节花市")


def test_switching_the_script_keeps_the_top_line(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.pane.scroll_to(Position(0, 6, 0))
    top = window.pane.position_at_top()
    with qtbot.waitSignal(window.reading.page_made):
        window.choices.set_variant(Variant.SIMPLIFIED)
    assert window.pane.position_at_top() == top


def test_switching_the_script_keeps_the_selection(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    _, start = point_on(window, "社區")
    end = Position(start.section, start.paragraph, start.offset + 2)
    window.pane.setTextCursor(window.pane.span(start, end))
    with qtbot.waitSignal(window.reading.page_made):
        window.choices.set_variant(Variant.SIMPLIFIED)
    assert window.pane.selection() == (start, end)


def test_ctrl_t_goes_round_the_three_scripts(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    seen = []
    for _ in range(3):
        with qtbot.waitSignal(window.reading.page_made):
            window.actions_by_name["script"].trigger()
        seen.append(window.choices.settings.variant)
    assert seen == [Variant.SIMPLIFIED, Variant.TRADITIONAL, Variant.AS_WRITTEN]


def test_a_larger_font_keeps_the_top_line(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    window.pane.scroll_to(Position(0, 6, 0))
    for _ in range(6):
        window.actions_by_name["larger"].trigger()
    assert window.choices.settings.font_size == 26
    assert window.pane.position_at_top() == Position(0, 6, 0)


def test_the_font_stays_between_ten_and_seventy_two_points(window: MainWindow) -> None:
    window.choices.set_font_size(500)
    assert window.choices.settings.font_size == 72
    window.choices.set_font_size(1)
    assert window.choices.settings.font_size == 10


def test_a_bookmark_marks_the_word_and_is_listed(
    qtbot: QtBot, program: Program, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    hover(qtbot, window, "社區")
    at = window.pointer.position()
    window.actions_by_name["add_bookmark"].trigger()
    assert window.bookmark_panel.list.count() == 1
    assert window.reading.opened
    kept = program.library.bookmarks(window.reading.opened.id)
    assert [bookmark.anchor.position for bookmark in kept] == [at]


def test_a_deleted_bookmark_comes_back_by_undo(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    window.actions_by_name["add_bookmark"].trigger()
    window.bookmark_panel.list.setCurrentRow(0)
    QTest.keyClick(window.bookmark_panel.list, Qt.Key.Key_Delete)
    assert window.bookmark_panel.list.count() == 0
    window.actions_by_name["undo"].trigger()
    assert window.bookmark_panel.list.count() == 1


def test_a_removed_article_comes_back_by_undo(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.actions_by_name["remove"].trigger()
    assert window.library_view.articles.rowCount() == 0
    assert window.pane.toPlainText() == ""
    with qtbot.waitSignal(window.reading.page_annotated):
        window.messages.act()
    assert window.library_view.articles.rowCount() == 1


def test_everything_is_there_after_a_restart(
    qtbot: QtBot, program: Program, paths: Paths, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.choices.set_font_size(24)
    window.pane.scroll_to(Position(0, 6, 0))
    window.actions_by_name["add_bookmark"].trigger()
    top = window.pane.position_at_top()
    window.resize(640, 560)
    window.close()
    program.end()

    again = make_program(paths)
    qtbot.addWidget(again.window)
    again.window.show()
    with qtbot.waitSignal(again.window.reading.page_annotated, timeout=20_000):
        again.window.start([])
    try:
        assert again.window.pane.position_at_top() == top
        assert again.window.choices.settings.font_size == 24
        assert again.window.width() == 640
        assert again.window.bookmark_panel.list.count() == 1
        again.window.pane.scroll_to(Position())
        with qtbot.waitSignal(again.window.reading.page_annotated):
            again.window.bookmark_panel.list.itemClicked.emit(
                again.window.bookmark_panel.list.item(0)
            )
        assert again.window.pane.position_at_top() == top
    finally:
        again.window.close()
        again.end()
