"""Many texts come in while the window stays usable, and each is accounted for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.app import Program, make_program
from reader.core.fate import Fate
from reader.core.paths import Paths
from reader.core.position import Position, anchor
from reader.ui.bringing import Account
from reader.ui.file_filters import list_filters
from reader.ui.main_window import MainWindow
from reader.ui.report_dialog import ReportDialog
from reader.ui.report_model import Showing
from tests.ui.conftest import Opener


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty texts, of which one is empty and one is there twice, in two folders."""
    made = tmp_path / "texts"
    (made / "inner").mkdir(parents=True)
    for number in range(28):
        place = made / "inner" if number % 2 else made
        (place / f"{number}.txt").write_text(
            f"第{number}课\n\n今天我们学习第{number}课。\n", "utf-8"
        )
    (made / "again.txt").write_bytes((made / "0.txt").read_bytes())
    (made / "empty.txt").write_bytes(b"")
    return made


def find_report(window: MainWindow) -> ReportDialog:
    """The dialog that shows the report."""
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    return dialog


def bring(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Import and wait for the end."""
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.importing.import_files(paths)


def test_a_folder_is_imported_and_reported_file_by_file(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    bring(qtbot, window, folder)
    assert window.library_view.articles.rowCount() == 28
    assert "Joined the library: 28. There already: 1." in window.messages.sentence
    assert "empty.txt" in window.messages.sentence
    window.messages.act()
    dialog = find_report(window)
    assert dialog.showing.currentData() == Showing.FAILED
    assert dialog.model.rowCount() == 1
    assert "There is nothing in it" in dialog.details.toPlainText()
    dialog.showing.setCurrentIndex(Showing.KNOWN)
    (known,) = [one for one in dialog.model.arrivals if one.fate is Fate.SAME_BYTES]
    assert dialog.marked() == known
    dialog.reject()


def test_the_report_is_copied_and_can_be_had_again(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    bring(qtbot, window, folder)
    window.actions_by_name["report"].trigger()
    dialog = find_report(window)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "added: 28, already there: 1, not read: 1" in copied
    assert all(str(file) in copied for file in folder.rglob("*.txt"))
    dialog.reject()


def test_an_article_is_opened_from_the_report(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    bring(qtbot, window, folder)
    window.actions_by_name["report"].trigger()
    dialog = find_report(window)
    dialog.showing.setCurrentIndex(Showing.ADDED)
    dialog.table.selectRow(20)
    wanted = dialog.marked()
    assert wanted is not None
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        dialog.open_button.click()
    assert window.reading.opened is not None
    assert window.reading.opened.id == wanted.article_id


def test_the_report_grows_while_texts_come(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.actions_by_name["report"].trigger()
    dialog = find_report(window)
    assert dialog.model.rowCount() == 0
    bring(qtbot, window, folder)
    assert dialog.model.rowCount() == 30
    dialog.reject()


def test_an_import_that_is_stopped_tells_what_it_has_done(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    bringing = window.importing.bringing
    bringing.began.connect(lambda _: window.import_progress.stop())
    bring(qtbot, window, folder)
    assert "Stopped after" in window.messages.sentence
    rows = window.library_view.articles.rowCount()
    assert rows < 28
    assert f"here to stay: {rows}." in window.messages.sentence
    assert len(window._library.summaries()) == rows


def test_what_is_asked_for_meanwhile_waits_its_turn(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    ended: list[Account] = []
    window.importing.bringing.ended.connect(ended.append)
    window.importing.import_files([folder])
    window.importing.import_text("后来\n\n后来下雨了。\n")
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=20_000)
    assert window.library_view.articles.rowCount() == 29


def test_the_first_text_of_many_is_opened(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        bring(qtbot, window, folder)
    assert window.pane.toPlainText().startswith("第0课")


def test_copied_files_are_pasted_as_articles(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(folder / f"{number}.txt")) for number in (0, 2)])
    QGuiApplication.clipboard().setMimeData(copied)
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.actions_by_name["paste"].trigger()
    assert window.library_view.articles.rowCount() == 2


@pytest.mark.usefixtures("qapp")
def test_the_dialog_for_files_lets_every_format_through() -> None:
    everything = list_filters()[0]
    for ending in ("txt", "md", "html", "mhtml", "xml", "epub", "docx", "odt", "pdf", "srt", "zip"):
        assert f"*.{ending}" in everything
    assert list_filters()[-1].endswith("(*)")


UNCLEAR = "今日は天気がいいです。公園へ行きます。".encode("shift_jis")
FIRST = "书店\n\n书店开门了，许多人来排队。\n\n主人姓李，她教了三十年语文。\n\n今天下雨。\n"


def test_a_new_version_is_told_with_what_lost_its_place_and_taken_back(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "shop.txt"
    file.write_text(FIRST, "utf-8")
    open_file(file)
    opened = window.reading.opened
    assert opened is not None
    for paragraph in (2, 3):
        place = anchor(opened.article, Position(0, paragraph))
        window._library.add_bookmark(opened.id, place)
    file.write_text(FIRST.replace("今天下雨。", "晴天。"), "utf-8")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([file])
    assert "No place is left for: «今天下雨。»" in window.messages.sentence
    assert window.bookmark_panel.list.count() == 2
    fonts = [window.bookmark_panel.list.item(row).font().italic() for row in (0, 1)]
    assert fonts == [False, True]
    assert not window.bookmark_panel.lost_hint.isHidden()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.messages.act()
    assert "今天下雨" in window.pane.toPlainText()
    assert window.bookmark_panel.lost_hint.isHidden()


def test_an_earlier_version_is_had_back_from_the_report(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "shop.txt"
    file.write_text(FIRST, "utf-8")
    open_file(file)
    file.write_text(FIRST.replace("下雨", "下雪"), "utf-8")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([file])
    window.actions_by_name["report"].trigger()
    dialog = find_report(window)
    assert not dialog.earlier_button.isHidden()
    assert not dialog.part_button.isHidden()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        dialog.earlier_button.click()
    assert "今天下雨" in window.pane.toPlainText()
    dialog.reject()


def test_all_that_an_import_added_is_taken_back_and_had_again(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        bring(qtbot, window, folder)
    window.actions_by_name["report"].trigger()
    find_report(window).remove_button.click()
    assert window.library_view.articles.rowCount() == 0
    assert window.pane.toPlainText() == ""
    window.messages.act()
    assert window.library_view.articles.rowCount() == 28


def test_both_versions_are_kept_from_the_report(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "shop.txt"
    file.write_text(FIRST, "utf-8")
    open_file(file)
    file.write_text(FIRST.replace("下雨", "下雪"), "utf-8")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([file])
    window.reporting.show()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        find_report(window).part_button.click()
    assert "今天下雪" in window.pane.toPlainText()
    assert window.library_view.articles.rowCount() == 2


def test_a_folder_without_texts_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    bring(qtbot, window, tmp_path / "empty")
    assert "There is no text in" in window.messages.sentence


def test_the_window_can_be_closed_in_the_middle_and_what_was_added_stays(
    qtbot: QtBot, program: Program, paths: Paths, folder: Path
) -> None:
    window = program.window
    with qtbot.waitSignal(window.importing.bringing.sliced, timeout=20_000):
        window.importing.import_files([folder])
    window.close()
    program.end()
    again = make_program(paths)
    qtbot.addWidget(again.window)
    kept = len(again.library.summaries())
    assert 0 < kept <= 28
    again.window.close()
    again.end()


def test_the_report_is_there_after_a_restart_and_what_failed_is_tried_again(
    qtbot: QtBot, program: Program, paths: Paths, folder: Path
) -> None:
    (folder / "unclear.txt").write_bytes(UNCLEAR)
    bring(qtbot, program.window, folder)
    told = program.window.reporting.arrivals
    program.window.close()
    program.end()
    again = make_program(paths)
    qtbot.addWidget(again.window)
    window = again.window
    window.show()
    window.start([])
    qtbot.waitUntil(lambda: bool(window.reporting.arrivals))
    assert window.reporting.arrivals == told
    window.reporting.show()
    dialog = find_report(window)
    assert dialog.model.rowCount() == 2
    assert "Import of 20" in dialog._head.text()
    unclear = next(one for one in told if one.guesses)
    window.reporting.try_again([unclear], "shift_jis")
    qtbot.waitUntil(lambda: not window.importing.bringing.busy, timeout=20_000)
    assert [one.fate for one in window.reporting.arrivals if one.label == unclear.label] == [
        Fate.ADDED
    ]
    dialog.reject()
    window.close()
    again.end()


def test_an_import_that_the_end_of_the_program_stopped_is_reported_as_far_as_it_came(
    qtbot: QtBot, program: Program, paths: Paths, folder: Path
) -> None:
    window = program.window
    with qtbot.waitSignal(window.importing.bringing.sliced, timeout=20_000):
        window.importing.import_files([folder])
    window.close()
    told = window.reporting.arrivals
    program.end()
    again = make_program(paths)
    qtbot.addWidget(again.window)
    again.window.start([])
    qtbot.waitUntil(lambda: bool(again.window.reporting.arrivals))
    assert again.window.reporting.arrivals == told
    again.window.close()
    again.end()
