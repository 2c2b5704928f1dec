"""The text alone on the screen: everything else goes, and comes back as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own word for no bound; PySide6 does not hand it on."""


class FullScreen(QObject):
    """F11 and Esc; what a learner shows meanwhile, such as the contents, stays."""

    changed = Signal(bool)

    def __init__(
        self, window: QMainWindow, panels: Sequence[QWidget], lines: Sequence[QWidget]
    ) -> None:
        """``panels``: what is beside the text, and may be shown again meanwhile.

        ``lines``: what is above and below it, and shows itself whenever it has news.
        """
        super().__init__(window)
        self._window = window
        self._panels = tuple(panels)
        self._lines = tuple(lines)
        self._hidden: tuple[QWidget, ...] = ()
        self._maximized = False

    @property
    def on(self) -> bool:
        """Whether the text is alone."""
        return bool(self._hidden)

    def set_on(self, on: bool) -> None:
        """Let everything else go, or bring it back."""
        if on and not self.on:
            self._enter()
        elif not on:
            self.leave()

    def leave(self) -> bool:
        """Bring everything back; whether it was gone."""
        was_on = self.on
        if was_on:
            for part in self._hidden:
                part.show()
            self._hidden = ()
            self._squeeze(False)
            if self._maximized:
                self._window.showMaximized()
            else:
                self._window.showNormal()
            self.changed.emit(False)
        return was_on

    def _enter(self) -> None:
        bars = (self._window.menuBar(), *self._window.findChildren(QToolBar))
        self._hidden = tuple(part for part in (*bars, *self._panels) if not part.isHidden())
        for part in self._hidden:
            part.hide()
        self._squeeze(True)
        self._maximized = self._window.isMaximized()
        self._window.showFullScreen()
        self.changed.emit(True)

    def _squeeze(self, wanted: bool) -> None:
        for line in self._lines:
            line.setMaximumHeight(0 if wanted else QWIDGETSIZE_MAX)
            line.setEnabled(not wanted)
