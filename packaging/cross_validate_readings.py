"""Prints how right the whole way is about all marked sentences, each by a model without its fold.

    python packaging/cross_validate_readings.py --cedict package/cedict.json --scratch build

Five trainings, each with four fifths of the sentences of CPP dev and g2pL; the six numbers that
weigh the parts are fitted on the fifth that is left. About six minutes.
"""

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from polyphones.report import read_marked  # the path had to be set first
from polyphones.split import FOLDS
from polyphones.training import Material, train_model

from reader.core.paths import find_paths
from reader.language.annotate import Annotator
from reader.language.polyphone_file import write_model


def main() -> None:
    """Print a line for each fold and one for all."""
    parser = argparse.ArgumentParser(description="Cross-validate the readings.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pinyin"))
    parser.add_argument("--cedict", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, default=Path("build"))
    options = parser.parse_args()
    options.scratch.mkdir(exist_ok=True, parents=True)
    whole = Material.gather(options.data, options.cedict)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        material = replace(whole, held={source: {fold} for source in whole.held})
        trained = train_model(material)
        path = options.scratch / f"readings-without-{fold}.npz"
        write_model(path, trained.arrays, trained.tables)
        items = [whole.gold[at] for at in range(len(whole.gold)) if material.is_held(at)]
        for item, answer in zip(
            items, read_marked(Annotator(find_paths().lexicon, model=path), items), strict=True
        ):
            name = item.source[:4].rstrip("_")
            total[name] += 1
            right[name] += answer == item.reading
        print(f"after fold {fold}:", show(right, total), flush=True)


def show(right: Counter[str], total: Counter[str]) -> str:
    """The share that is right of each source."""
    return ", ".join(
        f"{name} {100 * right[name] / total[name]:.2f} % of {total[name]:,}" for name in total
    )


if __name__ == "__main__":
    main()
