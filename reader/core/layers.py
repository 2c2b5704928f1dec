"""What may be laid over a text: readings, the colours of tones, how common words are."""

from dataclasses import dataclass
from enum import StrEnum


class RubyOn(StrEnum):
    """Which words have their reading above them."""

    ALL = "all"
    LEVEL = "level"
    """Those above an HSK level, and those that HSK does not have."""
    UNKNOWN = "unknown"
    """Those that the learner has not marked as known or ignored."""
    POINTER = "pointer"
    """The marked one alone."""


class RubyUnit(StrEnum):
    """What a reading stands over."""

    WORD = "word"
    """xiànzài over 现在"""
    CHARACTER = "character"
    """xiàn over 现, zài over 在"""


class Hsk(StrEnum):
    """The standards of the HSK; the last two have the levels 1 to 6 and 7-9."""

    OLD = "2012"
    NEW = "2021"
    NEWEST = "2025"


class Palette(StrEnum):
    """Whose colours the tones have: the hues, as far as a theme leaves them readable."""

    PLECO = "pleco"
    """red, green, blue, violet, grey"""
    DUMMITT = "dummitt"
    """red, orange, green, blue, grey"""
    HANPING = "hanping"
    """blue, green, orange, red, grey"""
    OWN = "own"


class Scale(StrEnum):
    """By what words are coloured."""

    LEVEL = "level"
    FREQUENCY = "frequency"


SMALLEST_RUBY, LARGEST_RUBY = 35, 75


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that is laid over a text."""

    ruby: bool = False
    ruby_on: RubyOn = RubyOn.ALL
    ruby_unit: RubyUnit = RubyUnit.WORD
    ruby_level: int = 3
    ruby_size: int = 50
    """Per cent of the size of the text."""
    ruby_colour: str = ""
    """``#rrggbb``; empty: the quiet ink of the theme."""
    hsk: Hsk = Hsk.NEWEST
    tones_on_text: bool = False
    tones_on_ruby: bool = False
    scale: Scale | None = None

    @property
    def ruby_share(self) -> float:
        """The size of readings as a share of the size of the text, within its bounds."""
        return min(max(self.ruby_size, SMALLEST_RUBY), LARGEST_RUBY) / 100 if self.ruby else 0.0

    @property
    def empty(self) -> bool:
        """Whether nothing is laid over the text."""
        return not (self.ruby or self.tones_on_text or self.scale)
