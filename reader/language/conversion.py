"""Simplified and traditional Chinese, by OpenCC's current dictionaries, with the map to the source.

The engine is opencc-python-reimplemented's ``OpenCC`` with two of its steps replaced: where the
dictionaries come from (``resources/data/opencc``), and the matcher, which here also knows where
every character went.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from opencc import OpenCC
from typing_extensions import override

from reader.core.display import Display
from reader.core.errors import ResourceError
from reader.core.script import Script, Variant
from reader.language.matching import (
    Attempts,
    Dictionary,
    compose,
    find_borders,
    join_attempts,
    list_attempts,
    make_pieces,
    move_borders,
    replace_all,
)
from reader.language.script import Scripts

TO_SIMPLIFIED = "tw2s"
"""Not t2s: that leaves 看著 as it is, and is wrong nearly three times as often."""
FROM_SIMPLIFIED = {
    Variant.TRADITIONAL: "s2t",
    Variant.TAIWAN: "s2tw",
    Variant.HONG_KONG: "s2hk",
    Variant.TAIWAN_PHRASES: "s2twp",
}
FROM_TRADITIONAL = {
    Variant.SIMPLIFIED: TO_SIMPLIFIED,
    Variant.TAIWAN: "t2tw",
    Variant.HONG_KONG: "t2hk",
    Variant.TAIWAN_PHRASES: "t2tw",
}


class Direction(OpenCC):  # type: ignore[misc]  # the package has no type information
    """One of OpenCC's configurations, with dictionaries and a matcher of our own."""

    def __init__(self, folder: Path, name: str, tables: "Tables") -> None:
        super().__init__()
        config = json.loads((folder / f"{name}.json").read_text("utf-8"))
        self._normal = str.maketrans(tables.load_flat(config["normalization"]))
        self._stages = [tables.load(step["dict"]) for step in config["conversion_chain"]]
        segmentation = config.get("segmentation")
        self._words = tables.load(segmentation["dict"]) if segmentation else None

    @override
    def convert(self, string: str) -> str:
        return self.align(string).text

    def align(self, text: str) -> Display:
        """A line of text with its map."""
        normal = text.translate(self._normal)
        borders = find_borders(normal, self._words) if self._words else [0, len(normal)]
        display = Display(normal)
        for stage in self._stages:
            converted, edits = replace_all(display.text, borders, stage)
            display = compose(display, Display(converted, make_pieces(edits)))
            borders = move_borders(borders, edits)
        return display


class Tables:
    """The dictionaries, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Mapping[str, str]] = {}
        self._made: dict[str, Dictionary] = {}

    def load(self, wanted: dict[str, Any]) -> Dictionary:
        """A dictionary or group of them as a configuration names it."""
        key = json.dumps(wanted, sort_keys=True)
        if key not in self._made:
            self._made[key] = Dictionary(self._list_attempts(wanted))
        return self._made[key]

    def load_flat(self, steps: list[dict[str, Any]]) -> dict[str, str]:
        """The single characters of some dictionaries as one table."""
        return {
            key: value
            for step in steps
            for key, value in self._load_file(step["dict"]["file"]).items()
        }

    def _list_attempts(self, wanted: dict[str, Any]) -> Attempts:
        if wanted["type"] != "group":
            return list_attempts(self._load_file(wanted["file"]))
        parts = [self._list_attempts(part) for part in wanted["dicts"]]
        return join_attempts(parts, union=wanted.get("match_policy") == "union")

    def _load_file(self, name: str) -> Mapping[str, str]:
        if name not in self._read:
            lines = (self._folder / name).read_text("utf-8").splitlines()
            pairs = (line.split("\t", 1) for line in lines if "\t" in line)
            self._read[name] = {key: values.split(" ", 1)[0] for key, values in pairs}
        return self._read[name]


class Converter:
    """All directions, each loaded when it is first needed. Any thread may call it."""

    def __init__(self, data: Path, scripts: Scripts) -> None:
        self._folder = data / "opencc"
        self._scripts = scripts
        self._tables = Tables(self._folder)
        self._directions: dict[str, Direction] = {}
        self._loading = Lock()

    def convert(self, text: str, direction: str) -> Display:
        """A line in one of OpenCC's directions: s2t, t2s, s2tw, tw2s, s2twp and so on."""
        return self._direction(direction).align(text)

    def show(self, text: str, variant: Variant, script: Script) -> Display:
        """A paragraph as a learner wants to see it.

        Its own script decides, or where nothing in it tells, ``script``, that of the article. What
        is in the wanted script already stays as it is, since converting twice does harm.
        """
        own = self._scripts.detect(text)
        written = own if own is not Script.OTHER else script
        if variant is Variant.AS_WRITTEN:
            return Display(text)
        if written is Script.TRADITIONAL:
            direction = FROM_TRADITIONAL.get(variant)
        elif variant is Variant.SIMPLIFIED:
            direction = TO_SIMPLIFIED if written is Script.MIXED else None
        else:
            direction = FROM_SIMPLIFIED[variant]
        return self.convert(text, direction) if direction else Display(text)

    def _direction(self, name: str) -> Direction:
        if name not in self._directions:
            with self._loading:
                if name not in self._directions:
                    self._directions[name] = self._load(name)
        return self._directions[name]

    def _load(self, name: str) -> Direction:
        try:
            return Direction(self._folder, name, self._tables)
        except (OSError, ValueError, KeyError) as cause:
            raise ResourceError(
                f"The conversion tables in {self._folder} are damaged or missing. Install "
                "Wenchuang again."
            ) from cause
