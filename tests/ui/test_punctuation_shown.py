"""Chinese punctuation in the pane: a switch, and the source stays."""

from pytestqt.qtbot import QtBot

from reader.core.position import Position
from reader.core.script import Variant
from reader.ui.main_window import MainWindow

TEXT = '夜市\n\n天黑了, 夜市开了... 他说:"卖3,000块!"我12:30才走.\n'


def body(window: MainWindow) -> str:
    """The paragraph as the pane shows it."""
    return window.pane.document().findBlockByNumber(1).text()


def open_text(qtbot: QtBot, window: MainWindow) -> None:
    """Make an article of the text."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)


def test_punctuation_is_switched_on_and_off(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    written = body(window)
    with qtbot.waitSignal(window.pane.page_shown):
        window.choices.change(punctuation=True)
    assert body(window) == "天黑了，夜市开了……他说：“卖3,000块！”我12:30才走。"
    assert window.pane.page.paragraphs[1].text == written
    with qtbot.waitSignal(window.pane.page_shown):
        window.choices.change(punctuation=False)
    assert body(window) == written


def test_it_goes_with_a_conversion(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.change(punctuation=True)
    open_text(qtbot, window)
    with qtbot.waitSignal(window.pane.page_shown):
        window.choices.set_variant(Variant.TAIWAN)
    assert body(window) == "天黑了，夜市開了……他說：「賣3,000塊！」我12:30才走。"


def test_words_are_where_they_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.change(punctuation=True)
    open_text(qtbot, window)
    qtbot.waitUntil(lambda: window.pointer.has_words)
    text = window.pane.page.paragraphs[1].text
    at = text.index("夜市")
    start, end = Position(0, 1, at), Position(0, 1, at + 2)
    window.pointer.hover(window.pane.span_rectangle(start, end).center())
    assert window.pointer.marked
    assert window.pointer.marked.shown == "夜市"
    window.pane.select(start, end)
    assert window.pane.selection() == (start, end)
