"""How fast annotation is, beside pypinyin on the same text in the same run.

    python tests/benchmarks/annotation.py [--lines 20000] [--json] [FILE]

Without a file the modern sentences in ../shared/data/pinyin are read. Characters a second on one
core: segmentation, dictionary and readings together. ``--json`` prints one object as the last
line.
"""

import argparse
import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.cli.texts import BATCH  # noqa: E402  # the path has to be known first
from reader.core.article import Paragraph  # noqa: E402  # likewise
from reader.core.paths import find_paths  # noqa: E402  # likewise
from reader.language.annotate import Annotator  # noqa: E402  # likewise

TEXT = ROOT.parent / "shared" / "data" / "pinyin" / "modern_text.txt"


def main() -> None:
    """Measure, and print a table or an object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=TEXT)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    lines = arguments.file.read_text("utf-8").splitlines()[: arguments.lines]
    figures = measure(lines)
    for name, figure in figures.items():
        print(f"{name:<42}{figure:>14,.3f}")
    if arguments.json:
        print(json.dumps(figures))


def measure(lines: list[str]) -> dict[str, float]:
    """Names and numbers; speeds in characters a second, times in seconds, memory in MB."""
    before = memory()
    annotator = Annotator(find_paths().lexicon)
    load = clock(annotator.load)
    used = memory() - before
    paragraphs = [Paragraph(line) for line in lines]
    characters = sum(map(len, lines))
    gc.freeze()  # as the command line does
    starts = range(0, len(paragraphs), BATCH)

    def read() -> None:
        for start in starts:
            annotator.annotate_all(paragraphs[start : start + BATCH])

    first, again = clock(read), clock(read)
    import pypinyin  # noqa: PLC0415  # its import is not to count in our memory

    def read_by_pypinyin() -> None:
        for line in lines:
            pypinyin.pinyin(line, style=pypinyin.Style.TONE3, neutral_tone_with_five=True)

    theirs = clock(read_by_pypinyin)
    return {
        "characters": characters,
        "load, s": load,
        "loaded, MB": used,
        "annotate, characters/s": characters / first,
        "annotate again, characters/s": characters / again,
        "pypinyin, characters/s": characters / theirs,
        "annotate / pypinyin": theirs / first,
    }


def clock(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def memory() -> float:
    """The most memory that this process has had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
