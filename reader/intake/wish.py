"""What may be asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """An address that the learner asked for. ``private``: also in the learner's own network."""

    address: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Clipping:
    """A text that has no file."""

    text: str
    name: str


Wish = Path | Page | Clipping
"""What is to be imported; a path stands for all that it holds."""
