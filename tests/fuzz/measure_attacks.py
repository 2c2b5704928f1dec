"""How long a harmful file takes, and how much memory: each in a process of its own, on Linux.

``python tests/fuzz/measure_attacks.py [words that the names of attacks contain]``
"""

import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.cli.bringing import SELDOM  # noqa: E402 -- the path is set above
from reader.core.errors import SourceError  # noqa: E402 -- the path is set above
from reader.importers import find_sources, list_pieces, read_bytes  # noqa: E402 -- the path is set above

LIMIT = 20


def import_all(path: Path) -> None:
    """Read everything that a path holds, and print what came of it, seconds and megabytes."""
    gc.set_threshold(SELDOM)  # as the command that imports does; the window collects at leisure
    start = time.perf_counter()
    told = ""
    for source in find_sources(path):
        try:
            for piece in list_pieces(source.load()):
                article = read_bytes(piece.data, piece.name)
                told = f"{article.characters():,} characters, {len(article.sections)} sections"
        except SourceError as refusal:
            told = str(refusal).replace(str(path), "")[:70]
    taken = time.perf_counter() - start
    status = Path("/proc/self/status").read_text("utf-8")
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(f"{taken:6.2f} s {peak:6.0f} MB  {told}")


def main() -> None:
    """Measure each attack."""
    if sys.argv[1:2] == ["--file"]:
        import_all(Path(sys.argv[2]))
        return
    from tests.fuzz.attacks import ATTACKS, FOLDERS, write  # noqa: PLC0415 -- not in the measured process

    for name in (*ATTACKS, *FOLDERS):
        if all(word in name for word in sys.argv[1:]):
            with tempfile.TemporaryDirectory() as folder:
                file = write(name, Path(folder))
                command = [sys.executable, __file__, "--file", str(file)]
                try:
                    done = subprocess.run(  # noqa: S603 -- this very file
                        command, capture_output=True, text=True, timeout=LIMIT, check=False
                    )
                    result = done.stdout.rstrip() or f"CRASHED {done.stderr[-300:]}"
                except subprocess.TimeoutExpired:
                    result = f"more than {LIMIT} s"
                print(f"{name:<42} {result}", flush=True)


if __name__ == "__main__":
    main()
