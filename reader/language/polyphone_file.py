"""The file that holds the polyphone model: one numpy archive, no pickles in it."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.core.errors import ResourceError
from reader.language.feature_rows import FeatureRows
from reader.language.polyphone_model import (
    Candidates,
    Linear,
    Model,
    Network,
    Style,
    number_candidates,
)
from reader.language.polyphone_network import Floats, Projection, Recurrence
from reader.language.polyphone_words import PhraseWords, pack_words

FORMAT = 4
_LINES = ("words", "noted", "notes", "features")
"""Tables that are long texts; in JSON they and the costs would take ten times their room."""

_AT_ONCE = 1 << 16
"""So many characters of a long text are split into lines at once."""

Arrays = Mapping[str, NDArray[Any]]


def read_model(path: Path) -> Model:
    """The model in a file. Raises ResourceError where the file is missing, damaged or too new."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            tables = json.loads(_text(arrays["tables"]))
            if tables["format"] == FORMAT:
                return _assemble(arrays, tables)  # each array is read when it is wanted
    except (OSError, ValueError, KeyError, TypeError, IndexError, zipfile.BadZipFile) as error:
        raise ResourceError(
            f"The file with the readings, {path.name}, is missing or damaged. "
            "Please install the program again."
        ) from error
    raise ResourceError(
        f"The file with the readings, {path.name}, belongs to another version of the program. "
        "Please install the program again."
    )


def write_model(path: Path, arrays: Arrays, tables: Mapping[str, Any]) -> None:
    """Write what ``read_model`` reads; ``packaging/train_readings.py`` makes the parts."""
    small = {
        name: table for name, table in tables.items() if name not in {*_LINES, "costs", "kinds"}
    }
    text = json.dumps({"format": FORMAT, **small}, ensure_ascii=False, separators=(",", ":"))
    stored = {
        "tables": _bytes(text),
        **{name: _bytes(tables[name]) for name in _LINES},
        "costs": np.array(tables["costs"], dtype=np.uint16),
        "kinds": np.array(tables["kinds"], dtype=np.uint8),
        **arrays,
    }
    np.savez_compressed(path, **stored)  # type: ignore[arg-type]  # numpy's stub takes ** for flags


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(array: NDArray[Any]) -> str:
    return bytes(array).decode()


def _assemble(arrays: Arrays, tables: Mapping[str, Any]) -> Model:
    candidates = number_candidates(
        {c: r.split() for c, r in tables["candidates"].items()},
        {c: r.split() for c, r in tables["singles"].items()},
    )
    return Model(
        candidates,
        _phrases(arrays, tables["unknown"]),
        Style(tables["style"], tables["style_bias"]),
        _network(arrays, tables),
        _linear(arrays, tables, candidates),
        tables["practice"],
        arrays["mix"].astype(np.float32),
    )


def _phrases(arrays: Arrays, unknown: float) -> PhraseWords:
    words, noted = _text(arrays["words"]), _text(arrays["noted"])
    notes = bytes(arrays["notes"])
    return pack_words(words, arrays["costs"], arrays["kinds"], noted, notes, round(unknown * 100))


def _network(arrays: Arrays, tables: Mapping[str, Any]) -> Network:
    def get(part: str) -> Floats:
        return arrays[f"teacher_{part}"].astype(np.float32)

    characters: str = tables["teacher_characters"]
    return Network(
        {intern(character): at for at, character in enumerate(characters, tables["teacher_first"])},
        (tables["teacher_borders"][0], tables["teacher_borders"][1]),
        tables["teacher_unknown"],
        Recurrence(
            Projection(arrays["teacher_embedding"], get("input"), get("input_bias")),
            get("recurrent"),
        ),
        get("hidden"),
        get("hidden_bias"),
        get("rows"),
        get("row_bias"),
    )


def _lines(text: str) -> Iterator[str]:
    """The lines, some at a time: all at once they would leave 10 MB of holes in the memory."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _AT_ONCE)
        end = end if end >= 0 else len(text)
        yield from text[start:end].split("\n")
        start = end + 1


def _linear(arrays: Arrays, tables: Mapping[str, Any], candidates: Candidates) -> Linear:
    names = _text(arrays["features"])
    most = len(next(iter(candidates.classes.values())))
    known = {character: len(readings) for character, readings in candidates.readings.items()}
    counts = np.fromiter((known[name[0]] for name in _lines(names)), np.uint8)
    weights = np.zeros((len(counts) + 1, most), dtype=np.float16)
    weights[:-1][np.arange(most, dtype=np.uint8)[None] < counts[:, None]] = arrays["linear"]
    return Linear(
        FeatureRows(_lines(names)),
        weights,
        {tag: (plain, written) for tag, (plain, written) in tables["tags"].items()},
    )
