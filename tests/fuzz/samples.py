"""A small sound file of each format but those of the web, to make damaged ones from."""

from tests.fuzz.attacks import pack
from tests.importers.test_epub import FIRST, NAV, NCX, SECOND, make_book
from tests.importers.test_markdown import TEXT as MARKDOWN
from tests.importers.test_open_document import RUBY
from tests.importers.test_open_document import make_document as make_open_document
from tests.importers.test_pdf import FIRST as LINE
from tests.importers.test_pdf import make_pdf, set_lines
from tests.importers.test_subtitles import ASS, LRC, SRT, VTT
from tests.importers.test_word_document import make_raw, run

ITEMS = (
    '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
)
NOTE = (
    '<p>桥<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">石桥</aside>'
)


def make_samples() -> dict[str, tuple[str, bytes]]:
    """Name and bytes of a sound file of each format."""
    paragraph = f"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>{run('灯')}</w:p>"
    noted = f"<w:p>{run('水很慢。')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    return {
        "epub": (
            "a.epub",
            make_book(
                {"1.xhtml": FIRST + NOTE, "2.xhtml": SECOND},
                ITEMS,
                {"OEBPS/nav.xhtml": NAV, "OEBPS/toc.ncx": NCX},
            ),
        ),
        "docx": ("a.docx", make_raw(paragraph + noted)),
        "odt": ("a.odt", make_open_document('<text:h text:outline-level="1">灯</text:h>', RUBY)),
        "pdf": ("a.pdf", make_pdf([set_lines(LINE), set_lines(LINE)], info="灯", outline="灯")),
        "markdown": ("a.md", MARKDOWN.encode()),
        "srt": ("a.srt", SRT.encode()),
        "vtt": ("a.vtt", VTT.encode()),
        "ass": ("a.ass", ASS.encode()),
        "lrc": ("a.lrc", LRC.encode()),
        "zip": ("a.zip", pack({"一/甲.txt": "灯亮了。".encode(), "乙.txt": "水很慢。".encode()})),
        "text": ("a.txt", MARKDOWN.encode("gb18030")),
    }
