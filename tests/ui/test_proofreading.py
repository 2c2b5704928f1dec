"""Badly converted text, and guesses, are shown as what they are."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from reader.core.mark import MarkKind
from reader.core.script import Variant
from reader.ui.main_window import MainWindow

BAD = "疫情的范圍\n\n我們關于服務范圍的問題很復雜,采取了許多措施,并且請大家松土以后再來。\n"
GUESS = "大学\n\n这个系很大，系里的学生也很多，我们都认识。\n"
Line = QTextCharFormat.UnderlineStyle


def open_text(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Make an article of a text, and wait until it was looked at closely."""
    with qtbot.waitSignal(window.reading.article_annotated, timeout=20_000):
        window.importing.import_text(text)


def underline_at(window: MainWindow, text: str) -> Line:
    """How the first character of a shown text is underlined."""
    cursor = window.pane.document().find(text)
    assert not cursor.isNull(), text
    one = QTextCursor(cursor.document())
    one.setPosition(cursor.selectionStart() + 1)
    return one.charFormat().underlineStyle()


def test_badly_converted_text_is_offered_as_usual(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window, BAD)
    qtbot.waitUntil(lambda: "converted badly" in window.messages.sentence)
    assert "范圍" in window.pane.toPlainText()
    with qtbot.waitSignal(window.reading.page_annotated):
        window.messages.act()
    shown = window.pane.toPlainText()
    for usual in ("範圍", "關於", "複雜", "採取"):
        assert usual in shown
    assert underline_at(window, "範圍") is Line.DashUnderline


def test_the_offer_goes_when_it_was_taken_by_key(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window, BAD)
    qtbot.waitUntil(lambda: "converted badly" in window.messages.sentence)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["proofread"].trigger()
    assert not window.messages.sentence


def test_the_offer_goes_with_its_article(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window, BAD)
    qtbot.waitUntil(lambda: "converted badly" in window.messages.sentence)
    open_text(qtbot, window, GUESS)
    assert "converted badly" not in window.messages.sentence


def test_the_card_says_what_was_written(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.set_proofread(True)
    open_text(qtbot, window, BAD)
    while not (window.pointer.marked and window.pointer.marked.marks):
        window.pointer.walk(1)
    assert "Written 范圍, usually 範圍." in window.card.text()


def test_proofreading_is_switched_off_again(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.set_proofread(True)
    open_text(qtbot, window, BAD)
    assert "範圍" in window.pane.toPlainText()
    with qtbot.waitSignal(window.reading.page_annotated):
        window.actions_by_name["proofread"].trigger()
    assert "範圍" not in window.pane.toPlainText()


def test_a_sound_text_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window, "範圍\n\n我們關於服務範圍的問題很複雜，採取了許多措施。\n")
    window.choices.set_proofread(True)
    qtbot.waitUntil(lambda: window.pane.page.marks != ())
    assert all(marks == () for marks in window.pane.page.marks)


def test_a_guess_has_a_quiet_mark(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window, GUESS)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.set_variant(Variant.TAIWAN)
    kinds = {mark.kind for marks in window.pane.page.marks for mark in marks}
    assert kinds == {MarkKind.GUESSED}


def test_guesses_can_stay_unmarked(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.change(mark_guesses=False)
    open_text(qtbot, window, GUESS)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.set_variant(Variant.TAIWAN)
    formats = [
        window.pane.document().findBlockByNumber(number).textFormats()
        for number in range(len(window.pane.page.paragraphs))
    ]
    styles = {part.format.underlineStyle() for block in formats for part in block}
    assert styles == {Line.NoUnderline}
