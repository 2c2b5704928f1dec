"""Colours by role, read from ``resources/themes/*.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from reader.core.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Theme:
    """What each colour is for. ``#rrggbb`` strings; QColor takes them as they are."""

    name: str
    dark: bool
    window: str
    page: str
    card: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    hover: str
    selection: str
    doubt: str


def load_themes(folder: Path) -> dict[str, Theme]:
    """Every theme by its file name, the lightest first."""
    themes = [_load(file) for file in folder.glob("*.toml")]
    if not themes:
        raise ResourceError(f"There are no themes in {folder}. Install Wenchuang again.")
    return {
        theme.name: theme for theme in sorted(themes, key=lambda t: -QColor(t.page).lightness())
    }


def _load(file: Path) -> Theme:
    try:
        content = tomllib.loads(file.read_text("utf-8"))
        colours = content["colours"]
        roles = {role: colours[colour] for role, colour in content["roles"].items()}
        return Theme(name=file.stem, dark=content["dark"], **roles)
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ResourceError(
            f"The theme {file.name} cannot be used: {cause}. Install Wenchuang again."
        ) from cause


def palette(theme: Theme) -> QPalette:
    """The colours that Qt's own widgets take."""
    colours = QPalette()
    for role, value in {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.page,
        QPalette.ColorRole.AlternateBase: theme.card,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.border,
    }.items():
        colours.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        faded = QColor(theme.muted)
        faded.setAlphaF(0.6)
        colours.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return colours


def style_sheet(theme: Theme, icons: Path) -> str:
    """What the palette cannot say: borders, padding, round corners. ``icons``: their folder."""
    down, up = (icons / "down.svg").as_posix(), (icons / "up.svg").as_posix()
    check = (icons / ("check_dark.svg" if theme.dark else "check.svg")).as_posix()
    return f"""
    QMainWindow, QDialog {{ background: {theme.window}; }}
    QMainWindow::separator {{ background: {theme.border}; width: 1px; height: 1px; }}
    QSplitter::handle {{ background: {theme.border}; }}
    QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.border};
        padding: 4px 8px; spacing: 2px; }}
    QToolBar::separator {{ background: {theme.border}; width: 1px; margin: 6px 8px; }}
    QToolButton {{ border: 0; border-radius: 6px; padding: 5px 7px; color: {theme.text}; }}
    QToolButton:hover, QToolButton:focus {{ background: {theme.hover}; }}
    QToolButton:checked {{ background: {theme.selection}; }}
    QToolButton:disabled {{ color: {theme.muted}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#qt_toolbar_ext_button {{ padding: 0; qproperty-icon: url({down}); }}
    QTextEdit, QPlainTextEdit {{ background: {theme.page}; border: 0;
        selection-background-color: {theme.selection}; selection-color: {theme.text}; }}
    QListView {{ background: {theme.window}; border: 0; outline: 0; }}
    QTreeView {{ background: {theme.window}; border: 0; outline: 0; }}
    QTreeView::branch:selected {{ background: {theme.window}; }}
    QWidget#progress QLabel, QWidget#progress QToolButton {{ color: {theme.muted}; }}
    QWidget#progress QToolButton {{ padding: 2px 6px; }}
    QWidget#progress {{ background: {theme.page}; }}
    QLineEdit {{ background: {theme.page}; border: 1px solid {theme.border}; border-radius: 7px;
        padding: 6px 8px; }}
    QLineEdit:focus {{ border: 1px solid {theme.accent}; }}
    QListView#pages {{ border-right: 1px solid {theme.border}; }}
    QListView#pages::item {{ padding: 8px 10px; border-radius: 6px; }}
    QListView#pages::item:selected {{ background: {theme.selection}; color: {theme.text}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QLabel#preview {{ background: {theme.page}; color: {theme.text};
        border: 1px solid {theme.border}; border-radius: 7px; padding: 10px 12px; }}
    QListView#marks::item {{ padding: 9px 8px; border-bottom: 1px solid {theme.border}; }}
    QListView#marks::item:selected {{ background: {theme.page}; color: {theme.text}; }}
    QListView#marks:focus::item:selected {{ border: 1px solid {theme.accent}; }}
    QListView#marks::item:hover {{ background: {theme.hover}; }}
    QComboBox, QFontComboBox {{ background: {theme.page}; color: {theme.text};
        border: 1px solid {theme.border}; border-radius: 7px; padding: 4px 8px; }}
    QDialog QSpinBox {{ background: {theme.page}; color: {theme.text};
        border: 1px solid {theme.border}; border-radius: 7px; padding: 4px 0; }}
    QDialog QSpinBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
    QDialog QSpinBox:focus {{ border: 1px solid {theme.accent}; }}
    QDialog QSpinBox::up-button {{ border: 0; width: 20px; subcontrol-origin: border;
        subcontrol-position: top right; }}
    QDialog QSpinBox::down-button {{ border: 0; width: 20px; subcontrol-origin: border;
        subcontrol-position: bottom right; }}
    QDialog QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QDialog QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {theme.muted};
        border-radius: 4px; background: {theme.page}; }}
    QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent};
        image: url("{check}"); }}
    QCheckBox:focus {{ color: {theme.accent}; }}
    QComboBox:focus {{ border: 1px solid {theme.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {theme.card}; border: 1px solid {theme.border};
        selection-background-color: {theme.hover}; selection-color: {theme.text}; }}
    QProgressBar {{ background: {theme.page}; border: 1px solid {theme.border};
        border-radius: 4px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QTableView {{ background: {theme.page}; border: 1px solid {theme.border};
        selection-background-color: {theme.selection}; selection-color: {theme.text}; }}
    QHeaderView::section {{ background: {theme.window}; color: {theme.muted}; border: 0;
        border-bottom: 1px solid {theme.border}; padding: 5px 6px; }}
    QPushButton {{ background: {theme.page}; border: 1px solid {theme.border};
        border-radius: 7px; padding: 5px 16px; }}
    QPushButton:hover, QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QMenu {{ background: {theme.card}; border: 1px solid {theme.border}; padding: 5px; }}
    QMenu::item {{ padding: 6px 26px 6px 24px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {theme.hover}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; background: {theme.border}; margin: 5px 8px; }}
    QMenuBar {{ background: {theme.window}; }}
    QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; }}
    QMenuBar::item:selected {{ background: {theme.hover}; }}
    QWidget#page, QWidget#page > QLabel {{ background: {theme.page}; color: {theme.muted}; }}
    QFrame#card {{ background: {theme.card}; border: 1px solid {theme.border};
        border-radius: 10px; }}
    QFrame#card QWidget {{ background: transparent; }}
    QFrame#message, QFrame#find {{ background: {theme.card};
        border-top: 1px solid {theme.border}; }}
    QToolTip {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.border};
        padding: 4px; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 4px; margin: 2px;
        min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
