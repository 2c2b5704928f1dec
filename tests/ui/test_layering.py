"""What is laid over the text, in the real window."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.correction import Scope
from reader.core.layers import Hsk, RubyOn, RubyUnit
from reader.core.notation import Notation
from reader.core.position import Position
from reader.core.script import Variant
from reader.core.settings import load_settings, save_settings
from reader.core.style import Tones
from reader.core.vocabulary import Status
from reader.ui.main_window import MainWindow
from reader.ui.ruby_places import Written
from reader.ui.ruby_type import RubyType
from tests.ui.conftest import Opener

Chooser = Callable[..., None]
TEXT = "我们昨天去图书馆看书。她想学中文ABC，2022年毕业。\n这里有许多闯祸的装饰，窗户、双床。\n"


@pytest.fixture
def shown(open_file: Opener, tmp_path: Path) -> MainWindow:
    """A window that shows a short text of our own."""
    file = tmp_path / "ruby.txt"
    file.write_text(TEXT * 12, "utf-8")
    return open_file(file)


def choose(window: MainWindow, **fields: Any) -> None:
    """Choose other layers."""
    window.choices.change(layers=replace(window.choices.settings.layers, **fields))


def readings(window: MainWindow, paragraph: int = 0) -> list[str]:
    """The readings that are painted over a paragraph."""
    return [one.text for one in written(window, paragraph)]


def written(window: MainWindow, paragraph: int = 0) -> list[Written]:
    """What is painted over a paragraph."""
    return window.layering.painter.list_written(paragraph)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Until everything is laid over the page."""
    qtbot.waitUntil(lambda: window.layering.done)


def test_r_lays_readings_over_the_text_and_takes_them_off(shown: MainWindow) -> None:
    assert readings(shown) == []
    QTest.keyClick(shown.pane, Qt.Key.Key_R)
    assert readings(shown)[:4] == ["wǒmen", "zuótiān", "qù", "túshūguǎn"]
    assert shown.actions_by_name["ruby"].isChecked()
    QTest.keyClick(shown.pane, Qt.Key.Key_R)
    assert readings(shown) == []


def test_digits_and_letters_have_no_reading(shown: MainWindow) -> None:
    choose(shown, ruby=True)
    assert not any(text.isascii() and text.isdigit() for text in readings(shown))
    assert not any("ABC" in text for text in readings(shown))


def test_the_rest_follows_in_slices(qtbot: QtBot, shown: MainWindow) -> None:
    choose(shown, ruby=True)
    settle(qtbot, shown)
    last = len(shown.pane.page.paragraphs) - 1
    assert readings(shown, last)
    block = shown.pane.document().findBlockByNumber(last)
    assert block.layout().formats()


@pytest.mark.parametrize("unit", RubyUnit)
def test_no_reading_stands_over_another_or_over_the_text(
    qtbot: QtBot, shown: MainWindow, unit: RubyUnit
) -> None:
    choose(shown, ruby=True, ruby_unit=unit)
    for points, notation in product((10, 20, 32, 72), (Notation.MARKS, Notation.ZHUYIN)):
        shown.choices.change(notation=notation, font_size=points)
        settle(qtbot, shown)
        for number in range(2):
            found = written(shown, number)
            assert found
            check_apart(found, RubyType(shown.pane.document().defaultFont(), points, 0.5))


def check_apart(found: list[Written], ruby_type: RubyType) -> None:
    """No reading touches its neighbour, or the line above."""
    for one, other in pairwise(found):
        if one.baseline == other.baseline:
            assert one.x + one.width <= other.x + 0.01
    height = -QFontMetricsF(ruby_type.font).tightBoundingRect("ǘˊ").top()
    for above, below in pairwise(sorted({one.baseline for one in found})):
        bottom_of_text = above + ruby_type.rise + 0.12 * ruby_type.em
        assert below - height > bottom_of_text


def test_the_largest_readings_have_room(qtbot: QtBot, shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_size=35)
    small = shown.pane.document().size().height()
    choose(shown, ruby_size=75)
    settle(qtbot, shown)
    assert shown.pane.document().size().height() > small


def test_the_text_and_what_is_copied_stay_plain(shown: MainWindow) -> None:
    before = shown.pane.toPlainText()
    choose(shown, ruby=True, tones=True, words_marked=True)
    assert shown.pane.toPlainText() == before
    shown.pane.selectAll()
    shown.pane.copy()
    assert QGuiApplication.clipboard().text() == before


def test_text_can_be_copied_with_its_readings(shown: MainWindow) -> None:
    shown.pane.select(Position(0, 0, 0), Position(0, 0, 5))
    shown.actions_by_name["copy_readings"].trigger()
    assert QGuiApplication.clipboard().text() == "我们(wǒmen)昨天(zuótiān)去(qù)"


def test_a_word_that_is_selected_in_part_is_copied_with_the_reading_of_that_part(
    shown: MainWindow,
) -> None:
    shown.pane.select(Position(0, 0, 6), Position(0, 1, 2))
    shown.actions_by_name["copy_readings"].trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("书馆(shūguǎn)看书")
    assert lines[0].endswith("毕业(bìyè)。")
    assert lines[1] == "这里(zhèlǐ)"


