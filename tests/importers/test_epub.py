"""Books: spine, contents, metadata, notes, ruby, vertical lines, locks and faults."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers import read_bytes

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
METADATA = """<dc:title id="t">河边的灯</dc:title><dc:title id="s">副题</dc:title>
<meta refines="#s" property="title-type">subtitle</meta>
<dc:creator id="a">沈禾</dc:creator><meta refines="#a" property="role">aut</meta>
<dc:creator id="b">某某</dc:creator><meta refines="#b" property="role">trl</meta>
<dc:publisher>蘭渡出版社</dc:publisher><dc:date>2026-02-08T00:00:00Z</dc:date>
<dc:rights>CC BY 4.0</dc:rights><dc:subject>小说</dc:subject>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><ol><li><a href="1.xhtml">封面</a></li></ol></nav>
<nav epub:type="toc"><ol><li><a href="1.xhtml">第一章 桥</a></li>
<li><a href="2.xhtml#second">第二章 灯</a></li></ol></nav></body></html>"""
NCX = """<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint><navLabel><text>第一章 桥</text></navLabel><content src="1.xhtml"/></navPoint>
<navPoint><navLabel><text>第二章 灯</text></navLabel><content src="2.xhtml#second"/></navPoint>
</navMap></ncx>"""
FIRST = "<h1>第一章</h1><h2>桥</h2><p>桥下的水很慢。</p><p>他站在桥上看船。</p>"
SECOND = '<p>还在桥上。</p><a id="second"></a><p class="x">第二章&nbsp;灯</p><p>灯亮了。</p>'


def page(body: str) -> str:
    """A page of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/></head><body>{body}</body></html>"
    )


