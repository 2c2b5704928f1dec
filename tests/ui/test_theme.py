"""Themes are complete and can be read."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.ui.theme import load_themes

THEMES = load_themes(find_paths().resources / "themes")
READABLE = 4.5
"""The contrast that WCAG 2 asks for in running text."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "doubt"])
@pytest.mark.parametrize("ground", ["page", "card", "window"])
def test_every_ink_can_be_read_on_every_ground(name: str, ink: str, ground: str) -> None:
    theme = THEMES[name]
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= READABLE


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["hover", "selection"])
def test_text_can_be_read_where_it_is_marked(name: str, ground: str) -> None:
    theme = THEMES[name]
    assert contrast(theme.text, getattr(theme, ground)) >= READABLE


def test_the_themes_go_from_light_to_black() -> None:
    assert list(THEMES) == ["light", "sepia", "dark", "black"]


def test_black_is_truly_black() -> None:
    assert THEMES["black"].page == THEMES["black"].window == "#000000"


def test_a_folder_without_themes_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="Install Wenchuang again"):
        load_themes(tmp_path)


def test_a_damaged_theme_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "light.toml").write_text("dark = maybe", "utf-8")
    with pytest.raises(ResourceError, match=r"light\.toml"):
        load_themes(tmp_path)
