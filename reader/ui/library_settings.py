"""The page of the settings for where texts come from."""

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from reader.core.settings import Settings
from reader.ui.folder_setting import FolderSetting, hint
from reader.ui.settings_page import SettingsPage
from reader.ui.translation import translate


class LibrarySettings(SettingsPage):
    """The folder that is watched."""

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Library"))
        self.folder = FolderSetting(self)
        self.folder.edited.connect(self.edited)
        self.form.addRow(translate("Settings", "&Watched folder"), self.folder)
        words = QLabel(hint())
        words.setWordWrap(True)
        self.form.addRow(words)

    @override
    def fill(self, settings: Settings) -> None:
        self.folder.choose(settings.watched_folder)

    @override
    def apply(self, settings: Settings) -> Settings:
        return self.folder.apply(settings)
