"""Readings that a text teaches itself: «区，念欧», «快乐的乐», «长是长短的长»."""

import re
from collections.abc import Iterable

_CLOSED, _OPEN = "[”』」’]?", "[“「『‘]?"
_SOUNDS_LIKE = re.compile(
    rf"{_CLOSED}[，,：:]?(?:也?[念读讀音唸]|[念读讀]作){_OPEN}([一-龥])(?![一-龥]{{2}})"
)
_AS_IN_BEFORE = re.compile(rf"([一-龥]{{2,4}}){_CLOSED}的{_OPEN}\Z")
_AS_IN_AFTER = re.compile(rf"{_CLOSED}(?:就?是){_OPEN}([一-龥]{{2,4}}){_CLOSED}的{_OPEN}([一-龥])")
_TEACHES = re.compile(rf"[念读讀音唸]|([一-龥])[一-龥]{{0,3}}{_CLOSED}的{_OPEN}\1")
_FAR = 8


def teaches(text: str) -> bool:
    """Whether a text may teach a reading anywhere: most do not, and need no closer look."""
    return _TEACHES.search(text) is not None


def find_homophone(text: str, at: int) -> str:
    """The character that the one at an offset is said to sound like, empty where none is."""
    contrast = text[at - 1 : at] == "的"  # 不是盖子的盖，念葛
    found = None if contrast else _SOUNDS_LIKE.match(text, at + 1)
    return found[1] if found else ""


def find_examples(text: str, at: int) -> Iterable[str]:
    """Words that the text names to say which reading it means, the short ones first."""
    character = text[at]
    named = ""
    before = _AS_IN_BEFORE.search(text, max(0, at - _FAR), at)
    after = _AS_IN_AFTER.match(text, at + 1)
    if before:
        named = before[1]
    elif after and after[2] == character:
        named = after[1]
    return (named[-size:] for size in range(2, len(named) + 1) if character in named[-size:])
