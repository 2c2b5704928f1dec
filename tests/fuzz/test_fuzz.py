"""A few of the inputs that ``tests/fuzz/run.py`` makes by the hundred thousand."""

import pytest

from tests.fuzz.run import TARGETS, check


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_gives_an_article_or_a_sentence(name: str) -> None:
    check(name, 60)
