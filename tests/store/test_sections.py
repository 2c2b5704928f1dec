"""A section as a row."""

import pytest

from reader.core.article import Paragraph, Section
from reader.store.sections import read_sections, write_section


@pytest.mark.parametrize(
    "section",
    [
        Section((Paragraph("花。"),)),
        Section((Paragraph("花。"),), "第一章 春"),
        Section((Paragraph("花。"),), "第一节 早", ("第一卷 家", "第一章 春")),
        Section((Paragraph("花。"),), "", ("第一卷 家",)),
    ],
)
def test_what_a_section_is_within_is_kept(section: Section) -> None:
    assert read_sections([write_section(0, section)]) == (section,)


def test_a_line_end_in_a_title_does_not_make_it_a_part() -> None:
    (read,) = read_sections([write_section(0, Section((Paragraph("花。"),), "第一章\n春"))])
    assert (read.within, read.title) == ((), "第一章 春")
