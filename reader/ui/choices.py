"""The settings of the running program: the one place that changes and saves them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.core.script import Variant
from reader.core.settings import Settings, save_settings
from reader.ui.attempt import attempt
from reader.ui.theme import Theme

SYSTEM_THEME = "system"
"""The theme that is light or dark as the system is."""


class Choices(QObject):
    """What the learner chose, saved at every change."""

    settings_changed = Signal(Settings)
    failed = Signal(Exception)

    def __init__(self, settings: Settings, file: Path, themes: dict[str, Theme]) -> None:
        super().__init__()
        self.settings = settings
        self.themes = themes
        self._file = file
        self._saved = settings
        # The disk may take its time: first the window shows what was chosen.
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.save)
        self._system_dark = False

    @property
    def theme(self) -> Theme:
        """The chosen theme, or the first where there is none of that name."""
        name = self.settings.theme
        if name == SYSTEM_THEME:
            name = "dark" if self._system_dark else "light"
        return self.themes.get(name) or next(iter(self.themes.values()))

    def follow_system(self, scheme: Qt.ColorScheme) -> None:
        """The system has become light or dark: show it at once, if that is what is wanted."""
        before, self._system_dark = self.theme, scheme is Qt.ColorScheme.Dark
        if self.theme is not before:
            self.settings_changed.emit(self.settings)

    def choose(self, settings: Settings) -> None:
        """Take other settings and tell them; they are saved as soon as the window has drawn."""
        if settings == self.settings:
            return
        self.settings = settings
        self.settings_changed.emit(settings)
        self._later.start()

    def save(self) -> None:
        """Save what is not saved yet."""
        self._later.stop()
        settings = self.settings
        if settings != self._saved:
            attempt(lambda: save_settings(settings, self._file), self.failed.emit)
            self._saved = settings

    def change(self, **fields: Any) -> None:
        """Change some fields of the settings."""
        self.choose(replace(self.settings, **fields))

    def switch(self, name: str, on: bool) -> None:
        """Set one of the settings that are on or off."""
        self.change(**{name: on})

    def set_variant(self, variant: Variant) -> None:
        """Show texts in another script."""
        self.change(variant=variant)

    def set_proofread(self, proofread: bool) -> None:
        """Show badly converted traditional text as it is usually written, or as it is."""
        self.change(proofread=proofread)

    def set_font_size(self, size: int) -> None:
        """Set texts in another size, in points."""
        self.choose(self.settings.with_font_size(size))

    def step_font(self, step: int) -> None:
        """A little larger (1) or smaller (-1): by one point, by more in large sizes."""
        size = self.settings.font_size
        self.set_font_size(size + step * max(1, size // 16))

    def reset_font(self) -> None:
        """Go back to the standard size."""
        self.set_font_size(Settings().font_size)

    def choose_next_theme(self) -> None:
        """Change to the next theme in turn."""
        names = list(self.themes)
        self.change(theme=names[(names.index(self.theme.name) + 1) % len(names)])
