"""The way back."""

from reader.core.position import Position
from reader.core.trail import LONGEST, Stop, Trail

A, B, C = (Stop(1, Position(section)) for section in range(3))


def test_back_and_forward_lead_over_the_same_places() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.go_back(C) == B
    assert trail.go_back(B) == A
    assert not trail.can_go_back
    assert trail.go_forward(A) == B
    assert trail.go_forward(B) == C


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.leave(A)
    trail.go_back(B)
    trail.leave(C)
    assert not trail.can_go_forward


def test_where_one_is_already_is_no_way() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.go_back(B) == A


def test_an_article_that_has_gone_is_no_way() -> None:
    trail = Trail()
    trail.leave(A)
    trail.forget(1)
    assert not trail.can_go_back


def test_a_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for section in range(3 * LONGEST):
        trail.leave(Stop(1, Position(section)))
    steps = 0
    while trail.go_back(A):
        steps += 1
    assert steps <= LONGEST
