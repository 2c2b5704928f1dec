"""The lines of a piece of markup with its headings, for formats that can be written as markup."""

from reader.core.article import Kind
from reader.importers.html_blocks import Block, lay_out
from reader.importers.html_tree import parse, strip_tags
from reader.importers.outline import LONGEST_HEADING, Line
from reader.importers.plain_text import make_paragraph

HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_lines(markup: str) -> list[Line]:
    """All lines of markup, in the order of reading."""
    root = parse(markup)
    if root is None:
        return [Line(make_paragraph(line)) for line in strip_tags(markup)]
    return [write_line(block) for block in lay_out(root, with_hidden=True).blocks]


def write_line(block: Block) -> Line:
    """A line of a page, with the level of its tag where it is a heading."""
    level = HEADINGS.get(block.tag, 0)
    if level and len(block.text) <= LONGEST_HEADING:
        return Line(make_paragraph(block.text, Kind.HEADING), level)
    return Line(make_paragraph(block.text, Kind.CAPTION if block.is_caption else Kind.BODY))
