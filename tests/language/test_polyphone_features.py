"""What the linear part of the polyphone model sees of a character's clause."""

from reader.language.polyphone_features import find_clause

TEXT = "昨天，我为大家准备了礼物。他走了"
WORDS = ((0, 2), (2, 3), (3, 4), (4, 5), (5, 7), (7, 9), (9, 10), (10, 12), (12, 13), (13, 16))


def test_the_words_of_the_clause_that_are_no_neighbours_are_seen() -> None:
    assert find_clause(TEXT, 4, WORDS, 3) == ["为E0。", "为F物", "为X准备", "为X了", "为X礼物"]


def test_a_character_that_begins_its_clause_is_told_from_others() -> None:
    assert find_clause("为大家。", 0, ((0, 1), (1, 3), (3, 4)), 0) == ["为E1。", "为F家"]


def test_a_clause_of_one_character_has_an_end_alone() -> None:
    assert find_clause("为", 0, ((0, 1),), 0) == ["为E1#"]


def test_characters_that_need_no_clause_see_none() -> None:
    assert find_clause(TEXT, 9, WORDS, 6) == []
