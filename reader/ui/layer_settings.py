"""The page of the settings for what is laid over the text."""

from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from reader.core.layers import (
    LARGEST_RUBY,
    SMALLEST_RUBY,
    Hsk,
    Layers,
    Palette,
    RubyOn,
    RubyUnit,
    Scale,
)
from reader.core.settings import Settings
from reader.core.tone_colours import find_alike, read_colours
from reader.ui.settings_page import SettingsPage, choose_data
from reader.ui.translation import translate

HIGHEST = 6
"""Above the levels 7-9 there is nothing that could need a reading."""


class LayerSettings(SettingsPage):
    """Readings above the text, colours of tones, marks of how common words are."""

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Readings and colours"))
        self._layers = Layers()
        self._ruby_colour = ""
        self._own = read_colours("")
        self._add_ruby()
        self._add_tones()
        self._add_levels()

    def _add_ruby(self) -> None:
        self.ruby = self.add_switch(translate("Settings", "Readings above the text (R)"))
        self.ruby_on = self.add_choice(
            translate("Settings", "Above (Shift+R)"),
            (
                (RubyOn.ALL, translate("Settings", "All words")),
                (RubyOn.LEVEL, translate("Settings", "Words beyond an HSK level")),
                (RubyOn.UNKNOWN, translate("Settings", "Words that I do not know yet")),
                (RubyOn.POINTER, translate("Settings", "The word under the pointer")),
            ),
        )
        self.level = self.add_number(translate("Settings", "HSK level"), (0, HIGHEST))
        self.hsk = self.add_choice(
            translate("Settings", "Standard of the HSK"),
            (
                (Hsk.OLD, translate("Settings", "HSK 2.0 (2012)")),
                (Hsk.NEW, translate("Settings", "HSK 3.0 (2021)")),
                (Hsk.NEWEST, translate("Settings", "HSK 3.0 (2025)")),
            ),
        )
        self.unit = self.add_choice(
            translate("Settings", "Written"),
            (
                (RubyUnit.WORD, translate("Settings", "Word by word: xiànzài")),
                (RubyUnit.CHARACTER, translate("Settings", "Character by character: xiàn zài")),
            ),
        )
        self.ruby_size = self.add_number(
            translate("Settings", "Size of readings"),
            (SMALLEST_RUBY, LARGEST_RUBY),
            translate("Settings", " %"),
            5,
        )
        self.colour = _Swatch(translate("Settings", "Colour of readings"))
        self.quiet = QPushButton(translate("Settings", "As the theme has it"))
        row = QHBoxLayout()
        row.addWidget(self.colour)
        row.addWidget(self.quiet, 1)
        self.form.addRow(translate("Settings", "Colour of readings"), row)
        self.colour.clicked.connect(self._ask_for_colour)
        self.quiet.clicked.connect(lambda: self._take_colour(""))

    def _add_tones(self) -> None:
        self.tones = self.add_switch(translate("Settings", "Colours of tones (T)"))
        self.on_text = self.add_switch(translate("Settings", "… of characters"))
        self.on_ruby = self.add_switch(translate("Settings", "… of readings above them"))
        self.on_card = self.add_switch(translate("Settings", "… of readings on the card"))
        self.palette_choice = self.add_choice(
            translate("Settings", "Colours"),
            (
                (Palette.PLECO, translate("Settings", "Red, green, blue, violet (Pleco)")),
                (Palette.DUMMITT, translate("Settings", "Red, orange, green, blue (Dummitt)")),
                (Palette.HANPING, translate("Settings", "Blue, green, orange, red (Hanping)")),
                (Palette.OWN, translate("Settings", "My own")),
            ),
        )
        self.swatches = [
            _Swatch(translate("Settings", "Tone {tone}").format(tone=tone)) for tone in range(1, 6)
        ]
        self.own_row = QWidget()
        row = QHBoxLayout(self.own_row)
        row.setContentsMargins(0, 0, 0, 0)
        for number, swatch in enumerate(self.swatches):
            row.addWidget(swatch)
            swatch.clicked.connect(lambda _=False, at=number: self._ask_for_tone(at))
        self.form.addRow(translate("Settings", "My colours, tones 1 to 5"), self.own_row)
        self.alike = QLabel()
        self.alike.setWordWrap(True)
        self.form.addRow(self.alike)

    def _add_levels(self) -> None:
        self.marked = self.add_switch(translate("Settings", "Underline how common words are (H)"))
        self.scale = self.add_choice(
            translate("Settings", "By"),
            (
                (Scale.LEVEL, translate("Settings", "HSK level: from blue (1) to red (7–9)")),
                (Scale.FREQUENCY, translate("Settings", "Frequency: from blue (common) to rare")),
            ),
        )

    @override
    def fill(self, settings: Settings) -> None:
        layers = self._layers = settings.layers
        self._ruby_colour, self._own = layers.ruby_colour, read_colours(layers.own_tones)
        for box, on in (
            (self.ruby, layers.ruby),
            (self.tones, layers.tones),
            (self.on_text, layers.tones_on_text),
            (self.on_ruby, layers.tones_on_ruby),
            (self.on_card, layers.tones_on_card),
            (self.marked, layers.words_marked),
        ):
            box.setChecked(on)
        choose_data(self.ruby_on, layers.ruby_on)
        choose_data(self.hsk, layers.hsk)
        choose_data(self.unit, layers.ruby_unit)
        choose_data(self.palette_choice, layers.palette)
        choose_data(self.scale, layers.scale)
        self.level.setValue(layers.ruby_level)
        self.ruby_size.setValue(layers.ruby_size)
        self._show_colours()

    @override
    def apply(self, settings: Settings) -> Settings:
        self._layers = replace(
            settings.layers,
            ruby=self.ruby.isChecked(),
            ruby_on=RubyOn(self.ruby_on.currentData()),
            ruby_unit=RubyUnit(self.unit.currentData()),
            ruby_level=self.level.value(),
            ruby_size=self.ruby_size.value(),
            ruby_colour=self._ruby_colour,
            hsk=Hsk(self.hsk.currentData()),
            tones=self.tones.isChecked(),
            tones_on_text=self.on_text.isChecked(),
            tones_on_ruby=self.on_ruby.isChecked(),
            tones_on_card=self.on_card.isChecked(),
            palette=Palette(self.palette_choice.currentData()),
            own_tones=" ".join(self._own),
            words_marked=self.marked.isChecked(),
            scale=Scale(self.scale.currentData()),
        )
        self._show_colours()
        return replace(settings, layers=self._layers)

    def choose_tone(self, at: int, colour: str) -> None:
        """Give a tone (from 0) a colour of one's own."""
        own = [*self._own]
        own[at] = colour
        self._own = read_colours(" ".join(own))
        self.edited.emit()

    def _show_colours(self) -> None:
        own = self._layers.palette is Palette.OWN
        self.form.setRowVisible(self.own_row, own)
        for swatch, colour in zip(self.swatches, self._own, strict=True):
            swatch.show_colour(colour)
        self.colour.show_colour(self._ruby_colour)
        alike = find_alike(self._own) if own else []
        self.form.setRowVisible(self.alike, bool(alike))
        sentence = translate(
            "Settings", "Not everybody can tell the colours of these tones apart: {pairs}."
        )
        pairs = ", ".join(f"{one}–{other}" for one, other in alike)
        self.alike.setText(sentence.format(pairs=pairs))

    def _ask_for_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._ruby_colour), self)
        if colour.isValid():
            self._take_colour(colour.name())

    def _take_colour(self, colour: str) -> None:
        self._ruby_colour = colour
        self.edited.emit()

    def _ask_for_tone(self, at: int) -> None:
        colour = QColorDialog.getColor(QColor(self._own[at]), self)
        if colour.isValid():
            self.choose_tone(at, colour.name())


class _Swatch(QPushButton):
    """A button that shows a colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedWidth(44)

    def show_colour(self, colour: str) -> None:
        """Show a colour; none where it is empty."""
        self.setStyleSheet(f"background: {colour};" if colour else "")
