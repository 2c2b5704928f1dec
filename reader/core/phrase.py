"""How a learner wants a word to be written in traditional characters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Simplified characters and the traditional ones that stand for them, one for one.

    ``created`` is ISO 8601, UTC.
    """

    simplified: str
    traditional: str
    created: str = ""
