"""OpenCC's package with OpenCC's current dictionaries, a current matcher and a map.

opencc-python-reimplemented brings dictionaries of 2023 and splits a text at its longest keys
wherever they are. The official engine takes the leftmost longest key, keeps what it took in one
piece through every stage, and leaves ideographic descriptions (⿰氵每) alone. Here is the package
with both.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from opencc import OpenCC

from reader.core.display import Display, Piece
from reader.core.errors import ResourceError
from reader.language.matching import Matcher, pack_table
from reader.language.pieces import compose, shift
from reader.language.tables import read_table

_OPERANDS: Final = dict.fromkeys(range(0x2FF0, 0x2FFE), 2) | {
    0x2FF2: 3,
    0x2FF3: 3,
    0x2FFE: 1,
    0x2FFF: 1,
}
_DESCRIPTION: Final = re.compile("[\u2ff0-\u2fff]")
_DEEPEST, _LONGEST = 16, 64

Guide = Callable[[str, Matcher], str]
"""Applies the first stage, of equal length, with more care than OpenCC does."""


class Engine(OpenCC):  # type: ignore[misc]  # the package has no types
    """One direction, such as ``s2t``, by a configuration whose tables a loader keeps."""

    def __init__(self, loader: "Loader", conversion: str, guide: Guide | None = None) -> None:
        super().__init__()
        self._loader = loader
        self._guide = guide
        self.conversion = conversion
        self._read_configuration()

    @property
    def first_stage(self) -> Matcher:
        """What the engine applies first."""
        return self._stages[0]

    def convert(self, string: str) -> str:
        """The converted text alone."""
        return self.align(string).text

    def align(self, text: str) -> Display:
        """The converted text with the pieces whose length changed."""
        parts = _split_descriptions(text)
        converted = (self._run(part) if converts else (part, []) for part, converts in parts)
        shown, pieces = _join(converted, (part for part, _ in parts))
        return Display(shown, tuple(pieces))

    def _run(self, text: str) -> tuple[str, list[Piece]]:
        text = text.translate(self._normalization)
        if self._starts_from_simplified:
            return self._run_from_simplified(text)
        if self._segmentation is None or not self._segmentation.find_keys(text):
            return self._run_stages(text)
        return _join(map(self._run_stages, self._segment(text)), self._segment(text))

    def _run_from_simplified(self, text: str) -> tuple[str, list[Piece]]:
        """The first stage keeps the length, and its keys are the segments of the next."""
        first = (
            self._guide(text, self._stages[0]) if self._guide else self._stages[0].convert(text)[0]
        )
        if len(self._stages) == 1:
            return first, []
        second = self._stages[1]
        if not second.deviates(first):
            return second.convert(first)
        parts = []
        end = 0
        for segment in self._segment(text):
            parts.append(first[end : end + len(segment)])
            end += len(segment)
        return _join(map(second.convert, parts), parts)

    def _run_stages(self, text: str) -> tuple[str, list[Piece]]:
        pieces: list[Piece] = []
        for stage in self._stages:
            text, found = stage.convert(text)
            pieces = compose(pieces, found)
        return text, pieces

    def _segment(self, text: str) -> list[str]:
        """The parts that no key of a later stage may reach out of."""
        segments = []
        end = 0
        matcher = self._segmentation or self._stages[0]
        for start, stop in matcher.find_keys(text):
            segments += [text[end:start], text[start:stop]]
            end = stop
        return [segment for segment in [*segments, text[end:]] if segment]

    def _init_dict(self) -> None:
        """Make the tables in the package's own form, for which only its own ``convert`` asks."""
        tables = [stage.table for stage in self._stages]
        self._dict_chain_data = [[(max(map(len, t)), min(map(len, t)), t)] for t in tables]
        self._dict_init_done = True

    def _read_configuration(self) -> None:
        settings = self._loader.read_settings(self.conversion)
        self.conversion_name = settings["name"]
        self._stages = [
            self._loader.find_matcher(step["dict"]) for step in settings["conversion_chain"]
        ]
        normalization = self._loader.find_matcher(settings["normalization"][0]["dict"])
        self._normalization = normalization.characters
        self._starts_from_simplified = self.conversion.startswith("s2")
        self._segmentation = (
            None
            if self._starts_from_simplified or len(self._stages) == 1
            else self._loader.find_matcher(settings["segmentation"]["dict"])
        )


class Loader:
    """Reads configurations and tables, each table once. Not to be used by two threads at once.

    ``own`` are phrases for simplified text that win over equally long ones of OpenCC.
    """

    def __init__(self, folder: Path, own: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._own = own or {}
        self._matchers: dict[str, Matcher] = {}

    def read_settings(self, conversion: str) -> dict[str, Any]:
        """The configuration of a direction. Raises ResourceError."""
        path = self._folder / f"{conversion}.json"
        try:
            settings: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as cause:
            raise ResourceError(
                f"The conversion {path.name} is missing or damaged. Install the program again."
            ) from cause
        return settings

    def find_matcher(self, node: dict[str, Any]) -> Matcher:
        """The dictionary or group of a configuration, ready to be applied."""
        name = json.dumps(node)
        if name not in self._matchers:
            own = self._own if "STPhrases.txt" in name else {}
            self._matchers[name] = Matcher(pack_table({**self._flatten(node), **own}))
        return self._matchers[name]

    def _flatten(self, node: dict[str, Any]) -> dict[str, str]:
        """One table for a group: where a dictionary has a beginning, later ones are not asked."""
        if node["type"] != "group":
            return read_table(self._folder / node["file"])
        flat: dict[str, str] = {}
        for child in node["dicts"]:
            table = self._flatten(child)
            if not flat:
                flat = table
            else:
                short_circuit = node["match_policy"] == "short_circuit"
                flat |= {k: v for k, v in table.items() if not _is_taken(k, flat, short_circuit)}
        return flat


def _join(
    results: Iterable[tuple[str, list[Piece]]], sources: Iterable[str]
) -> tuple[str, list[Piece]]:
    parts: list[str] = []
    pieces: list[Piece] = []
    source = shown = 0
    for (changed, found), part in zip(results, sources, strict=True):
        pieces += shift(found, source, shown)
        parts.append(changed)
        source += len(part)
        shown += len(changed)
    return "".join(parts), pieces


def _is_taken(key: str, flat: dict[str, str], by_beginning: bool) -> bool:
    if not by_beginning:
        return key in flat
    return any(key[:end] in flat for end in range(1, len(key) + 1))


def _split_descriptions(text: str) -> list[tuple[str, bool]]:
    """The text in parts, each with whether it is converted."""
    parts = []
    end = 0
    for match in _DESCRIPTION.finditer(text):
        if match.start() < end:
            continue
        stop, _ = _end_of_description(text, match.start(), _DEEPEST, 0)
        if stop:
            parts += [(text[end : match.start()], True), (text[match.start() : stop], False)]
            end = stop
    return [*parts, (text[end:], True)]


def _end_of_description(text: str, at: int, depth: int, count: int) -> tuple[int, int]:
    """Where the description at an offset ends (0: it is none), and how much was counted."""
    if at >= len(text) or not depth or count >= _LONGEST:
        return 0, count
    operands = _OPERANDS.get(ord(text[at]), 0)
    at += 1
    count += 1
    for _ in range(operands):
        at, count = _end_of_description(text, at, depth - 1, count)
        if not at:
            return 0, count
    return at, count
