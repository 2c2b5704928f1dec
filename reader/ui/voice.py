"""What reads aloud: a voice, or the reason why there is none. Only here is QtTextToSpeech known."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QObject, Signal, SignalInstance

from reader.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

MOCK = "mock"
"""Qt's engine for tests: it is silent, and speaks no Chinese."""


class Voice(Protocol):
    """Says one stretch of text at a time."""

    word_reached: SignalInstance
    """The stretch ``(start, end)`` of the text, in code points, that is said now."""
    ended: SignalInstance
    """The text has been said to its end."""
    failed: SignalInstance
    """A sentence: why it could not be said."""

    def say(self, text: str, rate: int) -> None:
        """Say a text, up to 100 per cent faster (100) or slower (-100) than usual."""

    def stop(self) -> None:
        """Be silent at once."""


class QtVoice(QObject):
    """A voice of the system, by QtTextToSpeech, which is an extra of its own to install."""

    word_reached = Signal(int, int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject, engine: "QTextToSpeech", locale: QLocale) -> None:
        super().__init__(parent)
        self._engine = engine
        engine.setParent(self)
        engine.setLocale(locale)
        self._text = ""
        self._speaking = False
        engine.sayingWord.connect(self._tell_word)
        engine.stateChanged.connect(self._follow)
        engine.errorOccurred.connect(lambda _reason, sentence: self.failed.emit(sentence))

    def say(self, text: str, rate: int) -> None:
        """Say a text."""
        self._text, self._speaking = text, True
        self._engine.setRate(rate / 100)
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent at once."""
        self._speaking = False
        self._engine.stop()

    def _tell_word(self, _word: str, _id: int, start: int, length: int) -> None:
        if self._speaking and length > 0:
            units = self._text.encode("utf-16-le")  # what Qt counts, two bytes each
            first, last = units[: 2 * start], units[: 2 * (start + length)]
            ends = (len(part.decode("utf-16-le", "ignore")) for part in (first, last))
            self.word_reached.emit(*ends)

    def _follow(self, state: object) -> None:
        if state == self._engine.State.Ready and self._speaking:
            self._speaking = False
            self.ended.emit()


def find_voice(
    parent: QObject,
    engine: str = "",
    language: QLocale.Language = QLocale.Language.Chinese,
) -> QtVoice | str:
    """A voice for a language, or the sentence that says why there is none."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  # an extra
    except ImportError as cause:
        return _explain(cause)
    names = [name for name in QTextToSpeech.availableEngines() if name != MOCK]
    for name in [engine] if engine else names:
        speech = QTextToSpeech(name)
        locales = [found for found in speech.availableLocales() if found.language() == language]
        if locales:
            return QtVoice(parent, speech, min(locales, key=_prefer))
    return translate(
        "Speech",
        "This computer has no Chinese voice. Install one in the settings of the system "
        "(on Linux: speech-dispatcher and espeak-ng), and start Wenchuang again.",
    )


def _explain(cause: ImportError) -> str:
    if isinstance(cause, ModuleNotFoundError):
        return translate(
            "Speech",
            "Reading aloud needs the extra “speech” (PySide6-Addons), which is not installed. "
            "README.md says how to install it.",
        )
    sentence = translate(
        "Speech",
        "Reading aloud needs a library of the system that is missing: {cause}. Install it, "
        "and start Wenchuang again.",
    )
    return sentence.format(cause=cause)


def _prefer(locale: QLocale) -> int:
    """Mandarin first: a voice of Hong Kong may speak Cantonese."""
    order = (QLocale.Country.China, QLocale.Country.Taiwan, QLocale.Country.Singapore)
    country = locale.territory()
    return order.index(country) if country in order else len(order)
