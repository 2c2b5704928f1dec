"""A learner puts a reading right."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.core.correction import Scope
from reader.core.word import Origin, Reading, Word
from reader.ui.correction_dialog import CorrectionDialog, read_syllables
from reader.ui.main_window import MainWindow
from tests.ui.conftest import Opener

WORD = Word(0, 3, "银行A", (Reading("yin2", Origin.PHRASE), Reading("hang2", Origin.PHRASE), None))


@pytest.mark.parametrize(
    ("typed", "syllables"),
    [
        ("yín xíng", ("yin2", "xing2", None)),
        ("yin2 xing2", ("yin2", "xing2", None)),
        ("ㄧㄣˊ ㄒㄧㄥˊ", ("yin2", "xing2", None)),
        ("yín", None),
        ("yín xíng a", None),
        ("hello world", None),
        ("", None),
    ],
)
def test_what_is_typed_is_one_syllable_a_character(
    typed: str, syllables: tuple[str | None, ...] | None
) -> None:
    assert read_syllables(WORD, typed) == syllables


def test_nothing_but_syllables_can_be_accepted(window: MainWindow) -> None:
    dialog = CorrectionDialog(window, WORD)
    ok = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()
    dialog.reading.setEditText("nonsense")
    assert not ok.isEnabled()
    dialog.deleteLater()


def test_a_correction_shows_at_once_and_is_taken_back_by_undo(
    qtbot: QtBot, program: Program, open_file: Opener, news_page: Path
) -> None:
    window = open_file(news_page)
    window.pointer.walk(1)
    marked, at = window.pointer.marked, window.pointer.position()
    assert marked
    assert at
    wrong = ("ma1",) * len(marked.word.text)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.correcting.correct(at, marked.word, wrong, Scope.ARTICLE)
    assert window.pointer.marked
    assert window.pointer.marked.word.syllables == wrong
    assert "Corrected by you" in window.card.text()
    assert len(program.library.corrections()) == 1
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["undo"].trigger()
    assert window.pointer.marked.word.syllables == marked.word.syllables
    assert program.library.corrections() == ()
