"""Draw the pictures of the README, from our own articles, without a display.

.venv/bin/python packaging/screenshots.py [NAME…]
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 -- after the path
from PySide6.QtCore import QEventLoop, QTimer, SignalInstance  # noqa: E402 -- likewise
from PySide6.QtGui import QImage  # noqa: E402 -- likewise
from PySide6.QtWidgets import QWidget  # noqa: E402 -- likewise

from reader.app import Program, make_program  # noqa: E402 -- likewise
from reader.core.paths import find_paths  # noqa: E402 -- likewise
from reader.core.position import Position  # noqa: E402 -- likewise
from reader.ui.main_window import MainWindow  # noqa: E402 -- likewise
from reader.ui.settings_dialog import SettingsDialog  # noqa: E402 -- likewise

FOLDER = ROOT / "resources" / "screenshots"
SIZE = (1080, 720)
MOST_BYTES = 150_000
COLOURS = 256
PATIENCE = 30_000


def wait(signal: SignalInstance) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def rest(milliseconds: int) -> None:
    """Let the program run for a while: what is found in the background comes in."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def open_article(program: Program, title: str) -> None:
    """Open one of our articles until its words are known."""
    articles = {summary.title: summary.id for summary in program.library.summaries()}
    program.window.open_article(articles[title])
    wait(program.window.reading.page_annotated)
    program.window.messages.dismiss()


def point_at(window: MainWindow, text: str) -> None:
    """Show the card of a word of the page."""
    for number, paragraph in enumerate(window.pane.page.paragraphs):
        offset = paragraph.text.find(text)
        if offset >= 0:
            start = Position(window.pane.page.section, number, offset)
            end = replace(start, offset=offset + 1)
            window.pointer.hover(window.pane.span_rectangle(start, end).center())
            return


def draw_light(program: Program) -> QWidget:
    """The window as it is at first, with a card and a bookmark."""
    open_article(program, "外婆的面")
    program.window.bookmarking.add()
    program.window.messages.dismiss()
    point_at(program.window, "长寿面")
    return program.window


def draw_dark(program: Program) -> QWidget:
    """A traditional text at night, larger, with one line lit."""
    program.window.choices.change(theme="dark", font_size=24, ruler=True)
    open_article(program, "叮叮車")
    for _ in range(4):
        program.window.spotlight.step(1)
    return program.window


def draw_card(program: Program) -> QWidget:
    """A pinned card, unfolded."""
    open_article(program, "随便")
    point_at(program.window, "随便")
    program.window.actions_by_name["card"].trigger()
    rest(1500)
    return program.window


def draw_ruby(program: Program) -> QWidget:
    """Readings above the words, in the colours of their tones."""
    layers = replace(program.window.choices.settings.layers, ruby=True, tones=True)
    program.window.choices.change(layers=layers, measure=26)
    open_article(program, "等一场雪")
    rest(500)
    return program.window


def draw_contents(program: Program) -> QWidget:
    """A longer text with its contents, in sepia."""
    program.window.choices.change(theme="sepia")
    program.window.actions_by_name["library"].setChecked(False)
    program.window.actions_by_name["contents"].setChecked(True)
    open_article(program, "叫错的名字")
    return program.window


def draw_settings(program: Program) -> QWidget:
    """What can be chosen about the text."""
    open_article(program, "夜市")
    program.window.show_settings()
    dialog = program.window.findChild(SettingsDialog)
    return dialog or program.window


PICTURES: dict[str, Callable[[Program], QWidget]] = {
    "light": draw_light,
    "dark": draw_dark,
    "card": draw_card,
    "ruby": draw_ruby,
    "contents": draw_contents,
    "settings": draw_settings,
}


def draw(name: str) -> Path:
    """Make one picture with a program of its own, so that none shows what another left."""
    with tempfile.TemporaryDirectory() as scratch:
        program = make_program(replace(find_paths(), data=Path(scratch)))
        window = program.window
        window.resize(*SIZE)
        window.show()
        window.start([])
        wait(window.reading.page_annotated)
        shown = PICTURES[name](program)
        rest(300)
        image = shown.grab().toImage()
        file = FOLDER / f"{name}.png"
        reduce_colours(image).save(str(file))
        window.close()
        program.end()
    return file


def reduce_colours(image: QImage) -> QImage:
    """The same with the colours that are used most: text on paper needs few."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    most = colours[np.argsort(counts)[::-1][:COLOURS]]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, [int(c) for c in most])


def main() -> None:
    """Draw those that are named, or all."""
    FOLDER.mkdir(exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        file = draw(name)
        size = file.stat().st_size
        print(f"{file.relative_to(ROOT)} {size // 1000} kB")
        if size > MOST_BYTES:
            raise SystemExit(f"{file.name} is larger than {MOST_BYTES // 1000} kB.")


if __name__ == "__main__":
    main()
