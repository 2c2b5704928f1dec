"""ODT: headings divide it; ruby, notes and captions are what they look like."""

import io

import odfdo
import pytest

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers import read_bytes
from reader.importers.archive import Archive

RUBY = (
    "<text:p>在<text:ruby><text:ruby-base>银行</text:ruby-base>"
    "<text:ruby-text>yín háng</text:ruby-text></text:ruby>边<text:s/>走。</text:p>"
)


def make_document(*elements: str) -> bytes:
    """A document with these elements in its text."""
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = "河边的灯"
    document.meta.initial_creator = "沈禾"
    for element in elements:
        document.body.append(odfdo.Element.from_tag(element))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def test_headings_divide_a_document() -> None:
    article = read_bytes(
        make_document(
            '<text:h text:outline-level="1">桥</text:h>',
            "<text:p>桥下的<text:span>水</text:span>很慢。<text:line-break/>船也很慢。</text:p>",
            '<text:h text:outline-level="1">灯</text:h>',
            "<text:list><text:list-item><text:p>点灯</text:p></text:list-item></text:list>",
        ),
        "a.odt",
    )
    assert (article.title, article.author) == ("河边的灯", "沈禾")
    assert [section.title for section in article.sections] == ["桥", "灯"]
    assert texts(article) == ["桥下的水很慢。", "船也很慢。", "点灯"]


def test_ruby_and_notes_are_kept_beside_the_text() -> None:
    note = (
        '<text:p>过桥<text:note text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>一座石桥。</text:p></text:note-body>"
        "</text:note>。</text:p>"
    )
    article = read_bytes(make_document(RUBY, note), "a.odt")
    assert texts(article) == ["在银行边 走。", "过桥[1]。"]
    assert texts(article, Kind.FOOTNOTE) == ["[1]一座石桥。"]
    notes = [(n.start, n.reading) for p in article.paragraphs() for n in p.notes]
    assert notes == [(1, "yín"), (2, "háng")]


def test_what_was_said_about_the_text_is_left_out() -> None:
    comment = "<text:p>水<office:annotation><text:p>批注</text:p></office:annotation>慢。</text:p>"
    assert texts(read_bytes(make_document(comment), "a.odt")) == ["水慢。"]


def test_captions_are_known_by_their_style() -> None:
    caption = '<text:p text:style-name="Illustration">河边</text:p>'
    article = read_bytes(make_document("<text:p>水慢。</text:p>", caption), "a.odt")
    assert texts(article, Kind.CAPTION) == ["河边"]


def test_a_document_without_text_says_so() -> None:
    with pytest.raises(SourceError, match="no text"):
        read_bytes(make_document(), "a.odt")


def test_a_damaged_document_says_so() -> None:
    data = make_document(RUBY)
    entry = Archive(data).find("content.xml")
    assert entry
    start = entry.info.header_offset + 60
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(data[:start] + bytes(40) + data[start + 40 :], "a.odt")


def test_a_document_with_a_part_whose_sum_is_wrong_says_so() -> None:
    data = make_document(RUBY)
    entry = Archive(data).find("Thumbnails/thumbnail.png")
    assert entry
    start = entry.info.header_offset + 60
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(data[:start] + bytes(20) + data[start + 20 :], "a.odt")


def test_a_document_that_lies_about_the_size_of_a_part_is_refused() -> None:
    sound = make_document("<text:p>灯亮了。</text:p>")
    at = sound.rindex(b"Configurations2/popupmenu/") - 46 + 24
    lying = sound[:at] + (47_332).to_bytes(4, "little") + sound[at + 4 :]
    with pytest.raises(SourceError, match="harmful"):
        read_bytes(lying, "a.odt")
