"""OpenCC's text dictionaries: a key, a tab, and one or more values with spaces between them."""

from collections.abc import Iterator
from pathlib import Path
from sys import intern

from reader.core.errors import ResourceError


def read_table(path: Path) -> dict[str, str]:
    """Every key with its preferred value. Raises ResourceError."""
    return {_share(key): _share(values.partition(" ")[0]) for key, values in _read(path)}


def read_choices(path: Path) -> dict[str, list[str]]:
    """Every key with all its values, the preferred one first. Raises ResourceError."""
    return {_share(key): list(map(_share, values.split(" "))) for key, values in _read(path)}


def _share(text: str) -> str:
    """Characters stand in many tables; of phrases most are let go again."""
    return intern(text) if len(text) == 1 else text


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line[0] not in "#\n":
                    key, values = line.rstrip("\n").split("\t")
                    yield key, values
    except (OSError, ValueError) as cause:
        raise ResourceError(
            f"The conversion table {path.name} is missing or damaged. Install the program again."
        ) from cause
