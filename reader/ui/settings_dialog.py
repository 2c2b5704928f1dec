"""What the toolbar has no room for. Every change shows at once; there is nothing to confirm."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reader.core.settings import Settings
from reader.ui.card_settings import CardSettings
from reader.ui.layer_settings import LayerSettings
from reader.ui.library_settings import LibrarySettings
from reader.ui.script_settings import ScriptSettings
from reader.ui.settings_page import SettingsPage
from reader.ui.shortcut_settings import ShortcutSettings
from reader.ui.speech_settings import SpeechSettings
from reader.ui.translation import translate
from reader.ui.type_settings import Sample, TypeSettings

NARROW = 560
"""Pixels below which the list of pages stands above them."""
LOW_LIST = 112
UNBOUND = (1 << 24) - 1


def make_pages(
    sample: Sample, themes: Iterable[str], silence: str = ""
) -> tuple[SettingsPage, ...]:
    """The pages of the settings, in the order of their list.

    ``silence``: why nothing can be read aloud, empty where it can.
    """
    return (
        TypeSettings(sample, themes),
        ScriptSettings(),
        LayerSettings(),
        CardSettings(),
        SpeechSettings(silence),
        LibrarySettings(),
        ShortcutSettings(),
    )


class SettingsDialog(QDialog):
    """A list of pages, the page that is chosen in it, and a way back to the defaults."""

    settings_edited = Signal(Settings)

    def __init__(
        self, parent: QWidget, settings: Settings, pages: tuple[SettingsPage, ...]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Settings", "Settings"))
        self._settings = settings
        self._filling = False
        self.pages = pages
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(translate("Settings", "Pages of the settings"))
        self._stack = QStackedWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for page in pages:
            self.list.addItem(page.title)
            self._stack.addWidget(_scroll(page))
            self._fill(page, settings)
            page.edited.connect(self._edit)
        self._lay_out(parent)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)

    def _lay_out(self, parent: QWidget) -> None:
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.RestoreDefaults | kinds.Close)
        buttons.rejected.connect(self.reject)
        self.defaults = buttons.button(kinds.RestoreDefaults)
        self.defaults.setText(translate("Settings", "Defaults of this page"))
        self.defaults.clicked.connect(self.restore)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(self._sides, 1)
        column.addWidget(buttons)
        room = parent.size()
        self.resize(min(640, max(420, room.width() - 40)), min(600, max(360, room.height() - 40)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the pages where both would not fit beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= NARROW
        metrics, sides = QFontMetrics(self.list.font()), QBoxLayout.Direction
        widest = max(metrics.horizontalAdvance(page.title) for page in self.pages) + 30
        self._sides.setDirection(sides.LeftToRight if beside else sides.TopToBottom)
        self.list.setMaximumSize(*((widest, UNBOUND) if beside else (UNBOUND, LOW_LIST)))
        self.list.setMinimumWidth(widest)

    def restore(self) -> None:
        """Take back what was chosen on the page that is shown."""
        self._fill(self.pages[self.list.currentRow()], Settings())
        self._edit()

    def _fill(self, page: SettingsPage, settings: Settings) -> None:
        """Show settings on a page without taking that for many choices."""
        self._filling = True
        page.fill(settings)
        self._filling = False

    def _edit(self) -> None:
        if self._filling:
            return
        for page in self.pages:
            self._settings = page.apply(self._settings)
        self.settings_edited.emit(self._settings)


def _scroll(page: SettingsPage) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
