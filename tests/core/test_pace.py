"""The pace of reading."""

from reader.core.pace import FASTEST, PaceMeter, Stint, find_pace, longest_look, minutes_for

VIEW = 400


def read(meter: PaceMeter, looks: list[tuple[int, float]]) -> list[Stint]:
    """What a meter makes of places and times."""
    stints = (meter.look(at, VIEW, when) for at, when in looks)
    return [stint for stint in stints if stint]


def test_paging_through_a_text_is_measured() -> None:
    assert read(PaceMeter(), [(0, 0.0), (380, 120.0)]) == [Stint(380, 120.0)]


def test_scrolling_line_by_line_is_added_up() -> None:
    looks = [(20 * step, 6.0 * step) for step in range(11)]
    assert read(PaceMeter(), looks) == [Stint(200, 60.0)]


def test_a_jump_is_no_reading() -> None:
    meter = PaceMeter()
    assert read(meter, [(0, 0.0), (90_000, 60.0), (90_300, 160.0)]) == [Stint(300, 100.0)]


def test_a_pause_is_no_reading() -> None:
    assert read(PaceMeter(), [(0, 0.0), (300, longest_look(VIEW) + 1)]) == []


def test_a_full_view_may_take_a_beginner_long() -> None:
    assert [longest_look(view) for view in (20, 400, 4000)] == [120, 600, 1200]


def test_leaving_the_desk_ends_the_count() -> None:
    meter = PaceMeter()
    meter.look(0, VIEW, 0.0)
    meter.rest()
    assert read(meter, [(0, 200.0), (300, 300.0)]) == [Stint(300, 100.0)]


def test_skimming_is_no_reading() -> None:
    looks = [(300 * step, 2.0 * step) for step in range(20)]
    assert read(PaceMeter(), looks) == []


def test_a_little_way_back_is_read_again() -> None:
    assert read(PaceMeter(), [(100, 0.0), (0, 20.0), (250, 80.0), (330, 100.0)]) == [
        Stint(230, 100.0)
    ]


def test_one_strange_stint_does_not_change_the_pace() -> None:
    usual = [Stint(300, 100.0)] * 5
    assert find_pace([*usual, Stint(300, 300 * 60 / FASTEST)]) == 180


def test_a_pace_needs_some_reading() -> None:
    assert find_pace([Stint(200, 60.0)]) is None
    assert find_pace([]) is None


def test_minutes_are_never_none_while_text_is_left() -> None:
    assert [minutes_for(count, 100.0) for count in (0, 3, 149, 6000)] == [0, 1, 1, 60]
