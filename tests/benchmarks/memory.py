"""Where the memory is, part by part: what each adds to a process. Linux only.

    python tests/benchmarks/memory.py [--json]

The language parts are loaded one after the other in one process. In another the program opens the
long novel in ``../shared`` (else the supplied article), as tests/benchmarks/pane.py does, whose
``rss_mb`` is all of the program together.

Of each part: megabytes that it adds, and how many of them are its own. The rest are pages of files,
of fonts and libraries above all, which the system takes back when it needs them.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

Figures = dict[str, tuple[float, float]]
"""Resident megabytes, and those that are no pages of a file."""


class Meter:
    """Measures what has been added since it measured last."""

    def __init__(self) -> None:
        self.figures: Figures = {}
        self._before = (0.0, 0.0)

    def note(self, part: str) -> None:
        """What came since the last note is this part's."""
        now = read_memory()
        self.figures[part] = now[0] - self._before[0], now[1] - self._before[1]
        self._before = now

    def note_all(self) -> Figures:
        """The parts, and all of them together."""
        return {**self.figures, "together": self._before}


def read_memory() -> tuple[float, float]:
    """Resident megabytes of this process, and the anonymous ones among them."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {
        name: int(size.split()[0]) / 1024 for name, size in (line.split(":") for line in lines)
    }
    return sizes["Rss"], sizes["Anonymous"]


def measure_language() -> Figures:
    """The tables for words, readings and conversion, without a window."""
    meter = Meter()
    meter.note("Python")
    import numpy  # noqa: F401, ICN001, PLC0415 -- what its import adds is measured

    meter.note("numpy")
    from reader.core.paths import find_paths  # noqa: PLC0415 -- likewise
    from reader.core.script import Script, Variant  # noqa: PLC0415 -- likewise
    from reader.language.conversion import Converter  # noqa: PLC0415 -- likewise
    from reader.language.headword_tables import load_headwords, load_levels  # noqa: PLC0415 -- numpy comes with it
    from reader.language.lexicon import Lexicon  # noqa: PLC0415 -- likewise
    from reader.language.polyphones import Polyphones  # noqa: PLC0415 -- likewise
    from reader.language.script import Scripts  # noqa: PLC0415 -- likewise

    paths = find_paths()
    data, lexicon = paths.resources / "data", Lexicon(paths.lexicon)
    meter.note("code for language")
    kept: list[object] = []

    def load(part: str, work: Callable[[], object]) -> None:
        kept.append(work())
        meter.note(part)

    load("model of readings", Polyphones(data / "readings.npz").load)
    load("headwords", lambda: load_headwords(lexicon))
    load("HSK levels", lambda: load_levels(lexicon))
    load("scripts", lambda: Scripts(data))
    converter = Converter(data)
    load("to traditional", lambda: converter.show("汉", Variant.TRADITIONAL, Script.SIMPLIFIED))
    load("to simplified", lambda: converter.show("漢", Variant.SIMPLIFIED, Script.TRADITIONAL))
    return meter.note_all()


def measure_program(folder: Path, article_id: int) -> Figures:
    """The window, and a text that is opened in it with readings above every word."""
    meter = Meter()
    meter.note("Python")
    from reader.app import make_program  # noqa: PLC0415 -- what its imports add is measured
    from tests.benchmarks import pane  # noqa: PLC0415 -- likewise

    meter.note("code and Qt")
    program = make_program(pane.make_paths(folder))
    window = program.window
    window.resize(1200, 860)
    window.show()
    program.application.processEvents()
    meter.note("window")
    pane.choose(window, ruby=True)
    pane.measure_opening(program, article_id)
    meter.note("text, its words, tables for words")
    pane.settle(program)
    while not all(map(window.reading.is_ready, window.reading.spare)):
        program.application.processEvents()
    pane.settle(program)
    meter.note("layers, other script")
    pane.measure_hover(program)
    pane.measure_scrolling(program)
    meter.note("hovering, scrolling, fonts")
    window.close()
    program.end()
    return meter.note_all()


def main() -> None:
    """Measure in two processes, and print."""
    if "--language" in sys.argv:
        print(json.dumps(measure_language()))
        return
    if "--program" in sys.argv:
        print(json.dumps(measure_program(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    from tests.benchmarks import pane  # noqa: PLC0415 -- the measured processes are to be without

    text = pane.BOOK if pane.BOOK.exists() else pane.find_article()
    with tempfile.TemporaryDirectory() as scratch:
        article_id = pane.keep(Path(scratch), text)
        figures = {
            "language": run("--language"),
            "program": run("--program", scratch, str(article_id)),
        }
    for name, parts in figures.items():
        print(f"\n{name:<36}{'MB':>8}{'own':>8}")
        for part, (resident, own) in parts.items():
            print(f"  {part:<34}{resident:>8.1f}{own:>8.1f}")
    if "--json" in sys.argv:
        print(json.dumps(figures))


def run(*arguments: str) -> Figures:
    """What a process of its own has measured."""
    command = [sys.executable, __file__, *arguments]
    output = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- our own file
    found: Figures = json.loads(output.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
