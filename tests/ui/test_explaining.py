"""The card in the real window: pinned, walked through, marked from."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.core.card import CardOn
from reader.core.position import Position
from reader.core.vocabulary import Status
from reader.ui.main_window import MainWindow
from reader.ui.word_pointer import WordPointer
from tests.ui.conftest import Opener

TEXT = "银行\n\n我在银行工作。他2022年9月10日去中华人民共和国的银行。裏面有人还钱。\n"


@pytest.fixture
def window(open_file: Opener, tmp_path: Path) -> MainWindow:
    """A window that shows a text of ours."""
    file = tmp_path / "bank.txt"
    file.write_text(TEXT, "utf-8")
    return open_file(file)


def place_of(window: MainWindow, text: str) -> Position:
    """Where a stretch of text begins in the body."""
    return Position(0, 1, window.pane.page.paragraphs[1].text.index(text))


def middle_of(window: MainWindow, text: str) -> QPoint:
    """The middle of its first character, in the viewport."""
    start = place_of(window, text)
    end = Position(0, 1, start.offset + 1)
    return window.pane.span_rectangle(start, end).center().toPoint()


def point(window: MainWindow, text: str) -> WordPointer:
    """Let the pointer rest on a word."""
    window.pointer.hover(middle_of(window, text).toPointF())
    return window.pointer


def pin(qtbot: QtBot, window: MainWindow, last: str) -> None:
    """Pin the card and wait until it has unfolded as far as something that it tells last."""
    window.actions_by_name["card"].trigger()
    qtbot.waitUntil(lambda: last in window.card.text())


def test_a_pinned_card_tells_everything_and_stays(qtbot: QtBot, window: MainWindow) -> None:
    point(window, "银行")
    assert "Characters" not in window.card.text()
    pin(qtbot, window, "In your texts")
    for part in ("Characters", "How common", "HSK 2.0: 3", "háng", "xíng"):
        assert part in window.card.text()
    window.pane.verticalScrollBar().setValue(5)
    window.pointer.word_left.emit()
    point_elsewhere = middle_of(window, "工作")
    QTest.mouseMove(window.pane.viewport(), point_elsewhere)
    assert window.card.isVisible()
    assert window.card.pinned


def test_escape_sends_a_pinned_card_away(qtbot: QtBot, window: MainWindow) -> None:
    point(window, "银行")
    pin(qtbot, window, "How common")
    window.actions_by_name["dismiss"].trigger()
    assert not window.card.isVisible()
    assert not window.card.pinned
    assert window.focusWidget() is window.pane


def test_sentences_from_other_texts_lead_there(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    added = program.library.arriving.import_text("别的文章。\n\n那家銀行倒闭了。", "other")
    point(window, "银行")
    pin(qtbot, window, "那家銀行倒闭了。")
    link = len(window.explaining._targets) - 1
    with qtbot.waitSignal(window.reading.article_opened) as opened:
        window.card.link_chosen.emit(link)
    assert opened.args[0].id == added.article_id
    assert not window.card.isVisible()
    qtbot.waitUntil(lambda: window.pane.textCursor().selectedText() == "銀行")
    qtbot.waitUntil(lambda: window.pointer.has_words)


def test_sentences_of_a_card_have_the_word_as_it_is_read_here(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    program.library.arriving.import_text("别的文章。\n\n我还想去。\n\n她昨天还了书。", "other")
    point(window, "还")
    pin(qtbot, window, "In your texts")
    assert "她昨天" in window.card.text()
    assert "想去" not in window.card.text()


def test_one_walks_inside_the_card_and_back(qtbot: QtBot, window: MainWindow) -> None:
    point(window, "银行")
    pin(qtbot, window, "In your texts")
    with qtbot.waitSignal(window.explaining.announced) as told:
        window.card.link_chosen.emit(1)
    assert told.args[0].startswith("行, háng")
    assert window.card.text().startswith("行")
    window.actions_by_name["card_back"].trigger()
    assert window.card.text().startswith("银行")
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())


def test_a_message_below_the_text_leaves_the_card_as_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    point(window, "银行")
    pin(qtbot, window, "In your texts")
    window.card.link_chosen.emit(1)
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())
    with qtbot.waitSignal(window.pane.laid_out):
        window.actions_by_name["known"].trigger()
    assert window.messages.isVisible()
    assert window.card.text().startswith("行")
    assert "known" in window.card.text()
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())


def test_the_keyboard_reaches_the_links_of_the_card(qtbot: QtBot, window: MainWindow) -> None:
    point(window, "银行")
    pin(qtbot, window, "In your texts")
    assert window.focusWidget() is window.card.body
    QTest.keyClick(window.card.body, Qt.Key.Key_Tab)
    QTest.keyClick(window.card.body, Qt.Key.Key_Return)
    assert window.card.text().startswith("银 ")
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())


def test_shorter_and_longer_words_are_one_key_apart(window: MainWindow) -> None:
    point(window, "中华")
    seen = [window.card.text().split()[0]]
    for action in ("shorter", "shorter", "shorter", "longer"):
        window.actions_by_name[action].trigger()
        seen.append(window.card.text().split()[0])
    assert seen == ["中华人民共和国", "中华", "中", "中", "中华"]
    assert window.pointer.marked
    assert window.pointer.marked.word.text == "中华"


def test_a_selected_phrase_has_a_card(window: MainWindow) -> None:
    start, end = place_of(window, "在银行"), place_of(window, "。")
    window.pane.setTextCursor(window.pane.span(start, end))
    window.pane.released.emit(middle_of(window, "工作").toPointF())
    assert window.card.isVisible()
    assert "zài yínháng gōngzuò" in window.card.text()
    point(window, "中华")  # the pointer passes over other words on its way
    assert "zài yínháng gōngzuò" in window.card.text()
    QTest.mouseClick(window.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not window.card.isVisible()


def test_return_brings_the_card_of_a_selection(window: MainWindow) -> None:
    window.pane.select(place_of(window, "银行工作"), place_of(window, "。"))
    QTest.keyClick(window.pane, Qt.Key.Key_Return)
    assert window.card.text().startswith("银行工作")


def test_a_date_is_read_when_it_is_pointed_at(window: MainWindow) -> None:
    point(window, "2022")
    assert window.card.text().startswith("2022年9月10日")
    assert "èr líng èr èr nián jiǔ yuè shí rì" in window.card.text()


def test_a_variant_tells_what_it_stands_for(window: MainWindow) -> None:
    point(window, "裏面")
    assert "inside; interior" in window.card.text()


def test_a_word_is_marked_from_the_card_and_that_can_be_undone(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    point(window, "银行")
    with qtbot.waitSignal(window.learning.changed):
        window.actions_by_name["learning"].trigger()
    assert "learning" in window.card.text()
    (word,) = program.library.vocabulary()
    assert (word.word, word.status, word.syllables) == (
        "银行",
        Status.LEARNING,
        ("yin2", "hang2"),
    )
    assert word.met
    assert word.met.sentence == "我在银行工作。"
    assert word.met.sentence[word.met.start :].startswith("银行")
    window.actions_by_name["undo"].trigger()
    assert program.library.vocabulary() == ()
    assert "learning" not in window.card.text()


def test_the_same_mark_twice_takes_it_away(program: Program, window: MainWindow) -> None:
    point(window, "银行")
    window.actions_by_name["known"].trigger()
    assert program.library.word_statuses() == {"银行": Status.KNOWN}
    window.actions_by_name["known"].trigger()
    assert program.library.word_statuses() == {}


def test_the_word_is_copied_with_its_meaning(window: MainWindow) -> None:
    point(window, "银行")
    window.actions_by_name["copy_word"].trigger()
    assert QGuiApplication.clipboard().text() == "银行, yínháng, bank"


def test_a_walk_announces_reading_and_gloss(window: MainWindow) -> None:
    told: list[str] = []
    window.explaining.announced.connect(told.append)
    point(window, "我")
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    QTest.keyClick(window.pane, Qt.Key.Key_Right)
    assert told[-1] == "银行, yínháng, bank"


def test_with_a_click_or_a_key_the_pointer_alone_brings_no_card(window: MainWindow) -> None:
    for on in (CardOn.CLICK, CardOn.KEY):
        window.choices.change(card_on=on)
        point(window, "银行")
        assert not window.card.isVisible()
    QTest.keyClick(window.pane, Qt.Key.Key_Return)
    assert window.card.isVisible()


def test_a_click_brings_the_card_where_that_is_chosen(window: MainWindow) -> None:
    window.choices.change(card_on=CardOn.CLICK)
    QTest.mouseClick(
        window.pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(window, "银行")
    )
    assert window.card.isVisible()


def test_meanings_can_be_switched_off(window: MainWindow) -> None:
    window.choices.change(card_glosses=False)
    point(window, "银行")
    assert "bank" not in window.card.text()


def test_a_click_on_the_card_pins_it(qtbot: QtBot, window: MainWindow) -> None:
    point(window, "银行")
    QTest.mouseClick(window.card.body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert window.card.pinned
    qtbot.waitUntil(lambda: "In your texts" in window.card.text())


def test_without_a_card_and_a_marked_word_no_key_marks_anything(
    program: Program, window: MainWindow
) -> None:
    point(window, "银行")
    window.actions_by_name["dismiss"].trigger()
    for name in ("known", "copy_word", "longer", "card_back", "strokes", "card"):
        window.actions_by_name[name].trigger()
    assert not window.card.isVisible()
    assert program.library.vocabulary() == ()
