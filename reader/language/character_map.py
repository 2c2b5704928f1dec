"""A dict of characters in little memory."""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar, overload

Value = TypeVar("Value", bound=Hashable)
Default = TypeVar("Default")

_END = 0x33480
"""Behind the last ideograph."""


class CharacterMap(Mapping[str, Value]):
    """What a dict of single characters would be, in a tenth of its memory; read only.

    A table by code point says which of the values a character has; few values are different.
    """

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        known: dict[Value, int] = {}
        self._numbers = array("H", bytes(2 * _END))
        for character, value in pairs:
            self._numbers[ord(character)] = known.setdefault(value, len(known) + 1)
        self._values = tuple(known)

    def __getitem__(self, character: str) -> Value:
        number = self._find(character)
        if not number:
            raise KeyError(character)
        return self._values[number - 1]

    @overload
    def get(self, character: str) -> Value | None: ...
    @overload
    def get(self, character: str, default: Value) -> Value: ...
    @overload
    def get(self, character: str, default: Default) -> Value | Default: ...
    def get(self, character: str, default: Value | Default | None = None) -> Value | Default | None:
        """As a dict gives it; a failed question costs no more than one that is answered."""
        number = self._find(character)
        return self._values[number - 1] if number else default

    def __iter__(self) -> Iterator[str]:
        return (chr(code) for code, number in enumerate(self._numbers) if number)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, character: str) -> int:
        if len(character) != 1:
            return 0
        code = ord(character)
        return self._numbers[code] if code < _END else 0
