"""What was guessed of an article can be put right, and taken back."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.ui.details_dialog import DetailsDialog
from reader.ui.main_window import MainWindow
from tests.ui.conftest import Opener


def find_dialog(window: MainWindow) -> DetailsDialog:
    """The dialog that asks for details."""
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    return dialog


def test_details_are_edited_and_taken_back(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.actions_by_name["details"].trigger()
    dialog = find_dialog(window)
    assert dialog.lines["source"].text() == "蘭渡日報"
    dialog.lines["author"].setText("我自己")
    with qtbot.waitSignal(window.describing.described):
        dialog.save_button.click()
    assert "我自己" in window.header.text()
    window.actions_by_name["undo"].trigger()
    assert "我自己" not in window.header.text()


def test_a_new_title_is_in_the_list_and_in_the_title_bar(
    qtbot: QtBot, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.actions_by_name["details"].trigger()
    dialog = find_dialog(window)
    dialog.lines["title"].clear()
    assert not dialog.save_button.isEnabled()
    dialog.lines["title"].setText("春节的花")
    with qtbot.waitSignal(window.describing.described):
        dialog.save_button.click()
    assert window.windowTitle().startswith("春节的花")
    window.library_view.filter.setText("春节的花")
    assert window.library_view.articles.rowCount() == 1


def test_a_date_that_is_none_is_told_and_nothing_is_changed(
    open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.actions_by_name["details"].trigger()
    dialog = find_dialog(window)
    dialog.lines["date"].setText("昨天")
    dialog.save_button.click()
    assert "昨天 is no date" in window.messages.sentence


def test_without_an_article_nothing_is_asked(window: MainWindow) -> None:
    window.actions_by_name["details"].trigger()
    assert window.findChild(DetailsDialog) is None
