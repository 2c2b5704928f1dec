"""How quickly earlier sentences with a word are found in a large library.

    python tests/benchmarks/sentences.py [--json] [ARTICLES]

The library is made of our own starter articles, with a number in each copy.
"""

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.core.paths import find_paths  # noqa: E402 -- the path is set above
from reader.library import Library  # noqa: E402 -- likewise
from tests.benchmarks.figures import percentile, print_figures  # noqa: E402 -- likewise

WORDS = ("的", "我", "银行", "旁边", "長壽麵", "图书馆", "老师", "螃蟹", "不得不", "量子力学", "一")
READ = (
    ("的", ("de5",)),
    ("还", ("hai2",)),
    ("还", ("huan2",)),
    ("长", ("zhang3",)),
    ("得", ("dei3",)),
    ("髮", ("fa4",)),
    ("东西", ("dong1", "xi5")),
)
"""Words with several readings, of which one is looked for; some are rare or nowhere."""
CARD = 5
"""Sentences that the card asks for."""
UNITS = {"_ms": "ms", "_mb": "MB", "_characters": "characters"}


def main() -> None:
    """Measure and print."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    paths = find_paths()
    texts = [file.read_text("utf-8") for file in sorted(paths.seeds.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as scratch:
        library = Library(replace(paths, data=Path(scratch)))
        adding, characters = [], 0
        for number in range(numbers[0] if numbers else 2000):
            text = f"{texts[number % len(texts)]}\n\n第{number}篇。"
            began = time.perf_counter()
            characters += library.arriving.import_text(text, f"{number}").article.characters()
            adding.append((time.perf_counter() - began) * 1000)
        taken = []
        for word in WORDS * 10:
            began = time.perf_counter()
            library.find_sentences(word, 6)
            taken.append((time.perf_counter() - began) * 1000)
        library.find_sentences("长", 6, None, ("chang2",))  # loads what reads
        read = []
        for word, syllables in READ * 10:
            began = time.perf_counter()
            library.find_sentences(word, CARD, None, syllables)
            read.append((time.perf_counter() - began) * 1000)
        library.close()
        size = (Path(scratch) / "library.sqlite").stat().st_size / 1e6
    figures = {
        "library_characters": characters,
        "library_mb": size,
        "import_p50_ms": percentile(adding, 0.5),
        "sentences_p50_ms": percentile(taken, 0.5),
        "sentences_p99_ms": percentile(taken, 0.99),
        "sentences_of_a_reading_p50_ms": percentile(read, 0.5),
        "sentences_of_a_reading_p99_ms": percentile(read, 0.99),
    }
    print_figures("Earlier sentences", figures, UNITS)


if __name__ == "__main__":
    main()
