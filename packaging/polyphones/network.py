"""Trains our recurrent network with torch, and writes networks as the arrays that numpy runs."""

import math
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

UNKNOWN, BEGIN, END, FIRST = 0, 1, 2, 3
WIDTH = 96
SIZE = 96
INNER = 96
DROPOUT = 0.3
LOWEST = -10.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with its inputs (borders included) and what is to be said at some places."""

    inputs: tuple[Sequence[int], ...]
    places: Sequence[int]
    classes: Sequence[Sequence[int]]
    wanted: Sequence[Sequence[float]]
    teacher: Sequence[Sequence[float]]
    weights: Sequence[float]


class Corrector(nn.Module):  # type: ignore[misc]  # torch is not among the checked packages
    """A bidirectional GRU that corrects g2pM's log probabilities."""

    def __init__(self, characters: int, classes: int) -> None:
        super().__init__()
        self.embeddings = nn.ModuleList(
            nn.Embedding(count, WIDTH) for count in (characters, 5, classes)
        )
        self.forwards = nn.GRU(WIDTH, SIZE, batch_first=True)
        self.backwards = nn.GRU(WIDTH, SIZE, batch_first=True)
        self.hidden = nn.Linear(2 * SIZE, INNER)
        self.rows = nn.Embedding(classes, INNER)
        self.row_bias = nn.Embedding(classes, 1)
        self.scales = nn.Embedding(classes, 1)
        self.guess = nn.Linear(2 * SIZE, WIDTH)
        self.guess_bias = nn.Parameter(torch.zeros(characters))
        self.drop = nn.Dropout(DROPOUT)
        for table in (*self.embeddings, self.rows):
            nn.init.normal_(table.weight, 0, 0.1)
        nn.init.zeros_(self.row_bias.weight)
        nn.init.constant_(self.scales.weight, 0.7)

    def states(self, inputs: Sequence[Tensor], lengths: Tensor) -> tuple[Tensor, Tensor]:
        """What each direction has read up to and with each character."""
        fed = self.drop(sum(table(ids) for table, ids in zip(self.embeddings, inputs, strict=True)))
        columns = torch.arange(fed.shape[1])[None]
        turn = torch.where(columns < lengths[:, None], lengths[:, None] - 1 - columns, columns)
        ahead, _ = self.forwards(fed)
        back, _ = self.backwards(fed.gather(1, turn[:, :, None].expand(-1, -1, WIDTH)))
        return ahead, back.gather(1, turn[:, :, None].expand(-1, -1, SIZE))

    def read(self, states: Tensor, classes: Tensor, teacher: Tensor) -> Tensor:
        """Log probabilities of the candidates at places with these states."""
        inner = self.drop(torch.relu(self.hidden(self.drop(states))))
        scores = (self.rows(classes) * inner[:, None]).sum(2) + self.row_bias(classes)[:, :, 0]
        scores = scores + self.scales(classes[:, 0]) * teacher
        return scores.masked_fill(classes == 0, -1e4).log_softmax(1)

    def guess_characters(self, states: Tensor) -> Tensor:
        """Scores of what character stands between what was read from both sides."""
        return self.guess(self.drop(states)) @ self.embeddings[0].weight.T + self.guess_bias


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train; ``guessing`` is the weight of guessing characters."""

    rounds: int
    speed: float
    guessing: float
    batch: int = 48
    warm_up: int = 300


def train(net: Corrector, lessons: Sequence[Lesson], plan: Plan, seed: int) -> None:
    """Train in place; what remains is the moving average of the weights."""
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311  # nothing secret
    optimiser = torch.optim.AdamW(net.parameters(), lr=plan.speed, betas=(0.9, 0.98))
    steps = plan.rounds * math.ceil(len(lessons) / plan.batch)
    average = {name: value.detach().clone() for name, value in net.state_dict().items()}
    begun = time.monotonic()
    step = 0
    net.train()
    for _ in range(plan.rounds):
        for batch in _shuffle(lessons, plan.batch, order):
            for group in optimiser.param_groups:
                falling = 0.5 + 0.5 * math.cos(math.pi * min(1.0, step / steps))
                group["lr"] = plan.speed * min(1.0, (step + 1) / plan.warm_up) * falling
            loss = _lose(net, batch, plan.guessing)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    average[name].lerp_(value, 1 - min(0.999, (1 + step) / (10 + step)))
        print(f"  step {step} of {steps}, {time.monotonic() - begun:.0f} s", flush=True)
    net.load_state_dict(average)
    net.eval()


def _shuffle(lessons: Sequence[Lesson], size: int, order: random.Random) -> list[list[Lesson]]:
    """Batches of sentences of about equal length, in random order."""
    shuffled = list(lessons)
    order.shuffle(shuffled)
    batches = []
    for start in range(0, len(shuffled), size * 50):
        pool = sorted(shuffled[start : start + size * 50], key=lambda item: len(item.inputs[0]))
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    order.shuffle(batches)
    return batches


def _lose(net: Corrector, batch: Sequence[Lesson], guessing: float) -> Tensor:
    lengths = torch.tensor([len(lesson.inputs[0]) for lesson in batch])
    inputs = [_pad([lesson.inputs[kind] for lesson in batch]) for kind in range(3)]
    seen = [inputs[0].clone(), inputs[1], inputs[2].clone()]
    seen[0][(torch.rand(seen[0].shape) < 0.02) & (seen[0] >= FIRST)] = UNKNOWN
    seen[2][torch.rand(seen[2].shape) < 0.15] = 0
    ahead, back = net.states(seen, lengths)
    rows = [row for row, lesson in enumerate(batch) for _ in lesson.places]
    columns = [place + 1 for lesson in batch for place in lesson.places]
    states = torch.cat([ahead[rows, columns], back[rows, columns]], 1)
    likely = net.read(
        states,
        torch.tensor([c for lesson in batch for c in lesson.classes]),
        torch.tensor([t for lesson in batch for t in lesson.teacher]),
    )
    wanted = torch.tensor([w for lesson in batch for w in lesson.wanted])
    weights = torch.tensor([w for lesson in batch for w in lesson.weights])
    loss = -(weights * (wanted * likely).sum(1)).sum() / weights.sum()
    return loss + guessing * _lose_guesses(net, ahead, back, inputs[0], lengths)


def _lose_guesses(
    net: Corrector, ahead: Tensor, back: Tensor, characters: Tensor, lengths: Tensor
) -> Tensor:
    chosen = (torch.rand(characters.shape) < 0.15) & (characters >= FIRST)
    chosen[:, 0] = False
    chosen[:, -1] = False
    rows, columns = chosen.nonzero(as_tuple=True)
    inside = columns < lengths[rows] - 1
    rows, columns = rows[inside], columns[inside]
    states = torch.cat([ahead[rows, columns - 1], back[rows, columns + 1]], 1)
    return functional.cross_entropy(net.guess_characters(states), characters[rows, columns])


def _pad(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])


def write_corrector(net: Corrector) -> dict[str, NDArray[Any]]:
    """The arrays of our network, in half precision."""
    get = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    both = ("forwards", "backwards")
    bias = np.stack([get[f"{d}.bias_ih_l0"] for d in both])
    kept = np.stack([get[f"{d}.bias_hh_l0"] for d in both])
    bias[:, : 2 * SIZE] += kept[:, : 2 * SIZE]
    rows, row_bias = get["rows.weight"].copy(), get["row_bias.weight"][:, 0].copy()
    rows[0] = row_bias[0] = 0
    arrays = {
        **{f"embedding{kind}": get[f"embeddings.{kind}.weight"] for kind in range(3)},
        "input": np.stack([get[f"{d}.weight_ih_l0"].T for d in both], axis=1),
        "input_bias": bias,
        "recurrent": np.stack([get[f"{d}.weight_hh_l0"].T for d in both]),
        "recurrent_bias": kept[:, 2 * SIZE :],
        "hidden": get["hidden.weight"].T,
        "hidden_bias": get["hidden.bias"],
        "rows": rows,
        "row_bias": row_bias,
        "scales": get["scales.weight"][:, 0],
    }
    return {f"own_{name}": array.astype(np.float16) for name, array in arrays.items()}


def write_g2pm(
    weights: Mapping[str, Any], classes: Sequence[int | None]
) -> dict[str, NDArray[Any]]:
    """The arrays of g2pM's network, with rows for our classes (None where it lacks one)."""
    size = weights["lstm.weight_hh_l0"].shape[1]
    order = np.concatenate([np.arange(at * size, (at + 1) * size) for at in (0, 1, 3, 2)])
    both = ("", "_reverse")
    rows = np.zeros((len(classes) + 1, weights["logit_layer.2.weight"].shape[1]))
    bias = np.full(len(classes) + 1, LOWEST)
    for number, index in enumerate(classes, 1):
        if index is not None:
            rows[number] = weights["logit_layer.2.weight"][index]
            bias[number] = weights["logit_layer.2.bias"][index]
    stacked = {
        name: np.stack([weights[f"lstm.{name}_l0{d}"][order] for d in both])
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    }
    arrays = {
        "embedding0": weights["embedding.weight"],
        "input": stacked["weight_ih"].transpose(2, 0, 1),
        "input_bias": stacked["bias_ih"] + stacked["bias_hh"],
        "recurrent": stacked["weight_hh"].transpose(0, 2, 1),
        "recurrent_bias": np.zeros((2, size)),
        "hidden": weights["logit_layer.0.weight"].T,
        "hidden_bias": weights["logit_layer.0.bias"],
        "rows": rows,
        "row_bias": bias,
    }
    return {f"teacher_{name}": array.astype(np.float16) for name, array in arrays.items()}
