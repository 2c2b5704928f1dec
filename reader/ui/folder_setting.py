"""The folder that is watched: choose one, or none."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from reader.core.settings import Settings
from reader.ui.translation import translate


class FolderSetting(QWidget):
    """Its path, elided in the middle, and two buttons."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = ""
        self._path = QLabel()
        self._path.setTextFormat(Qt.TextFormat.PlainText)
        self._path.setMinimumWidth(1)
        self.choose_button = QPushButton(translate("Settings", "C&hoose…"))
        self.stop_button = QPushButton(translate("Settings", "None"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._path, 1)
        layout.addWidget(self.choose_button)
        layout.addWidget(self.stop_button)
        self.setToolTip(hint())
        self.choose_button.clicked.connect(self._ask)
        self.stop_button.clicked.connect(lambda: self.choose(""))
        self._show()

    def apply(self, settings: Settings) -> Settings:
        """The settings with this choice."""
        return replace(settings, watched_folder=self.folder)

    def choose(self, folder: str) -> None:
        """Watch another folder; none where it is empty."""
        if folder != self.folder:
            self.folder = folder
            self._show()
            self.edited.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _ask(self) -> None:
        title = translate("Settings", "Watch a folder")
        folder = QFileDialog.getExistingDirectory(self, title, self.folder)
        if folder:
            self.choose(folder)

    def _show(self) -> None:
        words = self.folder or translate("Settings", "None")
        middle = Qt.TextElideMode.ElideMiddle
        self._path.setText(self.fontMetrics().elidedText(words, middle, self._path.width()))
        self.stop_button.setEnabled(bool(self.folder))


def hint() -> str:
    """What it means to watch a folder."""
    return translate(
        "Settings",
        "New and changed texts in this folder, and in the folders in it, join the library by "
        "themselves.",
    )
