"""The contents of an article."""

from reader.core.article import Article, Kind, Paragraph, Section
from reader.core.contents import list_contents, list_sections
from reader.core.position import Position


def head(text: str) -> Paragraph:
    """A heading."""
    return Paragraph(text, Kind.HEADING)


def lines(*sections: Section) -> list[tuple[int, str, Position]]:
    """Depth, title and position of each entry."""
    entries = list_contents(Article("t", sections))
    return [(entry.depth, entry.title, entry.position) for entry in entries]


def test_chapters_stand_below_their_part() -> None:
    text = Paragraph("花。")
    assert lines(
        Section((head("卷一"), head("春"), text), "春", ("卷一",)),
        Section((head("夏"), text), "夏", ("卷一",)),
        Section((head("卷二"), text), "卷二"),
        Section((head("秋"), text), "秋", ("卷二",)),
    ) == [
        (0, "卷一", Position(0)),
        (1, "春", Position(0)),
        (1, "夏", Position(1)),
        (0, "卷二", Position(2)),
        (1, "秋", Position(3)),
    ]


def test_a_heading_inside_of_a_section_stands_below_it() -> None:
    section = Section((head("春"), Paragraph("花。"), head("一、早"), Paragraph("鸟。")), "春")
    assert lines(section)[1:] == [(1, "一、早", Position(0, 2))]


def test_a_section_without_a_title_is_called_by_its_first_words() -> None:
    assert (
        lines(Section((Paragraph("下雨了，" * 9),)))[0][1]
        == "下雨了，下雨了，下雨了，下雨了，下雨…"
    )


def test_a_part_that_was_cut_for_its_length_is_named_once() -> None:
    text = Paragraph("花。")
    assert [
        title
        for _, title, _ in lines(
            Section((head("卷一"), text), "卷一 · 1"),
            Section((text,), "卷一 · 2"),
            Section((head("春"), text), "春", ("卷一",)),
        )
    ] == ["卷一 · 1", "卷一 · 2", "春"]


def test_a_section_is_called_by_all_that_it_is_a_part_of() -> None:
    sections = (
        Section((Paragraph(""), Paragraph("花。"))),
        Section((head("春"),), "春", ("卷一",)),
    )
    assert list_sections(Article("t", sections)) == ("花。", "卷一 · 春")
