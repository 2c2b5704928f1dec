"""How quickly the window starts, opens, answers the pointer and switches.

    python tests/benchmarks/window.py [--json] [FILE…]

Without files: the supplied article and the long novel in ``../shared``, where they are there,
else our own saved page. Offscreen; every text gets a fresh library in a folder of its own, which
holds the text already when it is opened.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QTimer, SignalInstance  # noqa: E402 -- the path is set above
from PySide6.QtTest import QTest  # noqa: E402 -- the path is set above

from reader.app import Program, keep_answering, make_program  # noqa: E402 -- the path is set above
from reader.core.paths import Paths, find_paths  # noqa: E402 -- the path is set above
from reader.core.position import Position, anchor  # noqa: E402 -- the path is set above
from reader.core.script import Script, Variant  # noqa: E402 -- the path is set above
from reader.library import Library  # noqa: E402 -- the path is set above
from tests.benchmarks.figures import percentile, print_figures  # noqa: E402 -- the path is set above
from tests.benchmarks.resting import rest  # noqa: E402 -- the path is set above

SHARED = ROOT.parent / "shared"
HOVERS = 200
SECTION, LONGEST_HEADING = 10_000, 40
PATIENCE = 20_000
MOMENT = 100
NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"
UNITS = {"_ms": "ms", "_ratio": "times"}


def find_texts(folder: Path) -> list[tuple[str, Path]]:
    """A short and a long text with the names that their figures get."""
    named = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    if named:
        return [(file.stem, file) for file in named]
    supplied = sorted((SHARED / "seeds").glob("*.txt"))
    article = supplied[0] if supplied else find_paths().seeds / "10-saved-news-page.txt"
    book = SHARED / "data" / "books" / "honglou.gb18030.txt"
    if not book.exists():
        return [("article", article)]
    return [("article", article), ("section", cut_section(book, folder)), ("book", book)]


def cut_section(book: Path, folder: Path) -> Path:
    """10,000 characters of a book as a text of one section."""
    lines = (line.strip() for line in book.read_text("gb18030").splitlines())
    text = "\n".join(line for line in lines if len(line) > LONGEST_HEADING)
    section = folder / "section.txt"
    section.write_text(text[:SECTION], "utf-8")
    return section


def make_paths(folder: Path) -> Paths:
    """The bundled resources, an empty seeds folder, and ``folder`` for the data."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    return Paths(find_paths().resources, seeds, folder / "data")


def wait(signal: SignalInstance) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def measure_start(folder: Path, article_id: int) -> None:
    """In a process of its own: print the time at which text (or the empty window) is painted."""
    program = make_program(make_paths(folder))
    program.window.resize(1200, 860)
    program.window.show()
    program.window.start([])
    if article_id:
        program.window.open_article(article_id)
        wait(program.window.reading.page_made)
    program.application.processEvents()
    program.window.grab()
    print(time.time())
    program.window.close()
    program.end()


