"""What a learner may choose. The defaults are the documentation."""

import json
import os
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from reader.core.card import CardOn, CardParts
from reader.core.errors import LibraryError
from reader.core.layers import Layers
from reader.core.notation import Notation
from reader.core.script import Variant
from reader.core.style import Polish, ReadingStyle, Standard, Tones
from reader.core.typography import Typography

SMALLEST_FONT, LARGEST_FONT = 10, 72
FASTEST = 90


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that outlives the window, but for the window's own geometry."""

    font_size: int = 20
    """Points, 10 to 72."""
    font_family: str = ""
    """Empty: the first good Chinese font that this machine has."""
    line_height: int = Typography().line_height
    """Per cent of the size of a character, as is the space between paragraphs."""
    paragraph_space: int = Typography().paragraph_space
    measure: int = Typography().measure
    """Characters in a line at most."""
    margin: int = Typography().margin
    """Pixels beside the text at least."""
    indent: bool = Typography().indent
    """Whether paragraphs start two characters further in."""
    theme: str = "light"
    """``light``, ``sepia``, ``dark``, ``black``, or ``system``: as the system is now."""
    variant: Variant = Variant.AS_WRITTEN
    traditional_form: Variant = Variant.TRADITIONAL
    """Which traditional forms the script switch shows: general, Taiwan or Hong Kong."""
    notation: Notation = Notation.MARKS
    """How readings are written."""
    tones: Tones = Tones.CITATION
    """Whether readings are those of the dictionary or as they are spoken in the sentence."""
    standard: Standard = Standard.MAINLAND
    """Whose readings: those of the mainland or of Taiwan."""
    proofread: bool = False
    """Whether badly converted traditional text is shown as it is usually written."""
    punctuation: bool = False
    """Whether Chinese punctuation is shown for ASCII commas in Chinese sentences."""
    mark_guesses: bool = True
    """Whether a quiet mark shows where the conversion to traditional had to guess."""
    layers: Layers = field(default_factory=Layers)
    """Readings above the text, colours of tones, marks of how common words are."""
    focus_mode: bool = False
    """Whether only the paragraph that is read now has its full ink."""
    ruler: bool = False
    """Whether the line that is read now is lit."""
    hover_delay: int = 150
    """Milliseconds that the pointer rests before the card appears."""
    hide_delay: int = 350
    """Milliseconds that the pointer may be on its way from a word onto its card."""
    card_on: CardOn = CardOn.HOVER
    card_glosses: bool = True
    card_level: bool = True
    card_measures: bool = True
    card_characters: bool = True
    card_words: bool = True
    card_sentences: bool = True
    watched_folder: str = ""
    """A folder whose new and changed texts are imported by themselves; empty for none."""
    speech_rate: int = 0
    """How much faster than usual texts are read aloud, -90 to 90 per cent."""
    shortcuts: dict[str, str] = field(default_factory=dict)
    """Keys of the learner's own by the name of the action; empty where it has none."""
    last_article: int = 0
    """The article that was open, 0 for none."""

    @property
    def style(self) -> ReadingStyle:
        """Tones and standard together."""
        return ReadingStyle(tones=self.tones, standard=self.standard)

    @property
    def polish(self) -> Polish:
        """What is shown otherwise than the source says."""
        return Polish(self.proofread, self.punctuation)

    @property
    def typography(self) -> Typography:
        """How running text is set."""
        return Typography(
            self.line_height, self.paragraph_space, self.measure, self.margin, self.indent
        )

    @property
    def card_parts(self) -> CardParts:
        """What a card shows beside the word and its reading."""
        return CardParts(
            self.card_glosses,
            self.card_level,
            self.card_measures,
            self.card_characters,
            self.card_words,
            self.card_sentences,
        )

    def with_font_size(self, size: int) -> Self:
        """The same with another font size, kept within its bounds."""
        return replace(self, font_size=min(max(size, SMALLEST_FONT), LARGEST_FONT))


def load_settings(path: Path) -> Settings:
    """Read settings; what is missing, unknown, damaged or of the wrong type falls back."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    settings: Settings = _fill(Settings(), stored)
    rate = min(max(settings.speech_rate, -FASTEST), FASTEST)
    return replace(settings, speech_rate=rate).with_font_size(settings.font_size)


def save_settings(settings: Settings, path: Path) -> None:
    """Write to a scratch file and move it into place. Raises LibraryError if that fails."""
    scratch = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except OSError as cause:
        raise LibraryError(
            f"The settings could not be saved in {path.parent}: {cause.strerror}. "
            "Make room there or make the folder writable."
        ) from cause


def _fill(defaults: Any, stored: dict[str, Any]) -> Any:
    known = {
        one.name: _fit(stored[one.name], getattr(defaults, one.name))
        for one in fields(defaults)
        if one.name in stored
    }
    return replace(defaults, **known)


def _fit(value: Any, default: Any) -> Any:
    if is_dataclass(default) and not isinstance(default, type):
        return _fill(default, value) if isinstance(value, dict) else default
    if isinstance(default, StrEnum):
        kind = type(default)
        return kind(value) if value in list(kind) else default
    if isinstance(default, dict) and isinstance(value, dict):
        return {name: keys for name, keys in value.items() if isinstance(keys, str)}
    if type(value) is not type(default):
        return default
    return value
