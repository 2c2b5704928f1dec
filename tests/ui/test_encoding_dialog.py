"""A text whose encoding is not clear is shown in each that it may be in, and the learner picks."""

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from reader.core.position import Position
from reader.ui.encoding_dialog import CODEC, EncodingDialog
from reader.ui.main_window import MainWindow
from reader.ui.report_dialog import ReportDialog
from tests.ui.conftest import Opener

JAPANESE = "日本語の本です。"
TEXT = "下雨了\n\n我没有带伞，妈妈给我打电话，让我在学校门口等她。\n"


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    """A folder of two texts that are refused unless somebody says how they are encoded."""
    folder = tmp_path / "unclear"
    folder.mkdir()
    for number, text in enumerate((JAPANESE, JAPANESE * 2)):
        (folder / f"{number}.txt").write_bytes(text.encode("shift_jis"))
    return folder


def find_dialog(window: MainWindow) -> EncodingDialog:
    """The dialog that shows previews."""
    dialog = window.findChild(EncodingDialog)
    assert dialog is not None
    return dialog


def choose(dialog: EncodingDialog, codec: str) -> str:
    """Pick an encoding. Returns its preview."""
    rows = range(dialog.list.count())
    row = next(row for row in rows if dialog.list.item(row).data(CODEC) == codec)
    dialog.list.setCurrentRow(row)
    preview = dialog.list.item(row).text()
    dialog.read_button.click()
    return preview


def test_a_lone_unclear_text_is_asked_about_and_imported(
    qtbot: QtBot, window: MainWindow, unclear: Path
) -> None:
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.importing.import_files([unclear / "0.txt"])
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        assert choose(find_dialog(window), "shift_jis") == JAPANESE
    assert window.pane.toPlainText() == JAPANESE
    assert [line.reason for line in window.reporting.arrivals] == [""]


def test_unclear_texts_are_read_alike_from_the_report(
    qtbot: QtBot, window: MainWindow, unclear: Path
) -> None:
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.importing.import_files([unclear])
    window.messages.act()
    report = window.findChild(ReportDialog)
    assert report is not None
    assert report.encoding_button.isVisible()
    report.encoding_button.click()
    dialog = find_dialog(window)
    dialog.others.setChecked(True)
    choose(dialog, "shift_jis")
    qtbot.waitUntil(lambda: window.library_view.articles.rowCount() == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not window.importing.bringing.busy)
    assert [line.reason for line in report.model.arrivals] == ["", ""]
    report.reject()


def test_an_article_is_read_in_another_encoding_and_back_with_its_bookmarks(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "rain.txt"
    file.write_text(TEXT, "gb18030")
    open_file(file)
    window.reading.go_to(Position(0, 1))
    window.bookmarking.add()
    window.actions_by_name["encoding"].trigger()
    qtbot.waitUntil(lambda: window.findChild(EncodingDialog) is not None, timeout=20_000)
    dialog = find_dialog(window)
    assert dialog.list.currentItem().data(CODEC) == "gb18030"
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        choose(dialog, "big5hkscs")
    assert "下雨了" not in window.pane.toPlainText()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.actions_by_name["undo"].trigger()
    assert window.pane.toPlainText().startswith("下雨了")
    assert window.bookmark_panel.list.count() == 1


def test_a_format_that_knows_its_encoding_is_not_asked_about(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("今天下雨了。")
    document.save(str(tmp_path / "rain.docx"))
    open_file(tmp_path / "rain.docx")
    with qtbot.waitSignal(window.rereading.failed):
        window.actions_by_name["encoding"].trigger()
    assert "which says itself how its text is encoded" in window.messages.sentence


def test_a_garbled_text_is_offered_a_repair_with_a_preview(
    qtbot: QtBot, window: MainWindow, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "garbled.txt"
    file.write_text(TEXT.encode("gb18030").decode("latin-1"), "utf-8")
    open_file(file)
    qtbot.waitUntil(lambda: "look garbled" in window.messages.sentence)
    window.messages.act()
    qtbot.waitUntil(lambda: window.findChild(EncodingDialog) is not None, timeout=20_000)
    dialog = find_dialog(window)
    assert dialog.list.currentItem().data(CODEC) == "utf-8>cp1252>gb18030"
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        assert "我没有带伞" in choose(dialog, "utf-8>cp1252>gb18030")
    assert window.pane.toPlainText().startswith("下雨了")
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.actions_by_name["undo"].trigger()
    assert "下雨了" not in window.pane.toPlainText()
