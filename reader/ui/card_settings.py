"""The page of the settings for the card of a word."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from reader.core.card import CardOn
from reader.core.settings import Settings
from reader.ui.settings_page import SettingsPage, choose_data
from reader.ui.translation import translate

LONGEST_DELAY = 2000


class CardSettings(SettingsPage):
    """What brings the card, how long it waits, which parts it shows."""

    def __init__(self) -> None:
        super().__init__(translate("Settings", "The card of a word"))
        self.on = self.add_choice(
            translate("Settings", "&Comes"),
            (
                (CardOn.HOVER, translate("Settings", "When the pointer rests on a word")),
                (CardOn.CLICK, translate("Settings", "When a word is clicked")),
                (CardOn.KEY, translate("Settings", "When Return is pressed")),
            ),
        )
        bounds, unit = (0, LONGEST_DELAY), translate("Settings", " ms")
        self.rest = self.add_number(
            translate("Settings", "&Rest before it comes"), bounds, unit, 50
        )
        self.way = self.add_number(translate("Settings", "&Way onto it"), bounds, unit, 50)
        self.form.addRow(QLabel(translate("Settings", "It shows")))
        self.parts = {
            name: self.add_switch(label)
            for name, label in (
                ("card_glosses", translate("Settings", "Meanings")),
                ("card_level", translate("Settings", "HSK level and frequency")),
                ("card_measures", translate("Settings", "Measure words")),
                ("card_characters", translate("Settings", "Characters one by one")),
                ("card_words", translate("Settings", "Shorter and longer words")),
                ("card_sentences", translate("Settings", "Earlier sentences")),
            )
        }

    @override
    def fill(self, settings: Settings) -> None:
        choose_data(self.on, settings.card_on)
        self.rest.setValue(settings.hover_delay)
        self.way.setValue(settings.hide_delay)
        for name, box in self.parts.items():
            box.setChecked(bool(getattr(settings, name)))

    @override
    def apply(self, settings: Settings) -> Settings:
        parts = {name: box.isChecked() for name, box in self.parts.items()}
        return replace(
            settings,
            card_on=CardOn(self.on.currentData()),
            hover_delay=self.rest.value(),
            hide_delay=self.way.value(),
            **parts,  # type: ignore[arg-type]  # mypy takes the booleans for any field
        )
