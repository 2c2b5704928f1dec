"""Which readings and colours a paragraph gets."""

from dataclasses import replace

import pytest

from reader.core.display import Display, Piece
from reader.core.layers import Hsk, Layers, RubyOn, RubyUnit, Scale
from reader.core.notation import Notation
from reader.core.standing import Standing
from reader.core.vocabulary import Status
from reader.core.word import Entry, Origin, Reading, Word
from reader.language.reading_parts import join_parts
from reader.ui.ruby_plan import Known, Plan, Planner
from reader.ui.ruby_spacing import find_spaces, find_stretches, hold_together

STANDINGS = {
    "我": Standing(1e-2, 1, 1, 1),
    "银行": Standing(1e-4, 3, 2, 4),
    "饕餮": Standing(None, None, None, 7),
}
STATUSES = {"我": Status.KNOWN, "银行": Status.LEARNING}


def make(start: int, text: str, *syllables: str | None, others: tuple[str, ...] = ()) -> Word:
    """A word whose characters are read so, the last one perhaps otherwise."""
    readings = [Reading(one, Origin.PHRASE) if one else None for one in syllables]
    if others and (last := readings[-1]):
        readings[-1] = replace(last, others=others)
    return Word(start, start + len(text), text, tuple(readings))


TEXT = "我去A银行,饕餮"
WORDS = (
    make(0, "我", "wo3"),
    make(1, "去", "qu4", others=("qu5",)),
    make(2, "A", None),
    make(3, "银行", "yin2", "hang2"),
    make(5, ",", None),
    make(6, "饕餮", "tao1", "tie4"),
)
RUBY = Layers(ruby=True)


def plan(layers: Layers, words: tuple[Word, ...] = WORDS, display: Display | None = None) -> Plan:
    """The plan of the paragraph; nothing is shown in other words."""
    known = Known(STANDINGS.get, STATUSES.get, lambda _written, _shown: None)
    return Planner(layers, Notation.MARKS, known).plan(words, display or Display(TEXT))


def read(layers: Layers) -> list[str]:
    """The readings above the paragraph."""
    return [join_parts(ruby.parts) for ruby in plan(layers).rubies]


def test_without_layers_nothing_is_planned() -> None:
    assert plan(Layers()) == Plan()


def test_every_word_has_its_reading_but_letters_and_marks_have_none() -> None:
    assert read(RUBY) == ["wǒ", "qù", "yínháng", "tāotiè"]


def test_every_character_can_have_its_own() -> None:
    assert read(replace(RUBY, ruby_unit=RubyUnit.CHARACTER))[2:4] == ["yín", "háng"]


@pytest.mark.parametrize(
    ("level", "hsk", "read_words"),
    [
        (3, Hsk.NEWEST, ["qù", "yínháng", "tāotiè"]),
        (3, Hsk.OLD, ["qù", "tāotiè"]),
        (6, Hsk.NEWEST, ["qù", "tāotiè"]),
        (0, Hsk.NEW, ["wǒ", "qù", "yínháng", "tāotiè"]),
    ],
)
def test_words_beyond_a_level_and_words_without_one_have_readings(
    level: int, hsk: Hsk, read_words: list[str]
) -> None:
    assert read(replace(RUBY, ruby_on=RubyOn.LEVEL, ruby_level=level, hsk=hsk)) == read_words


def test_known_words_need_no_reading() -> None:
    assert read(replace(RUBY, ruby_on=RubyOn.UNKNOWN)) == ["qù", "yínháng", "tāotiè"]


def test_a_doubtful_reading_is_marked() -> None:
    assert [ruby.doubtful for ruby in plan(RUBY).rubies] == [False, True, False, False]


def test_characters_have_the_tones_of_their_readings() -> None:
    tones = plan(Layers(tones=True)).tones
    assert [tone for _, _, tone in tones] == [3, 4, 2, 2, 1, 4]
    assert tones[2][:2] == (3, 4)


def test_words_are_marked_by_level_or_by_frequency() -> None:
    marked = Layers(words_marked=True)
    assert plan(marked).levels == ((0, 1, 1), (3, 5, 4), (6, 8, 7))
    assert plan(replace(marked, scale=Scale.FREQUENCY)).levels == ((0, 1, 1), (3, 5, 2))


def test_places_are_utf_16_units_of_what_is_shown() -> None:
    display = Display("𠮷去A银行,饕餮", (Piece(0, 1, 0, 1),))
    assert plan(RUBY, display=display).rubies[1].places == (2, 3)


def test_a_reading_that_is_too_wide_takes_room_on_both_sides() -> None:
    rubies = plan(RUBY).rubies
    spaces = find_spaces(rubies[:2], 8, em=10.0, gap=2.0, measure=lambda _: 14.0)
    assert spaces[:3] == [3.0 + 3.0, 3.0, 0.0]


def test_a_reading_alone_may_stand_over_its_neighbours() -> None:
    rubies = plan(RUBY).rubies
    assert not any(find_spaces(rubies[2:3], 8, em=10.0, gap=2.0, measure=lambda _: 27.0))


@pytest.mark.parametrize(
    ("text", "spaces", "held"),
    [
        ("家吃", [1.0, 2.0], [1.0, 2.0]),
        ("去𠮷家", [1.0, 0.0, 2.0, 3.0], [1.0, 2.0, 2.0, 3.0]),
        ("葛\U000e0100家", [0.0, 0.0, 2.0, 3.0], [2.0, 2.0, 2.0, 3.0]),
        ("e\u0304家", [0.0, 2.0, 3.0], [2.0, 2.0, 3.0]),
    ],
)
def test_no_space_stands_within_a_character(
    text: str, spaces: list[float], held: list[float]
) -> None:
    hold_together(spaces, text)
    assert spaces == held


def test_surname_and_given_name_have_readings_of_their_own() -> None:
    wang = Entry("王", "王", ("Wang2",), ("surname Wang",))
    name = replace(make(0, "王小明", "wang2", "xiao3", "ming2"), entries=(wang,), proper=True)
    planned = plan(RUBY, (name,), Display("王小明"))
    assert [join_parts(ruby.parts) for ruby in planned.rubies] == ["Wáng", "Xiǎomíng"]


def test_places_have_capitals_and_words_that_may_be_surnames_none() -> None:
    school = Entry("北京大學", "北京大学", ("Bei3", "jing1", "Da4", "xue2"), ("Peking University",))
    king = Entry("王", "王", ("wang2",), ("king",))
    surname = Entry("王", "王", ("Wang2",), ("surname Wang",))
    words = (
        replace(make(0, "北京大学", "bei3", "jing1", "da4", "xue2"), entries=(school,)),
        replace(make(4, "王", "wang2"), entries=(surname, king)),
    )
    planned = plan(RUBY, words, Display("北京大学王"))
    assert [join_parts(ruby.parts) for ruby in planned.rubies] == ["Běijīng", "Dàxué", "wáng"]


def test_neighbours_with_the_same_look_are_one_stretch() -> None:
    planned = plan(Layers(tones=True))
    stretches = [s for s in find_stretches(planned, [0.0] * 8) if s.start >= 3]
    assert [(s.start, s.length, s.tone) for s in stretches] == [(3, 2, 2), (6, 1, 1), (7, 1, 4)]
