"""The course of training: words, linear part, labels for every polyphone, network, mix."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from polyphones.linear import Sample, fit_choices, fit_linear, fit_style, make_sample
from polyphones.network import (
    BEGIN,
    END,
    FIRST,
    LOWEST,
    UNKNOWN,
    Corrector,
    Lesson,
    Plan,
    train,
    write_corrector,
    write_g2pm,
)
from polyphones.phrases import build_phrases
from polyphones.report import Figures, count_figures
from polyphones.sources import (
    Marked,
    read_cedict,
    read_frequencies,
    read_g2pm,
    read_gold,
    read_modern,
)
from polyphones.split import FOLDS, HELD_FOLDS, SEED, split

from reader.language.feature_rows import FeatureRows
from reader.language.polyphone_file import Arrays, read_model, write_model
from reader.language.polyphone_model import (
    Candidates,
    Linear,
    Model,
    Network,
    Sentence,
    Style,
    number_candidates,
    prepare,
)
from reader.language.polyphone_network import Floats, Projection, Recurrence, log_softmax
from reader.language.polyphone_words import PhraseWords

WEIGHTS = {"cpp_dev": 2.0, "g2pl_train": 1.0, "g2pl_dev": 1.0}
ALSO = {"差": "ci1", "参": "cen1"}
"""Readings that the marked sentences have and g2pM lacks."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that training reads, and the parts that need no training."""

    gold: Sequence[Marked]
    folds: Sequence[int]
    modern: Sequence[str]
    table: Candidates
    phrases: PhraseWords
    teacher: Network
    teacher_arrays: Arrays
    teacher_characters: str
    singles: dict[str, list[str]]
    """CC-CEDICT's readings of each polyphone, in its order."""

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
        table = number_candidates(readings, singles)
        ordered = [classes.get(r) for c in sorted(readings) for r in readings[c]]
        known = "".join(sorted(c for c in characters if len(c) == 1 and c not in "시끝▁"))
        rows = [characters["<UNK>"], characters["시"], characters["끝"]]
        rows += [characters[c] for c in known]
        chosen = {**weights, "embedding.weight": weights["embedding.weight"][rows]}
        arrays = write_g2pm(chosen, ordered)
        gold = read_gold(data)
        return Material(
            gold,
            split(gold),
            read_modern(data),
            table,
            build_phrases(entries, read_frequencies(), readings),
            run_network(arrays, known),
            arrays,
            known,
            singles,
        )

    def is_held(self, index: int) -> bool:
        """Whether a marked sentence is among those that are held out."""
        return self.folds[index] in HELD_FOLDS[self.gold[index].source]


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model as it is written."""

    arrays: Arrays
    tables: dict[str, Any]


def run_network(arrays: Arrays, characters: str) -> Network:
    """g2pM's network from its arrays."""
    get = {name[8:]: array.astype(np.float32) for name, array in arrays.items()}
    inputs = Projection(get["embedding0"], get["input"], get["input_bias"])
    return Network(
        {c: at for at, c in enumerate(characters, FIRST)},
        (BEGIN, END),
        UNKNOWN,
        Recurrence((inputs,), get["recurrent"], get["recurrent_bias"]),
        get["hidden"],
        get["hidden_bias"],
        get["rows"],
        get["row_bias"],
    )


def teach(material: Material, sentences: Sequence[Sentence]) -> list[Floats]:
    """g2pM's log probabilities (place, candidate) for each sentence."""
    found: list[Floats] = [np.zeros((0, 0), dtype=np.float32)] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda at: -len(sentences[at].text))
    for start in range(0, len(order), 256):
        chunk = order[start : start + 256]
        batch = [sentences[at] for at in chunk]
        classes = material.table.classes_of(batch)
        scores = log_softmax(material.teacher.scores(batch, classes), classes > 0)
        ends = np.cumsum([len(s.places) for s in batch])[:-1]
        for at, rows in zip(chunk, np.split(scores, ends), strict=True):
            found[at] = rows
    return found


def fit_first(material: Material, kept: Sequence[int], styles: Sequence[Style]) -> Linear:
    """The linear part, from the marked places."""
    return fit_linear(make_samples(material, kept, styles), material.table)


