"""Settings survive anything that may happen to their file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.errors import LibraryError
from reader.core.script import Variant
from reader.core.settings import Settings, load_settings, save_settings

CHOSEN = replace(Settings(), font_size=28, theme="dark", variant=Variant.TAIWAN)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save_settings(CHOSEN, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == CHOSEN


def test_no_scratch_file_stays(tmp_path: Path) -> None:
    save_settings(CHOSEN, tmp_path / "settings.json")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file) == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_what_fits_is_kept_beside_what_does_not(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    stored = {"font_size": "large", "theme": "sepia", "variant": "klingon", "unknown": 1}
    file.write_text(json.dumps(stored), "utf-8")
    assert load_settings(file) == replace(Settings(), theme="sepia")


@pytest.mark.parametrize(("stored", "loaded"), [(3, 10), (400, 72), (True, 20)])
def test_a_font_size_out_of_bounds_is_brought_back(
    tmp_path: Path, stored: object, loaded: int
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"font_size": stored}), "utf-8")
    assert load_settings(file).font_size == loaded


def test_a_folder_in_the_way_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(LibraryError, match="settings could not be saved"):
        save_settings(Settings(), tmp_path / "file" / "settings.json")
