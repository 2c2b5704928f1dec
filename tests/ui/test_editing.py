"""A paragraph is edited in the window, restored and taken back."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.core.position import Position
from reader.ui.edit_dialog import EditDialog
from reader.ui.main_window import MainWindow
from tests.ui.conftest import Opener
from tests.ui.test_journey import point_on


def find_dialog(window: MainWindow) -> EditDialog:
    """The dialog that asks for the text."""
    return next(one for one in window.findChildren(EditDialog) if one.isVisible())


def test_a_paragraph_is_edited_taken_back_and_restored(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    text = window.pane.toPlainText()
    window.editing.ask_at(Position(0, 2, 3))
    dialog = find_dialog(window)
    original = dialog.box.toPlainText()
    assert not dialog.save_button.isEnabled()
    dialog.box.setPlainText("改过的段落。")
    assert original[:20] in dialog.note.text()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        dialog.save_button.click()
    assert "改过的段落。" in window.pane.toPlainText()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.messages.act()
    assert window.pane.toPlainText() == text
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.editing.edit(window.choices.settings.last_article, Position(0, 2), "又改了。")
    window.editing.ask_at(Position(0, 2))
    dialog = find_dialog(window)
    dialog.restore_button.click()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        dialog.save_button.click()
    assert window.pane.toPlainText() == text


def test_the_menu_of_a_paragraph_leads_to_its_text(open_file: Opener, news_page: Path) -> None:
    window = open_file(news_page)
    point, place = point_on(window, "社區")
    pane = window.pane
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(pane.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    label = window.actions_by_name["edit"].text()
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()
    dialog = find_dialog(window)
    assert dialog.box.toPlainText() == pane.page.paragraphs[place.paragraph].text
    dialog.reject()


def test_without_an_article_there_is_no_paragraph_to_edit(window: MainWindow) -> None:
    window.editing.ask()
    assert window.findChild(EditDialog) is None
    corner = QPoint(5, 5)
    window.editing.show_menu(corner, window.pane.viewport().mapToGlobal(corner))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    label = window.actions_by_name["edit"].text()
    assert label not in [action.text() for action in menu.actions()]
    menu.close()