def make_samples(material: Material, kept: Sequence[int], styles: Sequence[Style]) -> list[Sample]:
    """The marked places as the linear part sees them; a fold's style is measured by the others."""
    sentences = []
    for index in kept:
        marked = material.gold[index]
        style = styles[material.folds[index]]
        sentences.append(prepare(material.phrases, style, marked.text, [marked.place]))
    return [
        make_sample(
            sentence,
            material.table,
            material.gold[index].reading,
            WEIGHTS[material.gold[index].source],
            rows[0],
        )
        for index, sentence, rows in zip(kept, sentences, teach(material, sentences), strict=True)
    ]


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


def train_model(material: Material, scratch: Path, mix: NDArray[Any] | None = None) -> Trained:
    """Train every part; without a mix, it is fitted on sentences held out from all the rest."""
    hold_out = mix is None
    kept = [at for at in range(len(material.gold)) if not (hold_out and material.is_held(at))]
    styles = fit_styles(material, kept)
    linear = fit_first(material, kept, styles)
    print("linear part:", len(linear.rows), "features", flush=True)
    characters, lessons, marked = label(material, kept, linear, styles[-1])
    classes = sum(map(len, material.table.readings.values())) + 1
    net = Corrector(len(characters) + FIRST, classes)
    train(net, lessons, Plan(5, 2e-3, 0.3), SEED)
    train(net, marked, Plan(3, 1e-3, 0.1), SEED + 1)
    own = write_corrector(net)
    tables = write_tables(material, linear, styles[-1], characters)
    flat = np.concatenate(
        [
            linear.weights[row, : len(material.table.readings[n[0]])]
            for n, row in linear.rows.items()
        ]
    )
    arrays = {
        **material.teacher_arrays,
        **own,
        "linear": flat.astype(np.float16),
        "mix": np.array([[0.5, 0], [0.5, 0], [0, 0]]) if mix is None else mix,
    }
    if mix is None:
        held = [at for at in range(len(material.gold)) if material.is_held(at)]
        arrays["mix"] = fit_mix(material, held, arrays, tables, scratch)
        print("mix (linear, own, g2pM; plain, written):", arrays["mix"].round(2).tolist())
    return Trained(arrays, tables)


def label(
    material: Material, kept: Sequence[int], linear: Linear, style: Style
) -> tuple[str, list[Lesson], list[Lesson]]:
    """The network's characters, its lessons for every polyphone, and those about marked ones.

    Unmarked polyphones get the linear part's probabilities as their labels.
    """
    marked = [material.gold[at] for at in kept]
    texts = [item.text for item in marked] + list(material.modern)
    readings = material.table.readings
    counts = Counter(c for text in texts for c in text)
    characters = "".join(sorted(c for c, n in counts.items() if n > 2))
    vocabulary = {c: at for at, c in enumerate(characters, FIRST)}
    sentences = [
        prepare(material.phrases, style, text, [at for at, c in enumerate(text) if c in readings])
        for text in texts
    ]
    lessons, second = [], []
    helper = Helper(material, vocabulary)
    for at, (sentence, teacher) in enumerate(
        zip(sentences, teach(material, sentences), strict=True)
    ):
        if not sentence.places:
            continue
        item = marked[at] if at < len(marked) else None
        lesson = helper.write_lesson(sentence, teacher, linear, item)
        lessons.append(lesson)
        if item:
            soft = [w * 0.6 if w < WEIGHTS_MARKED else w for w in lesson.weights]
            second.append(replace(lesson, weights=soft))
    return characters, lessons, second


WEIGHTS_MARKED = 4.0


@dataclass(frozen=True, slots=True)
class Helper:
    """Writes lessons."""

    material: Material
    vocabulary: dict[str, int]

    def write_lesson(
        self, sentence: Sentence, teacher: Floats, linear: Linear, marked: Marked | None
    ) -> Lesson:
        """The lesson about one sentence."""
        table = self.material.table
        classes = table.classes_of([sentence])
        scores = linear.scores([sentence], table, teacher)
        likely = np.exp(log_softmax(scores, classes > 0))
        weights = [_weigh(float(row.max())) for row in likely]
        if marked:
            row = list(sentence.places).index(marked.place)
            known = table.readings[marked.text[marked.place]].index(marked.reading)
            likely[row] = 0
            likely[row, known] = 1
            weights[row] = WEIGHTS_MARKED * (1.5 if marked.source == "cpp_dev" else 1.0)
        encode = self.vocabulary.get
        places, guesses = _inputs(self.material, sentence)
        return Lesson(
            ([BEGIN, *[encode(c, UNKNOWN) for c in sentence.text], END], places, guesses),
            sentence.places,
            classes.tolist(),
            likely.tolist(),
            np.maximum(teacher, LOWEST).tolist(),
            weights,
        )


