"""Places and lengths."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Paragraph, Section
from reader.core.extent import measure
from reader.core.position import Position

sections = st.lists(
    st.lists(st.integers(1, 30), min_size=1, max_size=4), min_size=1, max_size=4
).map(
    lambda lengths: tuple(
        Section(tuple(Paragraph("字" * length) for length in section)) for section in lengths
    )
)


@given(sections, st.floats(0, 1))
def test_a_share_is_found_again(parts: tuple[Section, ...], share: float) -> None:
    extent = measure(Article("t", parts))
    position = extent.at_share(share)
    assert abs(extent.count(position) - share * extent.length) <= 0.5


def test_places_are_counted() -> None:
    article = Article(
        "t", (Section((Paragraph("一二三"), Paragraph("四"))), Section((Paragraph("五六"),)))
    )
    extent = measure(article)
    assert extent.count(Position(0, 1, 1)) == 4
    assert extent.count(Position(1, 0, 1)) == 5
    assert extent.share(Position(0, 1, 0)) == 0.5
    assert extent.section_share(Position(1, 0, 1)) == 0.5
    assert extent.at_share(1.0) == Position(1, 0, 2)
    assert extent.at_share(0.0) == Position()
