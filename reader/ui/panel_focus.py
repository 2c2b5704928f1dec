"""The way of the keyboard between the text and the panels around it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class PanelFocus(QObject):
    """Every panel is reached by one key, and Esc leads back to the text."""

    def __init__(
        self,
        text: QWidget,
        panels: Sequence[QWidget],
        escapes: Sequence[Callable[[], bool]],
    ) -> None:
        """``panels``: what takes the keyboard in each of them, in the order of the window.

        ``escapes``: what Esc ends first, each telling whether there was something to end.
        """
        super().__init__(text)
        self._text = text
        self._panels = (text, *panels)
        self._escapes = tuple(escapes)

    def enter(self, panel: QWidget, *, shown: bool) -> None:
        """A panel was shown or hidden: the keyboard goes there, or back to the text."""
        (panel if shown else self._text).setFocus()

    def go_on(self) -> None:
        """Put the keyboard into the next panel that is in view, and after the last the text."""
        there = [panel for panel in self._panels if panel.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, panel in enumerate(there) if focus and _holds(panel, focus)), -1)
        if there:
            there[(at + 1) % len(there)].setFocus()

    def escape(self) -> None:
        """End what can be ended, and come back to the text."""
        for end in self._escapes:
            if end():
                break
        self._text.setFocus()


def _holds(panel: QWidget, focus: QWidget) -> bool:
    """Whether the keyboard is in the panel: in its list, or in the line above that."""
    around = panel.parentWidget()
    beside = around is not None and around.parentWidget() is focus.parentWidget()
    return focus is panel or focus.parentWidget() is around or beside