def package(pages: list[str], extra: str = "", metadata: str = METADATA) -> str:
    """The package document of a book with these pages."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f'<manifest>{items}{extra}</manifest><spine toc="ncx">{refs}</spine></package>'
    )


def make_book(
    pages: Mapping[str, str], extra: str = "", files: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A book in bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package(list(pages), extra))
        for name, body in pages.items():
            if body:  # without, it is missing
                whole = body if body.startswith("<?xml") else page(body)
                archive.writestr(f"OEBPS/{name}", whole)
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def read_page(body: str) -> Article:
    """The article of a book with one page."""
    return read_bytes(make_book({"1.xhtml": body}), "book.epub")


@pytest.mark.parametrize("contents", ["nav", "ncx"])
def test_the_contents_divide_a_book(contents: str) -> None:
    extra = {
        "nav": '<item id="n" href="nav.xhtml" properties="nav" '
        'media-type="application/xhtml+xml"/>',
        "ncx": '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    }[contents]
    files = {"OEBPS/nav.xhtml": NAV, "OEBPS/toc.ncx": NCX}
    book = make_book({"1.xhtml": FIRST, "2.xhtml": SECOND}, extra, files)
    article = read_bytes(book, "book.epub")
    assert [section.title for section in article.sections] == ["第一章 桥", "第二章 灯"]
    assert texts(article, Kind.HEADING) == ["第一章", "桥", "第二章\xa0灯"]
    assert texts(article) == ["桥下的水很慢。", "他站在桥上看船。", "还在桥上。", "灯亮了。"]


def test_a_book_says_who_wrote_it() -> None:
    article = read_page("<p>桥下的水很慢。</p>")
    assert (article.title, article.author) == ("河边的灯", "沈禾")
    assert (article.source, article.date) == ("蘭渡出版社", "2026-02-08")
    assert (article.licence, article.category) == ("CC BY 4.0", "小说")


def test_without_contents_the_headings_divide_it() -> None:
    article = read_page("<h2>桥</h2><p>水很慢。</p><h2>灯</h2><p>灯亮了。</p>")
    assert [section.title for section in article.sections] == ["桥", "灯"]


def test_without_headings_the_heads_of_chapters_divide_it() -> None:
    body = "".join(f"<p>第{n}章 河</p><p>水很慢。</p>" for n in "一二三")
    assert len(read_page(body).sections) == 3


def test_an_entry_of_the_contents_without_a_heading_becomes_one() -> None:
    extra = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    pages = {"1.xhtml": "<p>水很慢。</p>", "2.xhtml": "<p>灯亮了。</p>"}
    article = read_bytes(make_book(pages, extra, {"OEBPS/toc.ncx": NCX}), "book.epub")
    assert [section.title for section in article.sections] == ["第一章 桥", "第二章 灯"]


def test_footnotes_are_kept_apart_from_the_text() -> None:
    article = read_page(
        '<p>他过了桥<a epub:type="noteref" href="#n1"><sup>1</sup></a>，走了。</p>'
        '<p>灯亮了<sup><a href="#n2" id="r2"><img src="note.png"/></a></sup>。</p>'
        '<aside epub:type="footnote" id="n1"><p>1 一座石桥。</p></aside>'
        '<ol><li id="n2"><p>油灯。<a epub:type="backlink" href="#r2">↩</a></p></li></ol>'
    )
    assert texts(article) == ["他过了桥[1]，走了。", "灯亮了[1]。"]
    assert texts(article, Kind.FOOTNOTE) == ["1 一座石桥。", "[1]油灯。"]


def test_a_control_character_in_the_sign_of_a_note_is_left_out() -> None:
    article = read_page('<p>他过了桥<a epub:type="noteref" href="#n1">\x051</a>，走了。</p>')
    assert texts(article) == ["他过了桥[1]，走了。"]


def test_the_sign_of_a_note_is_on_one_line() -> None:
    article = read_page(
        '<p>他过了桥<a epub:type="noteref" href="#n">注\n1</a>。</p>'
        '<aside epub:type="footnote" id="n">石桥</aside>'
    )
    assert texts(article, Kind.FOOTNOTE) == ["[注 1]石桥"]


def test_ruby_becomes_reading_notes() -> None:
    article = read_page(
        "<p><ruby>银行<rt>yín háng</rt></ruby>在"
        "<ruby>桥<rp>(</rp><rt>qiáo</rt><rp>)</rp></ruby>边。</p><p><ruby>門<rt>ㄇㄣˊ</rt></ruby></p>"
    )
    assert texts(article) == ["银行在桥边。", "門"]
    notes = [(n.start, n.end, n.reading) for p in article.paragraphs() for n in p.notes]
    assert notes == [(0, 1, "yín"), (1, 2, "háng"), (3, 4, "qiáo"), (0, 1, "ㄇㄣˊ")]


def test_signs_for_vertical_lines_are_laid_down_and_told() -> None:
    article = read_page("<p>他說﹁走吧﹂︵笑︶。</p>")
    assert texts(article) == ["他說「走吧」（笑）。"]
    assert any("vertical" in warning for warning in article.warnings)


def test_captions_and_pages_of_pictures() -> None:
    article = read_page(
        "<figure><img src='a.png'/><figcaption>河边</figcaption></figure><p>水。</p>"
    )
    assert texts(article, Kind.CAPTION) == ["河边"]
    with pytest.raises(SourceError, match="no text"):
        read_page("<img src='a.png'/>")


def test_named_characters_of_html_are_known() -> None:
    assert texts(read_page("<p>桥&mdash;&mdash;灯&hellip;</p>")) == ["桥——灯…"]


def test_a_locked_book_says_so() -> None:
    locked = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        '<e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
        '<e:CipherData><e:CipherReference URI="OEBPS/1.xhtml"/></e:CipherData>'
        "</e:EncryptedData></encryption>"
    )
    book = make_book({"1.xhtml": "<p>x</p>"}, files={"META-INF/encryption.xml": locked})
    with pytest.raises(SourceError, match="DRM"):
        read_bytes(book, "book.epub")


def test_obscured_fonts_do_not_lock_a_book() -> None:
    fonts = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        '<e:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>'
        '<e:CipherData><e:CipherReference URI="OEBPS/font.otf"/></e:CipherData>'
        "</e:EncryptedData></encryption>"
    )
    book = make_book({"1.xhtml": "<p>水很慢。</p>"}, files={"META-INF/encryption.xml": fonts})
    assert texts(read_bytes(book, "book.epub")) == ["水很慢。"]


def test_a_missing_page_is_told_and_the_others_are_read() -> None:
    pages = {"1.xhtml": "<p>水很慢。</p>", "2.xhtml": "", "../../../etc/passwd": ""}
    article = read_bytes(make_book(pages), "book.epub")
    assert texts(article) == ["水很慢。"]
    assert [warning.split()[0] for warning in article.warnings] == [
        "OEBPS/2.xhtml",
        "../../etc/passwd",
    ]


@pytest.mark.parametrize(
    "harm",
    [
        '<!DOCTYPE package [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE package [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_entities_of_its_own_are_refused(harm: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", harm + package(["1.xhtml"]))
        archive.writestr("OEBPS/1.xhtml", page("<p>x</p>"))
    with pytest.raises(SourceError, match="entities"):
        read_bytes(buffer.getvalue(), "book.epub")


def test_entities_in_a_page_are_not_read() -> None:
    subset = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    raw = page("<p>水很慢&x;。</p>").replace("<!DOCTYPE html>", subset)
    assert texts(read_page(raw)) == ["水很慢&x;。"]


def test_a_bomb_in_a_book_is_not_unpacked() -> None:
    pages = {"1.xhtml": "<p>水很慢。</p>", "2.xhtml": "<p>" + "\0" * (8 << 20)}
    article = read_bytes(make_book(pages), "book.epub")
    assert texts(article) == ["水很慢。"]
    assert "times as large" in article.warnings[0]


def test_a_part_and_its_first_chapter_may_begin_at_one_line() -> None:
    ncx = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
    <navPoint><navLabel><text>上卷</text></navLabel><content src="1.xhtml"/>
    <navPoint><navLabel><text>第一回</text></navLabel><content src="1.xhtml#a"/></navPoint>
    <navPoint><navLabel><text>第二回</text></navLabel><content src="1.xhtml#b"/></navPoint>
    </navPoint></navMap></ncx>"""
    extra = '<item id="ncx" href="t.ncx" media-type="application/x-dtbncx+xml"/>'
    body = '<h1 id="a">第一回</h1><p>话说。</p><h1 id="b">第二回</h1><p>分久必合。</p>'
    article = read_bytes(make_book({"1.xhtml": body}, extra, {"OEBPS/t.ncx": ncx}), "三国.epub")
    assert [(section.within, section.title) for section in article.sections] == [
        (("上卷",), "第一回"),
        (("上卷",), "第二回"),
    ]
    assert texts(article, Kind.HEADING) == ["上卷", "第一回", "第二回"]


