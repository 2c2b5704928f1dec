"""Asks for the address of a page or a feed, and says that it is going to be loaded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.text import is_address
from reader.ui.translation import translate

WIDTH = 520


class AddressDialog(QDialog):
    """A line for the address. Nothing is loaded before it is closed with Load."""

    address_chosen = Signal(str, bool)
    """The address, and whether it may be one of the learner's own network."""

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Address", "Open an address"))
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(translate("Address", "Address"))
        self.address.selectAll()
        self.private = QCheckBox(translate("Address", "Also from my &own network"))
        self.private.setToolTip(
            translate("Address", "Computers at home or at work, and this one: 192.168.…, localhost")
        )
        words = QLabel(
            translate(
                "Address",
                "The text of the page, or every entry of a feed, joins your library. It is loaded "
                "once, now; its pictures and programs are not.",
            )
        )
        words.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.load_button = self._buttons.button(buttons.Ok)
        self.load_button.setText(translate("Address", "&Load"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        for part in (self.address, words, self.private, self._buttons):
            layout.addWidget(part)
        self.setMinimumWidth(min(WIDTH, parent.width() - 40))
        self._buttons.accepted.connect(self.accept_address)
        self._buttons.rejected.connect(self.reject)
        self.address.textChanged.connect(self._check)
        self._check()

    def accept_address(self) -> None:
        """Tell of the address and close."""
        address = complete(self.address.text())
        if is_address(address):
            self.address_chosen.emit(address, self.private.isChecked())
            self.accept()

    def _check(self) -> None:
        self.load_button.setEnabled(is_address(complete(self.address.text())))


def complete(text: str) -> str:
    """The address that is meant by what was typed: ``example.cn/a`` is one on the web."""
    text = text.strip()
    host = text.partition("/")[0]
    return f"https://{text}" if text and "://" not in text and "." in host else text
