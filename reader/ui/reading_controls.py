"""The small controls of the toolbar: script switch, font size."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSpinBox, QToolButton, QWidget

from reader.core.script import Variant
from reader.core.settings import LARGEST_FONT, SMALLEST_FONT, Settings
from reader.ui.translation import translate


class ScriptSwitch(QWidget):
    """Three buttons: as written, simplified, traditional."""

    variant_chosen = Signal(Variant)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        self._group = QButtonGroup(self)
        self._variants = [Variant.AS_WRITTEN, Variant.SIMPLIFIED, Variant.TRADITIONAL]
        for number, (sign, name) in enumerate(
            (
                ("原", translate("Script", "As written")),
                ("简", translate("Script", "Simplified")),
                ("繁", translate("Script", "Traditional")),
            )
        ):
            button = QToolButton()
            button.setText(sign)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"{name} (Ctrl+T)")
            button.setAccessibleName(name)
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.idClicked.connect(self._tell)

    def set_settings(self, settings: Settings) -> None:
        """Show which script is chosen, and which forms the third button means."""
        self._variants[2] = settings.traditional_form
        number = self._variants.index(settings.variant) if settings.variant in self._variants else 2
        self._group.button(number).setChecked(True)

    def choose_next(self) -> None:
        """What Ctrl+T does: the next of the three."""
        self._tell((self._group.checkedId() + 1) % len(self._variants))

    def _tell(self, number: int) -> None:
        self.variant_chosen.emit(self._variants[number])


class FontSize(QSpinBox):
    """The size of the text in points."""

    size_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(SMALLEST_FONT, LARGEST_FONT)
        self.setSuffix(translate("FontSize", " pt"))
        self.setKeyboardTracking(False)
        self.setFixedWidth(78)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setToolTip(translate("FontSize", "Size of the text"))
        self.setAccessibleName(self.toolTip())
        self.valueChanged.connect(self.size_chosen)

    def set_settings(self, settings: Settings) -> None:
        """Show the size that is chosen, without telling of it."""
        self.blockSignals(True)
        self.setValue(settings.font_size)
        self.blockSignals(False)