def start_time(folder: Path, article_id: int, runs: int = 5) -> float:
    """The median time of a cold start to readable text in milliseconds.

    The modules are compiled, as after any first start, whatever this process may write.
    """
    command = [sys.executable, __file__, "--start", str(folder), str(article_id)]
    environment = {key: value for key, value in os.environ.items() if key != NOT_COMPILED}
    environment["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    taken = []
    for _ in range(runs + 1):
        began = time.time()
        output = subprocess.run(  # noqa: S603 -- our own file
            command, check=True, capture_output=True, text=True, env=environment
        )
        taken.append((float(output.stdout.split()[-1]) - began) * 1000)
    return percentile(taken[1:], 0.5)


class Heartbeat:
    """The longest time for which the window's thread answered nothing, and its work in one go.

    The second is processor time: on a machine that others use as well it tells more.
    """

    def __init__(self) -> None:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.longest = self.most = 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.most = max(self.most, worked - self._worked)
        self._last, self._worked = now, worked

    def stop(self) -> tuple[float, float]:
        """Both, in milliseconds."""
        self._timer.stop()
        return self.longest * 1000, self.most * 1000


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure_opening(program: Program, article_id: int) -> dict[str, float]:
    """From the choice in the list to readable text, and the longest freeze until all is done."""
    window, heartbeat = program.window, Heartbeat()

    def open_it() -> None:
        window.open_article(article_id)
        wait(window.reading.page_made)
        window.pane.viewport().repaint()

    opening = timed(open_it)
    if not window.pointer.has_words:
        wait(window.reading.words_found)
    wait(window.reading.page_annotated)
    freeze, work = heartbeat.stop()
    return {"open_ms": opening, "open_longest_freeze_ms": freeze, "open_longest_work_ms": work}


def measure_hover(program: Program) -> dict[str, float]:
    """From the end of the rest to the painted card, over words all over the visible page."""
    window = program.window
    size, taken = window.pane.viewport().size(), []
    for number in range(HOVERS * 4):
        point = QPoint(
            40 + number * 37 % (size.width() - 80), 20 + number * 53 % (size.height() - 40)
        )
        position = window.pane.position_under(QPointF(point))
        if position is None:
            continue
        window.pointer.forget()

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
    return {"hover_p50_ms": percentile(taken, 0.5), "hover_p99_ms": percentile(taken, 0.99)}


def measure_switches(program: Program) -> dict[str, float]:
    """Toggling the script for the first and second time, and a font step, until painted."""
    window = program.window
    rest(program)

    def switch(variant: Variant) -> None:
        loop = QEventLoop()
        window.reading.page_made.connect(loop.quit)
        QTimer.singleShot(0, lambda: window.choices.set_variant(variant))
        loop.exec()
        window.pane.viewport().repaint()

    def step() -> None:
        window.choices.step_font(1)
        window.pane.viewport().repaint()

    opened = window.reading.opened
    written = opened.article.script if opened else Script.OTHER
    other = Variant.SIMPLIFIED if written is Script.TRADITIONAL else Variant.TRADITIONAL
    beat = Heartbeat()
    taken = []
    for variant in (other, Variant.AS_WRITTEN, other, Variant.HONG_KONG):
        taken.append(timed(partial(switch, variant)))
        QTest.qWait(MOMENT)  # else two switches in a row would count as one pause
    first, back, again, unprepared = taken
    freeze, work = beat.stop()
    steps = [timed(step) for _ in range(6)]
    switch(Variant.AS_WRITTEN)
    return {
        "toggle_first_ms": first,
        "toggle_back_ms": back,
        "toggle_again_ms": again,
        "toggle_unprepared_ms": unprepared,
        "toggle_longest_freeze_ms": freeze,
        "toggle_longest_work_ms": work,
        "font_step_ms": percentile(steps, 0.5),
    }


def measure_text(name: str, file: Path, empty_start: float, folder: Path) -> dict[str, float]:
    """All figures of one text, with its name in front."""
    paths = make_paths(folder / name)
    library = Library(paths)
    importing = timed(lambda: library.arriving.import_file(file))
    article_id = library.summaries()[0].id
    article = library.open(article_id)
    middle = anchor(article, Position(len(article.sections) // 2))
    library.save_reading_place(article_id, middle, 0.5)
    library.close()
    cold = start_time(folder / name, article_id)
    program = make_program(paths)
    program.window.resize(1200, 860)
    program.window.show()
    tidying = keep_answering(program.window)
    program.application.processEvents()
    figures = {
        "import_ms": importing,
        "start_ms": cold,
        "start_ratio": cold / empty_start,
        **measure_opening(program, article_id),
        **measure_hover(program),
        **measure_switches(program),
    }
    QTest.qWait(0)
    tidying.stop()
    program.window.close()
    program.end()
    return {f"{name}_{key}": value for key, value in figures.items()}


def main() -> None:
    """Measure and print."""
    if "--start" in sys.argv:
        measure_start(Path(sys.argv[2]), int(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make_paths(folder / "empty")
        figures = {"empty_start_ms": start_time(folder / "empty", 0)}
        for name, file in find_texts(folder):
            figures |= measure_text(name, file, figures["empty_start_ms"], folder)
    print_figures("The window, offscreen", figures, UNITS)


if __name__ == "__main__":
    main()
