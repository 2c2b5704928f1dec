import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.character_map import CharacterMap

IDEOGRAPHS = st.characters(min_codepoint=0x20, max_codepoint=0x3347F)


@given(st.dictionaries(IDEOGRAPHS, st.sampled_from([("a1",), ("a1", "b2"), ()])))
def test_a_character_map_answers_as_a_dict_does(known: dict[str, tuple[str, ...]]) -> None:
    packed = CharacterMap(known.items())
    assert dict(packed) == known
    assert len(packed) == len(known)
    for character in ["人", "", "人人", "\U0010ffff", *known]:
        assert packed.get(character, ("?",)) == known.get(character, ("?",))


def test_what_is_no_character_is_a_missing_key() -> None:
    with pytest.raises(KeyError):
        CharacterMap([("人", 1)])["人人"]
