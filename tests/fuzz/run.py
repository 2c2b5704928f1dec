"""Reads made-up files of every format; whatever they are, an article or a sentence comes out.

``python tests/fuzz/run.py [--inputs 100000] [FORMAT…]``
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.core.article import Article, Paragraph  # noqa: E402 -- the path is set above
from reader.core.errors import SourceError  # noqa: E402 -- the path is set above
from reader.importers import Piece, list_pieces, read_bytes  # noqa: E402 -- the path is set above
from reader.importers.archive import Archive  # noqa: E402 -- the path is set above
from tests.fuzz import files, web  # noqa: E402 -- the path is set above
from tests.fuzz.mutations import Input  # noqa: E402 -- the path is set above

TARGETS: dict[str, st.SearchStrategy[Input]] = {**files.TARGETS, **web.TARGETS}


LONGEST = 2.0
"""Seconds of the processor that any file may take."""
BATCH = 10_000
"""Files after which the progress is told."""


def check(name: str, inputs: int) -> float:
    """Read this many files of a format. Returns how many seconds the slowest of them took."""
    slowest = 0.0

    @settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(TARGETS[name])
    def read(given_input: Input) -> None:
        nonlocal slowest
        start = time.perf_counter()
        read_all(*given_input)
        taken = time.perf_counter() - start
        if taken > LONGEST:  # other programs may have had the processor meanwhile
            taken = measure(given_input)
        slowest = max(slowest, taken)
        assert taken < LONGEST, f"{taken:.1f} s"

    read()
    return slowest


def measure(given_input: Input) -> float:
    """Seconds of the processor that a file takes; to ask for them takes long itself."""
    start = time.process_time()
    read_all(*given_input)
    return time.process_time() - start


def read_all(name: str, data: bytes) -> None:
    """Read every article of a file, in both ways that pages have."""
    try:
        for packed in unpack(name, data):
            read_pieces(packed)
    except SourceError as refusal:
        look_at_sentence(str(refusal))


def unpack(name: str, data: bytes) -> Iterator[Piece]:
    """The files of a zip file, or the file itself."""
    if not name.endswith(".zip"):
        yield Piece(name, data)
        return
    archive = Archive(data)
    for entry in archive.entries:
        yield Piece(entry.name, archive.read(entry))


def read_pieces(file: Piece) -> None:
    """Read every article of one file."""
    try:
        for piece in list_pieces(file):
            for whole in (False, True):
                look_at(read_bytes(piece.data, piece.name, whole=whole))
    except SourceError as refusal:
        look_at_sentence(str(refusal))


def look_at_sentence(sentence: str) -> None:
    """Whether a refusal can be told to a learner."""
    assert sentence.endswith("."), sentence


def look_at(article: Article) -> None:
    """Whether an article can be kept and shown."""
    assert article.title.strip()
    assert article.sections
    repr(article).encode("utf-8")
    for paragraph in article.paragraphs():
        _look_at_paragraph(paragraph)


def _look_at_paragraph(paragraph: Paragraph) -> None:
    paragraph.text.encode("utf-8")
    assert "\n" not in paragraph.text
    for spans in (paragraph.notes, paragraph.doubts):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(paragraph.text)
            end = span.end


def main() -> None:
    """Check what was named, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("formats", nargs="*", choices=[*TARGETS, []], metavar="FORMAT")
    options = parser.parse_args()
    for name in options.formats or TARGETS:
        start, slowest = time.perf_counter(), 0.0
        for done in range(0, options.inputs, BATCH):
            batch = min(BATCH, options.inputs - done)
            slowest = max(slowest, check(name, batch))
            seconds = time.perf_counter() - start
            print(
                f"{name}: {done + batch} inputs in {seconds:.0f} s, "
                f"the slowest {1000 * slowest:.0f} ms, nothing to complain of",
                flush=True,
            )


if __name__ == "__main__":
    main()
