"""The names of scripts: what a text is written in, and what a learner wants to see."""

from enum import StrEnum


class Script(StrEnum):
    """What a text is written in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    MIXED = "mixed"
    OTHER = "other"
    """Not Chinese, or nothing in it tells the scripts apart."""


class Variant(StrEnum):
    """What a text is shown in; the values are those of ``wenchuang convert --to``."""

    AS_WRITTEN = "as-written"
    SIMPLIFIED = "hans"
    TRADITIONAL = "hant"
    TAIWAN = "tw"
    HONG_KONG = "hk"
    TAIWAN_PHRASES = "twp"
    """Taiwan's characters and Taiwan's vocabulary."""


def shows_traditional(variant: Variant, script: Script) -> bool:
    """Whether a text in this script has traditional characters where it is shown so."""
    if variant is Variant.AS_WRITTEN:
        return script is Script.TRADITIONAL
    return variant is not Variant.SIMPLIFIED
