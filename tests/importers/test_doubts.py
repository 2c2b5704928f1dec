"""What is doubtful is marked: each span by itself, and where they are very many, together."""

from itertools import pairwise

import pytest

from reader.importers.doubts import find_doubts


def spans(text: str) -> list[str]:
    return [text[doubt.start : doubt.end] for doubt in find_doubts(text)]


def test_each_run_of_doubtful_signs_is_a_span_of_its_own() -> None:
    assert spans("勇\ue000姑来到河边，看见\ufffd\ufffd在水里。") == ["\ue000", "\ufffd\ufffd"]


def test_a_note_that_broke_a_pair_is_marked_with_what_it_broke() -> None:
    assert spans("勇?lián)姑?你好") == ["勇?lián)姑?"]


def test_lost_characters_that_crowd_a_line_are_one_span() -> None:
    assert spans("好" + "\ufffd人" * 50) == [("\ufffd人" * 50)[:-1]]


@pytest.mark.parametrize("unit", ["\ue000汉", "\ufffd?", "?汉", "好?hǎo)", "\ufffd" + "汉" * 17])
def test_a_line_without_end_has_not_more_spans_than_can_be_shown(unit: str) -> None:
    text = unit * 200_000
    doubts = find_doubts(text)
    assert len(doubts) <= 40_002
    assert all(a.end <= b.start for a, b in pairwise(doubts))
