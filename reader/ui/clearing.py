"""The small button that empties a line, with a name for who does not see it."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from reader.ui.translation import translate


def let_clear(line: QLineEdit) -> None:
    """Give a line the button; Qt makes it without a name."""
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(translate("Line", "Clear"))
