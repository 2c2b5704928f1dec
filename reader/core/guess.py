"""What bytes may be where nobody said it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding that bytes may be in, by its codec's name, and how their text begins in it."""

    codec: str
    language: str
    preview: str


GARBLED = (
    "Its characters look garbled. «Read in another encoding» shows what they were meant to be."
)
"""What an article says of itself whose text can probably be repaired."""
