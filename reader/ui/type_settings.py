"""The page of the settings for how a text looks: colours, font, and how it is set."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QLabel
from typing_extensions import override

from reader.core.settings import LARGEST_FONT, SMALLEST_FONT, Settings
from reader.core.typography import BOUNDS
from reader.ui.choices import SYSTEM_THEME
from reader.ui.fonts import Faces, chinese_families, fit_family, reading_font
from reader.ui.settings_page import SettingsPage, choose_data
from reader.ui.translation import translate

PREVIEW_SIZE = 20


@dataclass(frozen=True, slots=True)
class Sample:
    """A few words of what is being read, and the faces for their script."""

    text: str
    faces: Faces


class TypeSettings(SettingsPage):
    """Theme, font with a preview, line height, margins, measure, indent, space."""

    def __init__(self, sample: Sample, themes: Iterable[str]) -> None:
        super().__init__(translate("Settings", "Text"))
        self._sample = sample
        self._family_before = ""
        system = (SYSTEM_THEME, translate("Settings", "As the system"))
        named = ((name, theme_name(name)) for name in themes)
        self.theme = self.add_choice(translate("Settings", "&Theme"), (*named, system))
        self._families = chinese_families(sample.faces.region)
        by_script = ("", translate("Settings", "Chosen by the script"))
        families = ((family, family) for family in self._families)
        self.family = self.add_choice(translate("Settings", "&Font"), (by_script, *families))
        _draw_each_in_itself(self.family)
        self.preview = QLabel(sample.text)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setAccessibleName(translate("Settings", "Preview of the font"))
        self.preview.setObjectName("preview")
        self.preview.setWordWrap(True)
        self.form.addRow(self.preview)
        per_cent = translate("Settings", " %")
        self.font_size = self.add_number(
            translate("Settings", "&Size"),
            (SMALLEST_FONT, LARGEST_FONT),
            translate("Settings", " pt"),
        )
        self.line_height = self.add_number(
            translate("Settings", "Line &height"), BOUNDS["line_height"], per_cent, 5
        )
        self.paragraph_space = self.add_number(
            translate("Settings", "Space between &paragraphs"),
            BOUNDS["paragraph_space"],
            per_cent,
            10,
        )
        self.measure = self.add_number(
            translate("Settings", "&Line length"),
            BOUNDS["measure"],
            translate("Settings", " characters"),
        )
        self.margin = self.add_number(
            translate("Settings", "&Margins"), BOUNDS["margin"], translate("Settings", " px"), 4
        )
        self.indent = self.add_switch(
            translate("Settings", "&Indent the first line by two characters")
        )

    @override
    def fill(self, settings: Settings) -> None:
        choose_data(self.theme, settings.theme)
        if self.theme.currentIndex() < 0:
            self.theme.setCurrentIndex(0)
        self._family_before = settings.font_family
        own = self._fit(settings.font_family)
        if self.family.findData(own) < 0:
            self.family.addItem(own, own)
        choose_data(self.family, own)
        self.font_size.setValue(settings.font_size)
        typography = settings.typography
        self.line_height.setValue(typography.line_height)
        self.paragraph_space.setValue(typography.paragraph_space)
        self.measure.setValue(typography.measure)
        self.margin.setValue(typography.margin)
        self.indent.setChecked(typography.indent)
        self._show_preview(settings.font_family)

    @override
    def apply(self, settings: Settings) -> Settings:
        chosen = str(self.family.currentData() or "")
        # A sibling that stands in for the family in this script is no choice of another.
        kept = chosen == self._fit(self._family_before)
        family = self._family_before if kept else chosen
        self._show_preview(family)
        return replace(
            settings,
            theme=str(self.theme.currentData()),
            font_family=family,
            font_size=self.font_size.value(),
            line_height=self.line_height.value(),
            paragraph_space=self.paragraph_space.value(),
            measure=self.measure.value(),
            margin=self.margin.value(),
            indent=self.indent.isChecked(),
        )

    def _fit(self, family: str) -> str:
        return fit_family(family, self._sample.faces.region, list(self._families))

    def _show_preview(self, family: str) -> None:
        self.preview.setFont(reading_font(family, PREVIEW_SIZE, self._sample.faces))


def theme_name(name: str) -> str:
    """What a theme is called in the window; a theme that we don't know keeps its own name."""
    known = {
        "light": translate("Settings", "Light"),
        "sepia": translate("Settings", "Sepia"),
        "dark": translate("Settings", "Dark"),
        "black": translate("Settings", "Black"),
    }
    return known.get(name, name)


def _draw_each_in_itself(box: QComboBox) -> None:
    for row in range(1, box.count()):
        box.setItemData(row, QFont(box.itemText(row)), Qt.ItemDataRole.FontRole)
