"""What the pages of the settings are made of: labelled controls that tell of every change."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from reader.core.settings import Settings


class SettingsPage(QWidget):
    """A page shows the settings that hold, and adds to them what is chosen on it."""

    edited = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(16, 8, 12, 8)
        self.form.setVerticalSpacing(12)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def fill(self, settings: Settings) -> None:
        """Show other settings."""
        raise NotImplementedError

    def apply(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        raise NotImplementedError

    def add_choice(self, label: str, choices: Iterable[tuple[object, str]]) -> QComboBox:
        """A row with one of several values, which are its data."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        for value, name in choices:
            box.addItem(name, value)
        box.currentIndexChanged.connect(self.edited)
        self.form.addRow(label, box)
        return box

    def add_number(
        self, label: str, bounds: tuple[int, int], suffix: str = "", step: int = 1
    ) -> QSpinBox:
        """A row with a number."""
        box = QSpinBox(minimum=bounds[0], maximum=bounds[1], singleStep=step)
        box.setSuffix(suffix)
        box.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding moves the arrows
        box.valueChanged.connect(self.edited)
        self.form.addRow(label, box)
        return box

    def add_switch(self, label: str) -> QCheckBox:
        """A row with yes or no."""
        box = QCheckBox(label)
        box.toggled.connect(self.edited)
        self.form.addRow(box)
        return box


def choose_data(box: QComboBox, value: object) -> None:
    """Show a value in a list of choices; nothing where it is none of them."""
    box.setCurrentIndex(box.findData(value))
