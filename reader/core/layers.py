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
    """Everything that is laid over a text. The defaults lay nothing."""

    ruby: bool = False
    """Whether there are readings above words."""
    ruby_on: RubyOn = RubyOn.ALL
    ruby_unit: RubyUnit = RubyUnit.WORD
    ruby_level: int = 3
    """The HSK level up to which words need no reading, 0 to 6."""
    ruby_size: int = 50
    """Per cent of the size of the text, 35 to 75."""
    ruby_colour: str = ""
    """``#rrggbb``; empty: the quiet ink of the theme."""
    hsk: Hsk = Hsk.NEWEST
    """The standard for readings above a level and for colours by level."""
    tones: bool = False
    """Whether tones have colours; the next three say where."""
    tones_on_text: bool = True
    tones_on_ruby: bool = True
    tones_on_card: bool = True
    palette: Palette = Palette.PLECO
    own_tones: str = "#cb151b #007015 #1b3eef #5c0179 #58535b"
    """Five colours for the four tones and the neutral one."""
    words_marked: bool = False
    """Whether words are underlined in the colour of their level or frequency."""
    scale: Scale = Scale.LEVEL

    @property
    def ruby_share(self) -> float:
        """The size of readings as a share of the size of the text; 0 where there are none."""
        return min(max(self.ruby_size, SMALLEST_RUBY), LARGEST_RUBY) / 100 if self.ruby else 0.0

    @property
    def empty(self) -> bool:
        """Whether nothing is laid over the text."""
        return not (self.ruby or self.text_toned or self.words_marked)

    @property
    def text_toned(self) -> bool:
        """Whether characters have the colours of their tones."""
        return self.tones and self.tones_on_text

    @property
    def ruby_toned(self) -> bool:
        """Whether readings above the text have the colours of their tones."""
        return self.tones and self.tones_on_ruby

    @property
    def card_toned(self) -> bool:
        """Whether readings on the card have the colours of their tones."""
        return self.tones and self.tones_on_card
