"""DOCX: styles divide it; ruby, footnotes, text boxes and changes are what they look like."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers import read_bytes
from reader.importers.word_numbering import write_number

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{MAIN}.footnotes+xml"/></Types>"""
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{related}/{type}" Target="{target}"/></Relationships>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOOTNOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>一座石桥。</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def run(text: str) -> str:
    """A run of text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def make_raw(body: str) -> bytes:
    """A document of raw markup."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        rels = RELS.format(related=RELATED, type="officeDocument", target="word/document.xml")
        archive.writestr("_rels/.rels", rels)
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        rels = RELS.format(related=RELATED, type="footnotes", target="footnotes.xml")
        archive.writestr("word/_rels/document.xml.rels", rels)
        archive.writestr("word/footnotes.xml", FOOTNOTES)
    return buffer.getvalue()


def make_document() -> bytes:
    """A document as a library writes it."""
    document = docx.Document()
    document.core_properties.author = "沈禾"
    document.core_properties.created = dt.datetime(2026, 2, 8, tzinfo=dt.UTC)
    document.add_heading("河边的灯", 0)
    document.add_heading("桥", 1)
    document.add_paragraph("　　桥下的水很慢。\n船也很慢。")
    document.add_paragraph("河边", style="Caption")
    document.add_heading("灯", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "晚上", "河边調(diào)动"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def test_headings_divide_a_document() -> None:
    article = read_bytes(make_document(), "a.docx")
    assert (article.title, article.author, article.date) == ("河边的灯", "沈禾", "2026-02-08")
    assert [section.title for section in article.sections] == ["桥", "灯"]
    assert texts(article) == [
        "桥下的水很慢。",
        "船也很慢。",
        "晚上",
        "河边调动".replace("调", "調"),
    ]
    assert texts(article, Kind.CAPTION) == ["河边"]


def test_ruby_and_footnotes_are_kept_beside_the_text() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('yín háng')}</w:rt><w:rubyBase>{run('银行')}</w:rubyBase>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('在')}{ruby}</w:ruby></w:r>{run('边')}{note}</w:p><w:p>{run('走。')}</w:p>"
    article = read_bytes(make_raw(body), "a.docx")
    assert texts(article) == ["在银行边[1]", "走。"]
    assert texts(article, Kind.FOOTNOTE) == ["[1]一座石桥。"]
    notes = [(n.start, n.reading) for p in article.paragraphs() for n in p.notes]
    assert notes == [(1, "yín"), (2, "háng")]


def test_what_was_deleted_or_hidden_is_no_text_and_what_was_added_is() -> None:
    body = (
        f"<w:p>{run('水')}<w:del>{run('不')}<w:r><w:delText>再</w:delText></w:r></w:del>"
        f"<w:ins>{run('很')}</w:ins>{run('慢。')}"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
    )
    assert texts(read_bytes(make_raw(body), "a.docx")) == ["水很慢。"]


def test_the_text_of_a_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent><w:p>{run('盒子。')}</w:p></w:txbxContent>"
    body = (
        f"<w:p {mc}>{run('水很慢。')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert sorted(texts(read_bytes(make_raw(body), "a.docx"))) == ["水很慢。", "盒子。"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (make_raw("").replace(b"w:body", b"w:bodx"), "damaged"),
        (make_raw(""), "no text"),
        (make_raw('<!DOCTYPE x [<!ENTITY a "b">]>'), "entities"),
        (make_document()[:-40], "damaged"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        read_bytes(data, "a.docx")


@pytest.mark.parametrize(
    ("code", "text", "reading"),
    [
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(háng),行)', "行业", "háng"),
        (r"eq \o\ac(○,行)", "行业", ""),
        ("PAGE", "业", ""),
    ],
)
def test_characters_with_a_reading_in_a_field_are_not_lost(
    code: str, text: str, reading: str
) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{code.replace(chr(34), '&quot;')}</w:instrText></w:r>"
    body = f"<w:p>{sign('begin')}{told}{sign('end')}{run('业')}</w:p>"
    [paragraph] = read_bytes(make_raw(body), "a.docx").paragraphs()
    assert paragraph.text == text
    assert [note.reading for note in paragraph.notes] == [reading] * bool(reading)


def test_a_title_may_be_set_by_hand() -> None:
    centre = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>河边的灯</w:t></w:r>"
    body = f"<w:p>{centre}{bold}</w:p><w:p>{run('桥下的水很慢。')}</w:p>"
    article = read_bytes(make_raw(body), "a.docx")
    assert (article.title, article.count(Kind.TITLE)) == ("河边的灯", 1)
    article = read_bytes(make_raw(body.replace("<w:b/>", "")), "a.docx")
    assert (article.title, article.count(Kind.TITLE)) == ("a", 0)


def test_contents_are_left_out_and_styles_made_from_the_title_are_none() -> None:
    document = docx.Document()
    styles = document.styles
    styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    styles.add_style("Author", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Title"]
    document.add_paragraph("河边的灯", style="Title")
    document.add_paragraph("沈禾", style="Author")
    document.add_paragraph("第一章 桥\t1", style="toc 1")
    document.add_heading("第一章 桥", 1)
    document.add_paragraph("水很慢。")
    buffer = io.BytesIO()
    document.save(buffer)
    article = read_bytes(buffer.getvalue(), "a.docx")
    assert (article.title, texts(article)) == ("河边的灯", ["沈禾", "水很慢。"])
    assert article.warnings == ("Left out: a table of contents of 1 lines.",)


def test_numbers_that_word_writes_before_headings_are_part_of_the_text() -> None:
    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{sign}"/></w:lvl>'
        for depth, form, sign in [(0, "chineseCounting", "第%1章"), (1, "decimal", "%1.%2")]
    ).replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="99">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for level in (1, 2):
        place = f'<w:numPr {W}><w:ilvl w:val="{level - 1}"/><w:numId w:val="99"/></w:numPr>'
        style = document.styles[f"Heading {level}"].element
        style.get_or_add_pPr().append(parse_xml(place))
    for text, level in [("桥", 1), ("水", 2), ("船", 2), ("灯", 1), ("人", 2)]:
        document.add_heading(text, level)
        document.add_paragraph("正文。")
    buffer = io.BytesIO()
    document.save(buffer)
    heads = texts(read_bytes(buffer.getvalue(), "a.docx"), Kind.HEADING)
    assert heads == ["第一章 桥", "1.1 水", "1.2 船", "第二章 灯", "2.1 人"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (105, "taiwaneseCounting", "一百零五"),
        (1020, "japaneseCounting", "一千零二十"),
        (12, "chineseLegalSimplified", "拾贰"),
        (4, "lowerRoman", "iv"),
        (27, "upperLetter", "AA"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (2, "ideographTraditional", "乙"),
        (7, "somethingElse", "7"),
    ],
)
def test_numbers_are_written_in_the_forms_of_word(number: int, form: str, text: str) -> None:
    assert write_number(number, form) == text
