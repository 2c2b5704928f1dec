"""Spans of a shown text that are not simply what the source says."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.display import Display


class MarkKind(StrEnum):
    """Why a span is marked."""

    CORRECTED = "corrected"
    """It was badly converted once, and is shown as it is usually written."""
    GUESSED = "guessed"
    """Its source has several counterparts, and nothing decided between them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``source[start:end]`` is ``written``; what is shown for it needs the learner's eye."""

    start: int
    end: int
    kind: MarkKind
    written: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as shown, with its marks in order."""

    display: Display
    marks: tuple[Mark, ...] = ()
