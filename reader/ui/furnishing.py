"""Where the parts of the window stand: menus, toolbar, panels, and what is beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.ui.actions import fill_menu_bar, fill_tool_bar
from reader.ui.translation import translate
from reader.ui.window_state import Panel, WindowState

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.main_window import MainWindow


NARROWEST = 260
"""Pixels for the text: seven characters of the usual size. Panels shrink for it."""


def furnish(window: MainWindow, file: Path) -> WindowState:
    """Put the parts of a window in their places; the file remembers where they are put."""
    fill_menu_bar(window, window.actions_by_name)
    action = window.actions_by_name
    sections = (action["contents"], action["previous"], action["next"])
    sizes = (action["smaller"], window.font_size, action["larger"])
    marks = (action["add_bookmark"], action["bookmarks"])
    layers = (action["ruby"], action["tones"], action["levels"])
    switches = (None, window.script_switch, *layers, None)
    tools = (action["library"], *sections, *switches, action["find"])
    fill_tool_bar(window, (*tools, *sizes, action["theme"], *marks))
    middle = QWidget()
    middle.setObjectName("page")
    middle.setMinimumWidth(NARROWEST)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.header)
    column.addWidget(window.pane, 1)
    column.addWidget(window.find_bar)
    column.addWidget(window.progress)
    column.addWidget(window.import_progress)
    column.addWidget(window.messages)
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    for part in (window.library_view, window.contents, middle, window.bookmark_panel):
        splitter.addWidget(part)
    splitter.setStretchFactor(2, 1)
    splitter.setSizes([310, 270, 830, 270])
    splitter.setChildrenCollapsible(False)
    window.contents.hide()
    window.bookmark_panel.hide()
    window.card.set_actions(
        (
            (translate("Card", "Known"), action["known"]),
            (translate("Card", "Learning"), action["learning"]),
            (translate("Card", "Ignore"), action["ignored"]),
        ),
        tuple(
            action[name] for name in ("card_back", "strokes", "copy_word", "add_bookmark", "card")
        ),
    )
    window.setCentralWidget(splitter)
    panels = {
        "library": Panel(window.library_view, action["library"], usual=True),
        "contents": Panel(window.contents, action["contents"]),
        "bookmarks": Panel(window.bookmark_panel, action["bookmarks"]),
    }
    return WindowState(file, window, splitter, panels)
