"""A paragraph is put right: what is known of its unchanged words stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Doubt, Kind, Note, Paragraph, Section
from reader.core.edit import Edit, Rewording, apply_edits, put_paragraph, reword
from reader.core.position import Position

TEXTS = st.text(alphabet="天地玄黄，。", max_size=12)


@given(TEXTS, TEXTS)
def test_unchanged_spans_are_the_same_text_after_the_edit(old: str, new: str) -> None:
    rewording = Rewording(old, new)
    for start in range(len(old)):
        for end in range(start + 1, len(old) + 1):
            span = rewording.span(start, end)
            assert span is None or old[start:end] == new[slice(*span)]


@given(TEXTS, TEXTS)
def test_every_place_stays_in_the_text_and_in_order(old: str, new: str) -> None:
    moved = [Rewording(old, new).move(offset) for offset in range(len(old) + 1)]
    assert moved == sorted(moved)
    assert all(0 <= place <= len(new) for place in moved)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("今天下雨。", "今天下大雨。", 3, 4),
        ("今天下雨。", "昨天和今天下雨。", 2, 5),
        ("今天下雨。", "今天。", 3, 2),
        ("甲" * 3000, "乙" + "甲" * 3000, 10, 11),
    ],
)
def test_a_place_follows_its_character(old: str, new: str, before: int, after: int) -> None:
    assert Rewording(old, new).move(before) == after


def test_notes_and_doubts_of_unchanged_words_move() -> None:
    paragraph = Paragraph(
        "他在银行里行走", Kind.BODY, (Note(3, 4, "háng"), Note(5, 6, "xíng")), (Doubt(0, 1, "?"),)
    )
    edited = reword(paragraph, "她们在银行里走")
    assert edited.notes == (Note(4, 5, "háng"),)
    assert edited.doubts == ()


def make_article(*texts: str) -> Article:
    """One section."""
    return Article("a", (Section(tuple(Paragraph(text) for text in texts)),))


def test_an_edit_finds_its_paragraph_elsewhere() -> None:
    edit = Edit(1, Position(0, 0), Paragraph("错字。"), "对字。")
    article, (placed,) = apply_edits(make_article("新的。", "错字。"), [edit])
    assert [p.text for p in article.paragraphs()] == ["新的。", "对字。"]
    assert (placed.place, placed.placed) == (Position(0, 1), True)


def test_an_edit_without_its_paragraph_is_kept_for_later() -> None:
    edit = Edit(1, Position(0, 0), Paragraph("错字。"), "对字。")
    article, (kept,) = apply_edits(make_article("别的。"), [edit])
    assert article == make_article("别的。")
    assert not kept.placed
    assert apply_edits(make_article("错字。"), [kept])[1][0].placed


def test_an_edited_heading_names_its_section_anew() -> None:
    heading = Paragraph("第一章 舂", Kind.HEADING)
    article = Article("a", (Section((heading, Paragraph("花。")), "第一章 舂"),))
    edited = put_paragraph(article, Position(0, 0), reword(heading, "第一章 春"))
    assert edited.sections[0].title == "第一章 春"
