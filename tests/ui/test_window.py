"""What the window does beside the journey."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reader.app import make_program
from reader.core.article import Kind
from reader.core.errors import DamagedLibraryError
from reader.core.paths import Paths
from reader.core.position import Position
from reader.core.script import Variant
from reader.ui.articles_model import SORT_KEYS
from reader.ui.main_window import MainWindow
from tests.ui.conftest import Opener

TEXT = "下雨了\n\n我没有带伞，妈妈给我打电话，让我在学校门口等她。\n"


def drop(window: MainWindow, mime: QMimeData) -> None:
    """Drag something over the window and let it go there."""
    where, left = QPointF(300, 300), Qt.MouseButton.LeftButton
    copy, held = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(where.toPoint(), copy, mime, left, held))
    window.dropEvent(QDropEvent(where, copy, mime, left, held))


def test_a_dropped_file_is_imported_and_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "rain.txt"
    file.write_text(TEXT, "gb18030")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        drop(window, mime)
    assert window.pane.toPlainText().startswith("下雨了")


def test_dropped_text_is_an_article(qtbot: QtBot, window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText(TEXT)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        drop(window, mime)
    assert window.library_view.articles.rowCount() == 1


class OwnEnter(QDragEnterEvent):
    """A drag that began in the program itself; Qt begins none without a screen."""

    @override
    def source(self) -> QObject:
        return QApplication.topLevelWidgets()[0]


class OwnDrop(QDropEvent):
    """Its end."""

    @override
    def source(self) -> QObject:
        return QApplication.topLevelWidgets()[0]


def test_what_is_dragged_from_the_program_itself_is_no_new_article(window: MainWindow) -> None:
    mime, none = QMimeData(), Qt.KeyboardModifier.NoModifier
    mime.setText(TEXT)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = OwnEnter(QPoint(300, 300), copy, mime, left, none)
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()
    dropped = OwnDrop(QPointF(300, 300), copy, mime, left, none)
    window.dropEvent(dropped)
    assert not dropped.isAccepted()
    assert not window.importing.bringing.busy


def test_a_drag_from_inside_the_selection_selects_anew(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    pane, view = window.pane, window.pane.viewport()
    last = len(pane.page.paragraphs) - 1
    pane.select(Position(0, last, 0), Position(0, last, 6))
    pane.bring_into_view(Position(0, last))
    scrolled = pane.verticalScrollBar().value()
    span = pane.span_rectangle(Position(0, last, 2), Position(0, last, 9))
    edge, row = span.left() + 2, span.center().y()
    start, end = QPointF(edge, row).toPoint(), QPointF(span.right() - 2, row).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(end), QPointF(view.mapToGlobal(end))
    move = QMouseEvent(QEvent.Type.MouseMove, *there, held, held, none)
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert pane.selection() == (Position(0, last, 2), Position(0, last, 9))
    assert pane.verticalScrollBar().value() == scrolled


def test_what_is_in_the_clipboard_is_pasted_as_an_article(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.actions_by_name["paste"].trigger()
    assert window.pane.toPlainText().startswith("下雨了")


def test_an_empty_clipboard_is_told_in_a_sentence(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_by_name["paste"].trigger()
    assert "no text in the clipboard" in window.messages.sentence


def test_a_file_that_fails_is_told_and_the_others_are_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, "utf-8")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([tmp_path / "missing.txt", good])
    assert "missing.txt" in window.messages.sentence
    assert window.library_view.articles.rowCount() == 1


def test_a_file_that_is_there_already_is_opened_and_told(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([news_page])
    assert "already in the library" in window.messages.sentence


def test_the_filter_sees_through_scripts(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    QTest.keyClicks(window.library_view.filter, "zzz")
    assert window.library_view.articles.rowCount() == 0
    window.library_view.filter.setText("兰渡")
    assert window.library_view.articles.rowCount() == 1


@pytest.mark.parametrize("key", SORT_KEYS)
def test_articles_are_sorted_by_any_property(qtbot: QtBot, window: MainWindow, key: str) -> None:
    with qtbot.waitSignal(window.importing.articles_listed, timeout=20_000):
        window.importing.import_text("短。")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT * 3)
    view = window.library_view
    orders = []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        view.articles.sort_by(key, order)
        rows = range(view.articles.rowCount())
        orders.append([view.articles.index(row, 0).data() for row in rows])
    assert sorted(orders[0]) == sorted(orders[1])
    if key in {"added", "title", "length"}:
        assert orders[0] == orders[1][::-1]


def test_an_article_is_found_and_opened_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text("问路\n\n请问，去火车站怎么走？一直往前走就到了。\n")
    window.actions_by_name["find_article"].trigger()
    window.library_view.filter.setText("下雨")  # QTest types ASCII alone
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        QTest.keyClick(window.library_view.filter, Qt.Key.Key_Return)
    assert window.pane.toPlainText().startswith("下雨了")


@pytest.mark.parametrize("name", ["settings", "shortcuts", "about", "original"])
def test_every_dialog_opens(open_file: Opener, news_page: Path, name: str) -> None:
    window = open_file(news_page)
    window.actions_by_name[name].trigger()
    (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
    dialog.reject()


def test_the_original_is_shown_as_it_was(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    window.actions_by_name["original"].trigger()
    (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
    (view,) = dialog.findChildren(QPlainTextEdit)
    shown = news_page.read_text("utf-8").replace("\xa0", " ")  # Qt gives it back as a space
    assert view.toPlainText() == shown
    dialog.reject()


def test_sections_are_turned_by_action(qtbot: QtBot, window: MainWindow) -> None:
    book = "第一章 春\n\n花开了。\n\n第二章 夏\n\n下雨了。\n"
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(book)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["next"].trigger()
    assert window.pane.toPlainText().startswith("第二章 夏")
    assert "第二章 夏" in window.progress.text
    assert not window.actions_by_name["next"].isEnabled()


def test_the_traditional_forms_of_hong_kong_are_a_setting(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text("里面\n\n屋子里面没有人，我们都在外面等着。\n")
    window.choices.change(traditional_form=Variant.HONG_KONG)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.set_variant(Variant.HONG_KONG)
    assert window.pane.toPlainText().startswith("裏面")


def test_a_doubtful_spot_is_marked_and_says_why(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    page = window.pane.page
    paragraph, doubt = next(
        (number, doubt) for number, p in enumerate(page.paragraphs) for doubt in p.doubts
    )
    start = window.pane.document().findBlockByNumber(paragraph).position()
    cursor = window.pane.textCursor()
    cursor.setPosition(start + page.displays[paragraph].to_units(doubt.start) + 1)
    assert cursor.charFormat().fontUnderline() or cursor.charFormat().underlineColor().isValid()
    window.pointer.walk(1)
    while window.pointer.marked and not window.pointer.marked.doubt:
        window.pointer.walk(1)
    assert window.pointer.marked
    assert doubt.reason in window.card.text()


def test_copied_text_is_plain(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    window.pane.selectAll()
    mime = window.pane.createMimeDataFromSelection()
    titles = [p.text for p in window.pane.page.paragraphs if p.kind is Kind.TITLE]
    assert mime.text().startswith(titles[0])
    assert not mime.hasHtml()


def test_a_damaged_library_stops_the_program_in_a_sentence(paths: Paths) -> None:
    paths.library.write_bytes(b"no database" * 400)
    with pytest.raises(DamagedLibraryError, match="left as it is"):
        make_program(paths)


@pytest.mark.parametrize(
    ("width", "panels"),
    [
        (420, {"library"}),
        (480, {"library", "contents"}),
        (640, {"library", "contents"}),
        (640, {"library", "contents", "bookmarks"}),
    ],
)
def test_a_narrow_window_leaves_the_text_seven_characters(
    open_file: Opener, news_page: Path, width: int, panels: set[str]
) -> None:
    window = open_file(news_page)
    window.messages.dismiss()
    for name in ("library", "contents", "bookmarks"):
        window.actions_by_name[name].setChecked(name in panels)
    window.resize(width, 600)
    QTest.qWait(1)
    assert window.width() == width
    document = window.pane.document()
    margins = 2 * document.rootFrame().frameFormat().leftMargin()
    character = QFontMetricsF(document.defaultFont()).horizontalAdvance("文")
    assert window.pane.viewport().width() - margins >= 7 * character
    window.header.hide()  # as with a text of which nothing is known
    QTest.qWait(1)
    assert window.pane.viewport().width() - margins >= 7 * character
