"""A real program: window, library, lexicon; only its data folder is new for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program, make_program
from reader.core.paths import Paths, find_paths
from reader.ui.main_window import MainWindow

Opener = Callable[[Path], MainWindow]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The bundled resources, with an empty seeds folder and an empty data folder."""
    bundled = find_paths()
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    data = tmp_path / "library"
    data.mkdir()
    return Paths(bundled.resources, seeds, data)


@pytest.fixture
def program(qtbot: QtBot, paths: Paths) -> Iterator[Program]:
    """A program whose window is shown, with nothing in its library."""
    made = make_program(paths)
    qtbot.addWidget(made.window)
    made.window.resize(1100, 800)
    made.window.show()
    yield made
    made.window.close()
    made.end()


@pytest.fixture
def window(program: Program) -> MainWindow:
    """The window of the program."""
    return program.window


@pytest.fixture
def news_page() -> Path:
    """Our own saved page, in the form of the pages that newspapers have."""
    return find_paths().seeds / "10-saved-news-page.txt"


@pytest.fixture
def open_file(qtbot: QtBot, window: MainWindow) -> Opener:
    """Import and open a file, until its first section is annotated."""

    def open_it(path: Path) -> MainWindow:
        with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
            window.start([path])
        qtbot.waitUntil(lambda: window.pointer.has_words)
        return window

    return open_it
