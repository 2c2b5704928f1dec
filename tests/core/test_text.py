"""Text that can be written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text import make_encodable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("𠮷野家", "𠮷野家"),
        ("中\ud800文", "中\ufffd文"),
        ("\udcff.txt", "\ufffd.txt"),
        ("\ud842\udfb7野", "𠮷野"),
    ],
)
def test_a_surrogate_that_stands_alone_is_replaced(text: str, expected: str) -> None:
    assert make_encodable(text) == expected


@given(st.text(st.characters(categories=["Cs", "Lo", "Nd"])))
def test_any_text_can_be_encoded(text: str) -> None:
    assert make_encodable(text).encode().decode() == make_encodable(text)
