"""How fast somebody reads, measured by where the text stands in the window, and when."""

from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 200
"""Characters that make a stint: fewer say nothing."""
SLOWEST, FASTEST = 15.0, 1200.0
"""Characters a minute between which somebody reads; others skim, search or are away."""
LONGEST_LOOK = (120.0, 1200.0)
"""Seconds on one view, at least and at most, after which somebody has left the desk."""
UNHURRIED = 40.0
"""Characters a minute: who needs longer for a view than at this pace has left the desk."""
TRUSTED = 400
"""Characters measured before anything is said about the time that is left."""


@dataclass(frozen=True, slots=True)
class Stint:
    """A stretch that was read without a pause or a jump."""

    characters: int
    seconds: float

    @property
    def pace(self) -> float:
        """Characters a minute."""
        return self.characters * 60 / self.seconds


class PaceMeter:
    """Adds up reading, view by view. Jumps, pauses and skimming are left out."""

    def __init__(self) -> None:
        self._at: int | None = None
        self._when = 0.0
        self._characters = 0
        self._seconds = 0.0

    def look(self, at: int, in_view: int, when: float) -> Stint | None:
        """The text stands with ``at`` characters above the window and ``in_view`` in it.

        ``when`` is in seconds of a clock that never goes back. Returns what was read if that
        completes a stint.
        """
        before, at_before = self._when, self._at
        self._at, self._when = at, when
        if at_before is None:
            return None
        step, elapsed = at - at_before, when - before
        if elapsed > longest_look(in_view) or not -in_view <= step <= 1.5 * in_view:
            self._drop()
            return None
        self._characters += step
        self._seconds += elapsed
        if abs(self._characters) < ENOUGH or self._seconds <= 0:
            return None
        stint = Stint(self._characters, self._seconds)
        self._drop()
        return stint if SLOWEST <= stint.pace <= FASTEST else None

    def rest(self) -> None:
        """Reading stops here: the time until the next look does not count."""
        self._at = None
        self._drop()

    def _drop(self) -> None:
        self._characters, self._seconds = 0, 0.0


def longest_look(in_view: int) -> float:
    """Seconds for which somebody may look at so many characters."""
    least, most = LONGEST_LOOK
    return min(most, max(least, in_view * 60 / UNHURRIED))


def find_pace(stints: Sequence[Stint]) -> float | None:
    """Characters a minute as a rule (a median, for one strange stint must not matter).

    None where too little was measured.
    """
    total = sum(stint.characters for stint in stints)
    if total < TRUSTED:
        return None
    passed = 0
    for stint in sorted(stints, key=lambda one: one.pace):
        passed += stint.characters
        if passed * 2 >= total:
            return stint.pace
    return None


def minutes_for(characters: int, pace: float) -> int:
    """Whole minutes, at least one while anything is left."""
    return max(1, round(characters / pace)) if characters > 0 else 0
