from build_taiwan import Row, collect, read_note


def test_a_note_that_stands_alone_holds_for_the_whole_entry() -> None:
    assert read_note("period\nTaiwan pr. [qi2]", 1) == "qi2"


def test_a_note_on_one_sense_or_with_choices_is_left_out() -> None:
    assert read_note("to involve (Taiwan pr. [lei4])", 1) == ""
    assert read_note("Taiwan pr. [pang2], [bang1]", 1) == ""


def test_syllables_may_be_written_without_spaces_and_with_colons() -> None:
    assert read_note("Taiwan pr. [le4se4]", 2) == "le4 se4"
    assert read_note("Taiwan pr. [nu:e4]", 1) == "nüe4"


def test_a_reading_that_another_entry_shares_without_the_note_is_left_out() -> None:
    entries = [("曲", "qu1", "yeast\nTaiwan pr. [qu2]"), ("曲", "qu1", "bent")]
    assert collect(entries) == []


def test_variants_and_surnames_do_not_count() -> None:
    entries = [
        ("期", "qi1", "variant of 期[qi1]\nperiod"),
        ("期", "qi1", "period\nTaiwan pr. [qi2]"),
    ]
    assert collect(entries) == [Row("期", "qi1", "qi2")]