def test_without_a_selection_the_marked_word_is_copied(shown: MainWindow) -> None:
    shown.pointer.walk(1)
    shown.actions_by_name["copy_readings"].trigger()
    assert QGuiApplication.clipboard().text() == "我们(wǒmen)"


def test_readings_follow_the_script(qtbot: QtBot, shown: MainWindow) -> None:
    choose(shown, ruby=True)
    with qtbot.waitSignal(shown.reading.page_made):
        shown.choices.set_variant(Variant.TRADITIONAL)
    assert "圖書館" in shown.pane.toPlainText()
    assert readings(shown)[3] == "túshūguǎn"


def test_a_reading_is_broken_with_its_word(qtbot: QtBot, shown: MainWindow) -> None:
    choose(shown, ruby=True)
    shown.actions_by_name["library"].setChecked(False)  # it would shrink, not the text
    found = set()
    for width in range(270, 420, 10):
        shown.resize(width, 700)
        settle(qtbot, shown)
        found |= {one.text for one in written(shown)}
    assert {"túshūguǎn", "tú", "shūguǎn", "túshū", "guǎn"} <= found


def test_a_word_that_stands_for_another_has_its_own_reading(
    qtbot: QtBot, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "taxi.txt"
    file.write_text("他坐出租车去，我走路去。", "utf-8")
    window = open_file(file)
    choose(window, ruby=True)
    with qtbot.waitSignal(window.reading.page_made):
        window.choices.set_variant(Variant.TAIWAN_PHRASES)
    assert window.pane.toPlainText().startswith("他坐計程車去")
    assert readings(window)[:4] == ["tā", "zuò", "jìchéngchē", "qù"]


def test_readings_are_those_of_speech_where_that_is_wanted(
    qtbot: QtBot, open_file: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "spoken.txt"
    file.write_text("我不是一个人。", "utf-8")
    window = open_file(file)
    choose(window, ruby=True)
    assert readings(window)[1:2] == ["bùshì"] or readings(window)[1:3] == ["bù", "shì"]
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.change(tones=Tones.SPOKEN)
    assert "".join(readings(window)).startswith("wǒbúshìyígè")


def test_words_beyond_a_level_alone_have_readings(shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_on=RubyOn.LEVEL, ruby_level=3, hsk=Hsk.OLD)
    assert "wǒmen" not in readings(shown)
    assert "Zhōngwén" in readings(shown)


def test_a_word_that_becomes_known_loses_its_reading_at_once(shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_on=RubyOn.UNKNOWN)
    assert readings(shown)[0] == "wǒmen"
    shown.pointer.walk(1)
    assert shown.pointer.marked
    shown.learning.mark(shown.pointer.marked.word, Status.KNOWN, None)
    assert readings(shown)[0] == "zuótiān"
    shown.undo.undo()
    assert readings(shown)[0] == "wǒmen"


def test_a_corrected_reading_is_shown(qtbot: QtBot, shown: MainWindow) -> None:
    choose(shown, ruby=True)
    word = shown.pointer.words(0)[0]
    with qtbot.waitSignal(shown.reading.page_annotated):
        shown.correcting.correct(Position(0, 0, 0), word, ("wo3", "men2"), Scope.PLACE)
    assert readings(shown)[0] == "wǒmén"


def test_the_word_under_the_pointer_alone_takes_no_room(shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_on=RubyOn.POINTER)
    shown.pointer.walk(1)
    assert readings(shown) == []
    before = shown.pane.viewport().grab().toImage()
    shown.pointer.walk(1)
    assert shown.pane.viewport().grab().toImage() != before
    assert not shown.pane.document().firstBlock().layout().formats()


def test_shift_r_goes_round_the_ways_and_tells(shown: MainWindow) -> None:
    told = []
    for _ in range(5):
        shown.actions_by_name["ruby_on"].trigger()
        told.append((shown.choices.settings.layers.ruby_on, shown.messages.sentence))
    assert [way for way, _ in told] == [*RubyOn, RubyOn.ALL]
    assert len({sentence for _, sentence in told}) == len(RubyOn)


def test_t_colours_the_text_and_the_readings(shown: MainWindow) -> None:
    choose(shown, ruby=True)
    QTest.keyClick(shown.pane, Qt.Key.Key_T)
    colours = {
        span.format.foreground().color().name()
        for span in shown.pane.document().firstBlock().layout().formats()
    }
    assert {"#cb151b", "#1b3eef", "#007015"} <= colours
    assert {one.tone for one in written(shown)} >= {1, 2, 3, 4}


def test_h_underlines_words_by_level(shown: MainWindow) -> None:
    plain = shown.pane.viewport().grab().toImage()
    QTest.keyClick(shown.pane, Qt.Key.Key_H)
    assert shown.choices.settings.layers.words_marked
    assert shown.pane.viewport().grab().toImage() != plain


def test_switching_readings_keeps_the_top_line(qtbot: QtBot, shown: MainWindow) -> None:
    shown.pane.scroll_to(Position(0, 9, 0))
    choose(shown, ruby=True, ruby_unit=RubyUnit.CHARACTER)
    settle(qtbot, shown)
    assert shown.pane.position_at_top() == Position(0, 9, 0)


def test_switching_again_and_again_loses_no_line(qtbot: QtBot, shown: MainWindow) -> None:
    shown.choices.set_font_size(32)
    shown.pane.scroll_to(Position(0, 8, 20))
    place = shown.pane.place_to_keep()
    top = shown.pane.position_at_top()
    for turn in range(8):
        choose(shown, ruby=turn % 2 == 0)
        settle(qtbot, shown)
    assert shown.pane.place_to_keep() == place
    assert shown.pane.position_at_top() == top


def test_the_mark_of_a_word_takes_in_its_reading(shown: MainWindow) -> None:
    choose(shown, ruby=True)
    shown.pointer.walk(1)
    piece = written(shown)[0]
    block = (
        shown.pane.document().documentLayout().blockBoundingRect(shown.pane.document().firstBlock())
    )
    picture = shown.pane.viewport().grab().toImage()
    height = block.top() + piece.baseline - shown.pane.verticalScrollBar().value()
    row = {
        picture.pixelColor(x, round(height + 1)).name()
        for x in range(round(block.left() + piece.x), round(block.left() + piece.x + piece.width))
    }
    assert shown.choices.theme.hover in row


def test_the_mark_leaves_the_reading_of_a_word_that_is_walked_on_from(
    qtbot: QtBot, shown: MainWindow
) -> None:
    choose(shown, ruby=True)
    settle(qtbot, shown)
    view, plain = shown.pane.viewport(), QImage.Format.Format_RGB32
    part = QRect(view.mapTo(shown, QPoint(0, 0)), view.size())
    for step in (1, 1, 1, -1, 1):
        shown.pointer.walk(step)
        shown.card.hide()
        drawn_anew = view.grab().toImage().convertToFormat(plain)

        def fits(whole: QImage = drawn_anew) -> bool:
            on_screen = shown.screen().grabWindow(shown.winId()).toImage()
            return on_screen.convertToFormat(plain).copy(part) == whole

        qtbot.waitUntil(fits)


def test_no_character_is_torn_apart(qtbot: QtBot, open_file: Opener, tmp_path: Path) -> None:
    file = tmp_path / "astral.txt"
    file.write_text("他去𠮷野家吃饭，双双撞上了𠮷床。" * 20, "utf-8")
    window = open_file(file)
    choose(window, ruby=True, ruby_unit=RubyUnit.CHARACTER)
    settle(qtbot, window)
    block = window.pane.document().firstBlock()
    spans = block.layout().formats()
    assert spans
    text = block.text().encode("utf-16-le")
    for span in spans:
        text[2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le")


def test_zhuyin_is_set_smaller_than_pinyin(shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_unit=RubyUnit.CHARACTER)
    shown.choices.change(notation=Notation.ZHUYIN)
    em = RubyType(shown.pane.document().defaultFont(), 20, 0.5).em
    assert readings(shown)[0] == "ㄨㄛˇ"
    assert written(shown)[0].width < 1.6 * em


def test_layers_are_kept_with_the_settings(tmp_path: Path, shown: MainWindow) -> None:
    choose(shown, ruby=True, ruby_on=RubyOn.LEVEL, hsk=Hsk.NEW, ruby_size=60)
    file = tmp_path / "settings.json"
    save_settings(shown.choices.settings, file)
    assert load_settings(file) == shown.choices.settings
    file.write_text('{"layers": {"ruby": true, "ruby_on": "?", "hsk": 4}, "font_size": 14}')
    assert load_settings(file).layers.ruby
    assert load_settings(file).layers.ruby_on is RubyOn.ALL


def test_a_chapter_that_was_never_read_appears_with_its_readings(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "chapters.txt"
    file.write_text("".join(f"第{n}章 图书馆\n\n{TEXT * 12}\n" for n in "一二三"), "utf-8")
    with qtbot.waitSignal(window.reading.article_settled, timeout=20_000):
        window.start([file])
    choose(window, ruby=True)
    window.reading.turn(1)
    assert window.pane.page.section == 1
    assert readings(window, 1)[:2] == ["wǒmen", "zuótiān"]


def test_a_window_without_a_text_may_be_drawn_anew(window: MainWindow) -> None:
    choose(window, ruby=True)
    window.choices.step_font(1)
    assert not window.pane.page.paragraphs


def test_the_first_line_in_view_has_its_readings_in_view_too(
    qtbot: QtBot, shown: MainWindow
) -> None:
    choose(shown, ruby=True)
    settle(qtbot, shown)
    shown.pane.scroll_to(Position(0, 6, 12))
    top = shown.pane.position_at_top()
    around = shown.pane.span_rectangle(top, replace(top, offset=top.offset + 1))
    above = RubyType(shown.pane.document().defaultFont(), 20, 0.5).beyond
    assert top <= Position(0, 6, 12)
    assert around.top() - above >= -1
