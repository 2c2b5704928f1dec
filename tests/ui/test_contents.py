"""Contents, progress line and jumps in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.core.position import Position
from reader.core.script import Variant
from reader.ui.contents_panel import CURRENT, SHARE
from reader.ui.main_window import MainWindow
from reader.ui.progress_line import describe_minutes

BOOK = "\n\n".join(
    (
        *("第一卷 家", "第一章 春风", "花开了。" * 300, "第二章 夏", "下雨了。" * 300),
        *("第二卷 路", "第三章 秋", "叶子红了。" * 300),
    )
)
ANYWHERE = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive


def open_book(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A book of two parts and three chapters, open at its start."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(BOOK)
    return window


def lit(window: MainWindow) -> str:
    """The entry that is lit."""
    items = window.contents.tree.findItems("", ANYWHERE)
    (title,) = [item.text(0) for item in items if item.data(0, CURRENT)]
    return title


def test_chapters_are_listed_below_their_parts(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    listed: dict[str, list[str]] = {}
    for item in window.contents.tree.findItems("章", ANYWHERE):
        part = item.parent()
        listed.setdefault(part.text(0) if part else "", []).append(item.text(0))
    assert listed == {"第一卷 家": ["第一章 春风", "第二章 夏"], "第二卷 路": ["第三章 秋"]}
    assert lit(window) == "第一章 春风"


def test_a_chapter_is_found_and_opened_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.actions_by_name["contents"].trigger()
    assert window.contents.tree.hasFocus()
    window.contents.filter.setText("第三")
    with qtbot.waitSignal(window.reading.page_annotated):
        QTest.keyClick(window.contents.filter, Qt.Key.Key_Return)
    assert window.pane.toPlainText().startswith("第二卷 路")
    assert lit(window) == "第三章 秋"


def test_a_chapter_is_found_by_its_number(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.contents.filter.setText("2")
    items = window.contents.tree.findItems("", ANYWHERE)
    assert [item.text(0) for item in items if not item.isHidden()] == [
        "第一卷 家",
        "第二章 夏",
        "第二卷 路",
    ]


def test_the_contents_are_in_the_script_of_the_text(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.choices.set_variant(Variant.TRADITIONAL)
    qtbot.waitUntil(lambda: lit(window) == "第一章 春風")
    assert "第一章 春風" in window.progress.text
    window.choices.set_variant(Variant.AS_WRITTEN)
    qtbot.waitUntil(lambda: lit(window) == "第一章 春风")


def test_what_was_in_view_counts_as_read(qtbot: QtBot, program: Program) -> None:
    window = open_book(qtbot, program.window)
    window.pane.verticalScrollBar().setValue(window.pane.verticalScrollBar().maximum())
    window.save_place()
    window.wayfinding.settle()
    opened = window.reading.opened
    assert opened
    qtbot.waitUntil(lambda: program.library.sections_read(opened.id).get(0) == 1.0)
    (first,) = window.contents.tree.findItems("第一章", ANYWHERE)
    assert first.data(0, SHARE) == 1.0


def test_the_end_of_the_text_is_a_hundred_per_cent(qtbot: QtBot, program: Program) -> None:
    window = open_book(qtbot, program.window)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.jumping.go_to(Position(2))
    window.pane.verticalScrollBar().setValue(window.pane.verticalScrollBar().maximum())
    assert "100 %" in window.progress.text
    window.save_place()
    qtbot.waitUntil(lambda: program.library.summaries()[0].progress == 1.0)


def test_the_library_shows_how_far_an_article_is_read(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    index = window.library_view.articles.index(0, 0)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.jumping.go_to(Position(1))
    with qtbot.waitSignal(window.reading.place_saved):
        window.save_place()
    assert "31 %" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_chapter_with_headings_inside_shows_its_progress(
    qtbot: QtBot, window: MainWindow
) -> None:
    parts = [part for number in "一二三" for part in (f"{number}、早", "鸟叫了。" * 60)]
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text("\n\n".join(["第一章 春", "花。", *parts]))
    window.wayfinding.settle()
    (chapter,) = window.contents.tree.findItems("第一章", ANYWHERE)
    assert chapter.childCount() == 3
    assert chapter.data(0, SHARE) > 0


def test_ctrl_g_goes_to_per_cent_and_alt_left_back(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.actions_by_name["share"].trigger()
    assert window.progress.goal.hasFocus()
    QTest.keyClicks(window.progress.goal, "70")
    with qtbot.waitSignal(window.reading.page_annotated):
        QTest.keyClick(window.progress.goal, Qt.Key.Key_Return)
    assert window.pane.page.section == 2
    assert "70 %" in window.progress.text or "69 %" in window.progress.text
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: window.pane.page.section == 0)
    window.actions_by_name["forward"].trigger()
    qtbot.waitUntil(lambda: window.pane.page.section == 2)


def test_esc_gives_the_question_for_per_cent_up(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.actions_by_name["share"].trigger()
    window.actions_by_name["dismiss"].trigger()
    assert not window.progress.goal.isVisible()
    assert window.pane.hasFocus()


def test_a_jump_to_another_article_is_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.jumping.go_to(Position(1))
    window.importing.import_text("短文\n\n今天下雨。\n")
    qtbot.waitUntil(lambda: window.pane.toPlainText().startswith("短文"))
    window.library_view.article_chosen.emit(1)
    qtbot.waitUntil(lambda: window.pane.page.section == 1)
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: window.pane.toPlainText().startswith("短文"))


def test_the_minutes_that_are_left_come_from_ones_own_pace(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_book(qtbot, window)
    assert " left" not in window.progress.text
    now = 0.0

    def clock() -> float:
        return now

    window.wayfinding._clock = clock
    window.wayfinding._meter.rest()
    for _ in range(4):
        window.wayfinding.settle()
        window.pane.turn_page(1)
        now += 60.0
    window.wayfinding.settle()
    qtbot.waitUntil(lambda: "min left in the chapter" in window.progress.text)


def test_space_keeps_the_last_line_in_view(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    end = window.pane.position_at_bottom()
    QTest.keyClick(window.pane, Qt.Key.Key_Space)
    top = window.pane.position_at_top()
    assert top < end
    line = window.pane.span_rectangle(top, Position(0, top.paragraph, top.offset + 1))
    assert line.top() >= 0
    assert end.offset - top.offset < 60


def test_shift_space_goes_back_by_as_much(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    for _ in range(2):
        QTest.keyClick(window.pane, Qt.Key.Key_Space)
    top = window.pane.position_at_top()
    QTest.keyClick(window.pane, Qt.Key.Key_Space)
    QTest.keyClick(window.pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert abs(window.pane.position_at_top().offset - top.offset) < 60


def test_space_at_the_end_goes_on_to_the_next_section(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    bar = window.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(window.pane, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.pane.page.section == 1)
    assert bar.value() == 0
    QTest.keyClick(window.pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.pane.page.section == 0)
    assert bar.value() == bar.maximum()


def test_every_panel_is_reached_and_esc_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    window.actions_by_name["contents"].trigger()
    window.actions_by_name["bookmarks"].trigger()
    window.bookmarking.add()
    window.pane.setFocus()
    seen = []
    for _ in range(4):
        window.actions_by_name["panel"].trigger()
        seen.append(window.focusWidget())
    lists = (window.library_view.list, window.contents.tree, window.bookmark_panel.list)
    assert seen == [*lists, window.pane]
    window.contents.filter.setFocus()
    window.actions_by_name["panel"].trigger()
    assert window.bookmark_panel.list.hasFocus()
    window.actions_by_name["dismiss"].trigger()
    assert window.pane.hasFocus()


def test_minutes_are_written_shortly() -> None:
    assert [describe_minutes(m) for m in (1, 59, 60, 80, 700)] == [
        "1 min",
        "59 min",
        "1 h",
        "1 h 20 min",
        "12 h",
    ]


def test_alt_left_comes_back_from_the_end_of_the_text(qtbot: QtBot, window: MainWindow) -> None:
    open_book(qtbot, window)
    QTest.keyClick(window.pane, Qt.Key.Key_End)
    assert window.pane.position_at_top() != Position()
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: window.pane.position_at_top() == Position())
