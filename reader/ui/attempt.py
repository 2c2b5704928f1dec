"""Where a failure that a learner can do something about is caught in the window."""

from collections.abc import Callable
from typing import TypeVar

from reader.core.errors import ReaderError

Result = TypeVar("Result")


def attempt(work: Callable[[], Result], on_failed: Callable[[ReaderError], None]) -> Result | None:
    """The outcome of a quick piece of work, None after its failure was told."""
    try:
        return work()
    except ReaderError as failure:
        on_failed(failure)
        return None
