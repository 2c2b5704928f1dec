"""Which marked sentences are held out to measure and to weigh the parts of the model."""

import random
from collections import defaultdict
from collections.abc import Sequence

from polyphones.sources import Marked

SEED = 20261123
FOLDS = 5
HELD_FOLDS = {"cpp_dev": {0, 1}, "g2pl_train": {0}, "g2pl_dev": {0}}


def split(gold: Sequence[Marked]) -> list[int]:
    """The fold of each sentence; folds have the same share of every reading."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, marked in enumerate(gold):
        groups[marked.source[:3], marked.text[marked.place], marked.reading].append(index)
    order = random.Random(SEED)  # noqa: S311  # nothing secret
    folds = [0] * len(gold)
    place = 0
    for key in sorted(groups):
        order.shuffle(groups[key])
        for index in groups[key]:
            folds[index] = place % FOLDS
            place += 1
    return folds
