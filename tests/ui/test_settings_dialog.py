"""The pages of the settings, through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from reader.core.settings import Settings
from reader.ui.choices import SYSTEM_THEME
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.type_settings import TypeSettings

TEXT = (
    "夜市\n\n"
    + "天一黑，夜市就热闹起来了，卖什么的都有，谁都能找到自己喜欢的。" * 4
    + "\n\n人多。\n"
)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> SettingsDialog:
    """The dialog, over a text that is read."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    window.show_settings()
    found = window.findChild(SettingsDialog)
    assert found
    return found


@pytest.fixture
def text_page(dialog: SettingsDialog) -> TypeSettings:
    """Its page for how a text looks."""
    page = dialog.findChild(TypeSettings)
    assert page
    return page


def test_opening_and_closing_changes_nothing(window: MainWindow, dialog: SettingsDialog) -> None:
    before = window.choices.settings
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
    dialog.reject()
    assert window.choices.settings == before


def test_every_page_is_one_row_of_the_list(dialog: SettingsDialog) -> None:
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert titles == [page.title for page in dialog.pages]
    for row, page in enumerate(dialog.pages):
        dialog.list.setCurrentRow(row)
        assert page.isVisible()
    dialog.reject()


def test_typography_is_seen_at_once(
    window: MainWindow, dialog: SettingsDialog, text_page: TypeSettings
) -> None:
    def block_format() -> tuple[float, float, float]:
        found = window.pane.document().findBlockByNumber(1).blockFormat()
        return found.lineHeight(), found.textIndent(), found.bottomMargin()

    height, indent, below = block_format()
    text_page.line_height.setValue(260)
    assert block_format()[0] > height * 1.3
    assert indent > 0
    text_page.indent.setChecked(False)
    assert block_format()[1] == 0
    text_page.paragraph_space.setValue(150)
    assert block_format()[2] > below * 2
    dialog.reject()


def test_measure_and_margin_bound_the_column(
    window: MainWindow, dialog: SettingsDialog, text_page: TypeSettings
) -> None:
    def column() -> float:
        margins = window.pane.document().rootFrame().frameFormat()
        return window.pane.viewport().width() - margins.leftMargin() - margins.rightMargin()

    text_page.measure.setValue(20)
    em = QFontMetricsF(window.pane.document().defaultFont()).horizontalAdvance("文")
    assert abs(column() - 20 * em) < 2
    text_page.measure.setValue(80)
    text_page.margin.setValue(100)
    assert window.pane.document().rootFrame().frameFormat().leftMargin() >= 100
    dialog.reject()


def test_a_page_goes_back_to_its_defaults_and_leaves_the_others(
    window: MainWindow,
) -> None:
    window.choices.change(hover_delay=700)
    window.show_settings()
    again = window.findChildren(SettingsDialog)[-1]
    page = again.findChild(TypeSettings)
    assert page
    page.line_height.setValue(300)
    page.font_size.setValue(31)
    again.defaults.click()
    assert window.choices.settings.typography == Settings().typography
    assert window.choices.settings.font_size == Settings().font_size
    assert window.choices.settings.hover_delay == 700
    again.reject()


def test_the_preview_shows_the_text_in_the_font_that_is_chosen(
    window: MainWindow, dialog: SettingsDialog, text_page: TypeSettings
) -> None:
    assert text_page.preview.text() in TEXT
    text_page.family.setCurrentIndex(text_page.family.count() - 1)
    family = text_page.family.currentText()
    assert text_page.preview.font().families()[0] == family
    assert window.pane.document().defaultFont().families()[0] == family
    dialog.reject()


def test_the_theme_follows_the_system_at_once(qtbot: QtBot, window: MainWindow) -> None:
    hints = QGuiApplication.styleHints()
    window.choices.change(theme=SYSTEM_THEME)
    assert not window.choices.theme.dark
    with qtbot.waitSignal(window.choices.settings_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.choices.theme.dark
    assert window.palette().window().color().name() == window.choices.theme.window
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not window.choices.theme.dark


def test_a_chosen_theme_stays_whatever_the_system_does(window: MainWindow) -> None:
    window.choices.change(theme="sepia")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.choices.theme.name == "sepia"
