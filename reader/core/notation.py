"""Ways to write a reading."""

from enum import StrEnum


class Notation(StrEnum):
    """How syllables are shown to a learner."""

    MARKS = "marks"
    """háng"""
    NUMBERS = "numbers"
    """hang2"""
    PLAIN = "plain"
    """hang"""
    ZHUYIN = "zhuyin"
    """ㄏㄤˊ"""
