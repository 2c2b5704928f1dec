"""New and changed texts of a watched folder join the library by themselves."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program, make_program
from reader.core.paths import Paths
from reader.ui.folder_setting import FolderSetting
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog

SHOP = "书店\n\n书店开门了，许多人来排队。\n\n主人姓李，她教了三十年语文。\n\n今天下雨。\n"


def write(file: Path, text: str, age: int = 100) -> Path:
    """A file that was written some seconds ago, moved into its place whole."""
    scratch = file.parent.parent / "scratch"
    scratch.write_text(text, "utf-8")
    written = scratch.stat().st_mtime - age
    os.utime(scratch, (written, written))
    file.parent.mkdir(exist_ok=True)
    return scratch.replace(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one text, and one in a folder in it."""
    made = tmp_path / "watched"
    write(made / "shop.txt", SHOP).parent.joinpath("inner").mkdir()
    (tmp_path / "watched" / "inner" / "rain.txt").write_text("下雨\n\n下雨了。\n", "utf-8")
    os.utime(made / "inner" / "rain.txt", (10**9, 10**9))
    return made


def watch(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """Watch a folder, until what lies in it has been noted."""
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.choices.change(watched_folder=str(folder))


def test_what_lies_in_it_joins_quietly_and_once(
    qtbot: QtBot, program: Program, paths: Paths, folder: Path
) -> None:
    window = program.window
    watch(qtbot, window, folder)
    assert window.library_view.articles.rowCount() == 2
    assert "From the watched folder: 书店, 下雨" in window.messages.sentence
    assert window.reading.opened is None
    window.close()
    program.end()
    again = make_program(paths)
    qtbot.addWidget(again.window)
    assert again.library.look_into(folder)[1] == ()
    again.window.close()
    again.end()


def test_a_file_that_is_put_into_it_joins(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    watch(qtbot, window, folder)
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        write(folder / "new.txt", "新的\n\n这是新的文章。\n")
    assert window.library_view.articles.rowCount() == 3


def test_a_changed_file_is_a_new_version_and_is_shown(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    watch(qtbot, window, folder)
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.open_article(window.library_view.first_id())
    write(folder / "shop.txt", SHOP.replace("今天下雨", "今天下雪"), age=50)
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        window.watching.look()
    assert window.library_view.articles.rowCount() == 2


def test_a_file_that_is_being_written_waits(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    write(folder / "fresh.txt", "刚写\n\n刚写的。\n", age=0)
    watch(qtbot, window, folder)
    assert window.library_view.articles.rowCount() == 2
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        pass
    assert window.library_view.articles.rowCount() == 3


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_out_of_the_folder_are_not_followed(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    write(outside / "secret.txt", "秘密\n\n这是秘密。\n")
    (folder / "link").symlink_to(outside)
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    watch(qtbot, window, folder)
    assert window.library_view.articles.rowCount() == 2
    assert len(window.reporting.arrivals) == 2


def test_the_folder_is_chosen_in_the_settings(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.actions_by_name["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    setting = dialog.findChild(FolderSetting)
    assert setting is not None
    with qtbot.waitSignal(window.importing.bringing.ended, timeout=20_000):
        setting.choose(str(folder))
    assert window.choices.settings.watched_folder == str(folder)
    setting.stop_button.click()
    assert window.choices.settings.watched_folder == ""
    dialog.reject()
