"""What a learner chooses about the card."""

from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from reader.core.card import CardOn
from reader.core.settings import Settings
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog


def test_what_is_chosen_holds_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    on = next(box for box in dialog.card.findChildren(QComboBox) if box.findData(CardOn.KEY) >= 0)
    with qtbot.waitSignal(window.choices.settings_changed):
        on.setCurrentIndex(on.findData(CardOn.KEY))
    meanings = next(b for b in dialog.card.findChildren(QCheckBox) if b.text() == "Meanings")
    with qtbot.waitSignal(window.choices.settings_changed):
        meanings.setChecked(False)
    assert window.choices.settings.card_on is CardOn.KEY
    assert not window.choices.settings.card_parts.glosses
    assert window.choices.settings.hover_delay == Settings().hover_delay
    dialog.reject()
