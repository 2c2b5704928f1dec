"""How quick the pane is with everything laid over the text.

    python tests/benchmarks/pane.py [--json]

The supplied article (else our own saved page), the long novel in ``../shared`` and 10,000
characters of it as one section; what is not there is left out. Offscreen, every text in a fresh
library that holds it already. Each text has a process of its own, so that memory is its own.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QTimer, SignalInstance  # noqa: E402 -- the path is set above
from PySide6.QtTest import QTest  # noqa: E402 -- the path is set above

from reader.app import Program, make_program  # noqa: E402 -- the path is set above
from reader.core.layers import RubyUnit  # noqa: E402 -- the path is set above
from reader.core.paths import Paths, find_paths  # noqa: E402 -- the path is set above
from reader.core.position import Position, anchor  # noqa: E402 -- the path is set above
from reader.core.script import Script, Variant  # noqa: E402 -- the path is set above
from reader.library import Library  # noqa: E402 -- the path is set above
from reader.ui.main_window import MainWindow  # noqa: E402 -- the path is set above
from tests.benchmarks.figures import percentile, print_figures  # noqa: E402 -- the path is set above
from tests.benchmarks.resting import rest  # noqa: E402 -- the path is set above

SHARED = ROOT.parent / "shared"
BOOK = SHARED / "data" / "books" / "honglou.gb18030.txt"
HOVERS, SCROLLS, ROUNDS = 300, 300, 5
SECTION, LONGEST_HEADING = 10_000, 40
STEP = 60
"""Pixels that a notch of a wheel scrolls."""
PATIENCE = 60_000
UNITS = {"_ms": "ms", "_mb": "MB"}


def find_article() -> Path:
    """The supplied article, else our own saved page."""
    supplied = sorted((SHARED / "seeds").glob("*.txt"))
    return supplied[0] if supplied else find_paths().seeds / "10-saved-news-page.txt"


def cut_section(folder: Path) -> Path:
    """10,000 characters of the book as a text of one section."""
    lines = (line.strip() for line in BOOK.read_text("gb18030").splitlines())
    text = "\n".join(line for line in lines if len(line) > LONGEST_HEADING)
    section = folder / "section.txt"
    section.write_text(text[:SECTION], "utf-8")
    return section


def make_paths(folder: Path) -> Paths:
    """The bundled resources, an empty seeds folder, and ``folder`` for the data."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    return Paths(find_paths().resources, seeds, folder / "data")


