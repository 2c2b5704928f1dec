"""g2pM's network as the arrays that numpy runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.language.polyphone_model import LOWEST, Network
from reader.language.polyphone_network import Projection, Recurrence

UNKNOWN, BEGIN, END, FIRST = 0, 1, 2, 3


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
        "embedding": weights["embedding.weight"],
        "input": stacked["weight_ih"].transpose(2, 0, 1),
        "input_bias": stacked["bias_ih"] + stacked["bias_hh"],
        "recurrent": stacked["weight_hh"].transpose(0, 2, 1),
        "hidden": weights["logit_layer.0.weight"].T,
        "hidden_bias": weights["logit_layer.0.bias"],
        "rows": rows,
        "row_bias": bias,
    }
    return {f"teacher_{name}": array.astype(np.float16) for name, array in arrays.items()}


def run_network(arrays: Mapping[str, NDArray[Any]], characters: str) -> Network:
    """The network from its arrays."""
    get = {name[8:]: array.astype(np.float32) for name, array in arrays.items()}
    return Network(
        {c: at for at, c in enumerate(characters, FIRST)},
        (BEGIN, END),
        UNKNOWN,
        Recurrence(Projection(get["embedding"], get["input"], get["input_bias"]), get["recurrent"]),
        get["hidden"],
        get["hidden_bias"],
        get["rows"],
        get["row_bias"],
    )
