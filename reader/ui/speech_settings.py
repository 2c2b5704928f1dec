"""The page of the settings for reading aloud; where that is impossible, it says why."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from reader.core.settings import FASTEST, Settings
from reader.ui.settings_page import SettingsPage
from reader.ui.translation import translate


class SpeechSettings(SettingsPage):
    """How fast, or the reason why not at all."""

    def __init__(self, reason: str) -> None:
        super().__init__(translate("Settings", "Reading aloud"))
        self.reason = QLabel(reason)
        self.reason.setWordWrap(True)
        self.rate = self.add_number(
            translate("Settings", "&Faster by"),
            (-FASTEST, FASTEST),
            translate("Settings", " %"),
            10,
        )
        self.form.setRowVisible(self.rate, not reason)
        if reason:
            self.form.addRow(self.reason)

    @override
    def fill(self, settings: Settings) -> None:
        self.rate.setValue(settings.speech_rate)

    @override
    def apply(self, settings: Settings) -> Settings:
        return replace(settings, speech_rate=self.rate.value())