def keep(folder: Path, file: Path) -> int:
    """Put a text into a library, opened in its middle."""
    library = Library(make_paths(folder))
    library.arriving.import_file(file)
    article_id = library.summaries()[0].id
    article = library.open(article_id)
    middle = anchor(article, Position(len(article.sections) // 2))
    library.save_reading_place(article_id, middle, 0.5)
    library.close()
    return article_id


def wait(signal: SignalInstance) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def settle(program: Program) -> None:
    """Let the program run until everything is laid over the page."""
    QTest.qWait(50)
    while not program.window.layering.done:
        program.application.processEvents()


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def choose(window: MainWindow, **fields: object) -> None:
    """Choose other layers."""
    layers = replace(window.choices.settings.layers, **fields)  # type: ignore[arg-type]  # of Layers
    window.choices.change(layers=layers)


def measure_opening(program: Program, article_id: int) -> float:
    """From the choice in the list to painted text."""
    window = program.window

    def open_it() -> None:
        window.open_article(article_id)
        wait(window.reading.page_made)
        window.pane.viewport().repaint()

    taken = timed(open_it)
    wait(window.reading.page_annotated)
    return taken


def list_points(window: MainWindow) -> Iterator[QPoint]:
    """Points all over the visible page."""
    size = window.pane.viewport().size()
    for number in range(HOVERS * 4):
        x = 40 + number * 37 % (size.width() - 80)
        yield QPoint(x, 20 + number * 53 % (size.height() - 40))


def measure_hover(program: Program) -> float:
    """From the end of the rest to the painted card."""
    window = program.window
    taken: list[float] = []
    for point in list_points(window):
        if window.pane.position_under(QPointF(point)) is None:
            continue
        window.pointer.forget()
        program.application.processEvents()

        def show(at: QPoint = point) -> None:
            window.pointer.hover(QPointF(at))
            window.card.repaint()
            window.pane.viewport().repaint()

        duration = timed(show)
        if window.pointer.marked:
            taken.append(duration)
        if len(taken) == HOVERS:
            break
    window.pointer.dismiss()
    return percentile(taken, 0.99)


def measure_scrolling(program: Program) -> float:
    """A notch of the wheel until it is painted, up and down with a reading on every character."""
    window = program.window
    choose(window, ruby=True, ruby_unit=RubyUnit.CHARACTER)
    settle(program)
    bar, taken, step = window.pane.verticalScrollBar(), [], STEP
    for _ in range(SCROLLS):
        if not 0 <= bar.value() + step <= bar.maximum():
            step = -step

        def scroll(by: int = step) -> None:
            bar.setValue(bar.value() + by)
            program.application.processEvents()

        taken.append(timed(scroll))
    return percentile(taken, 0.99)


def measure_restyling(program: Program) -> dict[str, float]:
    """Until the first screen is painted in another look, with readings on every character.

    The median of some rounds after the first, in which Qt draws characters of a new size; of the
    ways to change the look the slowest counts.
    """
    window, choices = program.window, program.window.choices
    window.pane.scroll_to(Position(window.reading.section, 12))
    choose(window, ruby=True, ruby_unit=RubyUnit.CHARACTER)
    settle(program)
    themes = [name for name in ("light", "sepia", "dark") if name in choices.themes]
    opened = window.reading.opened
    written = opened.article.script if opened else Script.OTHER
    other = Variant.SIMPLIFIED if written is Script.TRADITIONAL else Variant.TRADITIONAL
    rest(program)
    ways: dict[str, Callable[[int], object]] = {
        "ruby_off": lambda _: choose(window, ruby=False),
        "ruby_on": lambda _: choose(window, ruby=True),
        "theme": lambda turn: choices.change(theme=themes[turn % len(themes)]),
        "font": lambda turn: choices.set_font_size(21 + turn % 2),
        "script": lambda turn: choices.set_variant((other, Variant.AS_WRITTEN)[turn % 2]),
        "tones": lambda turn: choose(window, tones=turn % 2 == 0),
    }
    figures: dict[str, float] = {}
    for name, way in ways.items():
        taken: list[float] = []
        for turn in range(ROUNDS + 1):
            if name.startswith("ruby"):
                choose(window, ruby=name == "ruby_off")
                settle(program)

            def change(number: int = turn, make: Callable[[int], object] = way) -> None:
                make(number)
                window.pane.viewport().repaint()

            taken.append(timed(change))
            settle(program)
        figures[f"restyle_{name}_ms"] = percentile(taken[1:], 0.5)
    return figures | {"restyle_first_screen_ms": max(figures.values())}


def read_memory() -> float:
    """Resident megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def measure(name: str, folder: Path, article_id: int) -> dict[str, float]:
    """The figures that a text is for."""
    program = make_program(make_paths(folder))
    window = program.window
    window.resize(1200, 860)
    window.show()
    program.application.processEvents()
    opening = measure_opening(program, article_id)
    figures: dict[str, float] = {}
    if name == "article":
        figures["hover_p99_ms"] = measure_hover(program)
    elif name == "section":
        figures |= measure_restyling(program)
    else:
        figures["book_open_ms"] = opening
        figures["hover_book_p99_ms"] = measure_hover(program)
        figures["scroll_ruby_p99_ms"] = measure_scrolling(program)
        rest(program)
        figures["rss_mb"] = read_memory()
    window.close()
    program.end()
    return figures


def main() -> None:
    """Measure every text in a process of its own, and print."""
    if "--text" in sys.argv:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))))
        return
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        texts = {"article": find_article()}
        if BOOK.exists():
            texts |= {"section": cut_section(folder), "book": BOOK}
        for name, file in texts.items():
            article_id = str(keep(folder / name, file))
            command = [sys.executable, __file__, "--text", name, str(folder / name), article_id]
            output = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- our own file
            figures |= json.loads(output.stdout.splitlines()[-1])
    print_figures("The pane, offscreen", figures, UNITS)


if __name__ == "__main__":
    main()
