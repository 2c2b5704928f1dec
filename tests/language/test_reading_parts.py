"""Readings syllable by syllable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.notation import Notation
from reader.language.reading_parts import find_tone, join_parts, write_parts
from reader.language.tones import write_word

SYLLABLES = st.lists(
    st.sampled_from(["xi1", "an1", "nü3", "er2", "r5", "ma5", "zhuang4", "ê1", "Xi1"]), min_size=1
)


@given(SYLLABLES, st.sampled_from(Notation), st.booleans())
def test_the_parts_together_are_the_word(
    syllables: list[str], notation: Notation, proper: bool
) -> None:
    parts = write_parts(tuple(syllables), notation, proper=proper)
    assert len(parts) == len(syllables)
    assert "".join(part.text for part in parts) == write_word(syllables, notation, proper=proper)


def test_the_apostrophe_belongs_to_the_part_after_it() -> None:
    parts = write_parts(("xi1", "an1"), Notation.MARKS, proper=True)
    assert [part.text for part in parts] == ["Xī", "'ān"]
    assert join_parts(parts[1:]) == "ān"


@pytest.mark.parametrize(
    ("syllable", "tone"), [("hang2", 2), ("ma5", 5), ("Xi1", 1), ("r5", 5), ("A", 0), (",", 0)]
)
def test_a_syllable_tells_its_tone(syllable: str, tone: int) -> None:
    assert find_tone(syllable) == tone
