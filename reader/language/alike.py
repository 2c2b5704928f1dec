"""Makes texts comparable: one script, one width, one case; their length never changes."""

import unicodedata
from collections.abc import Callable


class Alike(dict[int, int]):
    """A table for ``str.translate`` that learns each character when it first meets it."""

    def __init__(self, simplify: Callable[[str], str]) -> None:
        super().__init__()
        self._simplify = simplify

    def __missing__(self, code: int) -> int:
        character = chr(code)
        for step in (_unwiden, str.lower, self._simplify):
            changed = step(character)
            if len(changed) == 1:
                character = changed
        if character.isspace() and character != "\n":
            character = " "
        self[code] = ord(character)
        return self[code]

    def fold(self, text: str) -> str:
        """The text as it is compared, character by character, without regard to context."""
        return text.translate(self)


def _unwiden(character: str) -> str:
    return unicodedata.normalize("NFKC", character)
