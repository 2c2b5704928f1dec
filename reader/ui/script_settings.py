"""The page of the settings for the script that texts are shown in, and for their readings."""

from dataclasses import replace

from typing_extensions import override

from reader.core.notation import Notation
from reader.core.script import Variant
from reader.core.settings import Settings
from reader.core.style import Standard, Tones
from reader.ui.settings_page import SettingsPage, choose_data
from reader.ui.translation import translate


class ScriptSettings(SettingsPage):
    """Traditional forms, how readings are written, whose readings they are."""

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Script and readings"))
        self.forms = self.add_choice(
            translate("Settings", "Traditional &characters"),
            (
                (Variant.TRADITIONAL, translate("Settings", "General")),
                (Variant.TAIWAN, translate("Settings", "Taiwan")),
                (Variant.TAIWAN_PHRASES, translate("Settings", "Taiwan, with Taiwan's vocabulary")),
                (Variant.HONG_KONG, translate("Settings", "Hong Kong")),
            ),
        )
        self.guesses = self.add_switch(translate("Settings", "&Mark guesses of the conversion"))
        self.punctuation = self.add_switch(
            translate("Settings", "Chinese &punctuation: show , as ，")
        )
        self.notation = self.add_choice(
            translate("Settings", "R&eadings"),
            (
                (Notation.MARKS, translate("Settings", "Pinyin: háng")),
                (Notation.NUMBERS, translate("Settings", "Pinyin with numbers: hang2")),
                (Notation.PLAIN, translate("Settings", "Pinyin without tones: hang")),
                (Notation.ZHUYIN, translate("Settings", "Zhuyin: ㄏㄤˊ")),
            ),
        )
        self.tones = self.add_choice(
            translate("Settings", "T&ones"),
            (
                (
                    Tones.CITATION,
                    translate("Settings", "As in the dictionary: yī gè, bù shì, nǐ hǎo"),
                ),
                (Tones.SPOKEN, translate("Settings", "As spoken: yí gè, bú shì, ní hǎo")),
            ),
        )
        self.standard = self.add_choice(
            translate("Settings", "St&andard"),
            (
                (Standard.MAINLAND, translate("Settings", "Mainland: xīngqī")),
                (Standard.TAIWAN, translate("Settings", "Taiwan: xīngqí")),
            ),
        )

    @override
    def fill(self, settings: Settings) -> None:
        choose_data(self.forms, settings.traditional_form)
        self.guesses.setChecked(settings.mark_guesses)
        self.punctuation.setChecked(settings.punctuation)
        choose_data(self.notation, settings.notation)
        choose_data(self.tones, settings.tones)
        choose_data(self.standard, settings.standard)

    @override
    def apply(self, settings: Settings) -> Settings:
        form = Variant(self.forms.currentData())
        in_it = settings.variant is settings.traditional_form
        return replace(
            settings,
            traditional_form=form,
            variant=form if in_it else settings.variant,
            notation=Notation(self.notation.currentData()),
            tones=Tones(self.tones.currentData()),
            standard=Standard(self.standard.currentData()),
            punctuation=self.punctuation.isChecked(),
            mark_guesses=self.guesses.isChecked(),
        )
