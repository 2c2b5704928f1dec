"""Who does not see the window hears what everything in it is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QTextEdit,
)
QT_OWN = {
    "qt_toolbar_ext_button",
    "qt_menubar_ext_button",
    "qt_spinbox_lineedit",
    "qt_tableview_cornerbutton",
}
"""Parts that Qt makes of its own controls, and names by those or not at all."""
TEXT = "夜市\n\n天一黑，夜市就热闹起来了。\n"
DIALOGS = ("settings", "shortcuts", "about", "original", "details", "correct", "phrases", "address")


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a text, all its panels, the find bar and a pinned card."""
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_text(TEXT)
    qtbot.waitUntil(lambda: window.pointer.has_words)
    return window


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader knows of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return interface(widget).text(QAccessible.Text.Name)


def list_nameless(root: QWidget) -> list[str]:
    """The controls in it that a screen reader could say nothing of."""
    return [
        f"{type(control).__name__} {control.objectName()} in {describe_parents(control)}"
        for control in list_controls(root)
        if not name(control).strip()
    ]


def list_controls(root: QWidget) -> Iterator[QWidget]:
    """What can be used, without the parts that Qt makes of it."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QKeySequenceEdit)
        inner = inner or isinstance(widget, QHeaderView)  # a part of its table
        shown = not widget.isHidden() and widget.objectName() not in QT_OWN
        if isinstance(widget, CONTROLS) and shown and not inner:
            container = widget.parentWidget()
            if container and "Private" not in container.metaObject().className():
                yield widget


def list_cut_off(dialog: SettingsDialog) -> list[QScrollArea]:
    """The pages in view that would have to be scrolled sideways."""
    shown = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    return [area for area in shown if area.horizontalScrollBar().maximum() > 0]


def describe_parents(widget: QWidget) -> str:
    """Where a widget is, for the report of a failure."""
    names = []
    parent = widget.parentWidget()
    while parent:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


def test_every_control_of_the_window_has_a_name(qtbot: QtBot, reading: MainWindow) -> None:
    for panel in ("contents", "bookmarks"):
        reading.actions_by_name[panel].trigger()
    reading.actions_by_name["find"].trigger()
    reading.pointer.walk(1)
    reading.actions_by_name["card"].trigger()
    reading.actions_by_name["strokes"].trigger()
    qtbot.waitUntil(lambda: reading.card.extra is not None)
    for line in reading.findChildren(QLineEdit):
        line.setText("9")  # the button that empties it appears
    assert list_nameless(reading) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(reading: MainWindow, action: str) -> None:
    reading.pointer.walk(1)
    reading.actions_by_name[action].trigger()
    dialogs = [dialog for dialog in reading.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    for dialog in dialogs:
        assert dialog.windowTitle()
        assert list_nameless(dialog) == []
        dialog.reject()


def test_every_page_of_the_settings_says_what_its_controls_are(reading: MainWindow) -> None:
    reading.show_settings()
    dialog = reading.findChild(SettingsDialog)
    assert dialog
    for page in dialog.pages:
        assert list_nameless(page) == []
        assert name(page) == page.title
    dialog.reject()


def test_text_card_and_list_have_roles_and_names(reading: MainWindow) -> None:
    reading.pointer.walk(1)
    role = QAccessible.Role
    assert interface(reading.pane).role() == role.EditableText
    assert interface(reading.pane).state().readOnly
    assert name(reading.pane) == "夜市"
    assert interface(reading.library_view.list).role() == role.List
    assert name(reading.library_view.list)
    assert name(reading.card) == "Word"
    assert "yèshì" in name(reading.card.body)
    assert all(name(bar) for bar in reading.findChildren(QToolBar))


def test_a_word_that_is_walked_to_is_said_with_reading_and_gloss(
    qtbot: QtBot, reading: MainWindow
) -> None:
    with qtbot.waitSignal(reading.explaining.announced) as said:
        reading.actions_by_name["word_on"].trigger()
    (sentence,) = said.args or [""]
    assert "夜市" in sentence
    assert "yèshì" in sentence
    assert "market" in sentence


def test_what_the_program_tells_is_said(qtbot: QtBot, reading: MainWindow) -> None:
    with qtbot.waitSignal(reading.messages.announced) as said:
        reading.actions_by_name["add_bookmark"].trigger()
    (sentence,) = said.args or [""]
    assert sentence == reading.messages.sentence


def test_scroll_bars_are_not_stops_of_the_keyboard(reading: MainWindow) -> None:
    bars = [bar for bar in reading.findChildren(QScrollBar) if bar.focusPolicy().value]
    assert bars == []


def test_nothing_is_cut_off_in_a_narrow_window(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(480, 640)
    assert reading.width() == 480
    reading.show_settings()
    dialog = reading.findChild(SettingsDialog)
    assert dialog
    for row, page in enumerate(dialog.pages):
        dialog.list.setCurrentRow(row)
        assert page.isVisible()
        qtbot.waitUntil(lambda: list_cut_off(dialog) == [])
    dialog.reject()


def test_a_picture_at_twice_the_scale_shows_the_same_window(tmp_path: Path) -> None:
    file, picture = tmp_path / "text.txt", tmp_path / "out.png"
    file.write_text(TEXT, "utf-8")
    command = (sys.executable, "-m", "reader", "--data-dir", str(tmp_path / "data"))
    subprocess.run(  # noqa: S603  # our own program
        (*command, "--screenshot", str(picture), "--size", "600x500", str(file)),
        check=True,
        timeout=60,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
    )
    assert QImage(str(picture)).width() == 1200
