"""How quickly the novel answers to Ctrl+F, and how long the window answers nothing meanwhile.

    python tests/benchmarks/finding.py [--json] [FILE]

Offscreen, with the book open in its middle. A freeze is the longest time for which the window's
thread ran nothing, painting and all.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance  # noqa: E402 -- the path comes first
from PySide6.QtTest import QTest  # noqa: E402 -- likewise

from reader.app import keep_answering, make_program  # noqa: E402 -- likewise
from reader.core.paths import Paths, find_paths  # noqa: E402 -- likewise
from reader.core.position import Position  # noqa: E402 -- likewise
from reader.ui.main_window import MainWindow  # noqa: E402 -- likewise
from tests.benchmarks.figures import percentile, print_figures  # noqa: E402 -- likewise

BOOK = ROOT.parent / "shared/data/books/honglou.gb18030.txt"
QUERIES = {
    "name": "黛玉",
    "traditional": "寶玉",
    "common": "的",
    "pinyin": "xianzai",
    "tones": "lín dàiyù",
    "polyphone": "hangjia",
}
UNITS = {"_ms": "ms", "_hits": "hits"}


def wait(signal: SignalInstance, patience: int = 60_000) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(patience, loop.quit)
    loop.exec()


class Heartbeat:
    """Notes how long nothing was answered, each time."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.gaps: list[float] = []
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def stop(self) -> list[float]:
        """Milliseconds."""
        self._timer.stop()
        return self.gaps


def measure(window: MainWindow, name: str, query: str) -> dict[str, float]:
    """From the last letter of a query to the first hits, and to all of them."""
    heartbeat, began = Heartbeat(), time.perf_counter()
    first: list[float] = []
    note = QTimer(interval=1)
    note.timeout.connect(
        lambda: first.append(time.perf_counter()) if window.finding.hits and not first else None
    )
    note.start()
    window.find_bar.line.setText(query)
    wait(window.finding.finished)
    ended = time.perf_counter()
    note.stop()
    gaps = heartbeat.stop()
    return {
        f"{name}_first_ms": ((first[0] if first else ended) - began) * 1000,
        f"{name}_all_ms": (ended - began) * 1000,
        f"{name}_freeze_ms": max(gaps),
        f"{name}_freeze_p99_ms": percentile(gaps, 0.99),
        f"{name}_hits": len(window.finding.hits),
    }


def main() -> None:
    """Measure and print."""
    named = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as scratch:
        seeds = Path(scratch) / "seeds"
        seeds.mkdir()
        program = make_program(Paths(find_paths().resources, seeds, Path(scratch) / "data"))
        window = program.window
        tidying = keep_answering(window)
        window.resize(1200, 860)
        window.show()
        window.start(named or [BOOK])
        wait(window.reading.page_annotated)
        opened = window.reading.opened
        window.jumping.go_to(Position(len(opened.article.sections) // 2 if opened else 0))
        wait(window.reading.page_annotated)
        tidying.settle()
        window.actions_by_name["find"].trigger()
        QTest.qWait(2000)
        figures: dict[str, float] = {}
        for name, query in QUERIES.items():
            figures |= measure(window, name, query)
        tidying.stop()
        window.close()
        program.end()
    print_figures("Finding in a book, offscreen", figures, UNITS)


if __name__ == "__main__":
    main()
