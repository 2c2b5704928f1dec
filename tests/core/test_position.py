"""Anchors find their place again."""

import pytest

from reader.core.article import Article, Paragraph, Section
from reader.core.position import Anchor, Position, anchor, nearest, resolve


def make_article(*paragraphs: str) -> Article:
    """One section of these paragraphs."""
    return Article("", (Section(tuple(Paragraph(text) for text in paragraphs)),))


OLD = make_article("春天来了。", "花市在河边开了三天。", "人们都去看花。")
PLACE = anchor(OLD, Position(0, 1, 3))


def test_an_anchor_quotes_both_sides() -> None:
    assert Anchor(Position(0, 1, 3), "花市在", "河边开了三天。") == PLACE


def test_an_anchor_holds_in_the_same_text() -> None:
    assert resolve(OLD, PLACE) == Position(0, 1, 3)


def test_an_anchor_follows_its_paragraph() -> None:
    changed = make_article("新的开头。", *[p.text for p in OLD.sections[0].paragraphs])
    assert resolve(changed, PLACE) == Position(0, 2, 3)


def test_an_anchor_follows_its_words_inside_a_paragraph() -> None:
    changed = make_article("春天来了。", "今年的花市在河边开了三天。")
    assert resolve(changed, PLACE) == Position(0, 1, 6)


def test_an_anchor_is_found_by_the_half_that_is_left() -> None:
    changed = make_article("春天来了。", "市场在河边开了三天。")
    assert resolve(changed, PLACE) == Position(0, 1, 3)


def test_an_anchor_whose_words_are_gone_is_nowhere() -> None:
    assert resolve(make_article("完全不同的文字。"), PLACE) is None


def test_the_nearest_of_two_places_wins() -> None:
    changed = make_article(
        "花市在河边开了三天。", "别的。", "又一段。", "花市在河边开了三天。", "完。"
    )
    assert resolve(changed, Anchor(Position(0, 2, 3), "花市在", "河边开了三天。")) == Position(
        0, 3, 3
    )


def test_an_anchor_without_words_keeps_its_position() -> None:
    assert resolve(OLD, Anchor(Position(0, 9, 9))) == Position(0, 2, 7)


@pytest.mark.parametrize(
    "position", [Position(-1, -1, -1), Position(5, 0, 0), Position(0, 7, 0), Position(0, 0, 99)]
)
def test_the_nearest_position_always_exists(position: Position) -> None:
    place = nearest(OLD, position)
    assert place.section == 0
    assert 0 <= place.offset <= len(OLD.sections[0].paragraphs[place.paragraph].text)


@pytest.mark.parametrize("changed", [0, 1])
def test_a_place_is_found_where_the_text_was_changed_close_by_on_both_sides(changed: int) -> None:
    text = "小镇的第一家书店昨天开门了，许多人一大早就来排队，书店的主人姓李，在学校里教语文。"
    article = Article("a", (Section((Paragraph(text),)),))
    place = anchor(article, Position(0, 0, 24))
    new = text.replace("开门", "关门").replace("姓李", "姓王") + "完。" * changed
    again = Article("a", (Section((Paragraph("编者按。"), Paragraph(new))),))
    assert resolve(again, place) == Position(0, 1, 24)


def test_what_is_left_of_a_quote_places_nothing_where_it_stands_twice() -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"
    place = anchor(Article("a", (Section((Paragraph(text),)),)), Position(0, 0, 24))
    piece = text[14:22]
    again = Article("a", (Section((Paragraph(piece + "一。"), Paragraph("二" + piece))),))
    assert resolve(again, place) is None
