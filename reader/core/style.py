"""How readings are to be given, whatever they are written in."""

from dataclasses import dataclass
from enum import StrEnum


class Tones(StrEnum):
    """The tones of a dictionary or those of speech; never a mixture."""

    CITATION = "citation"
    """一 yī, 不 bù, 你好 nǐ hǎo"""
    SPOKEN = "spoken"
    """一个 yí gè, 不是 bú shì, 你好 ní hǎo"""


class Standard(StrEnum):
    """Whose dictionaries decide where they differ."""

    MAINLAND = "mainland"
    """星期 xīngqī"""
    TAIWAN = "taiwan"
    """星期 xīngqí"""


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """What a learner wants readings to be."""

    tones: Tones = Tones.CITATION
    standard: Standard = Standard.MAINLAND


@dataclass(frozen=True, slots=True)
class Polish:
    """What is shown otherwise than the source says, though in the same script."""

    proofread: bool = False
    """Badly converted words of traditional text are shown as they are usually written."""
    punctuation: bool = False
    """Chinese punctuation is shown for ASCII marks of Chinese sentences."""


PLAIN = Polish()