def _weigh(probability: float) -> float:
    """How much a label that is not from a person counts."""
    return 0.1 if probability < 0.7 else 0.125 + 0.375 * probability**2


def _inputs(material: Material, sentence: Sentence) -> tuple[list[int], list[int]]:
    bare = Model(
        material.table,
        material.phrases,
        Style({}, 0.0),
        material.teacher,
        material.teacher,
        np.zeros((1, 1), dtype=np.float32),
        Linear(FeatureRows(()), np.zeros((1, 1), dtype=np.float32), {}, (), {}),
        np.zeros((3, 2), dtype=np.float32),
    )
    (places,), (guesses,) = bare.inputs([sentence])
    return places, guesses


def write_tables(
    material: Material, linear: Linear, style: Style, characters: str
) -> dict[str, Any]:
    """The parts of the model that are not arrays of numbers."""
    phrases = material.phrases
    networks = {"teacher": material.teacher_characters, "own": characters}
    return {
        "candidates": {c: " ".join(r) for c, r in material.table.readings.items()},
        "singles": {c: " ".join(r) for c, r in material.singles.items()},
        "words": "\n".join(phrases.costs),
        "costs": [round(cost * 100) for cost in phrases.costs.values()],
        "unknown": phrases.unknown,
        "noted": "\n".join(phrases.notes),
        "notes": "\n".join(phrases.notes.values()),
        "style": style.weights,
        "style_bias": style.bias,
        "features": "\n".join(linear.rows),
        "tags": {n: [round(p, 3), round(w, 3)] for n, (p, w) in linear.tags.items()},
        "trust": {c: round(w, 3) for c, w in linear.trust.items()},
        "teacher_trust": [list(pair) for pair in linear.teacher],
        **{
            f"{name}_{part}": value
            for name, known in networks.items()
            for part, value in (
                ("characters", known),
                ("first", FIRST),
                ("borders", [BEGIN, END]),
                ("unknown", UNKNOWN),
            )
        },
    }


def fit_mix(
    material: Material,
    held: Sequence[int],
    arrays: Arrays,
    tables: dict[str, Any],
    scratch: Path,
) -> NDArray[np.float64]:
    """How the parts are weighed: the six numbers that make held-out labels likeliest."""
    path = scratch / "readings-parts.npz"
    write_model(path, arrays, tables)
    model = read_model(path)
    items = list(list_parts(model, [material.gold[at] for at in held]))
    found = weigh_parts(material.table, [item for item, _ in items], [b for _, b in items])
    return found.reshape(3, 2)


def weigh_parts(
    table: Candidates, items: Sequence[Marked], blocks: Sequence[NDArray[np.float64]]
) -> NDArray[np.float64]:
    """The weights of the columns under which the items' readings are likeliest."""
    starts = np.cumsum(np.array([0, *map(len, blocks)], dtype=np.int64))
    labels = [table.readings[item.text[item.place]].index(item.reading) for item in items]
    count = blocks[0].shape[1]
    centre = np.where(np.arange(count) % 2, 0.0, 2 / count)
    return fit_choices(
        np.concatenate(blocks),
        starts,
        np.array(labels, dtype=np.int64) + starts[:-1],
        np.array([WEIGHTS[item.source] ** 2 for item in items]),
        np.ones(count),
        100,
        centre,
    )


def list_parts(
    model: Model, items: Sequence[Marked]
) -> Iterable[tuple[Marked, NDArray[np.float64]]]:
    """For each marked sentence, what each part says of the candidates, plain and by register."""
    ordered = sorted(items, key=lambda item: -len(item.text))
    for start in range(0, len(ordered), 256):
        chunk = ordered[start : start + 256]
        sentences = [model.prepare(item.text, [item.place]) for item in chunk]
        parts = model.parts(sentences, model.candidates.classes_of(sentences))
        for at, (item, sentence) in enumerate(zip(chunk, sentences, strict=True)):
            count = len(model.candidates.readings[item.text[item.place]])
            columns = [
                np.maximum(part[at, :count], LOWEST) * share
                for part in parts
                for share in (1.0, sentence.register)
            ]
            yield item, np.stack(columns, axis=1).astype(np.float64)


def measure(material: Material, path: Path) -> Figures:
    """What the written model says about the held-out sentences."""
    held = [material.gold[at] for at in range(len(material.gold)) if material.is_held(at)]
    return count_figures(held, path)
