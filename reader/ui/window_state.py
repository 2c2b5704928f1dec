"""Where the window is and which of its panels are shown, over restarts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

USUAL_SIZE = (1200, 840)


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel, the action that shows and hides it, and whether it is there at first."""

    widget: QWidget
    action: QAction
    usual: bool = False


class WindowState:
    """Kept in a file of its own beside the settings: it is of this machine, not of the reader."""

    def __init__(
        self, file: Path, window: QMainWindow, splitter: QSplitter, panels: Mapping[str, Panel]
    ) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._window = window
        self._splitter = splitter
        self._panels = panels

    def restore(self) -> None:
        """Put everything where it was, or where it is as a rule."""
        geometry = self._store.value("geometry")
        if geometry is None or not self._window.restoreGeometry(geometry):
            self._window.resize(*USUAL_SIZE)
        splitter = self._store.value("panels")
        if splitter is not None:
            self._splitter.restoreState(splitter)
        for name, panel in self._panels.items():
            shown = self._store.value(name, str(panel.usual).lower()) == "true"
            panel.action.setChecked(shown)
            panel.widget.setVisible(shown)

    def save(self) -> None:
        """Remember how it is."""
        self._store.setValue("geometry", self._window.saveGeometry())
        self._store.setValue("panels", self._splitter.saveState())
        for name, panel in self._panels.items():
            self._store.setValue(name, str(panel.action.isChecked()).lower())
