"""A learner says how a word is written in traditional characters."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.core.script import Variant
from reader.ui.main_window import MainWindow
from reader.ui.phrases_dialog import PhrasesDialog
from tests.ui.conftest import Opener


@pytest.fixture
def simplified(tmp_path: Path) -> Path:
    """A short text in simplified characters."""
    path = tmp_path / "cats.txt"
    path.write_text("院子里有三只猫。\n\n猫在院子里。\n", "utf-8")
    return path


def shown(window: MainWindow) -> str:
    """The text that the pane shows."""
    return window.pane.toPlainText()


def test_a_phrase_shows_at_once_and_is_taken_back_by_undo(
    qtbot: QtBot, program: Program, open_file: Opener, simplified: Path
) -> None:
    window = open_file(simplified)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.set_variant(Variant.TRADITIONAL)
    assert "三隻貓" in shown(window)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.phrasing.keep("三只", "三只")
    assert "三只貓" in shown(window)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.undo.undo()
    assert "三隻貓" in shown(window)
    assert program.library.phrases() == ()


def test_the_dialog_offers_the_marked_word_and_keeps_what_is_written(
    program: Program, open_file: Opener, simplified: Path
) -> None:
    window = open_file(simplified)
    window.pointer.walk(1)
    window.phrasing.ask()
    (dialog,) = window.findChildren(PhrasesDialog)
    assert dialog.written.text() == "院子"
    dialog.written.setText("三只")
    dialog.traditional.setText("三")
    dialog.keep.click()
    assert "same number" in dialog.fault.text()
    dialog.traditional.setText("三只")
    dialog.keep.click()
    assert [phrase.simplified for phrase in program.library.phrases()] == ["三只"]
    assert dialog.table.rowCount() == 1
    dialog.table.selectRow(0)
    dialog.remove.click()
    assert program.library.phrases() == ()
    dialog.close()


def test_the_other_script_is_ready_before_the_switch(
    qtbot: QtBot, open_file: Opener, simplified: Path
) -> None:
    window = open_file(simplified)
    qtbot.waitUntil(lambda: window.reading.is_ready(Variant.TRADITIONAL))
    window.choices.set_variant(Variant.TRADITIONAL)
    assert "三隻貓" in shown(window)