def test_readings_are_no_part_of_the_names_of_chapters() -> None:
    nav = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="1.xhtml">
    二、<ruby>燈<rp>(</rp><rt>ㄉㄥ</rt><rp>)</rp></ruby></a></li></ol></nav></body></html>"""
    extra = '<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    body = "<h2>二、<ruby>燈<rt>ㄉㄥ</rt></ruby></h2><p>燈亮了。</p>"
    article = read_bytes(make_book({"1.xhtml": body}, extra, {"OEBPS/n.xhtml": nav}), "a.epub")
    assert [section.title for section in article.sections] == ["二、燈"]


@pytest.mark.parametrize(
    "note",
    [
        '<img class="qqreader-footnote" src="n.png" alt="杭州的旧称。"/>',
        '<sup><img class="epub-footnote" src="n.png" alt="注" zy-footnote="杭州的旧称。"/></sup>',
        '<span class="js_readerFooterNote" data-wr-footernote="杭州的旧称。"></span>',
    ],
)
def test_notes_that_pop_up_from_a_picture_become_footnotes(note: str) -> None:
    article = read_page(f"<p>他去了武林{note}，住下。</p>")
    assert texts(article) == ["他去了武林[1]，住下。"]
    assert texts(article, Kind.FOOTNOTE) == ["[1]杭州的旧称。"]


def test_a_picture_within_a_link_to_its_note_gives_no_second_one() -> None:
    link = '<a class="duokan-footnote" href="#n"><img zy-footnote="旧称。" src="n.png"/></a>'
    note = '<ol><li class="duokan-footnote-item" id="n">旧称。</li></ol>'
    article = read_page(f"<p>武林{link}。</p>{note}")
    assert texts(article, Kind.FOOTNOTE) == ["[1]旧称。"]


def test_a_page_of_contents_is_left_out_and_told() -> None:
    contents = "<h2>目 录</h2>" + "".join(f'<p><a href="{n}.xhtml">第{n}章</a></p>' for n in (1, 2))
    article = read_bytes(make_book({"toc.xhtml": contents, "1.xhtml": FIRST}), "a.epub")
    assert "第2章" not in texts(article)
    assert article.warnings == ("OEBPS/toc.xhtml was left out: it only lists the contents.",)


def test_paths_may_be_written_otherwise_than_in_the_zip_file() -> None:
    names = ("%E6%AD%A3%E6%96%87%20a.xhtml", "B%20b.xhtml", "e\u0301.xhtml", "C.XHTML")
    files = {"正文 a.xhtml": "一。", "B%20b.xhtml": "二。", "\xe9.xhtml": "三。", "c.xhtml": "四。"}
    book = make_book(
        dict.fromkeys(names, ""),
        files={f"OEBPS/{name}": page(f"<p>{text}</p>") for name, text in files.items()},
    )
    assert texts(read_bytes(book, "a.epub")) == ["一。", "二。", "三。", "四。"]


def test_a_book_that_says_utf_8_and_is_gbk_is_read_as_gbk() -> None:
    buffer = io.BytesIO()
    metadata = "<dc:title>城南旧事里的人们</dc:title><dc:creator>林某某</dc:creator>"
    told = f'<?xml version="1.0" encoding="utf-8"?>{package(["1.xhtml"], metadata=metadata)}'
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("book.opf", told.encode("gbk"))
        archive.writestr("1.xhtml", page(FIRST).encode("gbk"))
    article = read_bytes(buffer.getvalue(), "a.epub")
    assert (article.title, article.author) == ("城南旧事里的人们", "林某某")
    assert "桥下的水很慢。" in texts(article)


def test_raised_digits_are_no_part_of_the_number_before_them() -> None:
    article = read_page(
        "<p>约10<sup>8</sup>个，CO<sub>2</sub>，第3<sup>版</sup>，注<sup>1</sup>。</p>"
    )
    assert texts(article) == ["约10⁸个，CO₂，第3版，注1。"]
