"""Prints what each part of the whole way to a reading is worth, as a Markdown table.

    python packaging/ablate_annotate.py --model build/readings-held-out.npz

The model has to be one that was trained without the held-out sentences, which are what CPP and
g2pL stand for here; gold is tests/gold/readings.tsv, by sentence and by syllable. One part is
taken away at a time; the others stay as they are.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import eq
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from polyphones.report import read_marked  # the path had to be set first
from polyphones.sources import read_gold
from polyphones.split import HELD_FOLDS, split

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.language import annotate, judging, particles, usages
from reader.language.annotate import Annotator
from reader.language.names import load_names
from reader.language.readings import Draft, PhraseJudge

ROOT = Path(__file__).resolve().parent.parent
Take = Callable[[Annotator], None]


def keep_all(annotator: Annotator) -> None:
    """Take nothing away."""
    annotator.load()


def take_rules(annotator: Annotator) -> None:
    """Without the grammar of 得 地 着 了 and others."""
    annotator.load()
    particles.RULES.clear()


def take_usages(annotator: Annotator) -> None:
    """Without the table of everyday uses."""
    annotator.load()
    usages.PATTERNS.clear()


def take_model(annotator: Annotator) -> None:
    """Without the trained model: the longest known phrase, else the usual reading."""
    annotator.load()

    def judge(self: judging.ModelJudge, drafts: Sequence[Draft]) -> list[list[tuple[str, ...]]]:
        return [list(answers) for answers in self._phrases.judge(drafts)]

    judging.ModelJudge.judge = judge  # type: ignore[method-assign]  # likewise


def take_names(annotator: Annotator) -> None:
    """Without names of people."""
    setattr(annotate, "load_names", lambda lexicon: replace(load_names(lexicon), surnames={}))  # noqa: B010 -- the type checker would not let a name be taken away
    annotator.load()


def take_phrases(annotator: Annotator) -> None:
    """Without phrases that are no headwords beside the model."""
    annotator.load()
    setattr(PhraseJudge, "_read", lambda *_: ())  # noqa: B010 -- likewise


PARTS: dict[str, Take] = {
    "all parts": keep_all,
    "without the trained model": take_model,
    "without names": take_names,
    "without the grammar of particles": take_rules,
    "without everyday uses": take_usages,
    "without phrases beside the model": take_phrases,
}


def main() -> None:
    """Measure one part in this process, or all parts in processes of their own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "pinyin")
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    print("| | CPP | g2pL | gold sentences | gold syllables |\n|---|---|---|---|---|")
    for name in PARTS:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            figures = pool.apply(measure, (name, options.data, options.model))
        print(f"| {name} |", " | ".join(figures), "|", flush=True)


def measure(name: str, data: Path, model: Path) -> list[str]:
    """CPP and g2pL in per cent, gold by sentence and by syllable."""
    annotator = Annotator(find_paths().lexicon, model=model)
    PARTS[name](annotator)
    gold = read_gold(data)
    held = [m for m, fold in zip(gold, split(gold), strict=True) if fold in HELD_FOLDS[m.source]]
    figures = []
    for source in ("cpp", "g2pl"):
        items = [item for item in held if item.source.startswith(source)]
        answers = read_marked(annotator, items)
        right = sum(map(eq, answers, (item.reading for item in items)))
        figures.append(f"{100 * right / len(items):.2f}")
    rows = (ROOT / "tests" / "gold" / "readings.tsv").read_text("utf-8").splitlines()[1:]
    sentences = [row.split("\t")[2:4] for row in rows]
    found = annotator.annotate_all([Paragraph(text) for text, _ in sentences])
    read = [[syllable for word in words for syllable in word.syllables] for words in found]
    pairs = [
        [(got or "-") == want for got, want in zip(syllables, wanted.split(" "), strict=True)]
        for syllables, (_, wanted) in zip(read, sentences, strict=True)
    ]
    syllables = [right for pair in pairs for right in pair]
    figures.append(f"{100 * sum(map(all, pairs)) / len(pairs):.1f}")
    figures.append(f"{100 * sum(syllables) / len(syllables):.2f}")
    return figures


if __name__ == "__main__":
    main()
