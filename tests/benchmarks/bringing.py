"""A thousand files dropped on the window: how long, the longest pause of it, and the memory.

    python tests/benchmarks/bringing.py [--json] [COUNT]

Offscreen. The files are made here: plain text in four encodings, pages, subtitles and Markdown,
from one to some tens of kilobytes; every hundredth is a novel's worth of chapters (300 kB).
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 -- the path is set above

from reader.app import TURN, make_program  # noqa: E402 -- the path is set above
from reader.core.paths import find_paths  # noqa: E402 -- the path is set above
from reader.ui.tidying import Tidying  # noqa: E402 -- the path is set above
from tests.benchmarks.figures import print_figures  # noqa: E402 -- the path is set above
from tests.benchmarks.window import Heartbeat, make_paths  # noqa: E402 -- the path is set above

FILES = 1000
PATIENCE = 600_000
CODECS = ("utf-8", "gb18030", "utf-16", "utf-8-sig")
UNITS = {"_ms": "ms", "_mb": "MB", "_s": "s", "_count": ""}


def make_files(folder: Path, count: int) -> None:
    """Different texts of different kinds and lengths."""
    seeds = [file.read_text("utf-8") for file in sorted(find_paths().seeds.glob("*.txt"))]
    lines = [line for text in seeds for line in text.split("\n") if line.strip()]
    folder.mkdir(parents=True)
    for number in range(count):
        length = 3000 if number % 100 == 99 else 12 + number * 7 % 150
        chosen = [lines[(number * 31 + at * 17) % len(lines)] for at in range(length)]
        if length == 3000:
            chosen = [f"第{at // 60 + 1}章" if at % 60 == 0 else x for at, x in enumerate(chosen)]
        body = "\n".join((f"第{number}篇 {chosen[0][:12]}", *chosen, f"（完，共{number}篇）"))
        write_file(folder, number, body)


def write_file(folder: Path, number: int, body: str) -> None:
    """One text in one of the formats."""
    kind = number % 8
    if kind == 5:
        page = "".join(f"<p>{line}</p>" for line in body.split("\n"))
        head = f"<meta charset=utf-8><title>{number}</title>"
        file, data = (
            f"{number}.html",
            f"<html><head>{head}</head><body>{page}</body></html>".encode(),
        )
    elif kind == 6:
        cues = (
            f"{at + 1}\n00:{at // 60 % 60:02}:{at % 60:02},000 --> "
            f"00:{at // 60 % 60:02}:{at % 60:02},900\n{line}\n"
            for at, line in enumerate(body.split("\n"))
        )
        file, data = f"{number}.srt", "\n".join(cues).encode()
    elif kind == 7:
        file, data = f"{number}.md", f"# {body}".encode()
    else:
        file, data = f"{number}.txt", body.encode(CODECS[number % 4])
    (folder / file).write_bytes(data)


def resident() -> float:
    """Megabytes in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Measure and print."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
    count = numbers[0] if numbers else FILES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make_files(folder / "texts", count)
        size = sum(file.stat().st_size for file in (folder / "texts").iterdir())
        program = make_program(make_paths(folder / "library"))
        window = program.window
        window.resize(1200, 860)
        window.show()
        window.start([])
        sys.setswitchinterval(TURN)
        program.application.processEvents()
        program.library.load_language()
        tidying = Tidying(window)
        tidying.start()
        before = resident()
        loop, beat = QEventLoop(), Heartbeat()
        window.importing.bringing.ended.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop.quit)
        began = time.perf_counter()
        window.importing.import_files([folder / "texts"])
        loop.exec()
        taken = time.perf_counter() - began
        longest, _ = beat.stop()
        figures = {
            "files_count": count,
            "files_mb": size / 1e6,
            "articles_count": window.library_view.articles.rowCount(),
            "import_s": taken,
            "longest_pause_ms": longest,
            "memory_before_mb": before,
            "memory_after_mb": resident(),
            "memory_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
        }
        tidying.stop()
        window.close()
        program.end()
    print_figures("A thousand files", figures, UNITS)


if __name__ == "__main__":
    main()
