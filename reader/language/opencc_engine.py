"""OpenCC's package with OpenCC's current dictionaries, a current matcher and a map.

opencc-python-reimplemented brings dictionaries of 2023 and splits a text at its longest keys
wherever they are. The official engine takes the leftmost longest key, keeps what it took in one
piece through every stage, and leaves ideographic descriptions (⿰氵每) alone. Here is the package
with both.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from opencc import OpenCC

from reader.core.display import Display, Piece
from reader.core.errors import ResourceError
from reader.language.matching import Matcher, compose, shift
from reader.language.tables import read_table

_OPERANDS: Final = dict.fromkeys(range(0x2FF0, 0x2FFE), 2) | {
    0x2FF2: 3,
    0x2FF3: 3,
    0x2FFE: 1,
    0x2FFF: 1,
}
_DESCRIPTION: Final = re.compile("[\u2ff0-\u2fff]")
_DEEPEST, _LONGEST = 16, 64

# No key holds one of these, so that what is on both sides cannot matter to each other.
BORDER: Final = re.compile("([\\s，。、；：？！…“”‘’『』「」（）《》]+)")


class Engine(OpenCC):  # type: ignore[misc]  # the package has no types
    """One direction, such as ``s2t``, by a configuration whose tables a loader keeps."""

    def __init__(self, loader: "Loader", conversion: str) -> None:
        super().__init__()
        self._loader = loader
        self.conversion = conversion
        self._init_dict()

    def convert(self, string: str) -> str:
        """The converted text alone."""
        return self.align(string).text

    def align(self, text: str) -> Display:
        """The converted text with the pieces whose length changed."""
        parts: list[str] = []
        pieces: list[Piece] = []
        source = shown = 0
        for part, converts in _split_descriptions(text):
            changed, found = self._run(part) if converts else (part, [])
            pieces += shift(found, source, shown)
            parts.append(changed)
            source += len(part)
            shown += len(changed)
        return Display("".join(parts), tuple(pieces))

    def _run(self, text: str) -> tuple[str, list[Piece]]:
        text = text.translate(self._normalization)
        if not self._depends_on_segments(text):
            return self._run_stages(text)
        parts: list[str] = []
        pieces: list[Piece] = []
        source = shown = 0
        for clause in BORDER.split(text):
            for segment in self._segment(clause):
                changed, found = self._run_stages(segment)
                pieces += shift(found, source, shown)
                parts.append(changed)
                source += len(segment)
                shown += len(changed)
        return "".join(parts), pieces

    def _run_stages(self, text: str) -> tuple[str, list[Piece]]:
        pieces: list[Piece] = []
        for stage in self._stages:
            text, found = stage.convert(text)
            pieces = compose(pieces, found)
        return text, pieces

    def _depends_on_segments(self, text: str) -> bool:
        """Whether a key of one stage may reach over the border of a segment."""
        if self._segmentation is None:
            return False
        if self._segmentation is self._stages[0]:
            return self._stages[1].deviates(self._stages[0].convert(text)[0])
        return bool(self._segmentation.find_keys(text))

    def _segment(self, clause: str) -> list[str]:
        if self._segmentation is None or not self._depends_on_segments(clause):
            return [clause]
        segments = []
        end = 0
        for start, stop in self._segmentation.find_keys(clause):
            segments += [clause[end:start], clause[start:stop]]
            end = stop
        return [segment for segment in [*segments, clause[end:]] if segment]

    def _init_dict(self) -> None:
        """Read the configuration. What the package keeps of it stays in the package's own form."""
        settings = self._loader.read_settings(self.conversion)
        self.conversion_name = settings["name"]
        self._stages = [
            self._loader.find_matcher(step["dict"]) for step in settings["conversion_chain"]
        ]
        self._dict_chain_data = [
            [(max(map(len, stage.table)), min(map(len, stage.table)), stage.table)]
            for stage in self._stages
        ]
        normalization = self._loader.find_matcher(settings["normalization"][0]["dict"])
        self._normalization = str.maketrans(dict(normalization.table))
        self._segmentation = self._choose_segmentation(settings)
        self._dict_init_done = True

    def _choose_segmentation(self, settings: dict[str, Any]) -> Matcher | None:
        if len(self._stages) == 1:
            return None
        wanted = settings["segmentation"]["dict"]
        if wanted == settings["conversion_chain"][0]["dict"]["dicts"][0]:
            return self._stages[0]  # its single characters make no segments
        return self._loader.find_matcher(wanted)


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
            table = self._flatten(node)
            if "STPhrases.txt" in name:
                table |= self._own
            self._matchers[name] = Matcher(table)
        return self._matchers[name]

    def _flatten(self, node: dict[str, Any]) -> dict[str, str]:
        """One table for a group: where a dictionary has a beginning, later ones are not asked."""
        if node["type"] != "group":
            return read_table(self._folder / node["file"])
        flat: dict[str, str] = {}
        for child in node["dicts"]:
            table = self._flatten(child)
            if flat:
                short_circuit = node["match_policy"] == "short_circuit"
                table = {k: v for k, v in table.items() if not _is_taken(k, flat, short_circuit)}
            flat |= table
        return flat


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
