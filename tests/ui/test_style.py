"""Tones as spoken, and the standard of Taiwan."""

from pytestqt.qtbot import QtBot

from reader.core.correction import Scope
from reader.core.style import Standard, Tones
from reader.ui.main_window import MainWindow

TEXT = "星期天\n\n一个孩子不是说你好吗？\n"


def open_text(qtbot: QtBot, window: MainWindow) -> None:
    """Make an article of the text."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)


def read_all(window: MainWindow) -> list[str]:
    """The readings of all words, by walking over them."""
    window.pointer.forget()
    found, last = list[str](), None
    while True:
        window.pointer.walk(1)
        if window.pointer.marked == last or window.pointer.marked is None:
            return found
        last = window.pointer.marked
        found += [syllable for syllable in last.word.syllables if syllable]


def test_tones_change_to_spoken_and_back(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    citation = read_all(window)
    assert "yi1" in citation
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.change(tones=Tones.SPOKEN)
    spoken = read_all(window)
    assert {"yi2", "bu2", "ni2"} <= set(spoken)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.change(tones=Tones.CITATION)
    assert read_all(window) == citation


def test_taiwan_reads_otherwise(qtbot: QtBot, window: MainWindow) -> None:
    open_text(qtbot, window)
    assert "qi1" in read_all(window)
    with qtbot.waitSignal(window.reading.page_annotated):
        window.choices.change(standard=Standard.TAIWAN)
    assert "qi2" in read_all(window)


def test_a_correction_is_made_of_citation_tones(qtbot: QtBot, window: MainWindow) -> None:
    window.choices.change(tones=Tones.SPOKEN)
    open_text(qtbot, window)
    window.pointer.walk(1)
    marked, at = window.pointer.marked, window.pointer.position()
    assert marked
    assert at
    citation = window.reading.citation_word(marked.paragraph, marked.word.start)
    assert citation
    with qtbot.waitSignal(window.reading.page_annotated):
        window.correcting.correct(at, citation, citation.syllables, Scope.PLACE)
    assert window.pointer.marked
    assert window.pointer.marked.word.syllables == marked.word.syllables
