"""How running text is set."""

import json
from pathlib import Path

from reader.core.settings import Settings, load_settings
from reader.core.typography import BOUNDS, Typography


def test_the_defaults_are_within_their_bounds() -> None:
    usual = Typography()
    for name, (least, most) in BOUNDS.items():
        assert least <= getattr(usual, name) <= most


def test_what_is_out_of_bounds_is_brought_within_them() -> None:
    assert Typography(line_height=5).line_height == BOUNDS["line_height"][0]
    assert Typography(measure=900).measure == BOUNDS["measure"][1]


def test_settings_from_a_file_cannot_make_a_text_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"line_height": 1, "margin": 5000, "indent": "no"}), "utf-8")
    typography = load_settings(file).typography
    assert typography.line_height == BOUNDS["line_height"][0]
    assert typography.margin == BOUNDS["margin"][1]
    assert typography.indent is Settings().indent
