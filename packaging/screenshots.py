"""Draw the pictures of the README, from our own articles, without a display.

.venv/bin/python packaging/screenshots.py
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance  # noqa: E402 -- after the path

from reader.app import make_program  # noqa: E402 -- likewise
from reader.core.paths import find_paths  # noqa: E402 -- likewise
from reader.core.position import Position  # noqa: E402 -- likewise
from reader.ui.main_window import MainWindow  # noqa: E402 -- likewise

ARTICLE = "外婆的面"
WORD = "长寿面"
PATIENCE = 30_000


def wait(signal: SignalInstance) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def point_at(window: MainWindow, text: str) -> None:
    """Show the card of a word of the page."""
    for number, paragraph in enumerate(window.pane.page.paragraphs):
        offset = paragraph.text.find(text)
        if offset >= 0:
            start = Position(window.pane.page.section, number, offset)
            end = replace(start, offset=offset + 1)
            window.pointer.hover(window.pane.span_rectangle(start, end).center())
            return


def main() -> None:
    """Draw the window with a card and a bookmark."""
    with tempfile.TemporaryDirectory() as scratch:
        program = make_program(replace(find_paths(), data=Path(scratch)))
        window = program.window
        window.resize(1240, 840)
        window.show()
        window.start([])
        wait(window.reading.page_annotated)
        articles = {summary.title: summary.id for summary in program.library.summaries()}
        window.open_article(articles[ARTICLE])
        wait(window.reading.page_annotated)
        window.bookmarking.add()
        window.messages.dismiss()
        point_at(window, sys.argv[1] if len(sys.argv) > 1 else WORD)
        program.application.processEvents()
        window.grab().save(str(ROOT / "resources" / "screenshot.png"))
        window.close()
        program.end()


if __name__ == "__main__":
    main()
