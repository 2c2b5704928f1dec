"""Scanning for characters that follow each other."""

from hypothesis import given
from hypothesis import strategies as st

from reader.language.sound_scan import encode, make_mask, scan

letters = st.text(alphabet="现在西安𠮷\n😀a", max_size=30)


@given(letters, st.lists(st.text(alphabet="现在西安𠮷", min_size=1), min_size=1, max_size=3))
def test_a_scan_finds_what_a_look_at_every_place_does(text: str, classes: list[str]) -> None:
    found = [
        at
        for at in range(len(text) - len(classes) + 1)
        if all(text[at + step] in one for step, one in enumerate(classes))
    ]
    assert scan(encode(text), [make_mask(one) for one in classes]) == found
