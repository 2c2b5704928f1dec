"""What the model's probabilities become."""

from reader.language.judging import answer, overrule
from reader.language.readings import Question


def test_a_sure_model_leaves_no_doubt() -> None:
    assert answer((("hang2", 0.95), ("xing2", 0.05)), ()) == ("hang2",)


def test_an_unsure_model_names_the_next_reading() -> None:
    assert answer((("hang2", 0.6), ("xing2", 0.4)), ()) == ("hang2", "xing2")


def test_a_known_phrase_wins_over_an_unsure_model_and_says_so() -> None:
    assert answer((("hang2", 0.8), ("xing2", 0.2)), ("xing2",)) == ("xing2", "hang2")


def test_a_sure_model_wins_over_a_known_phrase() -> None:
    assert answer((("hang2", 0.99), ("xing2", 0.01)), ("xing2",)) == ("hang2",)


def test_a_character_with_one_reading_is_in_no_doubt() -> None:
    assert answer((("hang2", 0.5),), ()) == ("hang2",)


def test_the_other_readings_are_named_in_the_order_of_likelihood() -> None:
    choice = (("he2", 0.5), ("he4", 0.3), ("huo2", 0.19), ("hu2", 0.01))
    assert answer(choice, ()) == ("he2", "he4", "huo2")
    assert answer(choice, ("he4",)) == ("he4", "he2", "huo2")


def test_a_sure_model_chooses_among_the_ways_in_which_a_word_is_read() -> None:
    ask = Question(0, ("hang2", "xing2"), "hang2", 0.95)
    assert overrule((("xing2", 0.96), ("hang2", 0.04)), ask) == ("xing2", "hang2")


def test_an_unsure_model_doubts_a_word_and_leaves_it() -> None:
    ask = Question(0, ("hang2", "xing2"), "hang2", 0.95)
    assert overrule((("xing2", 0.9), ("hang2", 0.1)), ask) == ("hang2", "xing2")


def test_a_model_is_not_heard_about_readings_that_a_word_has_not() -> None:
    ask = Question(0, ("hang2", "xing2"), "hang2", 0.95)
    assert overrule((("heng2", 0.99), ("hang2", 0.01)), ask) == ()
