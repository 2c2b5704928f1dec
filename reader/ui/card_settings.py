"""What a learner may choose about the card."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QSpinBox,
    QWidget,
)

from reader.core.card import CardOn
from reader.core.settings import Settings
from reader.ui.translation import translate

LONGEST_DELAY = 2000


class CardSettings(QGroupBox):
    """What brings the card, how long it waits, which parts it shows."""

    edited = Signal()

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(translate("Settings", "The card of a word"), parent)
        self._on = QComboBox()
        for on, label in (
            (CardOn.HOVER, translate("Settings", "When the pointer rests on a word")),
            (CardOn.CLICK, translate("Settings", "When a word is clicked")),
            (CardOn.KEY, translate("Settings", "When Return is pressed")),
        ):
            self._on.addItem(label, on)
        self._on.setCurrentIndex(self._on.findData(settings.card_on))
        self._rest = _make_delay(settings.hover_delay)
        self._way = _make_delay(settings.hide_delay)
        self._parts = {
            name: QCheckBox(label)
            for name, label in (
                ("card_glosses", translate("Settings", "Meanings")),
                ("card_level", translate("Settings", "HSK level and frequency")),
                ("card_measures", translate("Settings", "Measure words")),
                ("card_characters", translate("Settings", "Characters one by one")),
                ("card_words", translate("Settings", "Shorter and longer words")),
                ("card_sentences", translate("Settings", "Earlier sentences")),
            )
        }
        form = QFormLayout(self)
        form.setVerticalSpacing(8)
        form.addRow(translate("Settings", "Co&mes"), self._on)
        form.addRow(translate("Settings", "&Rest before it comes"), self._rest)
        form.addRow(translate("Settings", "&Way onto it"), self._way)
        grid = QGridLayout()
        for number, (name, box) in enumerate(self._parts.items()):
            box.setChecked(bool(getattr(settings, name)))
            box.toggled.connect(self.edited)
            grid.addWidget(box, number // 2, number % 2)
        form.addRow(grid)
        self._on.currentIndexChanged.connect(self.edited)
        self._rest.valueChanged.connect(self.edited)
        self._way.valueChanged.connect(self.edited)

    def apply(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        parts = {name: box.isChecked() for name, box in self._parts.items()}
        return replace(
            settings,
            card_on=CardOn(self._on.currentData()),
            hover_delay=self._rest.value(),
            hide_delay=self._way.value(),
            **parts,  # type: ignore[arg-type]  # mypy takes the booleans for any field
        )


def _make_delay(milliseconds: int) -> QSpinBox:
    box = QSpinBox(minimum=0, maximum=LONGEST_DELAY, singleStep=50)
    box.setSuffix(translate("Settings", " ms"))
    box.setValue(milliseconds)
    return box
