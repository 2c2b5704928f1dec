"""What the toolbar has no room for. Every change shows at once; there is nothing to confirm."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QWidget,
)

from reader.core.notation import Notation
from reader.core.script import Variant
from reader.core.settings import Settings
from reader.core.style import Standard, Tones
from reader.ui.card_settings import CardSettings
from reader.ui.folder_setting import FolderSetting
from reader.ui.translation import translate


class SettingsDialog(QDialog):
    """Font, theme, traditional forms, readings, the card."""

    settings_edited = Signal(Settings)

    def __init__(self, parent: QWidget, settings: Settings, themes: Iterable[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Settings", "Settings"))
        self._settings = settings
        self._own_font = QCheckBox(translate("Settings", "Choose the font by the script"))
        self._own_font.setChecked(not settings.font_family)
        self._family = QFontComboBox()
        self._family.setWritingSystem(QFontDatabase.WritingSystem.SimplifiedChinese)
        if settings.font_family:
            self._family.setCurrentFont(QFont(settings.font_family))
        self._family.setEnabled(bool(settings.font_family))
        self._theme = QComboBox()
        for name in themes:
            self._theme.addItem(theme_name(name), name)
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._forms = QComboBox()
        for variant, label in (
            (Variant.TRADITIONAL, translate("Settings", "General")),
            (Variant.TAIWAN, translate("Settings", "Taiwan")),
            (Variant.TAIWAN_PHRASES, translate("Settings", "Taiwan, with Taiwan's vocabulary")),
            (Variant.HONG_KONG, translate("Settings", "Hong Kong")),
        ):
            self._forms.addItem(label, variant)
        self._forms.setCurrentIndex(self._forms.findData(settings.traditional_form))
        self._notation = QComboBox()
        for notation, label in (
            (Notation.MARKS, translate("Settings", "Pinyin: háng")),
            (Notation.NUMBERS, translate("Settings", "Pinyin with numbers: hang2")),
            (Notation.PLAIN, translate("Settings", "Pinyin without tones: hang")),
            (Notation.ZHUYIN, translate("Settings", "Zhuyin: ㄏㄤˊ")),
        ):
            self._notation.addItem(label, notation)
        self._notation.setCurrentIndex(self._notation.findData(settings.notation))
        self._tones = QComboBox()
        for tones, label in (
            (Tones.CITATION, translate("Settings", "As in the dictionary: yī gè, bù shì, nǐ hǎo")),
            (Tones.SPOKEN, translate("Settings", "As spoken: yí gè, bú shì, ní hǎo")),
        ):
            self._tones.addItem(label, tones)
        self._tones.setCurrentIndex(self._tones.findData(settings.tones))
        self._standard = QComboBox()
        for standard, label in (
            (Standard.MAINLAND, translate("Settings", "Mainland: xīngqī")),
            (Standard.TAIWAN, translate("Settings", "Taiwan: xīngqí")),
        ):
            self._standard.addItem(label, standard)
        self._standard.setCurrentIndex(self._standard.findData(settings.standard))
        self._guesses = QCheckBox(translate("Settings", "Mark where the conversion had to guess"))
        self._guesses.setChecked(settings.mark_guesses)
        self.card = CardSettings(self, settings)
        self.folder = FolderSetting(self, settings)
        self._lay_out()
        self._own_font.toggled.connect(self._edit)
        self._family.currentFontChanged.connect(self._edit)
        self._theme.currentIndexChanged.connect(self._edit)
        self._forms.currentIndexChanged.connect(self._edit)
        self._notation.currentIndexChanged.connect(self._edit)
        self._guesses.toggled.connect(self._edit)
        self._tones.currentIndexChanged.connect(self._edit)
        self._standard.currentIndexChanged.connect(self._edit)
        self.card.edited.connect(self._edit)
        self.folder.edited.connect(self._edit)

    def _lay_out(self) -> None:
        layout = QFormLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setVerticalSpacing(12)
        layout.addRow(translate("Settings", "&Theme"), self._theme)
        layout.addRow("", self._own_font)
        layout.addRow(translate("Settings", "&Font"), self._family)
        layout.addRow(translate("Settings", "Traditional &characters"), self._forms)
        layout.addRow("", self._guesses)
        layout.addRow(translate("Settings", "R&eadings"), self._notation)
        layout.addRow(translate("Settings", "T&ones"), self._tones)
        layout.addRow(translate("Settings", "St&andard"), self._standard)
        layout.addRow(self.card)
        layout.addRow(translate("Settings", "&Watched folder"), self.folder)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)

    def _edit(self) -> None:
        old, form = self._settings, self._forms.currentData()
        self._family.setEnabled(not self._own_font.isChecked())
        family = "" if self._own_font.isChecked() else self._family.currentFont().family()
        self._settings = replace(
            old,
            font_family=family,
            theme=self._theme.currentData(),
            traditional_form=Variant(form),
            variant=Variant(form) if old.variant is old.traditional_form else old.variant,
            notation=Notation(self._notation.currentData()),
            tones=Tones(self._tones.currentData()),
            standard=Standard(self._standard.currentData()),
            mark_guesses=self._guesses.isChecked(),
        )
        self._settings = self.folder.apply(self.card.apply(self._settings))
        self.settings_edited.emit(self._settings)


def theme_name(name: str) -> str:
    """What a theme is called in the window; a theme that we don't know keeps its own name."""
    known = {
        "light": translate("Settings", "Light"),
        "sepia": translate("Settings", "Sepia"),
        "dark": translate("Settings", "Dark"),
    }
    return known.get(name, name)
