"""Asks how a word is read, and how far that is to hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.core.correction import Scope
from reader.core.word import Word
from reader.language.tones import parse_syllable, to_mark
from reader.ui.translation import translate


class CorrectionDialog(QDialog):
    """One syllable a character, with tone marks or numbers; known readings are offered."""

    correction_made = Signal(Word, tuple, Scope)
    """The word, its new syllables, and how far they hold."""

    def __init__(self, parent: QWidget, word: Word) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            translate("Correction", "Correct the reading of {word}").format(word=word.text)
        )
        self._word = word
        self.reading = QComboBox()
        self.reading.setEditable(True)
        self.reading.addItems(list(dict.fromkeys(_known_readings(word))))
        self.reading.setAccessibleName(translate("Correction", "Reading"))
        self.scope = QComboBox()
        self.scope.setAccessibleName(translate("Correction", "Where it holds"))
        for scope, label in (
            (Scope.PLACE, translate("Correction", "Here")),
            (Scope.ARTICLE, translate("Correction", "For this word in this article")),
            (Scope.EVERYWHERE, translate("Correction", "For this word everywhere")),
        ):
            self.scope.addItem(label, scope)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        form = QFormLayout()
        form.addRow(translate("Correction", "&Reading"), self.reading)
        form.addRow(translate("Correction", "&Holds"), self.scope)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept_reading)
        self._buttons.rejected.connect(self.reject)
        self.reading.editTextChanged.connect(self._check)
        self._check()

    def accept_reading(self) -> None:
        """Tell of the correction and close."""
        syllables = read_syllables(self._word, self.reading.currentText())
        if syllables is not None:
            self.correction_made.emit(self._word, syllables, Scope(self.scope.currentData()))
            self.accept()

    def _check(self) -> None:
        sound = read_syllables(self._word, self.reading.currentText()) is not None
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(sound)
        count = sum(reading is not None for reading in self._word.readings)
        hint = translate(
            "Correction", "Write {count} syllables with spaces between them: háng or hang2."
        )
        self._hint.setText("" if sound else hint.format(count=count))


def read_syllables(word: Word, text: str) -> tuple[str | None, ...] | None:
    """What was typed as one syllable a readable character; None where it is not that."""
    parts = [parse_syllable(part) for part in text.split()]
    places = [number for number, reading in enumerate(word.readings) if reading]
    if None in parts or len(parts) != len(places):
        return None
    syllables: list[str | None] = [None] * len(word.readings)
    for place, part in zip(places, parts, strict=True):
        syllables[place] = part
    return tuple(syllables)


def _known_readings(word: Word) -> list[str]:
    """The present reading, the doubtful others, and those of the dictionary."""
    present = [reading.syllable for reading in word.readings if reading]
    known = [present]
    for number, reading in enumerate(r for r in word.readings if r):
        known.extend([*present[:number], other, *present[number + 1 :]] for other in reading.others)
    known += [
        list(entry.syllables) for entry in word.entries if len(entry.syllables) == len(present)
    ]
    return [" ".join(to_mark(syllable.lower()) for syllable in one) for one in known]
