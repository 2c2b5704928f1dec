"""Reading aloud: which word is lit, how it goes on, what is told where there is no voice."""

import pytest
from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.speaking import Speaking
from reader.ui.speech_settings import SpeechSettings
from reader.ui.voice import MOCK, QtVoice, Voice, find_voice

TEXT = "夜市\n\n天黑了。夜市开了。\n\n𠮷野家在哪儿？\n"


class Silence(QObject):
    """A voice that says nothing, two characters at a time, as fast as the window draws."""

    word_reached = Signal(int, int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []
        self.rate = 0
        self._at = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def say(self, text: str, rate: int) -> None:
        """Begin with a text."""
        self.said.append(text)
        self.rate = rate
        self._at = 0
        self._timer.start()

    def stop(self) -> None:
        """Stop."""
        self._timer.stop()

    def _go_on(self) -> None:
        text = self.said[-1]
        if self._at < len(text):
            self.word_reached.emit(self._at, min(self._at + 2, len(text)))
            self._at += 2
        else:
            self._timer.stop()
            self.ended.emit()


@pytest.fixture
def voice(qtbot: QtBot, window: MainWindow) -> Silence:
    """A voice for the window, which shows a text."""
    found: Voice = Silence(window)
    window.speaking.use(found)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    qtbot.waitUntil(lambda: window.pointer.has_words)
    assert isinstance(found, Silence)
    return found


def test_it_reads_on_from_the_marked_word_to_the_end(
    qtbot: QtBot, window: MainWindow, voice: Silence
) -> None:
    window.pointer.walk(1)
    window.pointer.walk(1)
    with qtbot.waitSignals([window.speaking.changed, window.speaking.changed]):
        window.actions_by_name["speak"].trigger()
    qtbot.waitUntil(lambda: not window.speaking.on)
    assert voice.said == ["天黑了。", "夜市开了。", "𠮷野家在哪儿？"]
    assert not window.actions_by_name["speak"].isChecked()


def test_the_word_that_is_said_is_lit(qtbot: QtBot, window: MainWindow, voice: Silence) -> None:
    lit = set[str]()

    def note() -> None:
        if window.speaking.lit:
            start, end = window.speaking.lit
            text = window.pane.page.paragraphs[start.paragraph].text
            lit.add(text[start.offset : end.offset])

    voice.word_reached.connect(note)
    window.actions_by_name["speak"].trigger()
    qtbot.waitUntil(lambda: not window.speaking.on)
    assert "夜市" in lit
    assert window.speaking.lit is None


def test_escape_stops_it(window: MainWindow, voice: Silence) -> None:
    window.actions_by_name["speak"].trigger()
    assert window.speaking.on
    window.actions_by_name["dismiss"].trigger()
    assert not window.speaking.on
    assert not window.actions_by_name["speak"].isChecked()
    assert len(voice.said) == 1


def test_it_stops_where_another_text_is_opened(
    qtbot: QtBot, window: MainWindow, voice: Silence
) -> None:
    window.actions_by_name["speak"].trigger()
    voice.stop()
    with qtbot.waitSignal(window.pane.page_shown):
        window.importing.import_text("別的\n\n這是別的文章。\n")
    assert not window.speaking.on


def test_it_is_as_fast_as_is_wanted(qtbot: QtBot, window: MainWindow, voice: Silence) -> None:
    window.choices.change(speech_rate=30)
    window.actions_by_name["speak"].trigger()
    qtbot.waitUntil(lambda: not window.speaking.on)
    assert voice.rate == 30


def test_what_goes_wrong_is_told(window: MainWindow, voice: Silence) -> None:
    window.actions_by_name["speak"].trigger()
    voice.stop()
    voice.failed.emit("The loudspeaker is gone.")
    assert window.messages.sentence == "The loudspeaker is gone."
    assert not window.speaking.on


def test_where_there_is_no_voice_it_is_hidden_and_the_settings_say_why(
    window: MainWindow,
) -> None:
    window.speaking.found.disconnect()
    silent = Speaking(window, window.speaking.desk, lambda _: "There is no voice here.")
    silent.found.connect(window.actions_by_name["speak"].setVisible)
    window.speaking = silent
    window.show_settings()
    assert not window.actions_by_name["speak"].isVisible()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    page = dialog.findChild(SpeechSettings)
    assert page
    assert page.reason.text() == "There is no voice here."
    dialog.reject()


@pytest.mark.qt_log_ignore("pipewire")  # what the multimedia parts of Qt would like to have
def test_the_engine_of_qt_says_words_and_ends(qtbot: QtBot, window: MainWindow) -> None:
    voice = find_voice(window, MOCK, QLocale.Language.English)
    if isinstance(voice, str):
        pytest.skip(voice)
    assert isinstance(voice, QtVoice)
    reached = list[tuple[int, int]]()
    voice.word_reached.connect(lambda start, end: reached.append((start, end)))
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.say("𠮷 one two", 0)
    assert (2, 5) in reached


def test_an_engine_without_chinese_is_no_voice(window: MainWindow) -> None:
    reason = find_voice(window, MOCK)
    assert isinstance(reason, str)
    assert "Install" in reason or "install" in reason or "missing" in reason
