"""Prints what each part of the polyphone model is worth, as a Markdown table.

    python packaging/ablate_readings.py --cedict package/cedict.json --scratch build

It needs the model that ``train_readings.py`` left in its scratch folder, trained without the
held-out sentences. The linear part is fitted again without each kind of feature or of sentence;
the parts are then weighed anew, on the held-out sentences themselves, six numbers for 13,000
sentences.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from polyphones.linear import Sample, fit_linear  # the path had to be set first
from polyphones.report import count_choices
from polyphones.training import (
    Material,
    fit_styles,
    list_parts,
    make_samples,
    weigh_parts,
)

from reader.language.polyphone_file import read_model
from reader.language.polyphone_model import Model

_OF_WORDS = "wlpnPNqo"
_OF_KINDS = "ABCW"
_OF_CLAUSES = "EFXZ"


def leave_out_words(sample: Sample) -> Sample:
    """Without the word, its neighbours and their lengths."""
    names = [n for n in sample.names if len(n) == 1 or n[1] not in _OF_WORDS]
    return replace(sample, names=names)


def leave_out_characters(sample: Sample) -> Sample:
    """Without neighbouring characters."""
    names = [n for n in sample.names if len(n) == 1 or n[1] in _OF_WORDS + _OF_KINDS]
    return replace(sample, names=names)


def leave_out_kinds(sample: Sample) -> Sample:
    """Without the kinds of words and characters around it."""
    names = [n for n in sample.names if len(n) == 1 or n[1] not in _OF_KINDS]
    return replace(sample, names=names)


def leave_out_clauses(sample: Sample) -> Sample:
    """Without what else is in the clause."""
    return replace(
        sample, names=[n for n in sample.names if len(n) == 1 or n[1] not in _OF_CLAUSES]
    )


def leave_out_phrases(sample: Sample) -> Sample:
    """Without what phrases say."""
    return replace(sample, tags=[[t for t in tags if t[0] in "rkt"] for tags in sample.tags])


def leave_out_style(sample: Sample) -> Sample:
    """Without the measure of style."""
    return replace(sample, register=0.0)


CUTS = {
    "words": leave_out_words,
    "neighbouring characters": leave_out_characters,
    "kinds of words": leave_out_kinds,
    "clauses": leave_out_clauses,
    "phrase readings": leave_out_phrases,
    "style": leave_out_style,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Say what each part of the model is worth.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pinyin"))
    parser.add_argument("--cedict", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, default=Path("build"))
    options = parser.parse_args()
    material = Material.gather(options.data, options.cedict)
    model = read_model(options.scratch / "readings-held-out.npz")
    print("| model | CPP | by reading | g2pL | by reading |\n|---|---|---|---|---|")
    show(material, model, "both parts", (0, 1))
    show(material, model, "g2pM alone", (1,))
    show(material, model, "linear part alone", (0,))
    kept = [at for at in range(len(material.gold)) if not material.is_held(at)]
    styles = fit_styles(material, kept)
    samples = make_samples(material, kept, styles)
    fitted = {name: list(map(cut, samples)) for name, cut in CUTS.items()}
    written = len(kept) + len(material.written)
    fitted["our own sentences"] = samples[: len(kept)] + samples[written:]
    fitted["places that we read"] = samples[:written]
    for name, chosen in fitted.items():
        linear, _ = fit_linear(chosen, material.table)
        if name == "style":
            linear = replace(linear, tags={t: (p, 0.0) for t, (p, _) in linear.tags.items()})
        without = replace(model, linear=linear)
        show(material, without, f"linear part alone, without {name}", (0,))
        show(material, without, f"both parts, linear without {name}", (0, 1))


def show(material: Material, model: Model, name: str, parts: Sequence[int]) -> None:
    """Print one row."""
    held = [m for at, m in enumerate(material.gold) if material.is_held(at)]
    items = list(list_parts(model, held))
    columns = [column for part in parts for column in range(3 * part, 3 * part + 3)]
    blocks = [block[:, columns] for _, block in items]
    marked = [item for item, _ in items]
    weights = weigh_parts(material.table, marked, blocks)
    choices = []
    for item, block in zip(marked, blocks, strict=True):
        powers = np.exp(block @ weights)
        readings = material.table.readings[item.text[item.place]]
        best = int(powers.argmax())
        choices.append((item, readings[best], float(powers[best] / powers.sum())))
    cpp, g2pl = count_choices(choices).values()
    cells = [f"{f.right:.2f} | {f.by_reading:.2f}" for f in (cpp, g2pl)]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
