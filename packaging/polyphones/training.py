"""The course of training: words, kinds of words, linear part, mix."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from polyphones.kinds import sort_words
from polyphones.linear import Sample, fit_choices, fit_linear, fit_style, make_sample
from polyphones.named import make_named
from polyphones.phrases import build_phrases
from polyphones.report import Figures, count_figures
from polyphones.sources import (
    Marked,
    Placed,
    read_cedict,
    read_frequencies,
    read_g2pm,
    read_gold,
    read_modern,
    read_novel,
    read_placed,
    read_written,
)
from polyphones.split import FOLDS, HELD_FOLDS, SEED, split
from polyphones.teacher import BEGIN, END, FIRST, UNKNOWN, run_network, write_g2pm

from reader.core.paths import find_paths
from reader.language.lexicon import Lexicon
from reader.language.names import load_names
from reader.language.polyphone_features import BORDER
from reader.language.polyphone_file import Arrays
from reader.language.polyphone_model import (
    LOWEST,
    Candidates,
    Linear,
    Model,
    Network,
    Style,
    number_candidates,
    prepare,
)
from reader.language.polyphone_words import PhraseWords, gather_words

WEIGHTS = {
    "cpp_dev": 2.0,
    "g2pl_train": 1.0,
    "g2pl_dev": 1.0,
    "written": 0.5,
    "named": 2.0,
    "placed": 2.0,
}
"""How much a sentence of each source counts. Our own show rare readings more often than others do,
places show what running text is like."""
ALSO = {
    "差": "ci1", "参": "cen1", "咯": "ka3", "堡": "bu3", "拗": "ao3", "蔓": "wan4", "种": "chong2",
    "朴": "po1", "喔": "wo1", "食": "yi4", "般": "bo1", "吗": "ma2", "单": "chan2", "叉": "cha4",
    "哪": "ne2",
}  # fmt: skip
"""Readings that our sentences have and g2pM lacks."""
ENDS = ("。", "！", "？", "”", "…")
"""How whole sentences end; what we wrote and does not end so is a piece of one."""
USUAL_PRACTICE = 4.0
"""The logarithm of how many sentences a character usually has."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that training reads, and the parts that need no training."""

    gold: Sequence[Marked]
    folds: Sequence[int]
    written: Sequence[Marked]
    """Sentences of our own. They show every reading, about equally often."""
    placed: Sequence[Placed]
    """Places where a model was unsure, as running text has them."""
    table: Candidates
    phrases: PhraseWords
    teacher: Network
    teacher_arrays: Arrays
    teacher_characters: str
    singles: dict[str, list[str]]
    """CC-CEDICT's readings of each polyphone, in its order."""
    held: Mapping[str, Collection[int]]
    """Which folds of each source are held out."""

    @staticmethod
    def gather(data: Path, cedict: Path) -> "Material":
        """Read the sources."""
        weights, readings, classes, characters = read_g2pm()
        for character, reading in ALSO.items():
            readings[character] = list(dict.fromkeys([*readings[character], reading]))
        entries = list(read_cedict(cedict))
        singles: dict[str, list[str]] = {c: [] for c in readings}
        for word, syllables in entries:
            if word in singles and syllables[0] not in singles[word]:
                singles[word].append(syllables[0])
        ordered = [classes.get(r) for c in sorted(readings) for r in readings[c]]
        known = "".join(sorted(c for c in characters if len(c) == 1 and c not in "시끝▁"))
        rows = [characters["<UNK>"], characters["시"], characters["끝"]]
        rows += [characters[c] for c in known]
        chosen = {**weights, "embedding.weight": weights["embedding.weight"][rows]}
        arrays = write_g2pm(chosen, ordered)
        gold = read_gold(data)
        names = load_names(Lexicon(find_paths().lexicon))
        written = [*read_written(), *make_named(names, readings, SEED)]
        modern = read_modern(data)
        texts = [*(m.text for m in gold), *modern, *read_novel(data)]
        return Material(
            gold,
            split(gold),
            written,
            read_placed(gold, modern),
            number_candidates(readings, singles),
            add_kinds(build_phrases(entries, read_frequencies(), readings), texts),
            run_network(arrays, known),
            arrays,
            known,
            singles,
            HELD_FOLDS,
        )

    def is_held(self, index: int) -> bool:
        """Whether a marked sentence is among those that are held out."""
        return self.folds[index] in self.held[self.gold[index].source]


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model as it is written."""

    arrays: Arrays
    tables: dict[str, Any]


def add_kinds(phrases: PhraseWords, texts: Iterable[str]) -> PhraseWords:
    """The same words with the kinds that they have in texts."""
    return gather_words(
        phrases.costs, phrases.notes, phrases.unknown, sort_words(texts, phrases, SEED)
    )


def make_samples(material: Material, kept: Sequence[int], styles: Sequence[Style]) -> list[Sample]:
    """The marked places as the linear part sees them, then our sentences, then our places.

    A fold's style is measured by the others. Of the sentences that are not kept nothing is seen.
    """
    gold = [material.gold[index] for index in kept]
    hosts = {-1, *kept}
    placed = [each for each in material.placed if each.host in hosts]
    measures = [
        *(styles[material.folds[index]] for index in kept),
        *[styles[-1]] * len(material.written),
        *(styles[material.folds[each.host] if each.host >= 0 else -1] for each in placed),
    ]
    return _make(material, [*gold, *material.written, *(each.marked for each in placed)], measures)


def _make(material: Material, items: Sequence[Marked], styles: Sequence[Style]) -> list[Sample]:
    sentences = [
        prepare(material.phrases, style, marked.text, [marked.place])
        for marked, style in zip(items, styles, strict=True)
    ]
    return [
        _open_ends(make_sample(sentence, material.table, marked, WEIGHTS[marked.source]), marked)
        for sentence, marked in zip(sentences, items, strict=True)
    ]


def _open_ends(sample: Sample, marked: Marked) -> Sample:
    """A piece of a sentence says nothing of how sentences begin and end."""
    if marked.source != "written" or marked.text.endswith(ENDS):
        return sample
    return replace(sample, names=[name for name in sample.names if BORDER not in name])


def fit_styles(material: Material, kept: Sequence[int]) -> list[Style]:
    """One measure of style for each fold, from the other folds, and last one from all."""

    def fit(without: int) -> Style:
        texts: tuple[list[str], list[str]] = ([], [])
        for index in kept:
            if material.folds[index] != without:
                marked = material.gold[index]
                texts[marked.source != "cpp_dev"].append(marked.text)
        return fit_style(*texts)

    return [fit(fold) for fold in (*range(FOLDS), -1)]


def train_model(material: Material, mix: NDArray[Any] | None = None) -> Trained:
    """Train every part; without a mix, it is fitted on sentences held out from all the rest."""
    kept = [at for at in range(len(material.gold)) if mix is not None or not material.is_held(at)]
    styles = fit_styles(material, kept)
    linear, names = fit_linear(make_samples(material, kept, styles), material.table)
    print("linear part:", len(names), "features", flush=True)
    practice = count_practice([material.gold[at] for at in kept])
    if mix is None:
        model = assemble(material, styles[-1], linear, practice)
        mix = fit_mix(material, model)
        print("mix (linear, g2pM; alone, by register, by practice):", mix.round(2).tolist())
    flat = np.concatenate(
        [
            linear.weights[row, : len(material.table.readings[name[0]])]
            for row, name in enumerate(names)
        ]
    )
    arrays = {**material.teacher_arrays, "linear": flat.astype(np.float16), "mix": mix}
    tables = write_tables(material, linear, styles[-1], practice)
    return Trained(arrays, {**tables, "features": "\n".join(names)})


def count_practice(marked: Sequence[Marked]) -> dict[str, float]:
    """How much of each character the linear part sees: a logarithm, 0 for what is usual."""
    counts = Counter(m.text[m.place] for m in marked)
    return {c: round(log(n) - USUAL_PRACTICE, 2) for c, n in counts.items()}


def assemble(material: Material, style: Style, linear: Linear, practice: dict[str, float]) -> Model:
    """The parts as a model, its mix still open."""
    mix = np.zeros((2, 3), dtype=np.float32)
    return Model(material.table, material.phrases, style, material.teacher, linear, practice, mix)


def write_tables(
    material: Material, linear: Linear, style: Style, practice: dict[str, float]
) -> dict[str, Any]:
    """The parts of the model that are not arrays of numbers."""
    phrases = material.phrases
    words = list(phrases.costs)
    noted = list(phrases.notes)
    return {
        "candidates": {c: " ".join(r) for c, r in material.table.readings.items()},
        "singles": {c: " ".join(r) for c, r in material.singles.items()},
        "words": "\n".join(words),
        "costs": [phrases.costs[word] for word in words],
        "kinds": [phrases.kinds.get(word, 0) for word in words],
        "unknown": phrases.unknown / 100,
        "noted": "\n".join(noted),
        "notes": "\n".join(phrases.notes[word] for word in noted),
        "style": style.weights,
        "style_bias": style.bias,
        "tags": {n: [round(p, 3), round(w, 3)] for n, (p, w) in linear.tags.items()},
        "practice": practice,
        "teacher_characters": material.teacher_characters,
        "teacher_first": FIRST,
        "teacher_borders": [BEGIN, END],
        "teacher_unknown": UNKNOWN,
    }


def fit_mix(material: Material, model: Model) -> NDArray[np.float64]:
    """How the parts are weighed: the six numbers that make held-out labels likeliest."""
    held = [m for at, m in enumerate(material.gold) if material.is_held(at)]
    items = list(list_parts(model, held))
    found = weigh_parts(material.table, [item for item, _ in items], [b for _, b in items])
    return found.reshape(2, 3)


def weigh_parts(
    table: Candidates, items: Sequence[Marked], blocks: Sequence[NDArray[np.float64]]
) -> NDArray[np.float64]:
    """The weights of the columns under which the items' readings are likeliest."""
    starts = np.cumsum(np.array([0, *map(len, blocks)], dtype=np.int64))
    labels = [table.readings[item.text[item.place]].index(item.reading) for item in items]
    return fit_choices(
        np.concatenate(blocks),
        starts,
        np.array(labels, dtype=np.int64) + starts[:-1],
        np.array([WEIGHTS[item.source] ** 2 for item in items]),
        np.ones(blocks[0].shape[1]),
    )


def list_parts(
    model: Model, items: Sequence[Marked]
) -> Iterable[tuple[Marked, NDArray[np.float64]]]:
    """For each marked sentence, what each part says of the candidates, by what the mix heeds."""
    ordered = sorted(items, key=lambda item: -len(item.text))
    for start in range(0, len(ordered), 256):
        chunk = ordered[start : start + 256]
        sentences = [model.prepare(item.text, [item.place]) for item in chunk]
        parts = model.parts(sentences, model.candidates.classes_of(sentences))
        for at, (item, shares) in enumerate(zip(chunk, model.shares(sentences), strict=True)):
            count = len(model.candidates.readings[item.text[item.place]])
            columns = [
                np.maximum(part[at, :count], LOWEST) * share for part in parts for share in shares
            ]
            yield item, np.stack(columns, axis=1).astype(np.float64)


def measure(material: Material, path: Path) -> Figures:
    """What the written model says about the held-out sentences."""
    held = [material.gold[at] for at in range(len(material.gold)) if material.is_held(at)]
    return count_figures(held, path)
