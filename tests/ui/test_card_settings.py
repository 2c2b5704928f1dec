"""What a learner chooses about the card."""

from pytestqt.qtbot import QtBot

from reader.core.card import CardOn
from reader.core.settings import Settings
from reader.ui.card_settings import CardSettings
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog


def test_what_is_chosen_holds_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    card = dialog.findChild(CardSettings)
    assert card
    with qtbot.waitSignal(window.choices.settings_changed):
        card.on.setCurrentIndex(card.on.findData(CardOn.KEY))
    with qtbot.waitSignal(window.choices.settings_changed):
        card.parts["card_glosses"].setChecked(False)
    assert window.choices.settings.card_on is CardOn.KEY
    assert not window.choices.settings.card_parts.glosses
    assert window.choices.settings.hover_delay == Settings().hover_delay
    dialog.reject()
