"""OpenCC's text dictionaries: a key, a tab, and one or more values with spaces between them."""

from pathlib import Path

from reader.core.errors import ResourceError


def read_table(path: Path) -> dict[str, tuple[str, ...]]:
    """All values of every key, the preferred one first. Raises ResourceError."""
    try:
        lines = path.read_text("utf-8").splitlines()
        return {
            key: tuple(values.split(" "))
            for key, values in (line.split("\t") for line in lines if line and line[0] != "#")
        }
    except (OSError, ValueError) as cause:
        raise ResourceError(
            f"The conversion table {path.name} is missing or damaged. Install the program again."
        ) from cause
