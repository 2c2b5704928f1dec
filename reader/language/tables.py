"""OpenCC's text dictionaries: a key, a tab, and one or more values with spaces between them."""

from pathlib import Path

from reader.core.errors import ResourceError


def read_table(path: Path) -> dict[str, str]:
    """Every key with its preferred value. Raises ResourceError."""
    return {
        key: values.partition(" ")[0] if " " in values else values
        for key, values in _read(path).items()
    }


def read_choices(path: Path) -> dict[str, list[str]]:
    """Every key with all its values, the preferred one first. Raises ResourceError."""
    return {key: values.split(" ") for key, values in _read(path).items()}


def _read(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text("utf-8").split("\n")
        pairs = [line.split("\t") for line in lines if line and line[0] != "#"]
        return {key: values for key, values in pairs}  # noqa: C416  # dict() hides a bad line
    except (OSError, ValueError) as cause:
        raise ResourceError(
            f"The conversion table {path.name} is missing or damaged. Install the program again."
        ) from cause
